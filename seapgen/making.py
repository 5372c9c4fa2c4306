"""The files of an order: rendered while later documents are composed, or taken over from a build that was interrupted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from seapgen.composing import Tell, Work
from seapgen.execute.job import Job
from seapgen.execute.run import run_jobs
from seapgen.model.artifact import Artifact
from seapgen.model.errors import SeapgenError, WorkerLostError
from seapgen.model.finding import Finding
from seapgen.model.message import msg
from seapgen.model.order import Order
from seapgen.model.verdict import refusal
from seapgen.paging import drawn
from seapgen.publish.parts import Parts
from seapgen.recall import Recall

RESUMED = msg("finished by a build that was interrupted, and taken over")


def made(parts: Parts, jobs: Iterable[Job], work: Work, recall: Recall, order: Order, tell: Tell) -> Iterator[Artifact]:
    """The files of jobs that must be made; what an interrupted build had finished comes last. `work` learns what becomes of each.

    Raises:
        SeapgenError: something stops the order. What was found while documents were composed goes before what a renderer refuses.
    """
    ready: list[Job] = []
    try:
        for n, artifact in enumerate(run_jobs(drawn, _needed(jobs, parts, work, recall, ready), workers=order.workers), 1):
            tell("render", n, len(work.made) - len(ready), artifact.path)
            yield artifact
    except WorkerLostError:
        raise
    except SeapgenError:
        deque(jobs, maxlen=0)  # the rest is composed for its findings
        _refuse(work.stops(order))
        raise
    _refuse(work.stops(order))
    yield from (_taken_over(parts, job) for job in ready)
    tell("publish", 0, 1, "")


def _taken_over(parts: Parts, job: Job) -> Artifact:
    """What an interrupted build had finished; drawn after all where somebody has taken it away meanwhile."""
    content = parts.finished(job.key)
    return drawn(job) if content is None else job.artifact(content)


def _refuse(stopping: Sequence[Finding]) -> None:
    if stopping:
        raise refusal(stopping)


def _needed(jobs: Iterable[Job], parts: Parts, work: Work, recall: Recall, ready: list[Job]) -> Iterator[Job]:
    """The jobs that must be rendered; those whose file an interrupted build had finished go to `ready`."""
    for job in jobs:
        reason = recall.reason(job.path, job.key)
        if reason is None:
            work.same[job.path] = job.key
            continue
        work.made[job.path] = job.key
        is_ready = parts.finished(job.key) is not None
        work.why[job.path] = RESUMED if is_ready else reason
        if is_ready:
            ready.append(job)
        else:
            yield job
