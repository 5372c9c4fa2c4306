"""Rows of a chart: a label and a band for its bars. Labels stand left of the bars, or above them on a narrow drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seapgen.render.svg.canvas import Canvas
from seapgen.render.svg.ink import Pen

_LABEL = Pen()
_VALUE = Pen(bold=True)


@dataclass(frozen=True, slots=True)
class Row:
    """Where one row's bars begin (`y`) and where its value stands when labels are above the bars."""

    y: float
    value_y: float


@dataclass(frozen=True, slots=True)
class Rows:
    """Measures of all rows: bars run from `left` over `room`; `end` is where the drawing ends."""

    left: float
    room: float
    rows: tuple[Row, ...]
    end: float
    narrow: bool


def lay(
    canvas: Canvas, labels: Sequence[str], *, tail: float, bar: float, gap: float, top: float, narrow: bool,
    bold: Sequence[bool] = (),
) -> Rows:  # fmt: skip
    """Write the labels and say where the bars go. `tail` is the room that values need behind a bar, `bar` a row's band of bars."""
    pens = [_VALUE if n < len(bold) and bold[n] else _LABEL for n in range(len(labels))]
    if narrow:
        return _above(canvas, labels, pens, tail, bar, gap, top)
    return _beside(canvas, labels, pens, tail, bar, gap, top)


def _beside(canvas: Canvas, labels: Sequence[str], pens: Sequence[Pen], tail: float, bar: float, gap: float, top: float) -> Rows:
    gutter = 10 * canvas.unit
    widest = max((canvas.measure(label, pen) for label, pen in zip(labels, pens, strict=True)), default=0) + gutter
    left = min(widest, max(canvas.width * 0.42, canvas.width * 0.75 - tail) if tail < canvas.width * 0.33 else canvas.width * 0.36)
    left = min(left, canvas.width * 0.45)
    y, rows = top, []
    for label, pen in zip(labels, pens, strict=True):
        lines = canvas.lines(label, left - gutter, pen)
        height = max(bar + gap, len(lines) * canvas.leading + gap * 0.6)
        middle = y + height / 2
        base = middle + canvas.ink.size * 0.33 - (len(lines) - 1) / 2 * canvas.leading
        for n, line in enumerate(lines):
            canvas.text(left - 8 * canvas.unit, base + n * canvas.leading, line, pen, "end")
        rows.append(Row(middle - bar / 2, middle + canvas.ink.size * 0.33))
        y += height
    return Rows(left, max(canvas.width - left - tail, canvas.width * 0.1), tuple(rows), y, narrow=False)


def _above(canvas: Canvas, labels: Sequence[str], pens: Sequence[Pen], tail: float, bar: float, gap: float, top: float) -> Rows:
    y, rows = top, []
    for label, pen in zip(labels, pens, strict=True):
        lines = canvas.lines(label, canvas.width - tail, pen)
        first = y + canvas.ink.size
        for n, line in enumerate(lines):
            canvas.text(0, first + n * canvas.leading, line, pen)
        under = first + (len(lines) - 1) * canvas.leading + 5 * canvas.unit
        rows.append(Row(under, first))
        y = under + bar + gap
    return Rows(0.0, canvas.width, tuple(rows), y - gap * 0.5, narrow=True)
