"""What a chart shows; each format draws it in its own way, and prints no number that is not here.

In an outline the texts and values are planned (`Message`, `Figure`); in a document they are inlines (`FigureInline` for values).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeAlias

from seapgen.model.inline import I_co
from seapgen.model.outlines import Rings
from seapgen.model.units import Unit


@dataclass(frozen=True)
class Bar(Generic[I_co]):
    """One bar: its label, its value, and what may be printed behind it (a share)."""

    label: tuple[I_co, ...]
    value: I_co
    beside: I_co | None = None
    tone: int | None = None  # index of a series colour, from 1; None is the main colour


@dataclass(frozen=True)
class BarChart(Generic[I_co]):
    """Horizontal bars, in the order given (largest first). No negative values."""

    unit: Unit
    bars: tuple[Bar[I_co], ...]


@dataclass(frozen=True)
class Series(Generic[I_co]):
    """A named row of values, one for each category; None is absent. `tone` is the index of a series colour, from 1."""

    name: tuple[I_co, ...]
    values: tuple[I_co | None, ...]
    tone: int


@dataclass(frozen=True)
class StackedChart(Generic[I_co]):
    """Horizontal stacked bars; `totals` stand at their ends (empty for shares, where every bar is 100 %)."""

    unit: Unit
    categories: tuple[tuple[I_co, ...], ...]
    series: tuple[Series[I_co], ...]
    totals: tuple[I_co, ...] = ()


@dataclass(frozen=True)
class GroupedChart(Generic[I_co]):
    """Vertical bars side by side for each category."""

    unit: Unit
    categories: tuple[tuple[I_co, ...], ...]
    series: tuple[Series[I_co], ...]


@dataclass(frozen=True)
class Step(Generic[I_co]):
    """A step of a waterfall: a total stands on the ground, a change hangs where the last step ended."""

    label: tuple[I_co, ...]
    value: I_co  # changes are signed
    kind: Literal["total", "change"]


@dataclass(frozen=True)
class WaterfallChart(Generic[I_co]):
    """From the inventory over the sectors' reductions to what remains; `target` is a dashed line with its label."""

    unit: Unit
    steps: tuple[Step[I_co], ...]
    target: I_co | None = None
    target_label: tuple[I_co, ...] = ()


@dataclass(frozen=True)
class PathPoint(Generic[I_co]):
    """A year and a value."""

    year: int
    value: I_co


@dataclass(frozen=True)
class PathSeries(Generic[I_co]):
    """A line through years; `planned` lines are dashed."""

    name: tuple[I_co, ...]
    points: tuple[PathPoint[I_co], ...]
    tone: int
    planned: bool = False


@dataclass(frozen=True)
class PathChart(Generic[I_co]):
    """Values over years, at true distances, from zero."""

    unit: Unit
    series: tuple[PathSeries[I_co], ...]


@dataclass(frozen=True)
class CostBlock(Generic[I_co]):
    """One action of an abatement cost curve: as wide as the tonnes it avoids, as high as a tonne costs."""

    code: str
    label: tuple[I_co, ...]
    reduction: I_co  # t a year
    cost: I_co  # EUR per t, may be negative


@dataclass(frozen=True)
class CostCurve(Generic[I_co]):
    """Marginal abatement cost curve, cheapest first.

    Where there is a `limit` (EUR per t), a column that costs or saves more is not drawn to scale: it is cut there, with a break
    that is seen and its true cost beside it. All cut columns stand at the ends of the curve.
    """

    blocks: tuple[CostBlock[I_co], ...]
    x_title: tuple[I_co, ...]
    y_title: tuple[I_co, ...]
    limit: Decimal | None = None

    def is_cut(self, block: CostBlock[object]) -> bool:
        """Whether a block goes beyond the limit."""
        return self.limit is not None and abs(amount(block.cost)) > self.limit


@dataclass(frozen=True)
class MapPoint(Generic[I_co]):
    """A place on a map; `is_own` marks what the document is about."""

    label: tuple[I_co, ...]
    x: int
    y: int
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map of Europe in a corner of a map, `width` by `height`, with a mark where the map lies."""

    land: Rings
    width: int
    height: int
    x: int
    y: int


@dataclass(frozen=True)
class PointMap(Generic[I_co]):
    """Places on the outlines of countries, projected already: whole units of a plain drawing, y downwards, `UNITS` a point.

    `scale` is how long the scale bar is; `scale_label` says how far that is in the world. The attribution is printed.
    """

    width: int
    height: int
    land: Rings
    points: tuple[MapPoint[I_co], ...]
    scale: int
    scale_label: tuple[I_co, ...]
    attribution: tuple[I_co, ...]
    locator: Locator | None = None


UNITS = 10  # of a map, in a typographic point on paper

Counted: TypeAlias = (  # charts of values, which a table can say too
    BarChart[I_co] | StackedChart[I_co] | GroupedChart[I_co] | WaterfallChart[I_co] | PathChart[I_co] | CostCurve[I_co]
)
Chart: TypeAlias = Counted[I_co] | PointMap[I_co]


def amount(value: object) -> Decimal:
    """The exact number of a chart value; 0 where there is none."""
    found = getattr(value, "value", None)
    return found if isinstance(found, Decimal) else Decimal(0)
