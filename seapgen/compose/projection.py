"""From the globe onto a plane: Lambert's azimuthal equal-area projection, in whole metres around a centre.

Binary fractions are used, and rounded at once: what comes out is drawn, never printed or added up.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin, sqrt
from typing import TypeAlias

from seapgen.model.outlines import Ring

EARTH_M = 6_371_007  # radius of a sphere with the surface of the Earth
_OPPOSITE = 1e-9  # of the cosine: there the plane ends

Projection: TypeAlias = Callable[[Ring], Ring]


def around(longitude: int, latitude: int) -> Projection:
    """The projection around a centre; everything in thousandths of a degree. On the plane y grows to the north."""
    west_east, south_north = radians(longitude / 1000), radians(latitude / 1000)
    sine, cosine = sin(south_north), cos(south_north)

    def project(ring: Ring) -> Ring:
        return tuple([_point(radians(x / 1000) - west_east, radians(y / 1000), sine, cosine) for x, y in ring])

    return project


def _point(away: float, latitude: float, sine: float, cosine: float) -> tuple[int, int]:
    up, across, facing = sin(latitude), cos(latitude), cos(away)
    scale = EARTH_M * sqrt(2 / max(1 + sine * up + cosine * across * facing, _OPPOSITE))
    return round(scale * across * sin(away)), round(scale * (cosine * up - sine * across * facing))
