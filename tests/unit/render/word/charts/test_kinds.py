"""Every kind of chart keeps what makes it readable: no label over another, no number lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from seapgen.model.chart import CostBlock, CostCurve, PathChart, PathPoint, PathSeries, Series, StackedChart, Step, WaterfallChart
from seapgen.model.inline import FigureInline, Inline, Text
from seapgen.model.units import Unit
from seapgen.render.word.charts.drawing import Canvas, NativeChart, Words
from seapgen.render.word.charts.native import native
from seapgen.render.word.palette import HOUSE, Inks, Palette

CANVAS = Canvas(Inks(Palette(tuple(sorted(HOUSE.items())), "Source Sans 3")), Words("en-GB", "Value", "Total", "Year"))
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def tonnes(value: int) -> FigureInline:
    """A figure printed in the English way."""
    return FigureInline("f", Decimal(value), Unit.T_CO2, f"{value:,} t", f"{value:,}".replace("-", "\u2212"), "t", "chart")


def line(name: str, *points: tuple[int, int]) -> PathSeries[Inline]:
    """A line through years."""
    return PathSeries((Text(name),), tuple(PathPoint(y, tonnes(v)) for y, v in points), 1)


def places(chart: NativeChart) -> list[list[str]]:
    """For every series, where the label of each point stands; an empty word where it has none."""
    found = []
    for series in etree.fromstring(chart.xml.encode()).iter(f"{C}ser"):
        labels = series.find(f"{C}dLbls")
        default = labels.find(f"{C}dLblPos").get("val")
        count = int(series.find(f"{C}yVal/{C}numRef/{C}numCache/{C}ptCount").get("val"))
        own = {int(d.find(f"{C}idx").get("val")): d.find(f"{C}dLblPos") for d in labels.iter(f"{C}dLbl")}
        found.append(["" if n in own and own[n] is None else own[n].get("val") if n in own else default for n in range(count)])
    return found


def test_two_lines_that_end_together_have_their_numbers_apart() -> None:
    """The higher value stands above its point, the lower one below."""
    chart = native(PathChart(Unit.T_CO2, (line("a", (2019, 2000), (2030, 1370)), line("b", (2019, 1900), (2030, 1360)))), CANVAS)
    assert [series[1] for series in places(chart)] == ["t", "b"]


def test_a_value_of_two_lines_is_said_once() -> None:
    """Both begin at the same point."""
    chart = native(PathChart(Unit.T_CO2, (line("a", (2019, 2000), (2030, 500)), line("b", (2019, 2000), (2030, 1800)))), CANVAS)
    assert [series[0] for series in places(chart)] == ["t", ""]


def test_a_waterfall_may_rise() -> None:
    """An increase is drawn upwards from where the last step ended."""
    steps = (
        Step[Inline]((Text("then"),), tonnes(100), "total"),
        Step[Inline]((Text("more"),), tonnes(40), "change"),
        Step[Inline]((Text("less"),), tonnes(-60), "change"),
        Step[Inline]((Text("now"),), tonnes(80), "total"),
    )
    columns = native(WaterfallChart(Unit.T_CO2, steps), CANVAS).columns
    base, rise = columns[1].values, next(c.values for c in columns if c.name == "+")
    assert base == [None, Decimal(100), Decimal(80), None]
    assert rise == [None, Decimal(40), None, None]


@pytest.mark.parametrize("tonnes_each", [1, 950, 7_000_000])
def test_a_cost_curve_of_any_size_fits_its_axis_of_days(tonnes_each: int) -> None:
    """Excel's days end in the year 9999; the axis is scaled to stay far before."""
    blocks = tuple(CostBlock[Inline](f"A{n:02}", (Text("x"),), tonnes(tonnes_each), tonnes(n * 10 - 50)) for n in range(1, 13))
    edges = native(CostCurve(blocks, (Text("t"),), (Text("EUR"),)), CANVAS).columns[0].values
    days = [edge for edge in edges if isinstance(edge, Decimal)]
    assert days == sorted(days)
    assert 12 <= max(days) < 20_000


def test_empty_charts_are_drawn_too() -> None:
    """A chart without points is an empty one, not an accident."""
    assert native(PathChart[Inline](Unit.T_CO2, ()), CANVAS).xml
    assert native(CostCurve[Inline]((), (), ()), CANVAS).xml


def test_axis_ids_are_positive() -> None:
    """`c:axId` is an unsigned integer; negative ones made python-pptx's charts invalid."""
    chart = native(PathChart(Unit.T_CO2, (line("a", (2019, 1)),)), CANVAS)
    ids = [int(e.get("val")) for e in etree.fromstring(chart.xml.encode()).iter(f"{C}axId")]
    assert min(ids) > 0


def test_a_total_is_told_as_it_is_where_a_segment_is_withheld() -> None:
    """Of 300 t one segment is not told: the workbook has the total as a number and nothing in the segment's cell."""
    parts = (
        Series[Inline]((Text("open"),), (tonnes(100), tonnes(50)), 1),
        Series[Inline]((Text("shut"),), (Text("C"), tonnes(25)), 2),
    )
    chart = native(StackedChart[Inline](Unit.T_CO2, ((Text("a"),), (Text("b"),)), parts, (tonnes(300), tonnes(75))), CANVAS)
    *_, shut, total = chart.columns
    assert (shut.values, total.values, total.formula) == ([None, Decimal(25)], [Decimal(300), Decimal(75)], "")


def test_a_total_that_is_withheld_is_what_is_drawn() -> None:
    """The label says C; no number but those of the drawn segments is in the workbook."""
    parts = (Series[Inline]((Text("open"),), (tonnes(100),), 1), Series[Inline]((Text("shut"),), (Text("C"),), 2))
    chart = native(StackedChart[Inline](Unit.T_CO2, ((Text("a"),),), parts, (Text("C"),)), CANVAS)
    assert chart.columns[-1].values == [Decimal(100)]
