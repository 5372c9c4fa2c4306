"""A finished page as a browser would read it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from tests.support.finished.content import Content, Gathering, squeezed

_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "ol", "p", "section", "summary", "table", "ul",
}  # fmt: skip
_LEFT_OUT = (
    "//head", "//script", "//style",
    "//nav", "//a[contains(@class, 'skip')]",  # the page's own contents and way to them
    "//*[@class = 'no-print']",  # other formats and languages: only a page can offer them
    "//footer[@class = 'page']//p",  # the running footer, which paper has in its margin
    "//details[@class = 'data']",  # a chart's numbers, which paper does not repeat; see `charts`
    "//*[contains(@class, 'opening')]/*[@class = 'no']", "//*[self::h1 or self::h2 or self::h3]/*[@class = 'no' or @class = 'hidden']",
    # numbers of headings, which Word counts
    "//sup", "//a[@role = 'doc-backlink']",  # marks of footnotes, which Word counts, and the way back from them
    "//span[@class = 'hidden']",  # said to screen readers instead of what a colour says
)  # fmt: skip


def read_html(content: bytes) -> Content:
    """Text, tables and alternative texts of a page."""
    page = html.document_fromstring(content.decode("utf-8"))
    found = Gathering()
    for drawing in page.xpath("//figure//svg[not(contains(@class, 'narrow'))]"):
        found.alt("".join(drawing.xpath("./*[local-name() = 'desc']//text()")))
    for picture in page.xpath("//img[@alt != '']"):
        found.alt(picture.get("alt"))
    for path in (*_LEFT_OUT, "//svg"):
        for node in page.xpath(path):
            node.drop_tree()
    for table in page.xpath("//table"):
        rows = [[squeezed(cell.text_content()) for cell in row.xpath("./td | ./th")] for row in table.iter("tr")]
        found.table(rows)
        table.drop_tree()
    for line in "".join(_letters(page)).split("\n"):
        found.line(line)
    return found.content()


def _letters(node: html.HtmlElement) -> Iterator[str]:
    """The letters of a node; blocks stand on lines of their own."""
    edge = "\n" if node.tag in _BLOCKS else " " if node.tag == "br" else ""
    yield edge
    yield (node.text or "").replace("\n", " ")
    for child in node:
        if isinstance(child.tag, str):
            yield from _letters(child)
        yield (child.tail or "").replace("\n", " ")
    yield edge
