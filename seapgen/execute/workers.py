"""Processes that render: started afresh, deaf to the terminal's Ctrl-C, and gone with whoever started them.

Each has a pipe of its own, and nobody else holds the other end: where a process dies, even in the middle of an answer, its pipe
ends, and whoever waits for the answer knows. The pool of the standard library shares one pipe among all its processes, and waits
for ever for the rest of an answer whose sender was killed.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

from seapgen.model.errors import WorkerLostError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")
_PATIENCE = 5.0  # seconds for a process that is asked to end


class Worker:
    """A process that does jobs one after the other."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _without_interruption():
            self._process.start()
        theirs.close()  # else this process would keep the pipe open when the other one dies

    def do(self, function: Callable[[Job], Outcome], job: Job) -> Outcome:
        """The outcome of a job; what it raises is raised here.

        Raises:
            WorkerLostError: the process was ended from outside.
        """
        try:
            self._line.send((function, job))
            is_done, outcome = self._line.recv()
        except (EOFError, OSError):
            raise _lost() from None
        if not is_done:
            raise outcome
        return outcome  # type: ignore[no-any-return]  # what the other process says

    def ask_to_end(self, *, firmly: bool = False) -> None:
        """In the middle of its work, if need be."""
        (self._process.kill if firmly else self._process.terminate)()

    def is_gone(self) -> bool:
        """Whether nothing is left of it."""
        self._process.join(0)
        return not self._process.is_alive()

    def close(self) -> None:
        """Let go of the pipe; only when nobody waits for an answer."""
        self._line.close()


def end(workers: list[Worker]) -> None:
    """End processes: asked at first, then made to."""
    for firmly in (False, True):
        for each in workers:
            each.ask_to_end(firmly=firmly)
        deadline = time.monotonic() + _PATIENCE
        while not all([each.is_gone() for each in workers]) and time.monotonic() < deadline:
            time.sleep(0.002)
        if all([each.is_gone() for each in workers]):
            return


def _lost() -> WorkerLostError:
    """The refusal of a build that has lost a process: the system ends those that take too much memory."""
    fact = msg(
        "A process that was making documents was ended from outside, perhaps because memory ran out. Nothing was published."
    )
    way_out = msg(
        "Build again, with fewer processes (--jobs 1) if memory is short; documents that were finished are not made again."
    )
    return WorkerLostError([Finding("R23", Stage.RUN, Severity.ERROR, Source("--jobs"), fact, proposal=way_out)])


def _serve(line: Connection) -> None:
    """In a new process: Ctrl-C is for the one that started it, and without that one there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    one_processor()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            function, job = line.recv()
        except EOFError:
            return
        try:
            answer = (True, function(job))
        except Exception as error:  # noqa: BLE001 - it is raised where the job came from
            answer = (False, error)
        line.send(answer)


def one_processor() -> None:
    """Typst, which would use all processors by itself, is to use one; it looks once, before its first document."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextmanager
def _without_interruption() -> Iterator[None]:
    """Processes that are started here never hear Ctrl-C, not even before they can say so; this one hears it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
