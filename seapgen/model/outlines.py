"""Outlines of countries, as maps are drawn on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Ring: TypeAlias = tuple[tuple[int, int], ...]  # a closed line; its end is not said again
Rings: TypeAlias = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: of the world in thousandths of a degree (x is the longitude), or of a drawing in its own units."""

    left: int
    low: int
    right: int
    high: int

    def cut(self, ring: Ring) -> Ring:
        """What of a closed line is inside; it runs along the sides where it was cut (Sutherland and Hodgman 1974)."""
        for axis, limit, is_least in ((0, self.left, True), (0, self.right, False), (1, self.low, True), (1, self.high, False)):
            inside = [point[axis] >= limit if is_least else point[axis] <= limit for point in ring]
            if not any(inside):
                return ()
            if not all(inside):
                ring = tuple(_cut(ring, inside, axis, limit))
        return ring


def _cut(ring: Ring, inside: Sequence[bool], axis: int, limit: int) -> Iterator[tuple[int, int]]:
    for n, point in enumerate(ring):
        last = ring[n - 1]
        if inside[n] != inside[n - 1]:
            there = last[1 - axis] + (point[1 - axis] - last[1 - axis]) * (limit - last[axis]) // (point[axis] - last[axis])
            yield (limit, there) if axis == 0 else (there, limit)
        if inside[n]:
            yield point


def thousandths(degrees: Decimal) -> int:
    """Degrees as outlines have them."""
    return int((degrees * 1000).to_integral_value())


def around(places: Sequence[tuple[Decimal, Decimal]]) -> Box:
    """All that a map of places (longitude and latitude in degrees) may show: in any proportion, and at any latitude of Europe."""
    xs, ys = ([thousandths(place[axis]) for place in places] for axis in (0, 1))
    span = 2 * max(max(xs) - min(xs), max(ys) - min(ys))
    return Box(min(xs) - span - 4000, min(ys) - span // 2 - 1500, max(xs) + span + 4000, max(ys) + span // 2 + 1500)


@dataclass(frozen=True, slots=True)
class Outlines:
    """Countries near a group of places, and Europe in few points, in thousandths of a degree (WGS84).

    `attribution` is printed on every map.
    """

    attribution: str
    near: Rings
    far: Rings
