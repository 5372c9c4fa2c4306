"""The painter: a chart and an ink become a drawing."""

from __future__ import annotations

from seapgen.model.chart import BarChart, Chart, CostCurve, GroupedChart, PathChart, PointMap, StackedChart, WaterfallChart
from seapgen.model.inline import Inline
from seapgen.render.svg.bars import bars, stacked
from seapgen.render.svg.canvas import Canvas
from seapgen.render.svg.cost import curve
from seapgen.render.svg.groups import grouped
from seapgen.render.svg.ink import Ink
from seapgen.render.svg.path import path
from seapgen.render.svg.places import places
from seapgen.render.svg.waterfall import waterfall

PAPER_FULL, PAPER_HALF = 470.0, 222.0  # points: the measure of 166 mm, and half of it
SCREEN_WIDE, SCREEN_NARROW = 860.0, 328.0  # pixels


def paint(chart: Chart[Inline], *, ink: Ink, width: float, narrow: bool = False) -> str:
    """SVG text of a chart, `width` units wide, as high as it needs.

    Numbers are printed as the model has them and never formatted here; each value's id and exact number are on what shows it as
    `data-figure` and `data-value` (a column of a cost curve also `data-width-figure` and `data-width-value`): on a bar, segment,
    column or dot, on the text of a total or of what stands beside a value, on the line of a target.
    `narrow` puts labels above the bars and turns columns into rows.
    """
    canvas = Canvas(ink, width)
    match chart:
        case BarChart():
            return bars(canvas, chart, narrow=narrow)
        case StackedChart():
            return stacked(canvas, chart, narrow=narrow)
        case GroupedChart():
            return grouped(canvas, chart, narrow=narrow)
        case WaterfallChart():
            return waterfall(canvas, chart, narrow=narrow)
        case PathChart():
            return path(canvas, chart, narrow=narrow)
        case CostCurve():
            return curve(canvas, chart, narrow=narrow)
        case PointMap():
            return places(canvas, chart)
