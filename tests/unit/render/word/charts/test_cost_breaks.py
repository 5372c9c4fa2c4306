"""A native cost curve that is cut: the axis ends, the numbers do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from seapgen.model.chart import CostBlock, CostCurve
from seapgen.model.inline import FigureInline, Inline, Text
from seapgen.model.units import Unit
from seapgen.render.word.charts.drawing import Canvas, NativeChart, Words
from seapgen.render.word.charts.native import native
from seapgen.render.word.palette import HOUSE, Inks, Palette

CANVAS = Canvas(Inks(Palette(tuple(sorted(HOUSE.items())), "Source Sans 3")), Words("en-GB", "Value", "Total", "Year"))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def curve(*costs: int, limit: int | None = 200) -> NativeChart:
    """Actions by cost; those beyond 200 avoid little."""
    blocks = tuple(
        CostBlock[Inline](f"A{n}", (Text("x"),), figure(100 if abs(c) > 200 else 20000), figure(c)) for n, c in enumerate(costs)
    )
    return native(CostCurve(blocks, (Text("t"),), (Text("EUR"),), Decimal(limit) if limit else None), CANVAS)


def figure(value: int) -> FigureInline:
    """A figure printed in the English way."""
    return FigureInline("f", Decimal(value), Unit.EUR_PER_T, f"{value:,}", f"{value:,}".replace("-", "−"), "", "chart")


def ends(chart: NativeChart) -> tuple[float, float]:
    """Of the axis of the costs."""
    scaling = etree.fromstring(chart.xml.encode()).find(f".//{C}valAx/{C}scaling")
    return float(scaling.find(f"{C}min").get("val")), float(scaling.find(f"{C}max").get("val"))


def breaks(chart: NativeChart) -> etree._Element:
    """The series of the dashes."""
    series = etree.fromstring(chart.xml.encode()).iter(f"{C}ser")
    return next(s for s in series if s.find(f"{C}marker/{C}symbol[@val='dash']") is not None)


def test_the_axis_ends_soon_behind_the_limit() -> None:
    """At one step of 100 or two, though one action costs 5,000 and one saves 4,000."""
    low, high = ends(curve(-4000, -200, 100, 190, 5000))
    assert -400 <= low < -200
    assert 200 < high <= 400


def test_an_end_without_cut_columns_ends_as_ever() -> None:
    """Only the upper end has the room that a break needs; below, the axis ends at the lowest cost."""
    assert ends(curve(-200, 100, 5000))[0] == -200


def test_the_workbook_has_the_true_costs() -> None:
    """The edge of the plot cuts the column, not the data."""
    column = next(c for c in curve(-200, 100, 5000).columns if c.name == "A2")
    assert set(column.values) == {Decimal(0), Decimal(5000)}


def test_dashes_stand_between_the_limit_and_the_end_of_the_axis() -> None:
    """Above and below, where no column that is whole reaches."""
    chart = curve(-4000, -200, 100, 190, 5000)
    column = next(c for c in chart.columns if c.name == "//")
    low, high = ends(chart)
    below, above = (v for v in column.values if isinstance(v, Decimal))
    assert low < below < -200
    assert 200 < above < high


def test_the_series_of_dashes_shows_the_column_of_the_workbook() -> None:
    """Its cache and the cells are the same."""
    chart = curve(-4000, -200, 100, 5000)
    index = next(n for n, c in enumerate(chart.columns) if c.name == "//")
    reference = breaks(chart).find(f"{C}val/{C}numRef")
    assert reference.findtext(f"{C}f") == f"Data!${chr(65 + index)}$2:${chr(65 + index)}${len(chart.columns[index].values) + 1}"


@pytest.mark.parametrize(("costs", "words"), [
    ((-4000, -3900, -100, 100), ["A0\u00a0−4,000; A1\u00a0−3,900"]),
    ((-4000, -100, 100, 5000, 6000), ["A0\u00a0−4,000", "A3\u00a05,000; A4\u00a06,000"]),
])  # fmt: skip
def test_labels_say_codes_and_true_costs(costs: tuple[int, ...], words: list[str]) -> None:
    """One label for each end that is cut."""
    labels = ("".join(t.text for t in label.iter(f"{A}t")) for label in breaks(curve(*costs)).iter(f"{C}dLbl"))
    assert [label for label in labels if label] == words


def test_dashes_never_overlap() -> None:
    """Narrow columns side by side have one dash together; the innermost one has it, because the label stands there."""
    column = next(c for c in curve(-4000, -3900, -3800, -100, 100).columns if c.name == "//")
    assert [n for n, v in enumerate(column.values) if v is not None] == [3 * 2 + 2]


def test_a_curve_that_is_not_cut_has_no_dashes() -> None:
    """Neither the column of the workbook nor the series."""
    chart = curve(-4000, -200, 100, 5000, limit=None)
    assert "//" not in {c.name for c in chart.columns}
    assert 'val="dash"' not in chart.xml
