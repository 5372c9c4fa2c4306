"""Nothing that nobody sees may need a page of its own; wide tables stand below the title of their chapter."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from seapgen.model.document import Chapter, Column, Heading, Localised, Paragraph, Row, Table
from seapgen.model.inline import Inline, Text
from tests.support.specimen_document import specimen_document
from tests.unit.render.word.sample import W, around, written

COLUMNS: tuple[Column[Inline], ...] = (Column((Text("Name"),), width=40), Column((Text("Value"),), numeric=True))
PROSE: tuple[Column[Inline], ...] = (*COLUMNS, Column((Text("Why"),), width=44))
NAME = "A name of an action that would fill nearly half of the table by itself"


def wide(id_: str) -> Table[Inline]:
    """A table on a page that lies on its side."""
    return Table(id_, (Text(f"Caption of {id_}"),), COLUMNS, (Row(((Text("row"),), (Text("1"),))),), landscape=True)


def annex() -> Localised:
    """A chapter of some words and two wide tables, and one behind it."""
    first: Chapter[Inline] = Chapter("tables", "A", (Text("Wide ones"),), (), (Paragraph((Text("Words"),)), wide("a"), wide("b")))
    return replace(around(), blocks=(first, Chapter("next", "B", (Text("Upright"),), (), (Paragraph((Text("Words"),)),))))


def body(document: Localised) -> etree._Element:
    """The body of a document's Word file."""
    found = etree.fromstring(written(document)["word/document.xml"]).find(f"{W}body")
    assert found is not None
    return found


def style(element: etree._Element) -> str:
    """The style of a paragraph; nothing for anything else."""
    named = element.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.get(f"{W}val"))


def height(element: etree._Element) -> str:
    """The height of the lines of a paragraph, where it says one itself."""
    spacing = element.find(f"{W}pPr/{W}spacing")
    return "" if spacing is None else str(spacing.get(f"{W}line"))


def section_ends(document: Localised) -> list[tuple[etree._Element, etree._Element]]:
    """The paragraphs of the body that end a section, each with what stands before it; that of the cover is the stationery's."""
    elements = list(body(document))
    return [(a, b) for a, b in pairwise(elements) if b.find(f"{W}pPr/{W}sectPr") is not None and height(b)]


def test_the_end_of_a_section_has_no_height() -> None:
    """Behind a full page a paragraph of one point would open an empty one."""
    ends = section_ends(specimen_document("en"))

    assert len(ends) > 3
    assert {height(end) for _, end in ends} == {"1"}


def test_nothing_but_words_stands_before_the_end_of_a_section() -> None:
    """A distance below a table or a panel would fall on the next page where the table fills its own."""
    assert not {style(before) for before, _ in section_ends(specimen_document("en"))} & {
        "AfterTable",
        "AfterKeys",
        "AfterCallout",
    }


def test_the_last_entry_of_the_contents_keeps_what_ends_them() -> None:
    """The field ends in a paragraph without height, and that stands on a page with an entry."""
    control = next(s for s in body(specimen_document("en")).iter(f"{W}sdtContent") if style(s[0]) == "TOCHeading")
    *_, entry, end = control

    assert entry.find(f"{W}pPr/{W}keepNext") is not None
    assert height(end) == "1"


def test_a_chapter_of_wide_tables_opens_on_their_page() -> None:
    """Title, words and tables stand in one section that lies on its side; the next chapter stands upright."""
    turned: list[tuple[str, bool]] = []
    waiting: list[str] = []
    for element in body(annex()):
        waiting.append(style(element))
        section = element.find(f"{W}pPr/{W}sectPr")
        size = None if section is None else section.find(f"{W}pgSz")
        if size is not None:
            turned += [(name, size.get(f"{W}orient") == "landscape") for name in waiting if name]
            waiting = []

    assert ("Heading1Annex", True) in turned
    assert ("BodyText", True) in turned
    assert ("Caption", False) not in turned
    assert [name for name in waiting if name.startswith("Heading1")] == ["Heading1Annex"]


def test_wide_tables_share_a_page_where_they_find_room() -> None:
    """No page is broken between two tables on pages on their side."""
    assert body(annex()).find(f".//{W}pageBreakBefore") is None


def test_the_first_table_below_such_a_title_may_break() -> None:
    """A table that has to stay whole would leave the title alone on its page; the others stay whole."""
    kept = ["keepNext" in etree.tostring(table[-1], encoding="unicode") for table in body(annex()).iter(f"{W}tbl")]

    assert kept == [True, True]  # the last rows hold on to the source line
    document = replace(annex(), blocks=(around(wide("a")).blocks[0],))
    rows = tuple(Row[Inline](((Text(str(n)),), (Text("1"),))) for n in range(6))
    chapter: Chapter[Inline] = Chapter("t", "1", (Text("T"),), (), (replace(wide("a"), rows=rows), replace(wide("b"), rows=rows)))
    first, second = body(replace(document, blocks=(chapter,))).iter(f"{W}tbl")

    assert "keepNext" not in etree.tostring(first[-4], encoding="unicode")
    assert "keepNext" in etree.tostring(second[-4], encoding="unicode")


def test_a_heading_before_wide_tables_keeps_the_upright_page() -> None:
    """Only a few sentences may stand with the tables; other chapters open as ever."""
    chapter: Chapter[Inline] = Chapter("t", "1", (Text("T"),), (), (Heading(2, (Text("H"),), "h"), wide("a")))
    xml = written(replace(around(), blocks=(chapter,)))["word/document.xml"].decode()

    assert xml.index('w:val="Heading2') < xml.index("<w:titlePg/>") < xml.index('w:orient="landscape"')


def test_a_column_of_sentences_has_the_room_that_it_asks_for() -> None:
    """Long names in the first column do not squeeze a column of sentences."""
    row = Row[Inline](((Text(NAME),), (Text("1"),), (Text("An indicator that is told in a whole sentence, with units."),)))
    widths = re.findall(r'<w:gridCol w:w="(\d+)"', written(around(Table("t", (), PROSE, (row,))))["word/document.xml"].decode())

    assert int(widths[2]) > int(widths[0])
