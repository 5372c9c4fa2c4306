"""Vertical columns: whether texts have room over and under them, and the line of labels below."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.render.svg.canvas import Canvas
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.lettering import longest_word

MOST_LINES = 4


def roomy(canvas: Canvas, labels: Sequence[str], pen: Pen) -> bool:
    """Whether every label stands under its column without a cut word and in at most four lines."""
    slot = canvas.width / max(len(labels), 1) - 5 * canvas.unit
    return all(
        longest_word(label, canvas.size(pen), bold=pen.bold) <= slot and len(canvas.lines(label, slot, pen)) <= MOST_LINES
        for label in labels
    )


def labels_below(canvas: Canvas, labels: Sequence[str], pens: Sequence[Pen], base: float) -> float:
    """Write labels under their columns; the lowest edge of the drawing."""
    u, slot = canvas.unit, canvas.width / max(len(labels), 1)
    deepest = 1
    for n, (label, pen) in enumerate(zip(labels, pens, strict=True)):
        lines = canvas.lines(label, slot - 5 * u, pen)
        deepest = max(deepest, len(lines))
        for k, line in enumerate(lines):
            canvas.text(slot * (n + 0.5), base + 11 * u + k * 9.5 * u, line, pen, "middle")
    return base + 11 * u + (deepest - 1) * 9.5 * u + 4 * u
