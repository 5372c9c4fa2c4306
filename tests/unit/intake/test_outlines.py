"""The outlines that ship: land is land, sea is sea, and what is cut ends at the box."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen import resources
from seapgen.intake.outlines import read_outlines
from seapgen.model.outlines import Box, Ring, around, thousandths

LAND = {
    "Macerata": (13.45, 43.30), "Buzet": (13.97, 45.41), "Kalmar": (16.30, 56.67), "Borgholm on Öland": (16.65, 56.88), "Polygyros": (23.44, 40.38),
    "Żywiec": (19.19, 49.69), "Eger": (20.37, 47.90), "Valletta": (14.49, 35.88), "Reykjavík": (-21.85, 64.10), "Nicosia": (33.36, 35.16),
    "Funchal": (-16.92, 32.67), "Tórshavn": (-6.80, 62.02), "Kyiv": (30.52, 50.45), "Mariehamn": (19.93, 60.12),
}  # fmt: skip
SEA = {
    "Adriatic": (14.5, 43.2),
    "Kvarner": (14.3, 44.9),
    "Kalmar strait": (16.25, 56.4),
    "Thermaic Gulf": (22.75, 40.4),
    "Baltic": (18.5, 56.0),
}


def is_inside(ring: Ring, x: int, y: int) -> bool:
    """Whether a point is in a closed line: how often a ray crosses it."""
    found = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            found = not found
    return found


def on_land(degrees: tuple[float, float]) -> bool:
    """Whether a place is in any country of the outlines around it."""
    lon, lat = (Decimal(str(d)) for d in degrees)
    near = read_outlines(resources.data(), around([(lon, lat)])).near
    return any(is_inside(ring, thousandths(lon), thousandths(lat)) for ring in near)


@pytest.mark.parametrize("name", LAND)
def test_towns_are_on_land(name: str) -> None:
    """From Iceland to Cyprus, islands too."""
    assert on_land(LAND[name])


@pytest.mark.parametrize("name", SEA)
def test_the_sea_is_no_land(name: str) -> None:
    """Straits and gulfs as well."""
    assert not on_land(SEA[name])


def test_what_is_cut_stays_in_the_box() -> None:
    """And a map of one group knows few points."""
    box = around([(Decimal("12.94"), Decimal("43.71")), (Decimal("13.51"), Decimal("43.62"))])
    near = read_outlines(resources.data(), box).near

    assert [] == [(x, y) for ring in near for x, y in ring if not (box.left <= x <= box.right and box.low <= y <= box.high)]
    assert 100 < sum(map(len, near)) < 5000


def test_a_line_around_the_box_becomes_the_box() -> None:
    """Inside a country there is land everywhere."""
    box = Box(0, 0, 10, 10)

    assert {(0, 0), (10, 0), (10, 10), (0, 10)} == set(box.cut(((-50, -50), (60, -50), (60, 60), (-50, 60))))
    assert () == box.cut(((20, 20), (30, 20), (30, 30)))


def test_neighbours_share_their_border() -> None:
    """Thinned once for both: between Italy and Slovenia there is neither a gap nor an overlap."""
    near = read_outlines(resources.data(), around([(Decimal("13.6"), Decimal("45.9"))])).near
    seen: dict[tuple[int, int], int] = {}
    for ring in near:
        for point in set(ring):
            seen[point] = seen.get(point, 0) + 1

    assert sum(count == 2 for count in seen.values()) > 50


def test_the_attribution_is_there() -> None:
    """It is printed on every map."""
    assert read_outlines(resources.data(), Box(0, 40_000, 1000, 41_000)).attribution == "Natural Earth"
