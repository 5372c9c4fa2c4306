"""A map of places: how much of the world it shows, how far its scale bar reaches, and where in Europe it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seapgen.compose.projection import Projection, around
from seapgen.model.chart import Locator, MapPoint, PointMap
from seapgen.model.inline import Planned
from seapgen.model.message import Verbatim, msg
from seapgen.model.outlines import Box, Outlines, Ring, Rings

WIDTH, HEIGHT = 4700, 3200
ROOM = (WIDTH * 60 // 100, HEIGHT * 66 // 100)  # for the points: around them names have room, in the corners the small map
LEAST_MM = 18_000  # a unit is at least as many millimetres in the world: outlines are not drawn larger than they are true
BARS_KM = (500, 200, 100, 50, 20, 10, 5)
LONGEST_BAR = WIDTH * 22 // 100
EUROPE = (15_000, 51_000)  # the middle of the small map, and what it shows in metres
EUROPE_BOX = Box(-2_150_000, -1_950_000, 2_050_000, 2_100_000)
EUROPE_M = 5_000  # metres in one unit of the small map
FINEST, FINEST_SMALL = 5, 12  # units between two points of an outline that a reader can tell apart


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its name, in thousandths of a degree."""

    label: tuple[Planned, ...]
    longitude: int
    latitude: int
    is_own: bool = False

    @property
    def at(self) -> tuple[int, int]:
        """Where it is."""
        return self.longitude, self.latitude


def extent(points: Sequence[tuple[int, int]]) -> Box:
    """The smallest box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class _Window:
    """From the plane (metres, y to the north) to the drawing (units, y downwards)."""

    x: int
    y: int
    mm: int  # in the world, one unit of the drawing

    @classmethod
    def of(cls, points: Ring) -> _Window:
        box = extent(points)
        wanted = [1000 * span // room for span, room in zip((box.right - box.left, box.high - box.low), ROOM, strict=True)]
        return cls((box.left + box.right) // 2, (box.low + box.high) // 2, max(*wanted, LEAST_MM))

    def drawn(self, ring: Ring) -> Ring:
        return tuple(
            [(WIDTH // 2 + (x - self.x) * 1000 // self.mm, HEIGHT // 2 - (y - self.y) * 1000 // self.mm) for x, y in ring]
        )


@dataclass(frozen=True, slots=True)
class _Scene:
    """A map without names: outlines, where its places are, its scale bar, and where in Europe it lies."""

    land: Rings
    points: Ring
    kilometres: int
    bar: int  # length of the scale bar in units
    locator: Locator | None


def point_map(spots: Sequence[Spot], outlines: Outlines) -> PointMap[Planned]:
    """The map of at least one place."""
    scene = _scene(tuple(spot.at for spot in spots), outlines)
    return PointMap[Planned](
        WIDTH,
        HEIGHT,
        scene.land,
        tuple(MapPoint(s.label, x, y, s.is_own) for s, (x, y) in zip(spots, scene.points, strict=True)),
        scene.bar,
        (Verbatim(f"{scene.kilometres}\u00a0km"),),  # a symbol of the SI, and a number that no language groups
        (msg("Outlines: {source}", source=outlines.attribution),),
        scene.locator,
    )


@lru_cache(maxsize=8)
def _scene(at: Ring, outlines: Outlines) -> _Scene:
    """What the maps of all members of a group share."""
    box = extent(at)
    centre = (box.left + box.right) // 2, (box.low + box.high) // 2
    project = around(*centre)
    places = project(at)
    window = _Window.of(places)
    kilometres = next((km for km in BARS_KM if km * 1_000_000 // window.mm <= LONGEST_BAR), BARS_KM[-1])
    bar = kilometres * 1_000_000 // window.mm
    return _Scene(_land(outlines.near, project, window), window.drawn(places), kilometres, bar, _locator(centre, outlines))


def _land(rings: Rings, project: Projection, window: _Window) -> Rings:
    frame = Box(0, 0, WIDTH, HEIGHT)
    return _seen((frame.cut(window.drawn(project(ring))) for ring in rings), FINEST)


def _seen(rings: Iterable[Ring], finest: int) -> Rings:
    """What can be seen of outlines: points that lie apart, and rings that have three of them."""
    return tuple(found for ring in rings if len(found := tuple(_apart(ring, finest))) >= 3)


def _apart(ring: Ring, finest: int) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for point in ring:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= finest:
            last = point
            yield point


def _locator(centre: tuple[int, int], outlines: Outlines) -> Locator | None:
    """Europe in a corner; none where the place lies beyond."""
    project = around(*EUROPE)
    ((x, y),) = project((centre,))
    box = EUROPE_BOX
    if not (box.left <= x <= box.right and box.low <= y <= box.high):
        return None
    cuts = (box.cut(project(ring)) for ring in outlines.far)
    land = _seen((tuple([_small(point) for point in ring]) for ring in cuts), FINEST_SMALL)
    return Locator(land, (box.right - box.left) // EUROPE_M, (box.high - box.low) // EUROPE_M, *_small((x, y)))


def _small(point: tuple[int, int]) -> tuple[int, int]:
    return (point[0] - EUROPE_BOX.left) // EUROPE_M, (EUROPE_BOX.high - point[1]) // EUROPE_M
