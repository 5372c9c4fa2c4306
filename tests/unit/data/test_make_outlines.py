"""The script behind the outlines: arcs once, thinned within a bound, the rest left out."""

from __future__ import annotations

import json
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

import pytest

from seapgen.data.make_outlines import distance_km, layer, thinned

COAST = [(10 + cos(n / 100) * 2, 45 + sin(n / 100)) for n in range(int(100 * pi))]


@pytest.mark.parametrize("tolerance", [0.4, 3.0, 12.0])
def test_a_thinned_line_stays_near_the_original(tolerance: float) -> None:
    """No point of the original is farther away than the tolerance, the ends stay, and there are far fewer points."""
    line = thinned(COAST, tolerance)
    away = max(min(distance_km(p, a, b) for a, b in pairwise(line)) for p in COAST)

    assert away <= tolerance
    assert (COAST[0], COAST[-1]) == (line[0], line[-1])
    assert len(line) < len(COAST) / 4


def package(folder: Path) -> Path:
    """Two countries with a common border, an islet, and one on the other side of the world; steps of a hundredth of a degree."""
    arcs = [
        [[1000, 4500], [0, 100]], [[1000, 4600], [-100, 0], [0, -100], [100, 0]], [[1000, 4600], [100, 0], [0, -100], [-100, 0]],
        [[2000, 4500], [1, 0], [0, 1], [-1, -1]], [[16000, -4000], [100, 0], [0, 100], [-100, -100]],
    ]  # fmt: skip
    countries = [
        {"type": "MultiPolygon", "arcs": [[[0, 1]], [[3]]]}, {"type": "Polygon", "arcs": [[2, ~0]]}, {"type": "Polygon", "arcs": [[4]]},
    ]  # fmt: skip
    topology = {
        "transform": {"scale": [0.01, 0.01], "translate": [0, 0]}, "arcs": arcs, "objects": {"countries": {"geometries": countries}},
    }  # fmt: skip
    (folder / "countries.json").write_text(json.dumps(topology), "utf-8")
    return folder / "countries.json"


def test_a_border_is_stored_once(tmp_path: Path) -> None:
    """Both countries name it, one of them backwards; islets and other continents are left out."""
    found = layer(package(tmp_path), 0.4, 1.6)

    assert [[0, 1], [2, ~0]] == found["rings"]
    assert [10_000, 45_000, 0, 1000] == found["arcs"][0]


def test_the_same_package_gives_the_same_layer(tmp_path: Path) -> None:
    """Law 8."""
    assert layer(package(tmp_path), 0.4, 1.6) == layer(package(tmp_path), 0.4, 1.6)
