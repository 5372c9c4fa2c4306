"""The tree: load, compute and compose apart; the first tree of a process, and those that follow with other data."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.clock import Measured, Step, in_turns, once
from benchmarks.result import Limit, Table, ms
from benchmarks.subjects import MONTELAGO, TURIN, another, subject

RUNS = 20
MOST = 30.0  # ms
PLANS = {"Turin": TURIN, "Montelago (specimen)": MONTELAGO}


@dataclass(frozen=True, slots=True)
class Trees:
    """CPU seconds of a plan's first tree in the process, and of the following ones."""

    place: str
    first: float
    following: Measured


def measure() -> list[Trees]:
    """Both plans in turns; the very first tree of the process is Turin's, and compiles the chapter files."""
    originals = {name: subject(*where) for name, where in PLANS.items()}
    first = {name: once(original.tree) for name, original in originals.items()}
    others = {name: [another(original, n) for n in range(RUNS + 1)] for name, original in originals.items()}
    steps: dict[str, Step] = {name: lambda run, name=name: others[name][run].tree() for name in PLANS}  # type: ignore[misc]
    following = in_turns(steps, RUNS)
    return [Trees(name, first[name], following[name]) for name in PLANS]


def table(trees: list[Trees]) -> Table:
    """As milliseconds."""
    rows = tuple((t.place, ms(t.first), ms(t.following.best), ms(t.following.middle)) for t in trees)
    return Table("tree", "The tree, ms of CPU", ("plan", "first of a process", "following, best", "median"), rows)


def limits(trees: list[Trees]) -> list[Limit]:
    """What was promised."""
    return [Limit(f"tree of {t.place}, with other data each time", t.following.best * 1000, MOST, None, "ms") for t in trees]
