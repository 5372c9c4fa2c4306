"""The rows that findings stand in, as the file has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.intake.excerpts import COVER, LONGEST_CELL, LONGEST_LINE, MOST_COLUMNS, excerpts
from seapgen.intake.programme import load_programme
from seapgen.model.excerpt import Excerpt
from seapgen.model.source import Source
from tests.support.places import TESTS

TABLE = "municipalities/town/consumption.csv"
HEAD = "inventory_year,sector,item,carrier,quantity,unit,notation,note\n"
ROWS = (
    "2010,residential,,electricity,1,MWh,,\n"
    "2010,tertiary,,electricity,2,MWh,,\n"
    "2010,residential,,natural_gas,3,MWh,,\n"
    "2010,tertiary,,natural_gas,4,MWh,,far away\n"
)


def around(folder: Path, text: str, line: int, column: int = 0, file: str = TABLE, code: str = "E1") -> Excerpt | None:
    """What stands around a place of a file with a text."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    spot = code, Source(file, line, column)
    return excerpts(folder, [spot], ("en", "it")).get(spot)


def quantities(excerpt: Excerpt | None) -> list[tuple[int, str]]:
    """Lines with their quantities."""
    assert excerpt is not None
    return [(row.line, row.cells[excerpt.names.index("quantity")]) for row in excerpt.rows]


def test_a_row_stands_between_its_neighbours(tmp_path: Path) -> None:
    """One before, one after, each with its line in the file; the head gives names and is no row."""
    assert quantities(around(tmp_path, HEAD + ROWS, 3, 5)) == [(2, "1"), (3, "2"), (4, "3")]


@pytest.mark.parametrize(("line", "lines"), [(2, [2, 3]), (5, [4, 5]), (1, [1, 2])])
def test_at_an_end_there_is_one_neighbour(tmp_path: Path, line: int, lines: list[int]) -> None:
    """The first and the last row; a head that is wrong itself is shown above the first row."""
    excerpt = around(tmp_path, HEAD + ROWS, line, 5)
    assert excerpt is not None
    assert [row.line for row in excerpt.rows] == lines


def test_columns_without_anything_are_left_out_but_the_places_own(tmp_path: Path) -> None:
    """The cell that should hold something is seen empty; cells keep the numbers of the file."""
    excerpt = around(tmp_path, HEAD + ROWS, 3, 7)
    assert excerpt is not None
    assert excerpt.names == ("inventory_year", "sector", "carrier", "quantity", "unit", "notation")
    assert excerpt.columns == (1, 2, 4, 5, 6, 7)


def test_the_row_is_the_one_that_the_data_came_from(tmp_path: Path) -> None:
    """Fields over several lines, empty lines, semicolons and a byte-order mark: places of the reader are places of the excerpt."""
    text = (HEAD + '2010,residential,,electricity,1,MWh,,"one\ntwo"\n\n' + ROWS).replace(",", ";")
    assert quantities(around(tmp_path, "\ufeff" + text, 5, 5)) == [(2, "1"), (5, "1"), (6, "2")]


def test_every_place_of_a_read_programme_shows_the_value_that_was_read() -> None:
    """The excerpt's reader and the data's agree on all amounts of the specimen."""
    root = TESTS / "programmes" / "specimen"
    programme = load_programme(root).programme
    assert programme is not None
    places = {r.at("quantity"): r.quantity for m in programme.municipalities for r in m.consumption if r.quantity is not None}
    found = excerpts(root, [("E1", place) for place in places], programme.head.languages)
    shown = {}
    for (_, place), excerpt in found.items():
        (row,) = (r for r in excerpt.rows if r.line == place.line)
        shown[place] = row.cells[excerpt.columns.index(place.column)]

    assert len(places) > 10
    assert shown == {place: str(value) for place, value in places.items()}


def test_amounts_of_a_confidential_row_are_covered(tmp_path: Path) -> None:
    """A report is handed on; the neighbours' amounts are not secret."""
    text = HEAD + ROWS + "2010,industry_ets,,natural_gas,98765,MWh,C,\n"
    assert quantities(around(tmp_path, text, 6, 7)) == [(5, "4"), (6, COVER)]


def test_amounts_of_a_confidential_row_are_covered_in_its_text_too(tmp_path: Path) -> None:
    """Where the table cannot be shown as one; the neighbours are readable."""
    text = HEAD + ROWS + "2010,industry_ets,,natural_gas,98765,MWh,C,a\u202eb\n"
    excerpt = around(tmp_path, text, 6, 44, code="L8")
    assert excerpt is not None
    assert [row.cells for row in excerpt.rows[-2:]] == [
        ("2010,tertiary,,natural_gas,4,MWh,,far away",), ("••••,industry_ets,,natural_gas,•••••,MWh,C,a\ufffdb",),
    ]  # fmt: skip


def test_a_forbidden_letter_is_shown_in_its_line(tmp_path: Path) -> None:
    """Its column counts letters: the sixth letter is not the sixth field."""
    excerpt = around(tmp_path, HEAD + "2010,\u202eresidential,,electricity,1,MWh,,\n", 2, 6, code="L8")
    assert excerpt is not None
    assert excerpt.columns == ()
    assert excerpt.rows[-1].cells == ("2010,\ufffdresidential,,electricity,1,MWh,,",)


def test_a_long_line_is_shown_around_the_place(tmp_path: Path) -> None:
    """YAML may stand in one line."""
    excerpt = around(tmp_path, "a: " + "x" * 900 + "here" + "y" * 900 + "\n", 1, 904, "municipalities/town/municipality.yaml")
    assert excerpt is not None
    (line,) = excerpt.rows[0].cells
    assert "here" in line
    assert len(line) == LONGEST_LINE


def test_lines_of_a_text_stand_between_two_on_each_side(tmp_path: Path) -> None:
    """YAML and prose are shown as they are indented."""
    excerpt = around(tmp_path, "a:\n  b: 1\n  c: 2\n  d: 3\n  e: 4\n  f: 5\n", 4, 3, "municipalities/town/municipality.yaml")
    assert excerpt is not None
    assert [(row.line, *row.cells) for row in excerpt.rows] == [
        (2, "  b: 1"),
        (3, "  c: 2"),
        (4, "  d: 3"),
        (5, "  e: 4"),
        (6, "  f: 5"),
    ]
    assert excerpt.columns == ()


def test_a_row_that_cannot_be_read_is_shown_as_text(tmp_path: Path) -> None:
    """Behind an open quotation mark there are no rows any more."""
    excerpt = around(tmp_path, HEAD + ROWS + '2010,tertiary,,"diesel,5,MWh,,\n', 6)
    assert excerpt is not None
    assert excerpt.columns == ()
    assert excerpt.rows[-1].cells == ('2010,tertiary,,"diesel,5,MWh,,',)


def test_a_long_cell_is_cut_and_forbidden_letters_are_named(tmp_path: Path) -> None:
    """A page must be readable whatever somebody typed."""
    excerpt = around(tmp_path, HEAD + "2010,residential,,electricity,1,MWh,," + "x" * 500 + "\n", 2, 8)
    assert excerpt is not None
    assert len(excerpt.rows[0].cells[-1]) == LONGEST_CELL
    turned = around(tmp_path, HEAD + "2010,residential,,electricity,1,MWh,,a\u202eb\n", 2, 8)
    assert turned is not None
    assert turned.rows[0].cells[-1] == "a\ufffdb"


@pytest.mark.parametrize("column", [1, 2, 9, 20, 29])
def test_of_a_wide_row_the_first_columns_and_those_around_the_place_are_shown(tmp_path: Path, column: int) -> None:
    """What the row is about, and the cell with its surroundings."""
    names = ",".join(f"c{n}" for n in range(1, 31))
    excerpt = around(tmp_path, f"{names}\n{names}\n", 2, column)
    assert excerpt is not None
    assert len(excerpt.columns) == MOST_COLUMNS
    assert {1, 2, 3, column} <= set(excerpt.columns)


def test_what_is_no_place_in_a_readable_file_has_no_excerpt(tmp_path: Path) -> None:
    """A whole file, a line beyond the end, a missing file, letters that are no UTF-8."""
    (tmp_path / "broken.yaml").write_bytes(b"a: \xff\n")
    places = [Source(TABLE), Source(TABLE, 99), Source("missing.yaml", 1), Source("broken.yaml", 1)]
    assert around(tmp_path, HEAD + ROWS, 2) is not None
    assert excerpts(tmp_path, [("E1", place) for place in places], ("en",)) == {}
