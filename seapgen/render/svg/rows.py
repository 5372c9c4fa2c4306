"""Rows of a chart: a label and a band for its bars. Labels stand left of the bars, or above them on a narrow drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from seapgen.render.svg.canvas import Canvas
from seapgen.render.svg.ink import Pen

Label: TypeAlias = tuple[str, Pen]


@dataclass(frozen=True, slots=True)
class Band:
    """What a row needs: the height of its bars, the gap to the next row, and the room that values take behind a bar (`tail`)."""

    bar: float
    gap: float
    tail: float


@dataclass(frozen=True, slots=True)
class Row:
    """Where one row's bars begin (`y`), and the base line of the value that belongs to it."""

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


def lay(canvas: Canvas, labels: Sequence[Label], band: Band, *, top: float, narrow: bool) -> Rows:
    """Write the labels and say where the bars go."""
    return _above(canvas, labels, band, top) if narrow else _beside(canvas, labels, band, top)


def _beside(canvas: Canvas, labels: Sequence[Label], band: Band, top: float) -> Rows:
    gutter = 10 * canvas.unit
    widest = max((canvas.measure(label, pen) for label, pen in labels), default=0) + gutter
    left = min(widest, max(canvas.width * 0.42 - max(band.tail - canvas.width * 0.2, 0), canvas.width * 0.3))
    y, rows = top, []
    for label, pen in labels:
        lines = canvas.lines(label, left - gutter, pen)
        height = max(band.bar + band.gap, len(lines) * canvas.leading + band.gap * 0.6)
        middle = y + height / 2
        first = middle + canvas.ink.size * 0.33 - (len(lines) - 1) / 2 * canvas.leading
        for n, line in enumerate(lines):
            canvas.text(left - 8 * canvas.unit, first + n * canvas.leading, line, pen, "end")
        rows.append(Row(middle - band.bar / 2, middle + canvas.ink.size * 0.33))
        y += height
    return Rows(left, max(canvas.width - left - band.tail, canvas.width * 0.1), tuple(rows), y, narrow=False)


def _above(canvas: Canvas, labels: Sequence[Label], band: Band, top: float) -> Rows:
    y, rows = top, []
    for label, pen in labels:
        lines = canvas.lines(label, canvas.width - band.tail, pen)
        first = y + canvas.ink.size
        for n, line in enumerate(lines):
            canvas.text(0, first + n * canvas.leading, line, pen)
        under = first + (len(lines) - 1) * canvas.leading + 5 * canvas.unit
        rows.append(Row(under, first))
        y = under + band.bar + band.gap
    return Rows(0.0, canvas.width, tuple(rows), y - band.gap * 0.5, narrow=True)
