"""Makes `outlines.json` out of npm world-atlas 2.0.2: `python -m seapgen.data.make_outlines package > outlines.json`.

`package` is the unpacked folder of the package. Same package, same bytes. Two layers of the countries of Europe and around it:

- `near`, from 1:10 million: a line leaves the original by at most 400 m. For maps of a group;
- `far`, from 1:50 million: at most 12 km. For the small map that shows where in Europe the group lies.

A layer has arcs (longitude and latitude in thousandths of a degree: the first point, then steps from point to point) and rings
(lists of arcs; `~n` is arc n backwards), so that a border is stored once and both its countries keep it. Only outer rings are
kept: what lies inside a hole is a country of its own and drawn on top. Lines far outside the frame keep a rough shape, so that
rings stay closed.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

Point: TypeAlias = tuple[float, float]
FRAME = (-32.0, 27.0, 51.0, 72.0)  # west, south, east, north
KM_PER_DEGREE = 111.2
ROUGH_KM = 60.0  # for lines outside the frame
LAYERS = {
    "near": ("countries-10m.json", 0.4, 1.5),
    "far": ("countries-50m.json", 12.0, 40.0),
}  # file, tolerance, least ring in km
SOURCE = "Natural Earth 4.1, countries 1:10m and 1:50m (public domain), as packaged in npm world-atlas 2.0.2 (ISC)"
ATTRIBUTION = "Natural Earth"


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:  # Any: JSON of somebody else
    """The lines of a TopoJSON file in degrees."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for across, up in steps:
            x, y = x + across, y + up
            line.append((x * wide + west, y * high + south))
        found.append(line)
    return found


def outer_rings(topology: dict[str, Any]) -> list[list[int]]:
    """The outer ring of every polygon of every country, as numbers of arcs; in the order of the file."""
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = {"Polygon": [country.get("arcs")], "MultiPolygon": country.get("arcs")}.get(country["type"], [])
        rings += [polygon[0] for polygon in polygons]
    return rings


def is_inside(line: Sequence[Point]) -> bool:
    """Whether any point lies in the frame."""
    return any(FRAME[0] <= x <= FRAME[2] and FRAME[1] <= y <= FRAME[3] for x, y in line)


def thinned(line: Sequence[Point], tolerance_km: float) -> list[Point]:
    """A line with fewer points that leaves the original by at most the tolerance (Douglas and Peucker 1973); ends stay."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        away = [(distance_km(line[n], line[first], line[last]), n) for n in range(first + 1, last)]
        farthest, at = max(away, default=(0.0, 0))
        if farthest > tolerance_km:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [line[n] for n in sorted(kept)]


def distance_km(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a stretch, on a plane that is true at its middle latitude."""
    across = math.cos(math.radians((start[1] + end[1]) / 2))
    x, y = (point[0] - start[0]) * across, point[1] - start[1]
    wide, high = (end[0] - start[0]) * across, end[1] - start[1]
    length = wide * wide + high * high
    share = max(0.0, min(1.0, (x * wide + y * high) / length)) if length else 0.0
    return math.hypot(x - share * wide, y - share * high) * KM_PER_DEGREE


def is_large(ring: Sequence[int], arcs: Sequence[Sequence[Point]], least_km: float) -> bool:
    """Whether a ring is longer than the least size in any direction."""
    points = [p for n in ring for p in arcs[n if n >= 0 else ~n]]
    return math.dist(*((f(x for x, _ in points), f(y for _, y in points)) for f in (min, max))) * KM_PER_DEGREE >= least_km


def steps(line: Sequence[Point]) -> list[int]:
    """A line in thousandths of a degree: its first point, then the steps."""
    found: list[int] = []
    x = y = 0
    for degrees in line:
        there = round(degrees[0] * 1000), round(degrees[1] * 1000)
        if not found or there != (x, y):
            found += [there[0] - x, there[1] - y]
        x, y = there
    return found


def layer(file: Path, tolerance_km: float, least_km: float) -> dict[str, list[list[int]]]:
    """The arcs and rings of a file that the frame sees, arcs counted anew."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    seen = [is_inside(arc) for arc in arcs]
    rings = [r for r in outer_rings(topology) if any(seen[n if n >= 0 else ~n] for n in r) and is_large(r, arcs, least_km)]
    used = sorted({n if n >= 0 else ~n for ring in rings for n in ring})
    place = {old: new for new, old in enumerate(used)}
    lines = [steps(thinned(arcs[n], tolerance_km if seen[n] else ROUGH_KM)) for n in used]
    return {"arcs": lines, "rings": [[place[n] if n >= 0 else ~place[~n] for n in ring] for ring in rings]}


def main(package: Path) -> None:
    """Write the file to the standard output."""
    layers = {name: layer(package / file, tolerance, least) for name, (file, tolerance, least) in LAYERS.items()}
    sys.stdout.write(json.dumps({"source": SOURCE, "attribution": ATTRIBUTION, **layers}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
