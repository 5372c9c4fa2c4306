"""Horizontal bars, single and stacked."""

from __future__ import annotations

from seapgen.model.chart import BarChart, StackedChart
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import Band, Rows, lay

_VALUE = Pen(bold=True)
_BESIDE = Pen(small=True, tint="muted")


def bars(canvas: Canvas, chart: BarChart[Inline], *, narrow: bool) -> str:
    """One bar for each item, its value at the bar's end, what stands beside it in brackets."""
    u = canvas.unit
    marks = [Mark.of(bar.value) for bar in chart.bars]
    besides = [Mark.of(bar.beside) for bar in chart.bars]
    tail = max((_tail(canvas, m, b) for m, b in zip(marks, besides, strict=True)), default=0)
    labels = [(plain(bar.label), Pen()) for bar in chart.bars]
    rows = lay(canvas, labels, Band(12 * u, 7 * u, tail), top=2 * u, narrow=narrow)
    most = max((mark.value for mark in marks), default=0) or 1
    for bar, mark, beside, row in zip(chart.bars, marks, besides, rows.rows, strict=True):
        length = _length(rows.room * mark.value / most, mark.value, u)
        canvas.rect(rows.left, row.y, length, 12 * u, f"s{(bar.tone - 1) % 8 + 1}" if bar.tone else "primary", mark.identity)
        x = canvas.width - _tail(canvas, mark, beside) + 5 * u if narrow else rows.left + length + 5 * u
        canvas.text(x, row.value_y, mark.number, _VALUE)
        x += canvas.measure(mark.number, _VALUE) + 4 * u
        canvas.text(x, row.value_y, _bracketed(beside), _BESIDE, identity=beside.identity)
    ground(canvas, rows, 0)
    return canvas.svg(rows.end + 2 * u)


def stacked(canvas: Canvas, chart: StackedChart[Inline], *, narrow: bool) -> str:
    """A key, then a bar of segments for each category; shares (no totals) fill the whole width."""
    u = canvas.unit
    head = canvas.key([(plain(s.name), f"s{(s.tone - 1) % 8 + 1}", "box") for s in chart.series]) + 3 * u
    totals = [Mark.of(total) for total in chart.totals] or [Mark.of(None)] * len(chart.categories)
    tail = max((canvas.measure(total.number, _VALUE) + 8 * u for total in totals if total.number), default=0)
    labels = [(plain(category), Pen()) for category in chart.categories]
    rows = lay(canvas, labels, Band(18 * u, 7 * u, tail), top=head, narrow=narrow)
    stacks = [[Mark.of(s.values[n]) for s in chart.series] for n in range(len(chart.categories))]
    sums = [sum(max(mark.value, 0) for mark in stack) for stack in stacks]
    for stack, whole, total, row in zip(stacks, sums, totals, rows.rows, strict=True):
        x, most = rows.left, (max(sums) if chart.totals else whole) or 1
        for mark, series in zip(stack, chart.series, strict=True):
            x += _segment(canvas, x, row.y, rows.room * max(mark.value, 0) / most, f"s{(series.tone - 1) % 8 + 1}", mark)
        x = canvas.width if narrow else x + 5 * u
        canvas.text(x, row.value_y, total.number, _VALUE, "end" if narrow else "start", total.identity)
    ground(canvas, rows, head - 2 * u)
    return canvas.svg(rows.end + 2 * u)


def ground(canvas: Canvas, rows: Rows, top: float) -> None:
    """The line that bars start from, where labels stand beside them."""
    if not rows.narrow:
        canvas.line(((rows.left, top), (rows.left, rows.end)), "axis")


def _length(length: float, value: float, unit: float) -> float:
    """A value that is not zero can be seen."""
    return max(length, 0.8 * unit) if value > 0 else 0.0


def _bracketed(beside: Mark) -> str:
    return f"({beside.text})" if beside.text else ""


def _tail(canvas: Canvas, mark: Mark, beside: Mark) -> float:
    width = canvas.measure(mark.number, _VALUE) + 8 * canvas.unit
    return width + (canvas.measure(_bracketed(beside), _BESIDE) + 4 * canvas.unit if beside.text else 0)


def _segment(canvas: Canvas, x: float, y: float, width: float, role: str, mark: Mark) -> float:
    """One segment with its number where it fits; its width."""
    u, pen = canvas.unit, Pen(inside=role)
    if not mark.identity:
        return width
    canvas.rect(x, y, width - (0.7 * u if width > 2 * u else 0), 18 * u, role, mark.identity)
    if mark.value > 0 and canvas.measure(mark.number, pen) + 6 * u <= width:
        canvas.text(x + width / 2, y + 9 * u + canvas.ink.small * 0.35, mark.number, pen, "middle")
    return width
