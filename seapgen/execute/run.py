"""Runs jobs: one after the other, or in several processes. The outcomes are the same, in the same order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from queue import SimpleQueue
from types import TracebackType
from typing import TypeVar

from seapgen.execute.workers import Worker, end, one_processor

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")
FEW = 8  # so few jobs are done before a second process has started
AHEAD = 3  # jobs in hand for each process: none waits for work, and few outcomes wait in memory for one that is late


class Crew:
    """Processes that are started when there is enough to do, and ended when the block is left, whatever they are at.

    `workers` 0 means as many as there are processors; with 1 the work is done here, on one of them.
    """

    def __init__(self, workers: int) -> None:
        self._asked = workers
        self._count = workers or os.cpu_count() or 1
        self._workers: list[Worker] = []
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._threads: ThreadPoolExecutor | None = None
        if workers == 1:
            one_processor()

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        end(self._workers)
        if self._threads:
            self._threads.shutdown(cancel_futures=True)
        for each in self._workers:
            each.close()

    def start(self, warm: Callable[[], object]) -> None:
        """Start the processes before the first job is there; each calls `warm` while this one goes on."""
        if self._count > 1 and self._threads is None:
            self._threads = ThreadPoolExecutor(self._count)  # a thread waits for each process
            for _ in range(self._count):
                self._workers.append(Worker())
                self._idle.put(self._workers[-1])
                self._threads.submit(self._done, _called, warm)

    def run(self, function: Callable[[Job], Outcome], jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcomes in the order of the jobs.

        `function` and the jobs travel to other processes: the function is found by its name, a job carries all it needs. Jobs
        are taken one by one while earlier ones are under way.

        Raises:
            WorkerLostError: a process was ended from outside. What a job refuses is raised as it is.
        """
        coming = iter(jobs)
        if self._count > 1 and self._threads is None:
            first = list(islice(coming, 2 if self._asked else FEW))
            if len(first) >= (2 if self._asked else FEW):
                self.start(_nothing)
            coming = chain(first, coming)
        return map(function, coming) if self._threads is None else self._outcomes(self._threads, function, coming)

    def _outcomes(
        self, threads: ThreadPoolExecutor, function: Callable[[Job], Outcome], jobs: Iterable[Job]
    ) -> Iterator[Outcome]:
        """Hand out jobs and take outcomes; at most so many are under way or waiting to be taken."""
        waiting: deque[Future[Outcome]] = deque()
        for job in jobs:
            waiting.append(threads.submit(self._done, function, job))
            while waiting and (len(waiting) >= AHEAD * self._count or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _done(self, function: Callable[[Job], Outcome], job: Job) -> Outcome:
        """In a thread: have a process do a job."""
        worker = self._idle.get()
        try:
            return worker.do(function, job)
        finally:
            self._idle.put(worker)  # also a lost one: whoever is next learns it too


def _called(function: Callable[[], object]) -> None:
    function()


def _nothing() -> None:
    """There is no time for a warm-up."""
