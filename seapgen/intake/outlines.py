"""The outlines of countries that ship with the program: those near a place, cut to what a map of it may show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TypedDict

from seapgen.model.outlines import Box, Outlines, Ring

FILE = "outlines.json"


class Layer(TypedDict):
    """Lines as steps from point to point, and rings as numbers of lines; `~n` is line n backwards."""

    arcs: list[list[int]]
    rings: list[list[int]]


class Content(TypedDict):
    """The file, as `seapgen/data/make_outlines.py` writes it."""

    source: str
    attribution: str
    near: Layer
    far: Layer


@lru_cache(maxsize=64)  # one for each group: all its documents have the same map
def read_outlines(data: Path, box: Box) -> Outlines:
    """The outlines in a box, and Europe's."""
    content = _content(data)
    near = tuple(cut for ring in _rings(content["near"]) if (cut := box.cut(ring)))
    return Outlines(content["attribution"], near, tuple(_rings(content["far"])))


@lru_cache(maxsize=1)
def _content(data: Path) -> Content:
    found: Content = json.loads((data / FILE).read_text(encoding="utf-8"))
    return found


def _rings(layer: Layer) -> Iterator[Ring]:
    arcs = [tuple(zip(accumulate(arc[0::2]), accumulate(arc[1::2]), strict=True)) for arc in layer["arcs"]]
    for numbers in layer["rings"]:
        points = [
            point for n in numbers for point in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]
        ]  # a line begins where one ended
        yield tuple(points)
