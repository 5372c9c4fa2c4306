"""CPU time, best and middle of several runs; rivals are measured in turns, so that a noisy minute meets both."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Step = Callable[[int], object]  # what is done in a run, by the number of the run: every run has data of its own


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds of one thing, of each run."""

    seconds: tuple[float, ...]

    @property
    def best(self) -> float:
        """The least."""
        return min(self.seconds)

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.seconds)

    def shared(self, parts: int) -> Measured:
        """The same for one part of many."""
        return Measured(tuple(s / parts for s in self.seconds))


def cpu_seconds() -> float:
    """User and system time of this process, its threads, and its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def once(step: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    before = cpu_seconds()
    step()
    return cpu_seconds() - before


def in_turns(steps: Mapping[str, Step], runs: int) -> dict[str, Measured]:
    """Every step `runs` times, one after the other, after a first round that fills the caches of templates (run 0)."""
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for run in range(runs + 1):
        for name, step in steps.items():
            took = once(lambda step=step, run=run: step(run))  # type: ignore[misc]
            seconds[name] += [took] if run else []
    return {name: Measured(tuple(found)) for name, found in seconds.items()}
