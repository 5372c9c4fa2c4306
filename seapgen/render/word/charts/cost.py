"""The abatement cost curve as a native chart: areas on a date axis, because columns of a native chart have one width.

One "day" of the axis is a round number of tonnes, so that the whole curve is some hundreds to thousands of days long. Every
edge occurs twice, so that each area rises and falls vertically; the middle of each step carries its code on an invisible
line. The widths are rounded to whole days; the workbook has the exact tonnes beside them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from seapgen.model.chart import CostBlock, CostCurve, amount
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
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
    stroke,
    typeface,
    value_axis,
)
from seapgen.render.word.charts.labels import Formats, Look, deleted, showing, text_label
from seapgen.render.word.charts.waterfall import line_series, lines_plot
from seapgen.render.word.palette import Ink
from seapgen.render.word.wordml import attribute
from seapgen.render.word.workbook import BookColumn

ZERO = Decimal(0)
_DAYS = 1500  # about so many days the longest curve has
_DATE = "yyyy\\-mm\\-dd"  # a date format, or LibreOffice sees names


def cost_chart(chart: CostCurve[Inline], canvas: Canvas) -> NativeChart:
    """Blocks from the cheapest on; what saves money hangs below the line."""
    blocks = [b for b in chart.blocks if amount(b.reduction) > 0]
    edges = _edges(blocks)
    columns = [BookColumn("#", edges), BookColumn(plain(chart.x_title), _exact(blocks, len(edges)))]
    axis_look = numbers("cat", 0, edges, _DATE)
    areas = []
    for n, block in enumerate(blocks):
        values = [ZERO] * len(edges)
        values[3 * n + 1 : 3 * n + 4] = [amount(block.cost)] * 3
        columns.append(BookColumn(block.code, values))
        areas.append(
            f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(n + 2, block.code)}{fill(_ink(n, block, canvas))}'
            f"{axis_look}{numbers('val', n + 2, values)}</c:ser>"
        )
    marks: list[Decimal | None] = [None] * len(edges)
    for n, block in enumerate(blocks):
        marks[3 * n + 2] = amount(block.cost)
    columns.append(BookColumn(" ", marks))
    codes = line_series(len(blocks), len(blocks) + 2, " ", axis_look, marks, HIDDEN_LINE, _codes(blocks, edges, canvas))
    plot = (
        f'<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(areas)}'
        f'<c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:areaChart>{lines_plot(codes)}'
    )
    xml = frame(canvas, plot, _axes(blocks, canvas), (0.07, 0.03, 0.925, 0.92))
    return NativeChart(xml, tuple(columns), canvas.width_mm, 56.0)


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


def _exact(blocks: Sequence[CostBlock[Inline]], rows: int) -> list[Decimal | None]:
    """The exact tonnes of each block, in the row of its middle."""
    found: list[Decimal | None] = [None] * rows
    for n, block in enumerate(blocks):
        found[3 * n + 2] = amount(block.reduction)
    return found


def _ink(n: int, block: CostBlock[Inline], canvas: Canvas) -> Ink:
    return canvas.inks["saving" if amount(block.cost) < 0 else "primary" if n % 2 else "primary-mid"]


def _codes(blocks: Sequence[CostBlock[Inline]], edges: Sequence[Decimal], canvas: Canvas) -> str:
    """The codes of blocks that are wide enough for them."""
    unit = canvas.width * 0.925 / float(max(edges[-1], Decimal(1)))
    marks = {}
    for n, block in enumerate(blocks):
        look = Look(canvas.inks["ink"], "t" if amount(block.cost) >= 0 else "b", 7.5, language=canvas.words.tag)
        if width_of(block.code, 7.5, bold=True) <= float(edges[3 * n + 3] - edges[3 * n + 1]) * unit:
            marks[3 * n + 2] = text_label(3 * n + 2, block.code, look)
    single = "".join(marks.get(k, deleted(k)) for k in range(len(edges)))
    return f"<c:dLbls>{single}{showing(value=False)}</c:dLbls>"


def _axes(blocks: Sequence[CostBlock[Inline]], canvas: Canvas) -> str:
    """The tonnes without numbers (the key below has them), the cost with a quiet grid."""
    muted = canvas.inks["muted"]
    costs = [float(amount(b.cost)) for b in blocks] or [0.0]
    step = nice((max(*costs, 0.0) - min(*costs, 0.0)) / 5 or 1.0)
    low, high = math.floor(min(*costs, 0.0) / step) * step, math.ceil(max(*costs, 0.0) / step + 0.3) * step
    # two sections without conditions: the only form whose minus sign is ours in every program
    code = Formats.of(b.cost for b in blocks).code() if low >= 0 else '0;"\u2212"0;0'
    dates = (
        f'<c:dateAx><c:axId val="{AXIS_X}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/>{stroke(muted, 0.75)}{typeface(7.5, muted)}<c:crossAx val="{AXIS_Y}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/></c:dateAx>'
    )
    shown = (
        f"<c:majorGridlines>{stroke(canvas.inks['line'], 0.5)}</c:majorGridlines>"
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{HIDDEN_LINE}{typeface(7.5, muted)}'
    )
    limits = (Decimal(str(low)), Decimal(str(high)))
    return dates + value_axis("l", low=limits[0], high=limits[1], shown=shown, step=Decimal(str(step)), between="midCat")


def nice(step: float) -> float:
    """The next round step that is whole: 1, 2 or 5 times a power of ten, or 25, 250 and so on; marks have no decimals."""
    power = 10.0 ** max(0, math.floor(math.log10(step)))
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= step * (1 - 1e-9) and m * power == int(m * power))
