"""What stands at the ends of pages: notes of tables, and openings of chapters with wide tables."""

from __future__ import annotations

import io

import pypdf
import pytest

from seapgen.model.document import Column, Paragraph, Row, Table
from seapgen.model.inline import Inline, Text
from tests.unit.render.pdf.sample import set_

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
