"""The table of a status: agency by agency, a row for each municipality, a cell for each stage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from seapgen.compose.report.speech import Speech
from seapgen.compose.status.words import SIGNS
from seapgen.model.message import Figure, Message, Term, msg, nmsg
from seapgen.model.report import NOTHING, Said
from seapgen.model.status import STEP_WORDS, Lateness, ProgrammeStatus, Step, Task, TownStatus
from seapgen.model.status_page import Cell, ShownAgency, ShownTown
from seapgen.model.units import Unit

_STEP_OF_TASK = {
    Task.RETURN: Step.RETURNED, Task.CORRECT: Step.CHECKED, Task.TRANSLATE: Step.DRAFTED, Task.DRAFT: Step.DRAFTED,
    Task.DECIDE: Step.APPROVED,
}  # fmt: skip


def table(about: ProgrammeStatus, speech: Speech) -> Iterator[ShownAgency]:
    """The agencies, the worst first."""
    for id_, towns in about.by_agency():
        yield ShownAgency(agency_name(about, id_, speech), _summary(towns, speech), tuple(_row(t, speech) for t in towns))


def agency_name(about: ProgrammeStatus, id_: str, speech: Speech) -> Said:
    """An agency's name, its id where it has none, or that there is none."""
    if not id_:
        return speech.say(msg("Without agency"))
    return speech.pick(about.agencies.get(id_, {})) or Said(id_)


def town_name(town: TownStatus, speech: Speech) -> Said:
    """A municipality's name, its id where that could not be read."""
    return speech.pick(town.name) or Said(town.id)


def _summary(towns: tuple[TownStatus, ...], speech: Speech) -> Said:
    approved = count(sum(town.has_reached(Step.APPROVED) for town in towns))
    return speech.say(nmsg("{done} of {n} approved", "{done} of {n} approved", n=count(len(towns)), done=approved))


def _row(town: TownStatus, speech: Speech) -> ShownTown:
    return ShownTown(town_name(town, speech), tuple(_remarks(town, speech)), tuple(_cell(town, step, speech) for step in Step))


def _remarks(town: TownStatus, speech: Speech) -> Iterator[Said]:
    if town.joint_plan:
        yield speech.say(msg("joint plan “{id}”", id=town.joint_plan))
    for code, number in town.untranslated.items():
        if number:
            yield speech.say(lacking(code, number))


def _cell(town: TownStatus, step: Step, speech: Speech) -> Cell:
    kind = _kind(town, step)
    late = next((each for each in town.late if each.step is step), None)
    return Cell(
        kind, speech.say(SIGNS[kind]), _text(town, step, kind, speech), speech.say(_lateness(late)) if late else NOTHING,
        _STEP_OF_TASK.get(town.task) is step,
    )  # fmt: skip


def _kind(town: TownStatus, step: Step) -> str:
    if step is Step.CHECKED and town.errors:
        return "bad"
    if town.has_reached(step):
        return "done"
    return "part" if step is Step.DRAFTED and town.drafted else "open"


def _text(town: TownStatus, step: Step, kind: str, speech: Speech) -> Said:
    """The date, the number of errors or the languages under a sign."""
    day = {Step.RETURNED: town.returned_on, Step.APPROVED: town.approved_on}.get(step)
    if day:
        return speech.show(on(day))
    if kind == "bad":
        return speech.say(nmsg("{n} error", "{n} errors", n=count(town.errors)))
    if step is Step.DRAFTED and town.drafted:
        there = ", ".join(town.drafted)
        return speech.say(msg("{languages}, edited", languages=there)) if town.edited else Said(there)
    return NOTHING


def _lateness(each: Lateness) -> Message:
    n = count(each.days)
    if each.is_open:
        return nmsg("overdue for {n} day", "overdue for {n} days", n=n)
    return nmsg("{n} day late", "{n} days late", n=n)


def lacking(code: str, number: int) -> Message:
    """How many texts have no translation into a language."""
    return nmsg("{n} text lacks {language}", "{n} texts lack {language}", n=count(number), language=Term(f"language.{code}"))


def count(number: int) -> Figure:
    """A number of things."""
    return Figure("", Decimal(number), Unit.COUNT)


def on(day: date) -> Figure:
    """A day."""
    return Figure("", day, Unit.DATE)


def step_word(step: Step, speech: Speech) -> Said:
    """The name of a stage."""
    return speech.say(STEP_WORDS[step])
