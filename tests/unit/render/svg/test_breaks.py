"""A cost curve that is cut: what is drawn of a column that is too high, and that everybody can see it."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from seapgen.render.svg import PAPER_FULL, SCREEN_NARROW, PaperInk, ScreenInk, paint
from tests.support.default_theme import default_theme
from tests.unit.render.svg.charts import cut_curve
from tests.unit.render.svg.drawing import boxes, elements

PAPER, SCREEN = PaperInk(default_theme()), ScreenInk("narrow")
COLUMNS = paint(cut_curve(2, 1), ink=PAPER, width=PAPER_FULL)
ROWS = paint(cut_curve(2, 1), ink=SCREEN, width=SCREEN_NARROW, narrow=True)
UNIT = SCREEN.size / 8.5


def columns(svg: str, side: str) -> dict[float, float]:
    """The length of the drawn columns by their value; those that are cut have a rest behind the gap, which has no value."""
    return {float(r.attrib["data-value"]): float(r.attrib[side]) for r in elements(svg, "rect") if "data-value" in r.attrib}


def rests(svg: str) -> list[ET.Element]:
    """What is drawn behind a gap."""
    return [r for r in elements(svg, "rect") if "data-value" not in r.attrib]


@pytest.mark.parametrize(("svg", "side", "unit"), [(COLUMNS, "height", 1.0), (ROWS, "width", UNIT)], ids=["columns", "rows"])
def test_columns_below_the_limit_are_to_scale(svg: str, side: str, unit: float) -> None:
    """A cost of 100 is half as long as one of 200, and a cut column 5.5 points longer than that before its gap."""
    found = columns(svg, side)

    assert found[100] * 2 == pytest.approx(found[-200], abs=0.2)
    assert found[5000] == pytest.approx(found[-200] + 5.5 * unit, abs=0.1)


@pytest.mark.parametrize(("svg", "side"), [(COLUMNS, "height"), (ROWS, "width")], ids=["columns", "rows"])
def test_cut_columns_are_of_one_length(svg: str, side: str) -> None:
    """Nobody reads a value from the length of one: 4,000 and 3,900 saved, and 5,000 spent, are the same."""
    found = columns(svg, side)

    assert found[-4000] == found[-3900] == found[5000]


@pytest.mark.parametrize("svg", [COLUMNS, ROWS], ids=["columns", "rows"])
def test_every_cut_column_goes_on_behind_its_gap(svg: str) -> None:
    """Three are cut, and three have a rest."""
    assert len(rests(svg)) == 3


def test_the_gap_is_empty() -> None:
    """Between a column and its rest there are three points of paper."""
    whole = next(r for r in elements(COLUMNS, "rect") if r.attrib.get("data-value") == "5000")
    rest = min(rests(COLUMNS), key=lambda r: float(r.attrib["y"]))

    assert float(whole.attrib["y"]) - (float(rest.attrib["y"]) + float(rest.attrib["height"])) == pytest.approx(3, abs=0.02)


def test_true_costs_stand_at_both_ends() -> None:
    """Code and cost, also of columns that are narrower than their number."""
    printed = [box.text.replace("\u00a0", " ") for box in boxes(COLUMNS)]

    assert "A00 −4.000; A01 −3.900" in printed
    assert "A08 5.000" in printed


def test_a_row_that_is_cut_prints_its_true_cost() -> None:
    """As every row does."""
    assert any("5.000" in box.text for box in boxes(ROWS))


@pytest.mark.parametrize(("low", "high", "strokes"), [(0, 0, 0), (2, 0, 2), (0, 1, 2), (2, 1, 4)])
def test_one_pair_of_strokes_marks_each_end_that_is_cut(low: int, high: int, strokes: int) -> None:
    """Beside the line of zero."""
    assert len(elements(paint(cut_curve(low, high), ink=PAPER, width=PAPER_FULL), "path")) == strokes + 1
