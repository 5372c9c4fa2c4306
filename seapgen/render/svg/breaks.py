"""Columns that are cut: they go on behind a gap between two strokes, and what they would have reached is written there.

A cut column runs on for `BEYOND` behind the limit of the drawing, whatever its value is: nobody can take its length for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seapgen.model.chart import CostBlock, CostCurve, amount
from seapgen.model.inline import FigureInline, Inline, plain
from seapgen.render.svg.canvas import Canvas

BEYOND = 15.0  # points on paper
_NECK, _GAP = 5.5, 3.0  # how far the column goes on before its gap, and how wide that is
_OVER, _LEAN = 2.5, 1.2  # how far a stroke stands out at each side, and how far it leans


@dataclass(frozen=True, slots=True)
class Cut:
    """The blocks that are cut at the lower and at the upper end of a curve, cheapest first."""

    low: tuple[CostBlock[Inline], ...]
    high: tuple[CostBlock[Inline], ...]

    @classmethod
    def of(cls, chart: CostCurve[Inline]) -> Cut:
        """Of blocks in any order."""
        cut = sorted((block for block in chart.blocks if chart.is_cut(block)), key=lambda block: amount(block.cost))
        return cls(tuple(b for b in cut if amount(b.cost) < 0), tuple(b for b in cut if amount(b.cost) > 0))


def told(blocks: Iterable[CostBlock[Inline]]) -> str:
    """Code and true cost of each: A16 −€4,038; A01 −€2,099."""
    shown = ((b.code, b.cost.number if isinstance(b.cost, FigureInline) else plain(b.cost)) for b in blocks)
    return "; ".join(f"{code}\u00a0{cost}" for code, cost in shown)


@dataclass(frozen=True, slots=True)
class Break:
    """Where a cut column has its gap, as distances from zero: up to `near`, and from `far` to `end`."""

    near: float
    far: float
    end: float

    @classmethod
    def at(cls, limit: float, unit: float) -> Break:
        """Of a column that reaches a limit."""
        return cls(limit + _NECK * unit, limit + (_NECK + _GAP) * unit, limit + BEYOND * unit)

    def strokes(self, canvas: Canvas, across: tuple[float, float], zero: float, sign: int, *, is_row: bool = False) -> None:
        """The two strokes, over columns that stand from one side to the other, or over a row."""
        u = canvas.unit
        one, other = across[0] - _OVER * u, across[1] + _OVER * u
        if not is_row:
            one, other = max(one, 0), min(other, canvas.width)
        for along in (zero + sign * self.near, zero + sign * self.far):
            ends = ((one, along + _LEAN * u), (other, along - _LEAN * u))
            canvas.line(tuple((y, x) for x, y in ends) if is_row else ends, "axis")
