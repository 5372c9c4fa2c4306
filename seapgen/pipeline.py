"""The products, one verb a line: load, compute, validate, compose, render, publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from seapgen import __version__
from seapgen.composing import Tell, Work, compose
from seapgen.execute.job import Job
from seapgen.execute.office import office_version
from seapgen.execute.plan import Planned, planned, possible_paths
from seapgen.execute.run import run_jobs
from seapgen.model.artifact import Artifact
from seapgen.model.errors import UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.order import Built, Order
from seapgen.model.source import Source
from seapgen.model.verdict import blocked, counts, is_error, refusal
from seapgen.paging import drawn
from seapgen.placing import placed
from seapgen.publish.lock import lock
from seapgen.publish.manifest import Manifest, digests
from seapgen.publish.parts import Parts, last_known
from seapgen.publish.publish import Edition, publish
from seapgen.publish.seen import Seen
from seapgen.publish.state import Answer, read_state
from seapgen.recall import KEPT, Recall
from seapgen.standing import order_key, remember, went_in
from seapgen.study import Study, study

SAME = msg("reused: its content, look and renderer are what they were")
RESUMED = msg("finished by a build that was interrupted, and taken over")


def build(folder: Path, out: Path, order: Order, tell: Tell = lambda verb, done, of, what: None) -> Built:
    """Everything that an order asks for and that is missing or out of date.

    Raises:
        SeapgenError: something stands in the way, and nothing has been written. With `keep_going` the documents that are free
            of errors are written, and the findings say what stands in the way of the others.
    """
    office = office_of(order)  # whoever lacks it is told before anything is done
    with lock(out, order.wait):
        state = read_state(out)
        seen, before = Seen(state.stamps), last_known(out)
        went = went_in(seen, folder, out)
        tell("load", 0, 1, "")
        about = study(folder)
        free = _free_of_errors(about, _planned(about, order), order)
        recall = Recall(about, went, state.composed, before, out, seen)
        work = compose(about, free, order, office, recall, tell)
        if any(is_error(f) for f in work.said) and not order.keep_going:
            raise refusal([f for f in work.said if is_error(f)])
        why = _reasons(out, work.jobs, recall)
        edition = _edition(about, before)
        with placed(about):
            manifest = publish(out, _made(out, [job for job in work.jobs if job.path in why], order, tell), edition)
        built = _built(work, why, edition, (*about.findings, *work.said))
        again = Seen(seen.stamps)
        if went and went == went_in(again, folder, out):  # nobody has edited anything meanwhile
            files = {path: manifest.outputs[path].sha256 for path in (*work.kept, *(job.path for job in work.jobs))}
            remember(out, order_key(order, office), Answer(went.digest, files, built.findings), manifest, recall.composed, again)
    return built


def _planned(about: Study, order: Order) -> tuple[Planned, ...]:
    documents = planned(about.programme, order)
    unread = [f for f in about.findings if is_error(f)]
    if not documents and unread:  # what was asked for may stand in a file that could not be read
        raise refusal(unread)
    if not documents:
        fact = msg("The programme has no such document.")
        way_out = msg("There are: {names}.", names=", ".join(p.name for p in planned(about.programme, Order())))
        raise UnknownRequestError([Finding("R13", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])
    return documents


def _free_of_errors(about: Study, documents: Sequence[Planned], order: Order) -> list[Planned]:
    """The documents that nothing stands in the way of; a refusal where one is stopped, unless the order goes on."""
    known = {m.id for m in about.programme.municipalities}
    stopped = blocked(replace(f, municipality=f.municipality if f.municipality in known else "") for f in about.findings)
    errors = [f for scope in ("", *dict.fromkeys(d.scope for d in documents)) for f in stopped.get(scope, ())]
    if errors and not order.keep_going:
        raise refusal(errors)
    return [d for d in documents if d.scope not in stopped and "" not in stopped]


def office_of(order: Order) -> str:
    """The program that lays out what the order wants paged. Raises MissingToolError."""
    return office_version() if order.toc_pages and "docx" in order.formats else ""


def _reasons(out: Path, todo: Sequence[Job], recall: Recall) -> dict[str, Message]:
    """Why files must be made, by their path; those that come from the very same job are not among them."""
    parts = Parts(out)
    found = ((job, recall.reason(job.path, job.key)) for job in todo)
    return {job.path: RESUMED if parts.finished(job.key) is not None else reason for job, reason in found if reason}


def _made(out: Path, todo: Sequence[Job], order: Order, tell: Tell) -> Iterator[Artifact]:
    """The files of jobs: those that a killed build had finished, then those that have to be rendered."""
    parts = Parts(out)
    left: list[Job] = []
    for job in todo:
        content = parts.finished(job.key)
        if content is None:
            left.append(job)
        else:
            yield job.artifact(content)
    tell("render", 0, len(left), "")
    for n, artifact in enumerate(run_jobs(drawn, left, workers=order.workers), 1):
        tell("render", n, len(left), artifact.path)
        yield artifact
    tell("publish", 0, 1, "")


def _edition(about: Study, before: Manifest) -> Edition:
    """What the manifest will say beside the new files. Files that this order did not ask for are kept.

    What nobody can ask for any more is stale; but a return that cannot be read is still there, and so are its documents.
    """
    possible, unread = possible_paths(about.programme), _unread(about)
    stale = tuple(sorted(path for path, entry in before.outputs.items() if path not in possible and entry.scope not in unread))
    kept = {path: entry for path, entry in before.outputs.items() if path not in stale}
    return Edition(__version__, digests(about.folder, about.programme.files), counts(about.findings), kept, stale)


def _unread(about: Study) -> set[str]:
    """The ids of returns whose head has errors."""
    folders = {file.split("/")[1] for file in about.programme.files if file.startswith("municipalities/")}
    return folders - {m.id for m in about.programme.municipalities}


def _built(work: Work, why: Mapping[str, Message], edition: Edition, findings: tuple[Finding, ...]) -> Built:
    same = {job.path: SAME for job in work.jobs if job.path not in why}
    reused = sorted({**dict.fromkeys(work.kept, KEPT), **same}.items(), key=lambda item: item[0])
    written = sorted(why.items(), key=lambda item: item[0])
    return Built(tuple(written), tuple(path for path, _ in reused), edition.stale, findings, tuple(reused))
