"""Runs jobs: one after the other, or in several processes. The outcomes are the same, in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from itertools import chain, islice
from typing import TypeVar

from seapgen.execute.workers import fresh_processes, lost, worker_lost

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")
FEW = 8  # so few jobs are done before a second process has started
AHEAD = 3  # jobs in hand for each process: none waits for work, and few outcomes wait in memory for one that is late


def run_jobs(function: Callable[[Job], Outcome], jobs: Iterable[Job], *, workers: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs; `workers` 0 means as many as there are processors.

    `function` and the jobs travel to other processes: the function is found by its name, a job carries all it needs. Jobs are
    taken one by one while earlier ones are under way. Whatever ends the iteration, no process is left behind.

    Raises:
        WorkerLostError: a process was ended from outside. What a job refuses is raised as it is.
    """
    coming = iter(jobs)
    first = list(islice(coming, 2 if workers else FEW)) if workers != 1 else []
    count = workers or (1 if len(first) < FEW else os.cpu_count() or 1)
    if count == 1 or len(first) < 2:
        yield from map(function, chain(first, coming))
        return
    with fresh_processes(count) as pool:
        yield from _outcomes(pool, function, chain(first, coming), AHEAD * count)


def _outcomes(pool: Executor, function: Callable[[Job], Outcome], jobs: Iterable[Job], most: int) -> Iterator[Outcome]:
    """Hand out jobs and take outcomes; at most so many are under way or waiting to be taken."""
    waiting: deque[Future[Outcome]] = deque()
    with lost(worker_lost):
        for job in jobs:
            waiting.append(pool.submit(function, job))
            while waiting and (len(waiting) >= most or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
