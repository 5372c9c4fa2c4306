"""Runs jobs: one after the other, or in several processes. The results are the same, in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import TypeVar

from seapgen.execute.workers import fresh_processes, lost, worker_lost

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")
FEW = 8  # so few jobs are done before a second process has started
AHEAD = 3  # jobs in hand for each process: none waits for work, and few outcomes wait in memory for one that is late


def run_jobs(function: Callable[[Job], Outcome], jobs: Sequence[Job], *, workers: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs; `workers` 0 means as many as there are processors.

    `function` and the jobs travel to other processes: the function is found by its name, a job carries all it needs.
    Whatever ends the iteration, no process is left behind.

    Raises:
        WorkerLostError: a process was ended from outside. What a job refuses is raised as it is.
    """
    wanted = workers or (1 if len(jobs) < FEW else os.cpu_count() or 1)
    if min(wanted, len(jobs)) <= 1:
        yield from map(function, jobs)
        return
    with fresh_processes(min(wanted, len(jobs))) as pool:
        yield from _outcomes(pool, function, jobs, AHEAD * min(wanted, len(jobs)))


def _outcomes(pool: Executor, function: Callable[[Job], Outcome], jobs: Sequence[Job], most: int) -> Iterator[Outcome]:
    """Hand out jobs and take outcomes; at most so many are under way or waiting to be taken."""
    waiting: deque[Future[Outcome]] = deque()
    with lost(worker_lost):
        for job in jobs:
            waiting.append(pool.submit(function, job))
            if len(waiting) >= most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
