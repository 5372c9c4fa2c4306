"""The abatement cost curve as a native chart: areas on a date axis, because columns of a native chart have one width.

One "day" of the axis is a round number of tonnes, so that the whole curve is some hundreds to thousands of days long. Every
edge occurs twice, so that each area rises and falls vertically; the middle of each step carries its code on an invisible
line. The widths are rounded to whole days; the workbook has the exact tonnes beside them.

Where the curve has a limit, the axis ends soon behind it, and the edge of the plot cuts what is higher: the workbook keeps the
true costs. White dashes mark the break.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from seapgen.model.chart import CostBlock, CostCurve, amount
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.charts.cost_axis import CostAxis
from seapgen.render.word.charts.cost_breaks import BREAK, Breaks, at_middles
from seapgen.render.word.charts.drawing import (
    AXIS_X,
    AXIS_Y,
    HIDDEN_LINE,
    Canvas,
    NativeChart,
    fill,
    frame,
    numbers,
    series_name,
)
from seapgen.render.word.charts.labels import Look, deleted, showing, text_label
from seapgen.render.word.charts.waterfall import line_series, lines_plot
from seapgen.render.word.palette import Ink
from seapgen.render.word.workbook import BookColumn

ZERO = Decimal(0)
_PLOT = 0.925  # of the width of the drawing
_DAYS = 1500  # about so many days the longest curve has
_DATE = "yyyy\\-mm\\-dd"  # a date format, or LibreOffice sees names


def cost_chart(chart: CostCurve[Inline], canvas: Canvas) -> NativeChart:
    """Blocks from the cheapest on; what saves money hangs below the line."""
    blocks = [b for b in chart.blocks if amount(b.reduction) > 0]
    edges, axis = _edges(blocks), CostAxis.of(chart)
    columns = [BookColumn("#", edges), BookColumn(plain(chart.x_title), at_middles([amount(b.reduction) for b in blocks]))]
    axis_look, areas = numbers("cat", 0, edges, _DATE), []
    for n, block in enumerate(blocks):
        values = [ZERO] * len(edges)
        values[3 * n + 1 : 3 * n + 4] = [amount(block.cost)] * 3
        columns.append(BookColumn(block.code, values))
        areas.append(
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(n + 2, block.code)}{fill(_ink(n, block, canvas))}'
            f"{axis_look}{numbers('val', n + 2, values)}</c:ser>"
        )
    marks = at_middles([None if chart.is_cut(b) else amount(b.cost) for b in blocks])
    columns.append(BookColumn(" ", marks))
    lines = line_series(len(blocks), len(blocks) + 2, " ", axis_look, marks, HIDDEN_LINE, _codes(blocks, edges, canvas))
    if any(map(chart.is_cut, blocks)):
        breaks = Breaks.of(chart, blocks, axis, [float(edge) * _unit(edges, canvas) for edge in edges[2::3]])
        columns.append(BookColumn(BREAK, breaks.heights))
        lines += breaks.series(len(blocks) + 1, axis_look, canvas)
    plot = (
        f'<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(areas)}'
        f'<c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:areaChart>{lines_plot(lines)}'
    )
    xml = frame(canvas, plot, axis.xml(blocks, canvas), (0.07, 0.03, _PLOT, 0.92))
    return NativeChart(xml, tuple(columns), canvas.width_mm, 56.0)


def _unit(edges: Sequence[Decimal], canvas: Canvas) -> float:
    """Points on paper for a day of the axis."""
    return canvas.width * _PLOT / float(max(edges[-1], Decimal(1)))


def _edges(blocks: Sequence[CostBlock[Inline]]) -> list[Decimal]:
    """Where blocks begin, have their middle, and end, in days; the outermost edges twice."""
    total = sum((amount(b.reduction) for b in blocks), ZERO) or Decimal(1)
    day = Decimal(10) ** math.floor(math.log10(float(total) / _DAYS) + 1)
    ends, at = [ZERO], ZERO
    for block in blocks:
        start, at = at, at + amount(block.reduction)
        ends += [_whole(start / day), _whole((start + at) / 2 / day), _whole(at / day)]
    return [*ends, _whole(at / day)]


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), ROUND_HALF_UP)


def _ink(n: int, block: CostBlock[Inline], canvas: Canvas) -> Ink:
    return canvas.inks["saving" if amount(block.cost) < 0 else "primary" if n % 2 else "primary-mid"]


def _codes(blocks: Sequence[CostBlock[Inline]], edges: Sequence[Decimal], canvas: Canvas) -> str:
    """The codes of blocks that are wide enough for them."""
    unit = _unit(edges, canvas)
    marks = {}
    for n, block in enumerate(blocks):
        look = Look(canvas.inks["ink"], "t" if amount(block.cost) >= 0 else "b", 7.5, language=canvas.words.tag)
        if width_of(block.code, 7.5, bold=True) <= float(edges[3 * n + 3] - edges[3 * n + 1]) * unit:
            marks[3 * n + 2] = text_label(3 * n + 2, block.code, look)
    single = "".join(marks.get(k, deleted(k)) for k in range(len(edges)))
    return f"<c:dLbls>{single}{showing(value=False)}</c:dLbls>"
