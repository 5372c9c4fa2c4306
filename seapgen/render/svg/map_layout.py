"""Where everything on a map of places goes: the same on paper, on a screen and in Word."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.chart import PointMap
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.labelling import Frame, Lettered, Spot, lettered
from seapgen.render.svg.lettering import width_of

OWN_RADIUS, RADIUS = 4.2, 3.0  # points on paper
_INSET = 6.0  # of the small map from the edge
_PAPER = 8.5  # size of letters on paper; elsewhere all grows with them


@dataclass(frozen=True, slots=True)
class Layout:
    """A map in units of a drawing: `share` of them is one of the model's; `corner` is where the small map stands."""

    share: float
    width: float
    height: float
    corner: Frame | None
    spots: tuple[Spot, ...]
    names: tuple[Lettered, ...]


def laid_out(chart: PointMap[Inline], width: float, size: float) -> Layout:
    """A map as wide as given, with letters of a size."""
    share, unit = width / chart.width, size / _PAPER
    height, spots = chart.height * share, _spots(chart, share, size)
    corner, edge = _corner(chart, share, _INSET * unit), 2 * unit
    names = lettered(spots, Frame(edge, edge, width - edge, height - edge), size, [corner] if corner else [])
    return Layout(share, width, height, corner, spots, names)


def missing(chart: PointMap[Inline], layout: Layout) -> str:
    """The names that numbers stand for, with their numbers; empty where all are on the map."""
    found = zip(chart.points, layout.names, strict=True)
    return " · ".join(f"{n}\u00a0{plain(point.label)}" for n, (point, at) in enumerate(found, 1) if at.is_number)


def _spots(chart: PointMap[Inline], share: float, size: float) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            point.x * share,
            point.y * share,
            (OWN_RADIUS if point.is_own else RADIUS) * size / _PAPER,
            width_of(plain(point.label), size, bold=point.is_own),
            width_of(str(n), size, bold=point.is_own),
            point.is_own,
        )
        for n, point in enumerate(chart.points, 1)
    )


def _corner(chart: PointMap[Inline], share: float, inset: float) -> Frame | None:
    """The upper corner, left or right, that is farther from all points: where the small map goes."""
    if chart.locator is None:
        return None
    width, height = chart.locator.width * share, chart.locator.height * share
    right = chart.width * share - inset
    corners = (Frame(inset, inset, inset + width, inset + height), Frame(right - width, inset, right, inset + height))
    return max(corners, key=lambda corner: min((_away(corner, p.x * share, p.y * share) for p in chart.points), default=0.0))


def _away(frame: Frame, x: float, y: float) -> float:
    near = frame.nearest((x, y))
    return abs(near[0] - x) + abs(near[1] - y)
