"""The status of a programme on a day, from its data, from what was found in them and from the documents that were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from seapgen.model.finding import Finding
from seapgen.model.message import Verbatim
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Programme
from seapgen.model.status import (
    Documents,
    DocumentState,
    LanguageStatus,
    Lateness,
    ProgrammeStatus,
    Step,
    Task,
    TownStatus,
)
from seapgen.model.verdict import DOCUMENT_STAGES, is_error


@dataclass(frozen=True, slots=True)
class Facts:
    """What a status is made of.

    `expected` are the languages of the documents by the id of the plan; `missing` is the code of the finding that a text lacks
    a language; `written` are the languages that seapgen has a catalogue of.
    """

    programme: Programme
    findings: Sequence[Finding]
    expected: Mapping[str, tuple[str, ...]]
    documents: Documents
    missing: str
    written: frozenset[str]


def compute_status(facts: Facts, as_of: date) -> ProgrammeStatus:
    """The status on a day. What has no date of its own, findings and documents, is as it is now."""
    programme = facts.programme
    towns = tuple(_towns(facts, as_of))
    return ProgrammeStatus(
        as_of, programme.head.title, _deadlines(programme), {a.id: a.name for a in programme.agencies}, towns,
        tuple(_languages(facts)), _errors(facts.findings, {""}), _untranslated(facts, {""}, programme.head.languages),
    )  # fmt: skip


def _towns(facts: Facts, as_of: date) -> Iterator[TownStatus]:
    """The municipalities that could be read, then those that could not: of them only the errors are known."""
    programme = facts.programme
    deadlines = _deadlines(programme)
    known = {each.id for each in programme.municipalities}
    for town in programme.towns():
        yield _judged(_town(facts, town, as_of), deadlines, as_of, facts.written)
    for id_ in sorted({f.municipality for f in facts.findings} - known - {""}):
        unread = TownStatus(id_, {}, errors=_errors(facts.findings, {id_}))
        yield _judged(unread, deadlines, as_of, facts.written)


def _town(facts: Facts, town: Municipality, as_of: date) -> TownStatus:
    joint = facts.programme.joint_plan_of(town.id)
    common = facts.programme.municipality(joint.id) if joint else None
    both = [town, common] if common else [town]
    plan, ids = (joint.id if joint else town.id), {each.id for each in both}
    expected = facts.expected.get(plan, ())
    others = sorted(language for scope, language in facts.documents if scope == plan and language not in expected)
    states = {language: facts.documents.get((plan, language)) for language in (*expected, *others)}
    returned, approved = (_first(both, name) for name in ("returned_on", "approved_on"))
    group = facts.programme.group(town.head.group)
    return TownStatus(
        town.id, town.head.name, town.head.agency or (group.agency if group else "") or "", town.head.group or "",
        joint.id if joint else "",
        has_return=(any(each.head.inventories for each in both) or returned is not None) and not _is_after(returned, as_of),
        returned_on=None if _is_after(returned, as_of) else returned,
        approved_on=None if _is_after(approved, as_of) else approved,
        errors=_errors(facts.findings, ids), expected=expected,
        drafted=tuple(x for x, state in states.items() if state in (DocumentState.WHOLE, DocumentState.EDITED)),
        edited=tuple(x for x, state in states.items() if state is DocumentState.EDITED),
        untranslated=_untranslated(facts, ids, expected),
    )  # fmt: skip


def _first(places: Iterable[Municipality], name: str) -> date | None:
    """A date of a municipality itself, else of its joint plan."""
    dates: list[date | None] = [getattr(each.head.covenant, name) for each in places if each.head.covenant]
    return next((each for each in dates if each), None)


def _is_after(day: date | None, as_of: date) -> bool:
    return day is not None and day > as_of


def _judged(town: TownStatus, deadlines: Mapping[Step, date], as_of: date, written: frozenset[str]) -> TownStatus:
    return replace(town, late=tuple(_late(town, deadlines, as_of)), task=_task(town, written))


def _late(town: TownStatus, deadlines: Mapping[Step, date], as_of: date) -> Iterator[Lateness]:
    """Stages not reached in time. When a check found nothing any more is not known, so it is late only while it finds errors."""
    dates = {Step.RETURNED: town.returned_on, Step.APPROVED: town.approved_on}
    for step, deadline in deadlines.items():
        reached = dates.get(step)
        end = reached if town.has_reached(step) else as_of
        if end and end > deadline:
            yield Lateness(step, deadline, (end - deadline).days, reached if town.has_reached(step) else None)


def _task(town: TownStatus, written: frozenset[str]) -> Task:
    """The next thing to do. A document in a language without catalogue is nobody's task among those who hand in data."""
    if not town.has_return:
        return Task.CORRECT if town.errors else Task.RETURN
    if town.errors:
        return Task.CORRECT
    if any(town.untranslated.values()) and not town.approved_on:
        return Task.TRANSLATE
    if not set(town.expected) & written <= set(town.drafted):
        return Task.DRAFT
    return Task.NOTHING if town.approved_on else Task.DECIDE


def _deadlines(programme: Programme) -> Mapping[Step, date]:
    given = programme.head.deadlines
    found = {step: getattr(given, step.value, None) for step in Step}
    return {step: day for step, day in found.items() if day}


def _errors(findings: Iterable[Finding], municipalities: set[str]) -> int:
    """Errors that hold up documents. Those of the submission wait for the council: they are no matter of the first check."""
    return sum(is_error(f) and f.stage in DOCUMENT_STAGES for f in findings if f.municipality in municipalities)


def _untranslated(facts: Facts, municipalities: set[str], languages: Iterable[str]) -> dict[str, int]:
    """Texts that lack a language, by language."""
    lacking = [f for f in facts.findings if f.code == facts.missing and f.municipality in municipalities]
    said = [dict(f.message.values).get("language") for f in lacking]
    return {language: sum(each == Verbatim(language) for each in said) for language in languages}


def _languages(facts: Facts) -> Iterator[LanguageStatus]:
    """The documents by language, the language of reference first."""
    wanted = dict.fromkeys(x for x in facts.programme.head.languages if any(x in all_ for all_ in facts.expected.values()))
    wanted |= dict.fromkeys(x for all_ in facts.expected.values() for x in all_)
    ids = {each.id for each in facts.programme.municipalities}
    lacking = _untranslated(facts, ids, wanted)
    for language in wanted:
        plans = [plan for plan, languages in facts.expected.items() if language in languages]
        states = [facts.documents.get((plan, language)) for plan in plans]
        made = sum(state in (DocumentState.WHOLE, DocumentState.EDITED) for state in states)
        yield LanguageStatus(language, len(plans), made, lacking[language], language in facts.written)
