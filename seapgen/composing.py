"""From a study to render jobs: the trees of all documents, and what was found on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby

from seapgen.agency import agency_of, dressed, templates_of
from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.execute.job import Job, jobs
from seapgen.execute.plan import Planned, siblings
from seapgen.illustrations import illustrated
from seapgen.intake.templates import Templates
from seapgen.localise.language import load_language
from seapgen.model.document import Document, Localised
from seapgen.model.errors import SeapgenError
from seapgen.model.finding import Finding
from seapgen.model.inline import Planned as Line
from seapgen.model.message import Message, Term
from seapgen.model.order import Order
from seapgen.model.verdict import is_error
from seapgen.publish.state import Composed
from seapgen.recall import Recall
from seapgen.study import Study

Outline = Document[Line]
Tell = Callable[[str, int, int, str], None]  # a verb, how much is done, of how much, what is in hand


@dataclass(slots=True)
class Work:
    """What becomes of an order while it is worked at.

    `kept` are files of which nothing has changed, `same` those that were composed to the same jobs, both with the keys of their
    jobs; `why` says why files are made, `made` has the keys of their jobs; `said` was found while documents were composed.
    """

    kept: dict[str, str] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    why: dict[str, Message] = field(default_factory=dict)
    said: list[Finding] = field(default_factory=list)

    def stops(self, order: Order) -> list[Finding]:
        """What was found that stops the order."""
        return [] if order.keep_going else [f for f in self.said if is_error(f)]


def compose(
    about: Study, documents: Sequence[Planned], order: Order, office: str, recall: Recall, work: Work, tell: Tell
) -> Iterator[tuple[Job, ...]]:
    """The jobs of all documents, those of each document together as soon as it is composed; one with errors has none.

    `office` is the program that lays out what the order wants paged; what `recall` knows is not composed. Once something stops
    the order no more jobs come, but all is composed, so that all that was found is told at once.
    """
    looks: dict[str, Templates] = {}  # by agency
    scopes = [tuple(group) for _, group in groupby(documents, key=lambda d: d.scope)]
    for n, group in enumerate(scopes):
        tell("compose", n, len(scopes), group[0].scope)
        if known := recall.of(group, order, office):
            work.kept |= dict(known.jobs)
            work.said += known.findings
            continue
        found, said = _composed(about, group, order, office, looks)
        recall.keep(group, order, office, Composed(tuple((job.path, job.key) for each in found for job in each), tuple(said)))
        work.said += said
        yield from found if not work.stops(order) else ()
    tell("compose", len(scopes), len(scopes), "")


def _composed(
    about: Study, documents: Sequence[Planned], order: Order, office: str, looks: dict[str, Templates]
) -> tuple[list[tuple[Job, ...]], list[Finding]]:
    """The documents of one scope: the jobs of each, and what was found."""
    found: list[tuple[Job, ...]] = []
    said: list[Finding] = []
    scope = documents[0].scope
    with _collecting(said):
        agency = agency_of(about, scope)
        look = looks[agency] = looks.get(agency) or templates_of(about, agency)
        plan = (illustrated(about, scope), scope, about.results, about.findings, look.chapters)
        outline = plan_seap(*plan, order=look.order, names=look.theme.organisation)
        for each in documents:
            document = None
            with _collecting(said):
                document = _localised(about, each, outline, order, said) if outline else None
            with _collecting(said):
                stationery, missing = dressed(about, look, each, draft=order.draft)
                said += missing
                dressed_look = replace(look, stationery=stationery)
                found += [_jobs(each, document, dressed_look, documents, office)] if document else []
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


def _jobs(each: Planned, document: Localised, look: Templates, others: Sequence[Planned], office: str) -> tuple[Job, ...]:
    links = siblings(each, others, lambda code: load_language(code).show(Term(f"language.{code}")))
    return jobs(each, document, look.theme, look.stationery, links, office)
