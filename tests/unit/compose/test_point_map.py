"""Maps of places: true distances and directions, room for names, and a scale bar that says the truth."""

from __future__ import annotations

from math import asin, cos, dist, radians, sin, sqrt

import pytest

from seapgen.compose.point_map import EUROPE_BOX, HEIGHT, WIDTH, Spot, point_map
from seapgen.compose.projection import EARTH_M, around
from seapgen.model.chart import PointMap
from seapgen.model.inline import Planned
from seapgen.model.message import Verbatim
from seapgen.model.outlines import Outlines

PLACES = {
    "Marche": ((12_940, 43_710), (13_510, 43_620), (13_250, 43_300)),
    "Lapland": ((20_200, 67_850), (25_700, 66_500)),
    "two streets": ((13_000, 43_500), (13_010, 43_505)),
    "Crete and Thrace": ((24_010, 35_510), (26_500, 41_600)),
}
every_group = pytest.mark.parametrize("name", PLACES)
SQUARE = ((10_000, 40_000), (30_000, 40_000), (30_000, 70_000), (10_000, 70_000))


def drawn(name: str) -> PointMap[Planned]:
    """The map of some places on one large country."""
    spots = [Spot((Verbatim(str(n)),), x, y, n == 0) for n, (x, y) in enumerate(PLACES[name])]
    return point_map(spots, Outlines("Somebody", (SQUARE,), (SQUARE,)))


def metres(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How far two places are from each other, along the ground (haversine)."""
    (x0, y0), (x1, y1) = ((radians(x / 1000), radians(y / 1000)) for x, y in (one, other))
    return 2 * EARTH_M * asin(sqrt(sin((y1 - y0) / 2) ** 2 + cos(y0) * cos(y1) * sin((x1 - x0) / 2) ** 2))


@every_group
def test_distances_are_true(name: str) -> None:
    """By the scale bar, two points are as far from each other as the places are: within a hundredth, and what rounding takes."""
    chart, places = drawn(name), PLACES[name]
    kilometres = int(str(chart.scale_label[0].text).split("\u00a0")[0])  # type: ignore[union-attr]
    shown = dist((chart.points[0].x, chart.points[0].y), (chart.points[1].x, chart.points[1].y)) / chart.scale * kilometres * 1000

    assert metres(places[0], places[1]) == pytest.approx(shown, rel=0.01, abs=40)


@every_group
def test_north_is_up_and_east_is_right(name: str) -> None:
    """Of the first two places."""
    (x0, y0), (x1, y1), *_ = PLACES[name]
    first, second, *_ = drawn(name).points

    assert (x1 > x0, y1 > y0) == (second.x > first.x, second.y < first.y)


@every_group
def test_names_have_room_around_the_points(name: str) -> None:
    """No point is nearer to a side than a sixth of the map, and the bar is no longer than a quarter."""
    chart = drawn(name)

    assert [] == [p for p in chart.points if not (WIDTH / 6 < p.x < WIDTH * 5 / 6 and HEIGHT / 6 < p.y < HEIGHT * 5 / 6)]
    assert 0 < chart.scale <= WIDTH / 4


@every_group
def test_land_ends_at_the_frame(name: str) -> None:
    """Nothing is drawn outside; where a country goes on, it fills the map to its edge."""
    chart = drawn(name)
    xs, ys = [x for ring in chart.land for x, _ in ring], [y for ring in chart.land for _, y in ring]

    assert chart.land
    assert (0, 0) <= (min(xs), min(ys)) and max(xs) <= WIDTH and max(ys) <= HEIGHT


def test_villages_are_not_drawn_larger_than_outlines_are_true() -> None:
    """Two streets fill a small part of the map."""
    first, second = drawn("two streets").points

    assert dist((first.x, first.y), (second.x, second.y)) < 100


def test_a_place_beyond_the_small_map_has_none() -> None:
    """The Canary Islands are not in the corner of Europe; Marche is."""
    away = point_map([Spot((), -16_250, 28_460), Spot((), -15_430, 28_120)], Outlines("Somebody", (), (SQUARE,)))

    assert away.locator is None
    assert drawn("Marche").locator is not None


def test_the_mark_of_the_small_map_stands_where_the_place_is() -> None:
    """Its middle is the middle of the projection: a place there is drawn at the box's own origin."""
    middle = point_map([Spot((), 14_990, 51_000), Spot((), 15_010, 51_000)], Outlines("Somebody", (), (SQUARE,))).locator

    assert middle is not None
    assert (-EUROPE_BOX.left // 5000, EUROPE_BOX.high // 5000) == (middle.x, middle.y)


def test_areas_are_true_everywhere() -> None:
    """A square of a tenth of a degree has the same share of a plane as of the globe, near the middle and at the edge."""
    project = around(15_000, 51_000)

    def share(x: int, y: int) -> float:
        ring = project(((x, y), (x + 100, y), (x + 100, y + 100), (x, y + 100)))
        pairs = zip(ring, ring[1:] + ring[:1], strict=True)
        area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
        globe = EARTH_M**2 * radians(0.1) * (sin(radians((y + 100) / 1000)) - sin(radians(y / 1000)))
        return area / globe

    assert [1, 1, 1] == pytest.approx([share(15_000, 51_000), share(-20_000, 64_000), share(33_000, 35_000)], rel=0.002)
