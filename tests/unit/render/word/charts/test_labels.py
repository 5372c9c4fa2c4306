"""Labels of charts print what the document prints, on every reader's system, and stay live where a format can do it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.inline import FigureInline
from seapgen.model.units import Unit
from seapgen.render.word.charts.labels import Formats, Look, series_labels
from seapgen.render.word.palette import Ink

INK = Look(Ink("ink", "1B2A32"))


def figure(value: str, number: str, suffix: str = "") -> FigureInline:
    """A printed figure."""
    return FigureInline("f", Decimal(value), Unit.MWH, f"{number} {suffix}".strip(), number, suffix)


def test_a_separator_is_a_letter_of_the_format() -> None:
    """Word prints the document's own separator, not that of the reader's system."""
    code = Formats.of([figure("1234567", "1.234.567")]).code()
    assert code == r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"


def test_grouping_begins_where_the_document_begins_it() -> None:
    """Italian, Polish and Hungarian leave four digits together."""
    code = Formats.of([figure("12345", "12.345"), figure("3049", "3049")]).code()
    assert code == r"[>=1000000]#\.###\.##0;[>=10000]#\.##0;0"


@given(st.integers(0, 999_999_999), st.sampled_from([".", ",", "\u00a0", "\u202f"]))
def test_the_format_prints_every_whole_number(value: int, separator: str) -> None:
    """What the format makes of a number is what a language prints."""
    wanted = f"{value:,}".replace(",", separator)
    shown = figure(str(value), wanted)
    assert Formats(separator).prints(shown)


@pytest.mark.parametrize(
    ("value", "number"),
    [("0.5", "0,5"), ("1234567", "1,23"), ("-1234", "\u22121.234"), ("0.2", "< 1"), ("1.234", "1,234"), ("1500", "1.501")],
)
def test_other_numbers_are_texts(value: str, number: str) -> None:
    """Decimals, scaled, negative and bounded numbers are no business of the format."""
    shown = figure(value, number)
    label = series_labels([shown], Formats("."), INK)
    assert f"<a:t>{number.replace('<', '&lt;')}</a:t>" in label


def test_a_live_label_has_no_text_of_its_own() -> None:
    """A whole number follows when somebody edits the chart's data."""
    label = series_labels([figure("12345", "12.345")], Formats("."), INK)
    assert "<a:t>" not in label


def test_a_reduction_keeps_its_sign_and_stays_live() -> None:
    """A waterfall draws falls as heights; the format adds the minus."""
    formats = Formats.of([figure("-315000", "\u2212315.000")])
    assert formats.prints(figure("-315000", "\u2212315.000"), "\u2212")
    assert formats.code("\u2212").endswith('"\u2212"0')


def test_units_are_printed_where_they_differ() -> None:
    """Values of one unit have it in the caption; of two, each says its own."""
    mixed = Formats.of([figure("1200", "1,2", "TWh"), figure("3", "3", "GWh")])
    assert mixed.shown(figure("3", "3", "GWh")) == "3 GWh"


def test_an_absent_point_has_no_label() -> None:
    """Nothing is printed for a value that is not there."""
    assert '<c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>' in series_labels([figure("1", "1"), None], Formats(), INK)
