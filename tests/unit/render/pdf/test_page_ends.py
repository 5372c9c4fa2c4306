"""What stands at the ends of pages: notes of tables, and openings of chapters with wide tables."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from seapgen.model.document import Block, Chapter, Column, Paragraph, Row, Table
from seapgen.model.inline import Inline, Text
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.unit.render.pdf.sample import around, set_

COLUMNS: tuple[Column[Inline], ...] = (Column((Text("Name"),)), Column((Text("Value"),), numeric=True))


def row(n: int) -> Row[Inline]:
    """A row that can be found again."""
    return Row(((Text(f"row-{n:03}"),), (Text(str(n)),)))


def long_table(*rows: Row[Inline], landscape: bool = False) -> Table[Inline]:
    """A table that breaks over pages, with a note and a source."""
    return Table("t", (Text("Caption"),), COLUMNS, rows, ((Text("the-note"),),), (Text("the-source"),), landscape)


def pages_of(content: bytes) -> list[str]:
    """The words of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("count", range(22, 42))
def test_a_note_stands_under_two_rows_of_its_table(count: int) -> None:
    """Wherever the end of a long table falls, note and source have its last two rows above them on their page."""
    pages = pages_of(set_(long_table(*map(row, range(count)))))
    last = next(page for page in pages if "the-note" in page)

    assert "the-source" in last
    assert [f"row-{n:03}" in last for n in (count - 2, count - 1)] == [True, True]


def test_a_note_stays_where_a_group_has_one_row() -> None:
    """The head of the last group is no company for the note, but its row is."""
    group: Row[Inline] = Row(((Text("group"),),), "group")
    for count in range(22, 42):
        pages = pages_of(set_(long_table(*map(row, range(count)), group, row(999))))

        assert "row-999" in next(page for page in pages if "the-note" in page)


def test_a_note_of_many_lines_may_break() -> None:
    """A note that is longer than a page does not stop the table from being set."""
    notes = tuple((Text(f"note-{n:03} " + "word " * 40),) for n in range(60))
    table = Table("t", (Text("Caption"),), COLUMNS, tuple(map(row, range(30))), notes)

    assert "note-059" in pages_of(set_(table, Paragraph((Text("end"),))))[-1]


def turned(*blocks: Block[Inline]) -> pypdf.PdfReader:
    """The PDF of an annex with blocks, and of a chapter behind it."""
    annex: Chapter[Inline] = Chapter("a", "A", (Text("Wide ones"),), (Text("The lead"),), blocks)
    behind: Chapter[Inline] = Chapter("b", "B", (Text("Upright"),), (), (Paragraph((Text("words"),)),))
    return pypdf.PdfReader(io.BytesIO(render_pdf(replace(around(), blocks=(annex, behind)), default_theme())))


def test_a_chapter_of_wide_tables_opens_on_their_page() -> None:
    """Title, words and table stand on one page that lies on its side; no page before it is empty."""
    first, last = turned(Paragraph((Text("a few words"),)), long_table(row(1), row(2), row(3), landscape=True)).pages
    said = first.extract_text()

    assert first.mediabox.width > first.mediabox.height
    assert [words in said for words in ("Wide ones", "The lead", "a few words", "row-003", "the-note")] == [True] * 5
    assert last.mediabox.width < last.mediabox.height


def test_a_table_below_such_a_title_breaks_rather_than_leave_it_alone() -> None:
    """Sixteen rows would stay whole anywhere else."""
    first, second, _ = turned(long_table(*map(row, range(16)), landscape=True)).pages

    assert "row-000" in first.extract_text()
    assert "row-015" in second.extract_text()


def test_a_chapter_of_many_words_opens_upright() -> None:
    """Only a few sentences may stand with the tables."""
    first, *_ = turned(Paragraph((Text("many words " * 100),)), long_table(row(1), landscape=True)).pages

    assert first.mediabox.width < first.mediabox.height


def test_headings_of_such_chapters_are_bookmarks_in_order() -> None:
    """The title on the page on its side is a heading as any other."""
    outline = turned(long_table(row(1), landscape=True)).outline

    assert [entry.title for entry in outline if isinstance(entry, pypdf.generic.Destination)] == ["A Wide ones", "B Upright"]
