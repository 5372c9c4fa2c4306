"""Processes that render: started afresh, deaf to the terminal's Ctrl-C, and gone with whoever started them."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from seapgen.model.errors import WorkerLostError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source

_PATIENCE = 5.0  # seconds for a process that is asked to end


@contextmanager
def fresh_processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of processes that inherit nothing; left by an error or an interruption, it ends them in the middle of their work."""
    before = set(active_children())
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
    try:
        with _without_interruption():
            for _ in range(count):
                pool.submit(os.getpid)  # each starts one
        yield pool
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        _end(set(active_children()) - before)
        raise


@contextmanager
def lost(refused: Callable[[], Exception]) -> Iterator[None]:
    """Turn the death of a process into a refusal."""
    try:
        yield
    except BrokenProcessPool:
        raise refused() from None


def worker_lost() -> WorkerLostError:
    """The refusal of a build that has lost a process: the system ends those that take too much memory."""
    fact = msg(
        "A process that was making documents was ended from outside, perhaps because memory ran out. Nothing was published."
    )
    way_out = msg(
        "Build again, with fewer processes (--jobs 1) if memory is short; documents that were finished are not made again."
    )
    return WorkerLostError([Finding("R23", Stage.RUN, Severity.ERROR, Source("--jobs"), fact, proposal=way_out)])


def _begin() -> None:
    """In a new process: Ctrl-C is for the one that started it, and without that one there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


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


def _end(processes: set[BaseProcess]) -> None:
    """The pool's own thread waits for them too, so whether they are gone is asked of the list of those that live."""
    for ask in (BaseProcess.terminate, BaseProcess.kill):
        for each in processes & set(active_children()):
            ask(each)
        deadline = time.monotonic() + _PATIENCE
        while processes & set(active_children()) and time.monotonic() < deadline:
            time.sleep(0.01)
