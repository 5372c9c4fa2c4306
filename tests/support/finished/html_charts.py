"""The charts of a finished page: the table under each drawing, and the exact values on the drawing's marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import html

from tests.support.finished.chart import Value
from tests.support.finished.content import squeezed

_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class PageChart:
    """One chart: its table, the column heads of that table, and the values on the drawing for desks."""

    caption: str
    heads: tuple[str, ...]
    values: tuple[Value, ...]
    marks: Counter[Decimal]


def page_charts(content: bytes) -> tuple[PageChart, ...]:
    """All charts of a page in their order."""
    page = html.document_fromstring(content.decode("utf-8"))
    return tuple(_chart(figure) for figure in page.xpath("//figure[.//details]"))


def page_figures(content: bytes) -> Iterator[tuple[str, str]]:
    """Id and exact value of every figure that stands in a table of data."""
    page = html.document_fromstring(content.decode("utf-8"))
    for cell in page.xpath("//td[@data-figure][not(ancestor::details)]"):
        yield cell.get("data-figure"), cell.get("data-value")


def _chart(figure: html.HtmlElement) -> PageChart:
    (table,) = figure.xpath(".//details//table")
    heads = tuple(squeezed(head.text_content()) for head in table.xpath("./thead/tr/*"))
    values = (value for row in table.xpath("./tbody/tr") for value in _row(row, heads))
    (drawing,) = figure.xpath("./svg[not(contains(@class, 'narrow'))]")
    marks = Counter(map(Decimal, drawing.xpath(".//@data-value | .//@data-width-value")))
    return PageChart(squeezed(figure.find("figcaption").text_content()), heads, tuple(values), marks)


def _row(row: html.HtmlElement, heads: tuple[str, ...]) -> Iterator[Value]:
    item, *cells = row.xpath("./th | ./td")
    for cell, head in zip(cells, heads[1:], strict=True):
        printed = squeezed(cell.text_content())
        if printed != _ABSENT:
            value, figure = Decimal(cell.get("data-value")), cell.get("data-figure")
            yield Value(head, squeezed(item.text_content()), value, printed, figure)
