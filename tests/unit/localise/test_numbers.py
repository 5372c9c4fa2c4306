"""How numbers print: rounding, signs, units, grouping, money in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.localise.numbers import printed, rounded
from seapgen.model.message import Figure
from seapgen.model.units import Unit
from tests.unit.localise.rows import LANGUAGES, inline, row, shown

ANY = st.decimals(min_value=-(10**12), max_value=10**12, places=4)
PLAIN_UNITS = [unit for unit in Unit if unit not in (Unit.DATE, Unit.PERIOD, Unit.YEAR)]


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("2.675", 2, "2.68"),
        ("-0.2", 0, "0"),
        ("0.285", 2, "0.29"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: str, digits: int, text: str) -> None:
    """Neither to the even digit, nor by the binary fraction; minus zero is zero."""
    assert str(rounded(Decimal(value), digits)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_never_printed(value: str) -> None:
    """A division by zero upstream must not reach a page."""
    with pytest.raises(ValueError, match="must not reach"):
        rounded(Decimal(value), 0)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("28388.4", Unit.MWH, "28,388 MWh"), ("28388.5", Unit.T_CO2, "28,389 t CO₂"), ("3.9657", Unit.T_CO2_PER_HEAD, "3.97 t CO₂"),
        ("0.4058", Unit.T_CO2_PER_MWH, "0.406 t CO₂/MWh"), ("41.25", Unit.PERCENT, "41.3%"), ("123456", Unit.EUR, "€123,456"),
        ("-63.4", Unit.EUR_PER_T, "−€63/t"), ("92.5", Unit.EUR_PER_MWH, "€92.50/MWh"), ("2020", Unit.YEAR, "2020"),
        ("7.5", Unit.YEARS, "7.5 years"), ("8412", Unit.PEOPLE, "8,412"), ("3", Unit.COUNT, "3"), ("0.5", Unit.FTE, "0.5"),
        ("12.25", Unit.POINTS, "12.3 percentage points"), ("2.5", Unit.MW, "2.5 MW"), ("1021", Unit.T_MIXED, "1,021 t"),
    ],
)  # fmt: skip
def test_every_kind_of_quantity_has_its_digits(value: str, unit: Unit, text: str) -> None:
    """Energy, emissions and money whole, per head two, factors three, shares one."""
    assert shown(value, unit) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("0.3", Unit.T_CO2, "< 1 t CO₂"),
        ("-0.3", Unit.T_CO2, "> −1 t CO₂"),
        ("0.04", Unit.PERCENT, "< 0.1%"),
        ("0", Unit.MWH, "0 MWh"),
        ("0.2", Unit.EUR, "< €1"),
    ],
)
def test_what_is_not_zero_never_prints_as_zero(value: str, unit: Unit, text: str) -> None:
    """A printed 0 would say that there is nothing."""
    assert shown(value, unit) == text


def test_a_table_prints_bare_numbers() -> None:
    """The unit stands in the head of the column."""
    assert [shown(v, u, role="table") for v, u in [("41.2", Unit.PERCENT), ("5", Unit.EUR), ("0.2", Unit.MWH), ("-1234", Unit.T_CO2)]] == [
        "41.2", "5", "< 1", "−1,234",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("en", "3170000000", "€3.17 billion"), ("it", "3170000000", "3,17 miliardi di €"), ("it", "1000000", "1 milione di €"),
        ("it", "1500000", "1,5 milioni di €"), ("it", "1000000000", "1 miliardo di €"), ("pl", "2450000", "2,45 mln €"), ("sv", "1000000", "1 miljon €"),
        ("sv", "2000000", "2 miljoner €"), ("hu", "2450000", "2,45 millió EUR"), ("hr", "1000000", "1 milijun €"), ("hr", "3000000000", "3 milijarde €"),
        ("el", "2450000", "2,45 εκατομμύρια €"), ("en", "999999.4", "€999,999"), ("en", "999999.5", "€1 million"), ("en", "999994999", "€999.99 million"),
        ("en", "999995000", "€1 billion"), ("en", "-2500000", "−€2.5 million"),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_millions_in_the_words_of_the_language(language: str, value: str, text: str) -> None:
    """With the plural that the printed digits ask for, and at most two decimals."""
    assert shown(value, Unit.EUR, language) == text


def test_a_table_prints_millions_as_whole_euros() -> None:
    """Sums can be checked in a table."""
    assert shown("3170000000", Unit.EUR, "it", role="table") == "3.170.000.000"


@pytest.mark.parametrize(
    ("value", "unit", "scale", "number", "suffix"),
    [
        ("10478632", Unit.MWH, "k", "10,479", "GWh"), ("10478632", Unit.MWH, "m", "10.5", "TWh"), ("28388", Unit.T_CO2, "k", "28.4", "kt CO₂"),
        ("2000000", Unit.T_CO2, "m", "2", "Mt CO₂"), ("3170000000", Unit.EUR, "g", "€3.17", "billion"), ("9.24", Unit.PERCENT, "", "9.2", "%"),
        ("5", Unit.MWH, "", "5", "MWh"),
    ],
)  # fmt: skip
def test_a_tile_gets_the_number_and_its_unit_apart(value: str, unit: Unit, scale: str, number: str, suffix: str) -> None:
    """The number stands large beside its unit."""
    figure = inline(value, unit, role="chart", scale=scale)  # type: ignore[arg-type]

    assert (figure.number, figure.suffix.replace("\u00a0", " ")) == (number, suffix)
    assert figure.value == Decimal(value)


@given(value=ANY, language=st.sampled_from(LANGUAGES), unit=st.sampled_from(PLAIN_UNITS))
def test_number_and_suffix_are_the_whole_text(value: Decimal, language: str, unit: Unit) -> None:
    """A renderer that sets them apart shows what the sentence shows."""
    figure = printed(Figure("f", value, unit), row(language))

    assert figure.text.replace("\u00a0", "") == (figure.number + figure.suffix).replace("\u00a0", "")


@given(value=ANY, language=st.sampled_from(LANGUAGES), unit=st.sampled_from(PLAIN_UNITS))
def test_no_printed_number_breaks_at_a_line_end_or_shows_a_hyphen(value: Decimal, language: str, unit: Unit) -> None:
    """Spaces do not break, minus is a minus."""
    text = printed(Figure("f", value, unit), row(language)).text

    assert " " not in text
    assert "-" not in text


@given(value=st.decimals(min_value=-(10**9), max_value=10**9, places=3), language=st.sampled_from(LANGUAGES))
def test_a_printed_number_reads_back_as_the_rounded_value(value: Decimal, language: str) -> None:
    """No digit is lost or added by grouping, in any language."""
    profile = row(language)
    text = printed(Figure("f", value, Unit.MWH), profile, role="table").text.replace(profile.group, "").replace("\u2212", "-")

    assert value == 0 or text.startswith(("<", ">")) or Decimal(text) == rounded(value, 0)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "1,234"), ("it", "1234"), ("el", "1.234"), ("pl", "1234"), ("sv", "1 234"), ("hu", "1234"), ("hr", "1.234")],
)
def test_four_digits_are_grouped_where_the_language_does(language: str, text: str) -> None:
    """Italian, Polish and Hungarian group from 10 000 only."""
    assert shown("1234", Unit.COUNT, language) == text


def test_a_range_and_a_period_are_joined_by_a_dash() -> None:
    """From one value to another; years are not grouped."""
    profile = row("it")
    ends = (Decimal(12000), Decimal(15000))

    assert printed(Figure("f", ends, Unit.MWH), profile).text == "12.000–15.000\u00a0MWh"
    assert printed(Figure("f", (Decimal(2010), Decimal(2020)), Unit.PERIOD), profile).text == "2010–2020"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "18 March 2013"), ("it", "18 marzo 2013"), ("el", "18 Μαρτίου 2013"), ("pl", "18 marca 2013 r."), ("sv", "18 mars 2013"),
        ("hu", "2013. március 18."), ("hr", "18. ožujka 2013."),
    ],
)  # fmt: skip
def test_dates_are_written_in_words(language: str, text: str) -> None:
    """Months in the case that the language asks for."""
    assert printed(Figure("f", date(2013, 3, 18), Unit.DATE), row(language)).text.replace("\u00a0", " ") == text


def test_asked_digits_are_printed_in_full() -> None:
    """A figure that names its decimals gets them, and is not put into millions."""
    assert printed(Figure("f", Decimal(2450000), Unit.EUR, digits=0), row("en")).text == "€2,450,000"
    assert printed(Figure("f", Decimal(8), Unit.YEARS, digits=0), row("it")).text == "8\u00a0anni"
