"""Runs jobs: one after the other, or in several processes. The results are the same, in the same order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")
FEW = 8  # so few jobs are done before a second process has started


def run_jobs(function: Callable[[Job], Outcome], jobs: Sequence[Job], *, workers: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs; `workers` 0 means as many as there are processors.

    `function` and the jobs travel to other processes: the function is found by its name, a job carries all it needs.
    """
    wanted = workers or (1 if len(jobs) < FEW else os.cpu_count() or 1)
    if min(wanted, len(jobs)) <= 1:
        yield from map(function, jobs)
        return
    yield from _pooled(function, jobs, min(wanted, len(jobs)))


def _pooled(function: Callable[[Job], Outcome], jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:  # spawn: nothing is inherited, on any system
        try:
            yield from pool.map(function, jobs)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
