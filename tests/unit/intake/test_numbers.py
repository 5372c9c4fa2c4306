"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.intake.numbers import read_number
from seapgen.intake.programme import load_programme
from tests.unit.intake.programmes import CONSUMPTION, HEAD, PROGRAMMES, load, minimal

HEADING = "inventory_year;sector;carrier;quantity;unit\n"
FIRST, SECOND = "2019;residential;natural_gas;{};MWh\n", "2019;tertiary;natural_gas;{};MWh\n"


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("7", "7", ""), ("-7", "-7", ""), ("\u22127", "-7", ""), ("+7", "7", ""), ("402.5", "402.5", "."),
        ("402,5", "402.5", ","), (".5", "0.5", "."), ("0.123", "0.123", "."), ("0,123", "0.123", ","),
        ("1234,567", "1234.567", ","),
        ("1.234,5", "1234.5", ","), ("1,234.5", "1234.5", "."), ("1.234.567", "1234567", ","), ("1,234,567", "1234567", "."),
        ("1 234", "1234", ""), ("1\u00a0234,5", "1234.5", ","), ("1\u202f234\u202f567.25", "1234567.25", "."),
        ("1 234,567", "1234.567", ","), ("1.5E+3", "1.5E+3", "."), (" 12 ", "12", ""),
    ],
)  # fmt: skip
def test_a_clear_number_is_read_exactly(text: str, value: str, mark: str) -> None:
    """One meaning, and the decimal mark it proves."""
    reading = read_number(text)
    assert reading is not None and (reading.value, reading.mark, reading.doubtful) == (Decimal(value), mark, "")


@pytest.mark.parametrize(
    "text",
    [
        "", "-", ".", ",", "5.", "NaN", "inf", "1e999", "0x1F", "1_000", "1'000", "1,23,456", "1.234,567,8", "1,2.3,4",
        "12.34.56", "1 23", "12 MWh", "5%", "=1+1", "٣", "1,234.567.8", "--1", "1" * 41, "1..2", "1,,2", "0,123,456", "#DIV/0!",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    """No meaning rather than a wrong one."""
    assert read_number(text) is None


@given(st.decimals(min_value=0, max_value=10**15, places=2, allow_nan=False), st.sampled_from([(".", ","), (",", ".")]))
def test_a_number_with_groups_is_read_back_whole(value: Decimal, marks: tuple[str, str]) -> None:
    """Printed with groups in either way and read: the same number."""
    printed = f"{value:,.2f}".translate(str.maketrans({".": marks[0], ",": marks[1]}))
    reading = read_number(printed)
    assert reading is not None and reading.value == value


@given(st.text(alphabet="0123456789.,-+ eE_\u00a0", max_size=12))
def test_no_text_breaks_the_reader_of_numbers(text: str) -> None:
    """A number or nothing; what is read is finite."""
    reading = read_number(text)
    assert reading is None or reading.value.is_finite()


def test_a_doubtful_number_is_settled_by_the_others_of_its_file(tmp_path: Path) -> None:
    """One decimal mark a file: beside 7,25 a 1,234 is a little more than one."""
    programme = minimal(tmp_path, {CONSUMPTION: HEADING + FIRST.format("7,25") + SECOND.format("1,234")})
    loaded = load_programme(programme).programme
    assert loaded is not None and [r.quantity for r in loaded.municipalities[0].consumption] == [
        Decimal("7.25"),
        Decimal("1.234"),
    ]


def test_a_doubtful_number_against_the_mark_of_its_file_is_asked_for(tmp_path: Path) -> None:
    """Beside 7.25 a 1,234 could be a group or a slip."""
    assert load(tmp_path, {CONSUMPTION: HEADING + FIRST.format("7.25") + SECOND.format("1,234")}) == [f"L46 {CONSUMPTION}:3:4"]


@pytest.mark.parametrize(("hint", "text", "value"), [(",", "1,234", "1.234"), (",", "1.234", "1234"), (".", "1.234", "1.234")])
def test_a_hint_settles_doubtful_numbers(tmp_path: Path, hint: str, text: str, value: str) -> None:
    """`csv: {decimal: …}` in municipality.yaml."""
    head = (PROGRAMMES / "minimal" / HEAD).read_text(encoding="utf-8") + f'csv: {{decimal: "{hint}"}}\n'
    loaded = load_programme(minimal(tmp_path, {HEAD: head, CONSUMPTION: HEADING + FIRST.format(text)}))
    assert loaded.findings == () and loaded.programme is not None
    assert loaded.programme.municipalities[0].consumption[0].quantity == Decimal(value)


def test_a_number_against_the_hint_is_a_finding(tmp_path: Path) -> None:
    """The hint and the file contradict each other."""
    head = (PROGRAMMES / "minimal" / HEAD).read_text(encoding="utf-8") + 'csv: {decimal: ","}\n'
    assert load(tmp_path, {HEAD: head, CONSUMPTION: HEADING + FIRST.format("7.25")}) == [f"L47 {CONSUMPTION}:2:4"]


@pytest.mark.parametrize("texts", [("7,25", "8.5", "9.5"), ("8.5", "7,25", "9.5"), ("8.5", "9.5", "7,25")])
def test_the_number_with_the_rarer_mark_is_the_finding(tmp_path: Path, texts: tuple[str, ...]) -> None:
    """Wherever it stands, also in the first row."""
    carriers = ("natural_gas", "diesel", "electricity")
    rows = "".join(f'2019,residential,{carrier},"{text}",MWh\n' for carrier, text in zip(carriers, texts, strict=True))

    assert load(tmp_path, {CONSUMPTION: "inventory_year,sector,carrier,quantity,unit\n" + rows}) == [
        f"L47 {CONSUMPTION}:{texts.index('7,25') + 2}:4"
    ]


def test_the_question_about_a_doubtful_number_offers_both_readings(tmp_path: Path) -> None:
    """The way out can be typed as it stands."""
    finding = load_programme(minimal(tmp_path, {CONSUMPTION: HEADING + FIRST.format("1,234")})).findings[0]
    assert {str(getattr(value, "text", "")) for _, value in finding.message.values} == {"1,234", "1234", "1.234"}
    assert finding.proposal is not None and dict(finding.proposal.values)["decimal"] is not None
