"""CSV tables: places of the physical file, separators, fields."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.intake.records import read_records
from seapgen.intake.tables import delimiter
from seapgen.model.action import Action
from seapgen.model.inventory import Consumption

HEADING = "inventory_year,sector,carrier,quantity,unit,note\n"


def rows(text: str) -> tuple[list[tuple[Decimal | None, str]], list[str]]:
    """Quantities with their places, and findings."""
    made, findings = read_records(text, Consumption, "c.csv", ("en",))
    return [(r.quantity, str(r.at("quantity"))) for r in made], [f"{f.code} {f.source}" for f in findings]


def test_a_place_is_the_line_of_the_file_where_the_row_begins() -> None:
    """Fields over several lines and empty lines are counted."""
    text = HEADING + '2019,residential,diesel,1,MWh,"one\ntwo\nthree"\n\n2019,tertiary,diesel,2,MWh,\n'
    assert rows(text) == ([(Decimal(1), "c.csv:2:4"), (Decimal(2), "c.csv:6:4")], [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(end: str) -> None:
    """Unix, Windows and old Macintosh files."""
    text = (HEADING + "2019,residential,diesel,1,MWh,\n2019,tertiary,diesel,2,MWh,\n").replace("\n", end)
    assert [place for _, place in rows(text)[0]] == ["c.csv:2:4", "c.csv:3:4"]


def test_an_empty_cell_knows_its_place() -> None:
    """So that a finding about nothing can point at it."""
    made, _ = read_records(HEADING + "2019,residential,diesel,1,MWh,\n", Consumption, "c.csv")
    assert str(made[0].at("note")) == "c.csv:2:6"


def test_columns_may_stand_in_any_order() -> None:
    """Names, not positions."""
    text = "unit;quantity;carrier;sector;inventory_year\nMWh;1,5;diesel;residential;2019\n"
    assert rows(text) == ([(Decimal("1.5"), "c.csv:2:2")], [])


def test_empty_columns_at_the_end_do_no_harm() -> None:
    """Spreadsheets write them."""
    text = "inventory_year,sector,carrier,quantity,unit,,\n2019,residential,diesel,1,MWh,,\n2019,tertiary,diesel,2,MWh\n"
    assert rows(text)[1] == [] and len(rows(text)[0]) == 2


def test_words_like_na_are_no_missing_values() -> None:
    """NA is Namibia, or a note."""
    made, _ = read_records(HEADING + "2019,residential,diesel,1,MWh,NA\n", Consumption, "c.csv")
    assert made[0].note == "NA"


def test_a_formula_is_no_number_and_stays_letters_in_a_note() -> None:
    """Nothing is computed."""
    made, findings = read_records(HEADING + "2019,residential,diesel,=1+1,MWh,=2+2\n", Consumption, "c.csv")
    assert (made, [f.code for f in findings]) == ((), ["L45"])


def test_a_list_has_its_own_mark_in_a_table_with_semicolons() -> None:
    """`"own;loan"` in quotation marks."""
    made, findings = read_records('id;sector;title.en;financing\nA01;residential;T;"own;loan"\n', Action, "a.csv", ("en",))
    assert findings == () and [str(f) for f in made[0].financing] == ["own", "loan"]


def test_a_wrong_word_in_a_list_is_found() -> None:
    """Closed lists hold inside a field too."""
    _, findings = read_records("id,sector,title.en,financing\nA01,residential,T,own;gold\n", Action, "a.csv", ("en",))
    assert [(f.code, str(f.source)) for f in findings] == [("L33", "a.csv:2:4")]


@pytest.mark.parametrize(
    ("head", "mark"), [("a,b", ","), ("a;b", ";"), ("a;b,c", ";"), ("\n\na;b", ";"), ("x", ","), ('"a";"b"', ";")]
)
def test_the_separator_is_the_one_that_makes_more_columns(head: str, mark: str) -> None:
    """No guess from the data."""
    assert delimiter(head + "\n1,2\n", ("a", "b")) == mark


@given(st.text(max_size=300))
def test_any_text_is_a_table_or_a_finding(text: str) -> None:
    """Never an exception; a text that is no table says so."""
    made, findings = read_records(text, Consumption, "c.csv")
    assert made or findings


cells = st.text(alphabet=st.sampled_from("01239.,;\"'- NEIOx\n"), max_size=8)


@given(st.lists(st.lists(cells, min_size=1, max_size=7), max_size=6), st.sampled_from(",;"))
def test_any_cells_under_a_good_head_are_rows_or_findings(table: list[list[str]], mark: str) -> None:
    """Every row that says something is kept or named."""
    text = HEADING.replace(",", mark) + "".join(mark.join(row) + "\n" for row in table)
    made, findings = read_records(text, Consumption, "c.csv")
    assert made or findings
