"""Names beside points: each where it covers no other name and no point, with a line to its point where it had to go away.

A name that finds no place is a number beside its point, and stands in a list below the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, dist, radians, sin
from typing import TypeAlias

Pair: TypeAlias = tuple[float, float]
Line: TypeAlias = tuple[Pair, Pair]
_GAP = 0.35  # of the size of letters, between a point and its name
_RISE, _FALL = 0.75, 0.24  # letters above and below their line, as shares of their size
_NEAR = (1.6, 2.6, 3.8, 5.2)  # how far a name may go, in sizes of letters
_FAR = (2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 13.0, 17.0)  # and a number, where a line may cross others
_WAYS = tuple(range(0, 360, 30))
_STEPS = 8  # at which a line is looked at


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in the drawing, y downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlaps(self, other: Frame) -> bool:
        """Whether they share any area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def holds(self, other: Frame) -> bool:
        """Whether the other one is wholly inside."""
        return self.x0 <= other.x0 and other.x1 <= self.x1 and self.y0 <= other.y0 and other.y1 <= self.y1

    def has(self, point: Pair) -> bool:
        """Whether a point is inside."""
        return self.x0 < point[0] < self.x1 and self.y0 < point[1] < self.y1

    def nearest(self, point: Pair) -> Pair:
        """The place of the rectangle that is nearest to a point."""
        return min(max(point[0], self.x0), self.x1), min(max(point[1], self.y0), self.y1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a map with its name: the name's width and that of the number that may stand for it."""

    x: float
    y: float
    radius: float
    width: float
    number_width: float
    is_first: bool = False  # its name is placed before all others

    @property
    def frame(self) -> Frame:
        """The area of the point."""
        return Frame(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@dataclass(frozen=True, slots=True)
class Lettered:
    """Where a name begins, on its base line; `leader` leads to it; where there is no room a number stands for it."""

    x: float
    y: float
    leader: Line | None = None
    is_number: bool = False


def lettered(spots: Sequence[Spot], whole: Frame, size: float, taken: Sequence[Frame] = ()) -> tuple[Lettered, ...]:
    """The places of all names, in the order of the spots; inside the `whole`; `taken` must stay free,
    `size` is that of the letters.
    """
    room = _Room(whole, size, [*taken, *(spot.frame for spot in spots)])
    crowd = [sum(dist((a.x, a.y), (b.x, b.y)) < 8 * size for b in spots) for a in spots]
    order = sorted(range(len(spots)), key=lambda n: (not spots[n].is_first, -crowd[n], n))
    found = {n: room.place(spots[n]) for n in order}
    return tuple(found[n] for n in range(len(spots)))


@dataclass(slots=True)
class _Room:
    """What is taken already."""

    whole: Frame
    size: float
    taken: list[Frame]
    leaders: list[Line] = field(default_factory=list)

    def place(self, spot: Spot) -> Lettered:
        """The name, else the number, else the number with a line across what is in its way."""
        name = self._placed(spot, spot.width, _NEAR)
        found = (
            name or self._placed(spot, spot.number_width, _NEAR) or self._placed(spot, spot.number_width, _FAR, is_crossing=True)
        )
        if found is None:  # the whole map is full of names
            return Lettered(spot.x, spot.y, is_number=True)
        frame, leader = found
        self.taken.append(frame)
        self.leaders += [leader] if leader else []
        return Lettered(frame.x0, frame.y1 - _FALL * self.size, leader, is_number=name is None)

    def _placed(
        self, spot: Spot, width: float, distances: Sequence[float], *, is_crossing: bool = False
    ) -> tuple[Frame, Line | None] | None:
        for frame in self._beside(spot, width):
            if self._is_free(frame):
                return frame, None
        for frame in self._away(spot, width, distances):
            line = (_edge(spot, frame), frame.nearest((spot.x, spot.y)))
            if self._is_free(frame) and (is_crossing or self._is_clear(line, spot)):
                return frame, line
        return None

    def _is_free(self, frame: Frame) -> bool:
        if not self.whole.holds(frame) or any(frame.overlaps(other) for other in self.taken):
            return False
        return not any(frame.has(point) for line in self.leaders for point in _along(line))

    def _is_clear(self, line: Line, spot: Spot) -> bool:
        others = [frame for frame in self.taken if frame != spot.frame]
        return not any(frame.has(point) for frame in others for point in _along(line))

    def _beside(self, spot: Spot, width: float) -> Iterator[Frame]:
        """Right, left, above, below, then the four corners."""
        away, slant = spot.radius + _GAP * self.size, (spot.radius + _GAP * self.size) * 0.75
        middle, high = self.size * (_RISE - _FALL) / 2, self.size * (_RISE + _FALL)
        yield self._frame(spot.x + away, spot.y + middle, width)
        yield self._frame(spot.x - away - width, spot.y + middle, width)
        yield self._frame(spot.x - width / 2, spot.y - away - _FALL * self.size, width)
        yield self._frame(spot.x - width / 2, spot.y + away + _RISE * self.size, width)
        for x in (spot.x + slant, spot.x - slant - width):
            yield self._frame(x, spot.y - slant - _FALL * self.size, width)
            yield self._frame(x, spot.y + slant + high - _FALL * self.size, width)

    def _away(self, spot: Spot, width: float, distances: Sequence[float]) -> Iterator[Frame]:
        """Around the point in growing distance."""
        middle = self.size * (_RISE - _FALL) / 2
        for share in distances:
            for degrees in _WAYS:
                x = spot.x + cos(radians(degrees)) * (share * self.size + spot.radius)
                y = spot.y + sin(radians(degrees)) * (share * self.size + spot.radius)
                side = cos(radians(degrees))
                start = x - width / 2 if abs(side) < 0.1 else x if side > 0 else x - width
                yield self._frame(start, y + middle, width)

    def _frame(self, x: float, y: float, width: float) -> Frame:
        return Frame(x, y - _RISE * self.size, x + width, y + _FALL * self.size)


def _edge(spot: Spot, frame: Frame) -> Pair:
    """Where the line to a name leaves the point."""
    x, y = frame.nearest((spot.x, spot.y))
    length = dist((spot.x, spot.y), (x, y)) or 1.0
    return spot.x + (x - spot.x) * spot.radius / length, spot.y + (y - spot.y) * spot.radius / length


def _along(line: Line) -> Iterator[Pair]:
    (x0, y0), (x1, y1) = line
    for n in range(1, _STEPS):
        yield x0 + (x1 - x0) * n / _STEPS, y0 + (y1 - y0) * n / _STEPS
