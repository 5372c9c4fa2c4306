"""The steps of Turin's plan, each alone: what a change costs is seen by running this before and after."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.clock import Measured, in_turns
from benchmarks.result import Table, ms
from benchmarks.subjects import TURIN, another, computed, subject
from seapgen import resources
from seapgen.intake.programme import load_programme
from seapgen.intake.reference import load_reference
from seapgen.model.order import Order
from seapgen.pipeline import build

RUNS = 4


def measure() -> dict[str, Measured]:
    """Every step with other data in each run, after one that fills the caches."""
    return {name: in_turns({name: step}, RUNS)[name] for name, step in _steps()}


def _steps() -> Iterator[tuple[str, Callable[[int], object]]]:
    folder, municipality = TURIN
    original = subject(folder, municipality)
    others = [another(original, number) for number in range(40, 41 + RUNS)]
    trees = [other.tree() for other in others]
    reference = load_reference(resources.data(), original.about.programme.factor_sets)
    yield "load", lambda run: load_programme(folder)
    yield "compute", lambda run: computed(others[run].about.programme, reference)
    yield "tree", lambda run: others[run].tree()
    yield "docx", lambda run: original.written(trees[run], "docx")
    yield "pdf", lambda run: original.written(trees[run], "pdf")
    yield "html", lambda run: original.written(trees[run], "html")
    yield "all", lambda run: _build_all(folder)


def _build_all(folder: Path) -> None:
    """Everything into an empty folder: all languages and formats of the programme, as `seapgen build` does it."""
    with tempfile.TemporaryDirectory() as out:
        build(folder, Path(out), Order())


def table(found: dict[str, Measured]) -> Table:
    """As milliseconds."""
    rows = tuple((name, ms(m.best), ms(m.middle)) for name, m in found.items())
    return Table("steps", "Steps of Turin's plan, ms of CPU", ("step", "best", "median"), rows)
