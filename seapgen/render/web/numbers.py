"""The numbers of a chart as a table, from the same model that the drawing is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from seapgen.model.chart import (
    BarChart,
    CostBlock,
    CostCurve,
    Counted,
    GroupedChart,
    PathChart,
    PathSeries,
    Series,
    StackedChart,
    WaterfallChart,
)
from seapgen.model.document import Labels
from seapgen.model.inline import Inline, Text

Line: TypeAlias = tuple[Inline, ...]
ABSENT: Line = (Text("–"),)


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table's head and rows; the first cell of a row names it."""

    heads: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


def numbers(chart: Counted[Inline], labels: Labels[Inline]) -> Numbers:
    """The table of a chart, in the order of the drawing."""
    match chart:
        case BarChart():
            return _bars(chart, labels)
        case StackedChart(categories=categories, series=series, totals=totals):
            return _grid(categories, series, labels, totals)
        case GroupedChart(categories=categories, series=series):
            return _grid(categories, series, labels)
        case WaterfallChart():
            return _waterfall(chart, labels)
        case PathChart(series=series):
            return _path(series, labels)
        case CostCurve():
            heads = (labels.category, chart.x_title, chart.y_title)
            return Numbers(heads, tuple((_named(block), (block.reduction,), (block.cost,)) for block in chart.blocks))
        case _:
            assert_never(chart)


def _bars(chart: BarChart[Inline], labels: Labels[Inline]) -> Numbers:
    if all(bar.beside is None for bar in chart.bars):
        return Numbers((labels.category, labels.value), tuple((bar.label, (bar.value,)) for bar in chart.bars))
    rows = tuple((bar.label, (bar.value,), _cell(bar.beside)) for bar in chart.bars)
    return Numbers((labels.category, labels.value, labels.share), rows)


def _grid(categories: tuple[Line, ...], series: tuple[Series[Inline], ...], labels: Labels[Inline], totals: Line = ()) -> Numbers:
    heads = (labels.category, *(each.name for each in series), *((labels.total,) if totals else ()))
    rows = tuple(
        (category, *(_cell(each.values[n]) for each in series), *(((totals[n],),) if totals else ()))
        for n, category in enumerate(categories)
    )
    return Numbers(heads, rows)


def _waterfall(chart: WaterfallChart[Inline], labels: Labels[Inline]) -> Numbers:
    rows = tuple((step.label, (step.value,)) for step in chart.steps)
    target = () if chart.target is None else ((chart.target_label, (chart.target,)),)
    return Numbers((labels.category, labels.value), rows + target)


def _path(series: tuple[PathSeries[Inline], ...], labels: Labels[Inline]) -> Numbers:
    values = [{point.year: point.value for point in each.points} for each in series]
    years = sorted({year for line in values for year in line})
    rows = tuple(((Text(str(year)),), *(_cell(line.get(year)) for line in values)) for year in years)
    return Numbers((labels.year, *(each.name for each in series)), rows)


def _named(block: CostBlock[Inline]) -> Line:
    return (Text(f"{block.code} "), *block.label)


def _cell(value: Inline | None) -> Line:
    return ABSENT if value is None else (value,)
