"""The files of an order: rendered while later documents are composed, or taken over from a build that was interrupted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from seapgen.composing import Tell, Work
from seapgen.execute.job import Job
from seapgen.execute.run import Crew
from seapgen.model.artifact import Artifact
from seapgen.model.errors import SeapgenError, WorkerLostError
from seapgen.model.finding import Finding
from seapgen.model.message import msg
from seapgen.model.order import Order
from seapgen.model.verdict import refusal
from seapgen.paging import all_drawn, drawn
from seapgen.publish.parts import Parts
from seapgen.recall import Recall

RESUMED = msg("finished by a build that was interrupted, and taken over")


def made(
    parts: Parts, jobs: Iterable[tuple[Job, ...]], work: Work, recall: Recall, order: Order, crew: Crew, tell: Tell
) -> Iterator[Artifact]:
    """The files of jobs that must be made; what an interrupted build had finished comes last. `work` learns what becomes of each.

    The jobs of one document come together, and travel together: they share its tree.

    Raises:
        SeapgenError: something stops the order. What was found while documents were composed goes before what a renderer refuses.
    """
    ready: list[Job] = []
    try:
        drawings = crew.run(all_drawn, _needed(jobs, parts, work, recall, ready))
        for n, artifact in enumerate(chain.from_iterable(drawings), 1):
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


def _needed(
    jobs: Iterable[tuple[Job, ...]], parts: Parts, work: Work, recall: Recall, ready: list[Job]
) -> Iterator[tuple[Job, ...]]:
    """The jobs that must be rendered; those whose file an interrupted build had finished go to `ready`."""
    for document in jobs:
        needed = [job for job in document if _is_needed(job, parts, work, recall)]
        ready += [job for job in needed if work.why[job.path] == RESUMED]
        if rest := tuple(job for job in needed if work.why[job.path] != RESUMED):
            yield rest


def _is_needed(job: Job, parts: Parts, work: Work, recall: Recall) -> bool:
    """Whether there is no right file of a job yet; the work learns why."""
    reason = recall.reason(job.path, job.key)
    if reason is None:
        work.same[job.path] = job.key
        return False
    work.made[job.path] = job.key
    work.why[job.path] = reason if parts.finished(job.key) is None else RESUMED
    return True
