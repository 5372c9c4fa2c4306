"""The tree: load, compute and compose apart; the first tree of a process, and those that follow with other data."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.clock import Measured, in_turns, once
from benchmarks.result import Limit, Table, ms
from benchmarks.subjects import MONTELAGO, TURIN, another, subject

RUNS = 9
MOST = 30.0  # ms


@dataclass(frozen=True, slots=True)
class Trees:
    """CPU seconds of a plan's first tree in the process, and of the following ones."""

    place: str
    first: float
    following: Measured


def measure() -> list[Trees]:
    """Both plans; the very first tree of the process is Turin's, and compiles the chapter files."""
    found = []
    for name, (folder, municipality) in (("Turin", TURIN), ("Montelago (specimen)", MONTELAGO)):
        original = subject(folder, municipality)
        others = [another(original, number) for number in range(RUNS + 1)]
        first = once(original.tree)
        found.append(Trees(name, first, in_turns({"tree": lambda run, others=others: others[run].tree()}, RUNS)["tree"]))  # type: ignore[misc]
    return found


def table(trees: list[Trees]) -> Table:
    """As milliseconds."""
    rows = tuple((t.place, ms(t.first), ms(t.following.best), ms(t.following.middle)) for t in trees)
    return Table("tree", "The tree, ms of CPU", ("plan", "first of a process", "following, best", "median"), rows)


def limits(trees: list[Trees]) -> list[Limit]:
    """What was promised."""
    return [Limit(f"tree of {t.place}, with other data each time", t.following.best * 1000, MOST, None, "ms") for t in trees]
