"""How wide a text is on paper, by the advance widths of the document's font."""

from __future__ import annotations

import json
from functools import cache

from seapgen.resources import folder

_UNKNOWN = 560  # 1/1000 em of a letter that the font lacks


@cache
def _advances() -> dict[str, dict[str, int]]:
    file = folder("templates") / "fonts" / "metrics.json"
    found: dict[str, dict[str, int]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def measure(text: str, size: float, weight: int = 400) -> float:
    """Width of a text in points at a size in points."""
    advances = _advances()[str(weight)]
    return sum(advances.get(letter, _UNKNOWN) for letter in text) * size / 1000
