"""The web page: one file, whole, safe, and readable by everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.artifact import Sibling
from seapgen.model.document import (
    BLOCKS,
    ActionCard,
    Chapter,
    Contents,
    FigureBlock,
    Heading,
    LanguagePart,
    PageBreak,
    Paragraph,
    Profile,
    Row,
    Section,
    Table,
    Tiles,
)
from seapgen.model.inline import CrossReference, FigureInline, Footnote, Inline, LineBreak, Link, Span, Text, plain, walk
from seapgen.render.web.lines import exact
from seapgen.render.web.render import render_web
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.support.web_page import (
    SIBLINGS,
    cover_of,
    in_chapter,
    letters,
    render,
    specimen_page,
    squeezed,
    tree,
    with_blocks,
    with_texts,
)

LANGUAGES = ("en", "it")
WEIGHT = 300_000
HOSTILE = """</style></script><script>alert(1)</script><img src=x onerror=alert(1)>" onload='x' & {{ 7*7 }} {% raw %}"""
PNG = bytes.fromhex("89504e470d0a1a0a")


def text(*words: str) -> tuple[Inline, ...]:
    """A line of texts."""
    return tuple(Text(word) for word in words)


# ------------------------------------------------------------------------------------------------------ one whole file


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_bytes(language: str) -> None:
    """Rendering leaves nothing behind that a second rendering could see."""
    assert specimen_page(language) == render_web(specimen_document(language), default_theme(), SIBLINGS)


def test_a_plan_of_twelve_actions_weighs_at_most_300_kb() -> None:
    """A page with fonts, charts and twelve cards can be sent by mail and opened on a phone."""
    cards = [block for block in walk(specimen_document()) if isinstance(block, ActionCard)]
    more = tuple(replace(cards[n % len(cards)], id=f"action-B{n:02}", code=f"B{n:02}") for n in range(12 - len(cards)))
    document = specimen_document()
    chapter = Chapter("more", "4", text("More actions"), (), more)

    assert len(render(replace(document, blocks=(*document.blocks, chapter)))) <= WEIGHT


def test_the_page_fetches_nothing() -> None:
    """Style, script, fonts, pictures and icon lie inside; other addresses are links that a reader may follow."""
    page = tree(specimen_page())
    sources = page.xpath("//@src | //link[@rel != 'alternate']/@href | //*[local-name() = 'use']/@href")
    style = page.xpath("string(//style)")

    assert [s for s in sources if not s.startswith(("data:", "#"))] == []
    assert [u for u in re.findall(r"url\(([^)]*)\)", style) if not u.startswith("data:")] == []
    assert "@import" not in style


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_no_other() -> None:
    """The hashes of the policy are those of the letters between the tags."""
    page = tree(specimen_page())
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")

    def digest(tag: str) -> str:
        (element,) = page.iter(tag)
        return base64.b64encode(hashlib.sha256((element.text or "").encode("utf-8")).digest()).decode("ascii")

    assert f"style-src 'sha256-{digest('style')}'" in policy
    assert f"script-src 'sha256-{digest('script')}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_nothing_in_the_page_needs_what_the_policy_forbids() -> None:
    """No style attributes, no handlers."""
    assert tree(specimen_page()).xpath("//@style | //@*[starts-with(name(), 'on')]") == []


def test_a_page_carries_the_letters_it_needs() -> None:
    """Greek letters come with a Greek summary, Polish ones with a link to the Polish page; a page without them is lighter."""
    plain_page = render(in_chapter(Paragraph(text("è"))))
    polish = Sibling("../pl/x.html", "Język polski", "pl", "html")

    def parts(page: bytes) -> int:
        return page.count(b"@font-face")

    assert parts(plain_page) == 3
    assert parts(render(in_chapter(Paragraph(text("Περίληψη"))))) == 6
    assert parts(render_web(in_chapter(), default_theme(), (polish,))) == 6


def test_the_font_is_not_called_by_its_reserved_name() -> None:
    """The licence keeps the name Source for the unmodified font."""
    style = tree(specimen_page()).xpath("string(//style)")

    assert set(re.findall(r'font-family:"([^"]+)"', style)) == {"Seapgen Text"}
    assert "SIL Open Font License" in style


# ------------------------------------------------------------------------------------------- structure a machine can read


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique(language: str) -> None:
    """An id names one element."""
    ids = tree(specimen_page(language)).xpath("//@id")

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_points_inside_the_page_finds_its_target(language: str) -> None:
    """Links, labels and drawings name elements that are there."""
    page = tree(specimen_page(language))
    ids = set(page.xpath("//@id"))
    named = {name for value in page.xpath("//@aria-labelledby") for name in value.split()}
    linked = {href[1:] for href in page.xpath("//@href") if href.startswith("#")}

    assert (named | linked) - ids == set()
    assert linked


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_never_skip_a_level(language: str) -> None:
    """One title; every other heading is at most one level below the one before."""
    levels = [int(each.tag[1]) for each in tree(specimen_page(language)).xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_card_without_a_section_heading_before_it_stands_right_below_its_chapter() -> None:
    """The level of a card follows from where it stands."""
    card = next(block for block in walk(specimen_document()) if isinstance(block, ActionCard))
    levels = [each.tag for each in tree(render(in_chapter(card))).xpath("//main//h2 | //main//h3 | //main//h4")]

    assert levels == ["h2", "h3"]


def test_a_heading_of_level_3_without_one_of_level_2_is_lifted() -> None:
    """A writer's odd heading does not break the page's outline."""
    page = tree(render(in_chapter(Heading(3, text("Deep"), "deep"))))

    assert page.get_element_by_id("deep").tag == "h3"


def test_every_foreign_piece_says_its_language() -> None:
    """Part, span, draft and link to another edition carry `lang`, and the page itself its tag."""
    page = tree(specimen_page("it"))

    def language(words: str) -> str:
        return str(page.xpath(f"//main//*[contains(text(), '{words}')]/ancestor-or-self::*[@lang][1]/@lang")[-1])

    assert page.get("lang") == "it-IT"
    assert language("Το 2019 το Τορίνο κατανάλωσε") == "el"
    assert language("Σχέδιο Δράσης") == "el"
    assert language("Not translated.") == "en"
    assert language("Le case vengono prima.") == "it-IT"
    assert page.xpath("//nav[contains(@class, 'side')]//*[@lang='el']")


def test_a_draft_is_marked_by_a_word() -> None:
    """A text in another language for want of a translation says so, not by colour alone."""
    span = Span("en", text("Not yet in Italian."), draft=True)
    section = Section("territory.description", text("Territory"), "en", own=True, blocks=(Paragraph(text("Hills.")),), draft=True)
    document = with_blocks(Chapter("c", "", text("T"), (), (Paragraph((span,)), section)), language="it")
    page = tree(render(document))

    assert page.xpath("string(//span[@class='draft'])") == "Not yet in Italian."
    assert page.xpath("string(//span[@class='draft']/following-sibling::span)") == " (non ancora tradotto)"
    assert page.xpath("string(//*[@data-section='territory.description']//*[@class='draft-mark'])") == "non ancora tradotto"
    assert page.xpath("string(//*[@data-section='territory.description']/*[@lang='en'])").strip() == "Hills."


def test_the_first_cell_of_a_row_names_it() -> None:
    """Row heads, column heads and group heads have their scope; an empty head is no head."""
    page = tree(specimen_page())
    table = page.get_element_by_id("inventory.by_sector").find(".//table")

    assert {each.get("scope") for each in table.iter("th")} == {"col", "row", "rowgroup"}
    assert [body.xpath("string(tr[1]/th)") for body in table.iter("tbody")] == ["Buildings and industry", "Total"]
    assert page.xpath("//th[not(normalize-space())]") == []


def test_a_short_row_is_filled_up() -> None:
    """A row has as many cells as the table has columns."""
    table: Table[Inline] = next(b for b in walk(specimen_document()) if isinstance(b, Table) and len(b.columns) == 3)
    page = tree(render(in_chapter(replace(table, rows=(Row((text("Alone"),)),)))))

    assert len(page.xpath("//tbody/tr/*")) == 3


# -------------------------------------------------------------------------------------------------------- nothing is lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_document_is_in_the_page(language: str) -> None:
    """What compose wrote reaches the reader; a section's title is for the Word file, and a part's fixed words stand ready."""
    document = specimen_document(language)
    unsaid: list[object] = [node.title for node in walk(document) if isinstance(node, Section)]
    unsaid += [node.labels for node in walk(document) if isinstance(node, LanguagePart)]
    excused = {id(each) for each in walk(tuple(unsaid))}
    seen = letters(specimen_page(language))
    texts = [node.text for node in walk(document.blocks) if isinstance(node, Text) and id(node) not in excused]
    lost = [each for each in texts if squeezed(each) not in seen]

    assert len(texts) > 100
    # alternative texts of pictures stand in attributes
    assert [each for each in lost if each not in specimen_page(language).decode("utf-8")] == []


@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind not in (Contents, PageBreak)])
def test_every_block_can_stand_alone(kind: type) -> None:
    """Each block of the tree renders outside any chapter and shows its texts."""
    block: Any = next(node for node in walk(specimen_document()) if isinstance(node, kind))
    block = _without_references(block)
    words = [node.text for node in walk(block) if isinstance(node, Text)]
    page = render(with_blocks(block)).decode("utf-8")

    assert words
    assert tree(page.encode("utf-8")).xpath("count(//h1)") == 1
    assert plain(getattr(block, "children", ())) in letters(page.encode("utf-8"))


@pytest.mark.parametrize("block", [Contents(text("Contents")), PageBreak()])
def test_blocks_without_texts_render_too(block: Contents[Inline] | PageBreak) -> None:
    """A list of contents with nothing to list, or a page break, leaves a valid page."""
    assert tree(render(with_blocks(block))).xpath("count(//main)") == 1


def test_an_unknown_block_is_an_error() -> None:
    """A block that the writer does not know must not vanish."""
    unknown: Any = object()
    with pytest.raises(AssertionError):
        render(in_chapter(unknown))


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_carry_their_id_and_exact_value(language: str) -> None:
    """A program can read every printed figure from the page: id, unrounded value, letters; the page says its scope once."""
    page = tree(specimen_page(language))
    found = {
        (f"{page.get('data-scope')}:{e.get('data-figure')}", e.get("data-value"), "".join(e.itertext()))
        for e in page.xpath("//body//*[@data-figure]")
    }
    printed = {(figure, value, squeezed(words)) for figure, value, words in found}
    figures = [node for node in walk(specimen_document(language).blocks) if isinstance(node, FigureInline)]
    missing = [
        f
        for f in figures
        if not {(f.id, exact(f.value), t) for t in (squeezed(f.text), f"{f.number} {squeezed(f.suffix)}")} & printed
    ]

    assert len(figures) > 100
    assert missing == []


def test_a_figure_of_another_scope_keeps_it() -> None:
    """A figure of the group in a municipality's plan says whose it is."""
    figure = next(node for node in walk(specimen_document()) if isinstance(node, FigureInline))
    page = tree(render(in_chapter(Paragraph((replace(figure, id="group/piana:plan.actions"),)))))

    assert page.xpath("//p//@data-figure") == ["group/piana:plan.actions"]


def test_a_chart_is_drawn_twice_and_told_once_as_a_table() -> None:
    """A wide and a narrow drawing, both named, and the numbers of the model."""
    figure = tree(specimen_page()).get_element_by_id("chart.by_sector")

    assert [each.get("class") for each in figure.iter("svg")] == ["wide", "narrow"]
    assert len(figure.xpath(".//details[@class='data']//tbody/tr")) == 8


def test_a_figure_of_a_pair_has_one_drawing() -> None:
    """Half the width of a desk is the width of a phone."""
    figure = tree(specimen_page()).get_element_by_id("chart.carriers")

    assert [each.get("class") for each in figure.iter("svg")] == ["both"]


# --------------------------------------------------------------------------------------------------------------- leading


def test_a_footnote_leads_there_and_back() -> None:
    """The mark leads to the note, the note back to the mark."""
    page = tree(specimen_page())
    mark = page.xpath("//sup/a")[0]
    note = page.get_element_by_id(mark.get("href")[1:])

    assert note.tag == "li"
    assert note.xpath("a/@href")[-1] == f"#{mark.get('id')}"


def test_footnotes_count_through_the_page_and_stand_at_the_end_of_their_chapter() -> None:
    """The second chapter's first note is number 2."""
    first, second = (Footnote(text(word)) for word in ("one", "two"))
    chapters = [Chapter(f"c{n}", "", text("T"), (), (Paragraph((note,)),)) for n, note in enumerate((first, second))]
    page = tree(render(with_blocks(*chapters)))

    assert page.get_element_by_id("c1").xpath("string(.//li[@id='page-note-2']/@value)") == "2"


def test_a_list_of_contents_repeats_no_note_and_no_link() -> None:
    """A heading with a footnote has one mark in the page."""
    heading = Heading(
        2, (*text("Scope"), Footnote(text("only energy")), Link("https://example.org", text("link"))), "scope", "1.1"
    )
    page = tree(render(with_blocks(Contents(text("Contents")), Chapter("c", "1", text("T"), (), (heading,)))))

    assert len(page.xpath("//sup")) == 1
    assert page.xpath("//nav[contains(@class, 'side')]//a/@href") == ["#c", "#scope"]


def test_a_reference_leads_to_its_target_with_the_number_it_was_given() -> None:
    """The number is printed as compose filled it in."""
    link = tree(specimen_page()).xpath("//p/a[@href='#inventory.by_sector']")[0]

    assert link.text == "1"


def test_a_reference_to_nothing_is_an_error() -> None:
    """A dead link would be found by readers only."""
    with pytest.raises(ValueError, match="leads to nothing"):
        render(in_chapter(Paragraph((CrossReference("nowhere", "7"),))))


def test_one_id_for_two_blocks_is_an_error() -> None:
    """A reference to it could mean either."""
    with pytest.raises(ValueError, match="stands twice"):
        render(in_chapter(Heading(2, text("a"), "same"), Heading(2, text("b"), "same")))


def test_a_language_part_may_repeat_the_ids_of_the_document() -> None:
    """The part's own blocks get its language in front, and its references lead to them."""
    reference: Inline = CrossReference("chapter", "1")
    inner = Chapter("chapter", "", text("Σύνοψη"), (), (Paragraph((reference,)),))
    outer = Chapter("chapter", "1", text("Summary"), (), (Paragraph((reference,)),))
    part = LanguagePart("el", specimen_document().labels, (inner,))
    page = tree(render(with_blocks(outer, part)))

    assert page.xpath("//section/@id") == ["chapter", "el-chapter"]
    assert page.xpath("//p/a/@href") == ["#chapter", "#el-chapter"]


def test_other_formats_and_languages_are_linked_from_the_cover() -> None:
    """Formats of this language, pages of the others with their language."""
    links = tree(specimen_page()).xpath("//dd[@class='links']/a")

    assert [(a.get("href"), a.text, a.get("hreflang")) for a in links] == [
        ("seap-turin-en.pdf", "PDF", None),
        ("seap-turin-en.docx", "Word", None),
        ("../it/seap-turin-it.html", "Italiano", "it"),
    ]


def test_a_file_in_another_language_is_no_other_format_of_this_page() -> None:
    """The Italian PDF is not offered on the English page."""
    page = render_web(specimen_document(), default_theme(), (Sibling("x-it.pdf", "PDF", "it", "pdf"),))

    assert b"x-it.pdf" not in page


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//example.org", "file:///etc", "http://["]
)
def test_an_address_that_a_browser_should_not_follow_is_no_link(url: str) -> None:
    """The words stay, the link falls."""
    page = tree(render(in_chapter(Paragraph((Link(url, text("here")),)))))

    assert "here" in page.xpath("string(//main)")
    assert page.xpath("//main//a/@href") == []


# ---------------------------------------------------------------------------------------------------------------- safety


def test_hostile_texts_come_out_as_text() -> None:
    """No text of a document becomes markup, wherever it stands."""
    document: Any = with_texts(specimen_document(), lambda words: HOSTILE + words)
    page, tame = tree(render(document)), tree(specimen_page())

    for tag in ("script", "style", "img"):
        assert len(list(page.iter(tag))) == len(list(tame.iter(tag)))
    assert page.xpath("//@onload | //@onerror") == []
    assert page.xpath("string(//title)") == HOSTILE + "Sustainable Energy Action Plan of Turin"
    assert HOSTILE + "Residential buildings" in {"".join(each.itertext()) for each in page.iter("th")}


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z")), min_size=1))
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    """What a person wrote is what the reader sees, letter by letter."""
    page = tree(render(in_chapter(Paragraph((Text(words),)))))

    assert squeezed(words) in squeezed(page.xpath("string(//main)"))


def test_a_hostile_id_of_a_figure_stays_in_its_attribute() -> None:
    """Ids come from data keys; a bad one cannot leave its quotes."""
    figure = next(node for node in walk(specimen_document()) if isinstance(node, FigureInline))
    page = tree(render(in_chapter(Paragraph((replace(figure, id='"><script>'),)))))

    assert len(list(page.iter("script"))) == 1
    assert page.xpath("//main//@data-figure") == ['"><script>']


# --------------------------------------------------------------------------------------------------------------- details


def test_a_logo_stands_on_the_cover() -> None:
    """The agency's logo lies inside the page; the organisation beside it is its text."""
    page = tree(render_web(specimen_document(), replace(default_theme(), logo_png=PNG)))

    assert page.xpath("//img[@class='logo']/@src") == ["data:image/png;base64,iVBORw0KGgo="]
    assert page.xpath("//img[@class='logo']/@alt") == [""]


def test_a_document_without_cover_and_stripe_still_has_its_title() -> None:
    """The title of the document is the title of the page."""
    document = replace(in_chapter(Paragraph(text("x"))), stripe=())
    page = tree(render(document))

    assert page.xpath("string(//h1)") == plain(document.title)
    assert page.xpath("//*[contains(@class, 'stripe')]") == []


def test_a_long_place_is_set_smaller() -> None:
    """Long names must not break."""
    cover = replace(cover_of(specimen_document()), place=text("Reggio nell’Emilia e dintorni"))

    assert tree(render(with_blocks(cover))).xpath("//h1/span[@class='place long']")


def test_the_stripe_is_told_to_those_who_do_not_see_it() -> None:
    """Its label names every sector with its share."""
    label = tree(specimen_page()).xpath("string(//*[local-name() = 'svg'][@role='img']/@aria-label)")

    assert label.count("%") == len(specimen_document().stripe)
    assert "Residential buildings 31.3" in label


def test_the_stripe_is_as_wide_as_its_shares() -> None:
    """The widths add up to the whole stripe."""
    widths = [float(each) for each in tree(specimen_page()).xpath("//*[local-name() = 'symbol']/*/@width")]

    assert sum(widths) == pytest.approx(1000, abs=0.5)
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("kind", [Profile, Tiles, Table, FigureBlock])
def test_anchors_of_the_tree_are_anchors_of_the_page(kind: type) -> None:
    """Whatever has an id can be linked to."""
    ids = [node.id for node in walk(specimen_document()) if isinstance(node, kind) and node.id]  # type: ignore[attr-defined]

    assert ids
    assert set(ids) <= set(tree(specimen_page()).xpath("//@id"))


def test_a_line_break_is_kept() -> None:
    """A writer's line end is one in the page."""
    page = tree(render(in_chapter(Paragraph((Text("a"), LineBreak(), Text("b"))))))

    assert len(page.xpath("//main//p/br")) == 1


def _without_references(node: Any) -> Any:
    if isinstance(node, CrossReference):
        return Text(node.text)
    if isinstance(node, tuple):
        return tuple(_without_references(each) for each in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{each.name: _without_references(getattr(node, each.name)) for each in fields(node)})
    return node
