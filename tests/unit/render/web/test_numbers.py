"""The table under a chart tells what the drawing tells."""

from __future__ import annotations

from decimal import Decimal

from seapgen.model.chart import (
    Bar,
    BarChart,
    CostBlock,
    CostCurve,
    GroupedChart,
    PathChart,
    PathPoint,
    PathSeries,
    Series,
    StackedChart,
    Step,
    WaterfallChart,
)
from seapgen.model.inline import FigureInline, Inline, Text, plain
from seapgen.model.units import Unit
from seapgen.render.web.numbers import Numbers, numbers
from tests.support.specimen_document import specimen_document

LABELS = specimen_document().labels


def word(letters: str) -> tuple[Inline, ...]:
    """A line of one text."""
    return (Text(letters),)


def figure(value: str) -> Inline:
    """A chart value."""
    return FigureInline("f", Decimal(value), Unit.T_CO2, value, value, "", "chart")


def shown(found: Numbers) -> list[list[str]]:
    """Head and rows as letters."""
    return [[plain(cell) for cell in row] for row in (found.heads, *found.rows)]


def test_bars_show_value_and_share() -> None:
    """A share that only some bars have leaves a dash at the others."""
    chart: BarChart[Inline] = BarChart(Unit.T_CO2, (Bar(word("A"), figure("5"), figure("50")), Bar(word("B"), figure("4"))))

    assert shown(numbers(chart, LABELS)) == [["Item", "Value", "Share"], ["A", "5", "50"], ["B", "4", "–"]]


def test_bars_without_shares_have_two_columns() -> None:
    """No empty column."""
    chart: BarChart[Inline] = BarChart(Unit.T_CO2, (Bar(word("A"), figure("5")),))

    assert shown(numbers(chart, LABELS)) == [["Item", "Value"], ["A", "5"]]


def test_stacked_bars_show_their_series_and_total() -> None:
    """A column for each series, the total last."""
    series: tuple[Series[Inline], ...] = (Series(word("x"), (figure("1"),), 1), Series(word("y"), (None,), 2))
    chart = StackedChart(Unit.T_CO2, (word("A"),), series, (figure("1"),))

    assert shown(numbers(chart, LABELS)) == [["Item", "x", "y", "Total"], ["A", "1", "–", "1"]]


def test_stacked_shares_have_no_total() -> None:
    """Every bar of shares is the whole."""
    chart: StackedChart[Inline] = StackedChart(Unit.PERCENT, (word("A"),), (Series(word("x"), (figure("100"),), 1),))

    assert shown(numbers(chart, LABELS)) == [["Item", "x"], ["A", "100"]]


def test_grouped_bars_show_absent_values_as_dashes() -> None:
    """An absent value is not zero."""
    chart: GroupedChart[Inline] = GroupedChart(
        Unit.T_CO2, (word("A"), word("B")), (Series(word("2019"), (figure("1"), None), 1),)
    )

    assert shown(numbers(chart, LABELS)) == [["Item", "2019"], ["A", "1"], ["B", "–"]]


def test_a_waterfall_ends_with_its_target() -> None:
    """The dashed line has its row."""
    chart: WaterfallChart[Inline] = WaterfallChart(
        Unit.T_CO2, (Step(word("2019"), figure("9"), "total"),), figure("6"), word("Target")
    )

    assert shown(numbers(chart, LABELS)) == [["Item", "Value"], ["2019", "9"], ["Target", "6"]]


def test_lines_share_the_years() -> None:
    """Years in order, a dash where a line has no point."""
    chart: PathChart[Inline] = PathChart(Unit.T_CO2, (
        PathSeries(word("x"), (PathPoint(2030, figure("3")), PathPoint(2019, figure("9"))), 1),
        PathSeries(word("y"), (PathPoint(2024, figure("8")),), 2),
    ))  # fmt: skip

    assert shown(numbers(chart, LABELS)) == [["Year", "x", "y"], ["2019", "9", "–"], ["2024", "–", "8"], ["2030", "3", "–"]]


def test_a_cost_curve_shows_tonnes_and_costs() -> None:
    """The axes' titles head the columns; the code stands before the name."""
    chart: CostCurve[Inline] = CostCurve(
        (CostBlock("A01", word("LED"), figure("7"), figure("-95")),), word("t a year"), word("EUR per t")
    )

    assert shown(numbers(chart, LABELS)) == [["Item", "t a year", "EUR per t"], ["A01 LED", "7", "-95"]]
