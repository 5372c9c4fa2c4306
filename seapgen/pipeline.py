"""The products, one verb a line: load, compute, validate, compose, render, publish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from seapgen import __version__
from seapgen.agency import dressed, templates_of
from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.execute.job import Job, jobs
from seapgen.execute.office import office_version
from seapgen.execute.plan import Planned, planned, possible_paths, siblings
from seapgen.execute.run import run_jobs
from seapgen.illustrations import illustrated
from seapgen.intake.templates import Templates
from seapgen.localise.language import load_language
from seapgen.model.artifact import Artifact
from seapgen.model.document import Document, Localised
from seapgen.model.errors import SeapgenError, UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.inline import Planned as Line
from seapgen.model.message import Message, Term, msg
from seapgen.model.order import Built, Order
from seapgen.model.source import Source
from seapgen.model.verdict import blocked, counts, is_error, refusal
from seapgen.paging import drawn
from seapgen.placing import placed
from seapgen.publish.lock import lock
from seapgen.publish.manifest import Manifest, digests, read_manifest, reason_to_write
from seapgen.publish.publish import Edition, publish
from seapgen.study import Study, study

Outline = Document[Line]
Tell = Callable[[str, int, int], None]  # a verb, how much is done, of how much


def build(folder: Path, out: Path, order: Order, tell: Tell = lambda verb, done, of: None) -> Built:
    """Everything that an order asks for and that is missing or out of date.

    Raises:
        SeapgenError: something stands in the way, and nothing has been written. With `keep_going` the documents that are free
            of errors are written, and the findings say what stands in the way of the others.
    """
    _office(order)  # whoever lacks it is told before anything is done
    tell("load", 0, 1)
    about = study(folder)
    free = _free_of_errors(about, _planned(about, order), order)
    todo, said = _compose(about, free, order, tell)
    if any(is_error(f) for f in said) and not order.keep_going:
        raise refusal([f for f in said if is_error(f)])
    with lock(out), placed(about):
        before = read_manifest(out)
        why = {job.path: reason_to_write(out, job.path, job.key, before) for job in todo}
        edition = _edition(about, before)
        publish(out, _render([job for job in todo if why[job.path]], order, tell), edition)
    return _built(why, edition, (*about.findings, *said))


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


def _compose(about: Study, documents: Sequence[Planned], order: Order, tell: Tell) -> tuple[list[Job], list[Finding]]:
    """The jobs of all documents, and what was found while they were composed; a document with errors has no jobs."""
    found: list[Job] = []
    said: list[Finding] = []
    for n, (scope, group) in enumerate(groupby(documents, key=lambda d: d.scope)):
        tell("compose", n, len({d.scope for d in documents}))
        with _collecting(said):
            look = templates_of(about, scope)
            plan = (illustrated(about, scope), scope, about.results, about.findings, look.chapters)
            outline = plan_seap(*plan, order=look.order, names=look.theme.organisation)
            for each in group:
                document = None
                with _collecting(said):
                    document = _localised(about, each, outline, order, said) if outline else None
                with _collecting(said):
                    stationery, missing = dressed(about, look, each, draft=order.draft)
                    said += missing
                    found += _jobs(each, document, replace(look, stationery=stationery), documents, order) if document else ()
    return found, said


@contextmanager
def _collecting(said: list[Finding]) -> Iterator[None]:
    """Go on after a refusal, and keep its reasons: all problems are told at once."""
    try:
        yield
    except SeapgenError as error:
        said += error.findings


def _localised(about: Study, each: Planned, outline: Outline, order: Order, said: list[Finding]) -> Localised:
    reference = load_language(about.programme.head.languages[0])
    language = load_language(each.language)
    composed = compose_seap(outline, about.programme, each.scope, about.results, language, draft=order.draft, reference=reference)
    said += composed.findings
    return composed.document


def _jobs(each: Planned, document: Localised, look: Templates, others: Sequence[Planned], order: Order) -> tuple[Job, ...]:
    links = siblings(each, others, lambda code: load_language(code).show(Term(f"language.{code}")))
    return jobs(each, document, look.theme, look.stationery, links, _office(order))


def _office(order: Order) -> str:
    """The program that lays out what the order wants paged."""
    return office_version() if order.toc_pages and "docx" in order.formats else ""


def _render(todo: Sequence[Job], order: Order, tell: Tell) -> Iterator[Artifact]:
    for n, artifact in enumerate(run_jobs(drawn, todo, workers=order.workers)):
        tell("render", n + 1, len(todo))
        yield artifact
    tell("publish", 0, 1)


def _edition(about: Study, before: Manifest) -> Edition:
    """What the manifest will say beside the new files. Files that this order did not ask for are kept."""
    possible = possible_paths(about.programme)
    stale = tuple(sorted(set(before.outputs) - possible))
    kept = {path: entry for path, entry in before.outputs.items() if path in possible}
    return Edition(__version__, digests(about.folder, about.programme.files), counts(about.findings), kept, stale)


def _built(why: dict[str, Message | None], edition: Edition, findings: tuple[Finding, ...]) -> Built:
    written = tuple((path, reason) for path, reason in sorted(why.items()) if reason)
    return Built(written, tuple(sorted(path for path, reason in why.items() if not reason)), edition.stale, findings)
