"""A build that says where its time went: `python -m benchmarks.timed_build PROGRAMME OUT` prints JSON.

It is the build behind `seapgen build --lang en --format docx --format pdf --jobs 1`, in a process of its own.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
STARTED = time.perf_counter()
spent = {"compose": 0.0, "render": 0.0}


def timed(name: str, function: Callable[P, R]) -> Callable[P, R]:
    """A function whose time is added up."""

    def call(*arguments: P.args, **named: P.kwargs) -> R:
        before = time.perf_counter()
        try:
            return function(*arguments, **named)
        finally:
            spent[name] += time.perf_counter() - before

    return call


def main() -> None:
    """Build, and print the seconds of all of it, of composing and of rendering, and what was written."""
    from seapgen import composing, making  # importing is part of the time
    from seapgen.building import build
    from seapgen.cli.main import MANY
    from seapgen.model.order import Order

    gc.set_threshold(MANY)  # as the command does
    composing._composed = timed("compose", composing._composed)
    making.all_drawn = timed("render", making.all_drawn)
    built = build(Path(sys.argv[1]), Path(sys.argv[2]), Order(languages=("en",), formats=("docx", "pdf"), workers=1))
    print(json.dumps({"all": time.perf_counter() - STARTED, **spent, "written": [path for path, _ in built.written]}))


if __name__ == "__main__":
    main()
