"""The SEAP of a municipality: chapters, tables and charts in their order, and the meeting with a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from seapgen.compose.chapters import compile_chapter
from seapgen.compose.faults import refused
from seapgen.compose.material import Material
from seapgen.compose.numbering import numbered
from seapgen.compose.outline import ChapterOutline, outline
from seapgen.compose.prose import localised
from seapgen.compose.seap import (
    annex_tables,
    charts,
    front,
    group_tables,
    group_views,
    inventory_tables,
    inventory_views,
    joint,
    labels,
    monitoring_charts,
    monitoring_tables,
    monitoring_views,
    origins,
    panels,
    plan_tables,
    plan_views,
)
from seapgen.compose.seap.checklist import checklist
from seapgen.compose.seap.order import NOTE, PROFILE, arranged, file_of, known_ids, order_flaws
from seapgen.compose.seap.subject import Subject, subject
from seapgen.model.document import Block, Contents, Document, Localised
from seapgen.model.finding import Finding
from seapgen.model.inline import Planned
from seapgen.model.language import Language
from seapgen.model.message import Figure, Verbatim, msg
from seapgen.model.programme import Programme
from seapgen.model.results import Results
from seapgen.model.sections import ANY, GROUP_SECTIONS
from seapgen.model.shell import HOUSE_ORDER, ChapterOrder
from seapgen.model.theme import EVERY

_NOTE_FILE = "00"  # how the file of the note to the council begins


@dataclass(frozen=True, slots=True)
class Composed:
    """A document in one language, with what was printed in another one."""

    document: Localised
    findings: tuple[Finding, ...]


def plan_seap(
    programme: Programme,
    municipality: str,
    results: Results,
    findings: Iterable[Finding],
    chapters: Sequence[tuple[str, str]],
    *,
    order: ChapterOrder = HOUSE_ORDER,
    names: Mapping[str, str] | None = None,
) -> Document[Planned] | None:
    """The numbered outline of a SEAP, once for all languages; None where there is no inventory.

    `chapters` are (file name, text), `order` is that of the stationery, `names` those of the agency by language where its
    theme gives it others. Raises BrokenTemplateError.
    """
    found = programme.municipality(municipality)
    about = subject(_renamed(programme, found.head.agency, names or {}), found, results) if found else None
    if about is None:
        return None
    if flaws := tuple(order_flaws(order, known_ids(chapters))):
        raise refused(flaws)
    material = _material(about, tuple(findings))
    outlines = [outline(compile_chapter(name, text), material) for name, text in chapters]
    return numbered(_document(about, outlines, order))


def _renamed(programme: Programme, agency: str | None, names: Mapping[str, str]) -> Programme:
    """The programme whose agency is called what its theme says; other languages keep the programme's name."""
    if not names or not (found := programme.agency(agency)):
        return programme
    said = {language: names.get(EVERY, found.name.get(language, "")) for language in {*programme.head.languages, *found.name}}
    renamed = found.model_copy(update={"name": {code: text for code, text in {**said, **names}.items() if code and text}})
    return replace(programme, agencies=tuple(renamed if a.id == agency else a for a in programme.agencies))


def compose_seap(
    planned: Document[Planned],
    programme: Programme,
    municipality: str,
    results: Results,
    language: Language,
    *,
    draft: bool = False,
    reference: Language | None = None,
) -> Composed:
    """The outline in one language. Raises MissingTranslationError, BrokenTemplateError."""
    spoken = localised(
        planned, language, draft=draft, reference=reference, figures=Linkable(results, f"municipality/{municipality}")
    )
    return Composed(spoken.document, spoken.findings)


@dataclass(frozen=True, slots=True)
class Linkable(Mapping[str, Figure]):
    """Figures that a free text may link to: those of its own scope with and without it, and those of every other scope."""

    results: Results
    own: str

    def __getitem__(self, key: str) -> Figure:
        scope, _, path = key.rpartition(":")
        found = self.results.scope(scope or self.own)
        if found is None:
            raise KeyError(key)
        return found.figures[path].figure

    def __iter__(self) -> Iterator[str]:
        found = self.results.scope(self.own)
        return iter(found.figures if found else ())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _material(about: Subject, findings: tuple[Finding, ...]) -> Material:
    is_open, table = checklist(about, findings)
    plan = plan_views.plan_view(about)
    views: dict[str, object] = {
        "place": about.place,
        "place_first": replace(about.place, form="Subject"),
        "provenance": plan_views.provenance_view(about),
        **inventory_views.inventory_views(about),
        **plan_views.money_views(about),
        **plan_views.people_views(about),
        **group_views.group_views(about),
        **joint.joint_views(about),
        "target": plan_views.target_view(about),
        "plan": plan,
        "curve": plan_views.curve_view(about),
        "to_confirm": plan_views.to_confirm_view(about, plan),
        "reported": plan_views.reported_view(about),
        **monitoring_views.monitoring_views(about),
        "checklist": plan_views.checklist_view(is_open=is_open),
    }
    pieces = {
        **charts.charts(about),
        **monitoring_charts.monitoring_charts(about),
        **panels.tiles(about),
        "actions": panels.cards(about),
        **inventory_tables.inventory_tables(about),
        **plan_tables.plan_tables(about),
        **monitoring_tables.monitoring_tables(about),
        **group_tables.group_tables(about),
        **joint.joint_tables(about),
        **annex_tables.template_tables(about),
        **origins.origin_tables(about, findings),
        "annex.checklist": table,
    }
    sections = {s.replace(f".{ANY}", ""): s.replace(ANY, about.group.id) for s in GROUP_SECTIONS} if about.group else {}
    shared = about.programme.texts or {}
    texts = {**about.municipality.texts, **{id_: shared[id_] for id_ in sections.values() if id_ in shared}}
    return Material(views, texts, pieces, sections)


def _document(about: Subject, outlines: list[ChapterOutline], order: ChapterOrder) -> Document[Planned]:
    name = front.official(about)
    title = (msg("Sustainable Energy Action Plan: {place:official}", place=about.place),)
    return Document(
        product="seap",
        scope=f"municipality/{about.municipality.id}",
        language="",
        tag="",
        title=title,
        author=front.organisation(about),
        description=(msg("Energy, emissions and actions; inventory of {year}", year=about.inv("year")),),
        keywords=("SEAP", "Covenant of Mayors", about.municipality.id),
        issued=about.programme.head.issue_date,
        running=(name, Verbatim(" · "), front.product_title()),
        footer=(*front.organisation(about), Verbatim(" · "), msg("Covenant of Mayors")),
        labels=labels.labels(),
        stripe=front.stripe(about),
        blocks=_blocks(about, outlines, order),
    )


def _blocks(about: Subject, outlines: list[ChapterOutline], order: ChapterOrder) -> tuple[Block[Planned], ...]:
    """Pages before the chapters, chapters, annexes, imprint; what the order names stands among the chapters."""
    notes = [front.note(about, o) for o in outlines if file_of(o).startswith(_NOTE_FILE) and front.wants_note(about)]
    profile = front.profile(about, (*charts.shares(about), *charts.pair(about)))
    written = [o for o in outlines if not file_of(o).startswith(_NOTE_FILE) and o.blocks]
    pages: list[tuple[str, Block[Planned]]] = [(NOTE, n) for n in notes] + ([(PROFILE, profile)] if profile else [])
    before = {id_: tuple(page for name, page in pages if name == id_ and id_ not in order.ids) for id_ in (NOTE, PROFILE)}
    among = arranged(written, order, [(name, page) for name, page in pages if name in order.ids])
    contents = Contents((msg("Contents"),))
    return (front.cover(about), *before[NOTE], contents, *before[PROFILE], *among, front.imprint(about))
