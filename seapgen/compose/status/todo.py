"""What is next, and for whom: what an agency does for several municipalities is one thing to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seapgen.compose.report.speech import Speech
from seapgen.compose.status.cells import agency_name, count, town_name
from seapgen.model.message import Message, Several, Term, Verbatim, msg, nmsg
from seapgen.model.report import NOTHING, Said
from seapgen.model.status import ProgrammeStatus, Step, Task, TownStatus
from seapgen.model.status_page import ToDo

_STEPS = {Task.RETURN: (Step.RETURNED,), Task.CORRECT: (Step.CHECKED,), Task.DECIDE: (Step.APPROVED,)}


def todo(about: ProgrammeStatus, speech: Speech) -> Iterator[ToDo]:
    """By agency, the worst first, and in the order of the way to a plan; at last what waits for seapgen itself."""
    for id_, towns in about.by_agency():
        for task in Task:
            mine = [town for town in towns if town.task is task]
            if task in (Task.RETURN, Task.DRAFT) and mine:
                yield ToDo(agency_name(about, id_, speech), speech.say(_of_agency(task, mine, speech)), _late(mine, task, speech))
            elif task is not Task.NOTHING:
                yield from (ToDo(town_name(t, speech), speech.say(_of_town(t)), _late([t], task, speech)) for t in mine)
    yield from _unwritten(about, speech)


def _of_agency(task: Task, towns: Sequence[TownStatus], speech: Speech) -> Message:
    places = Several(tuple(Verbatim(town_name(town, speech).text) for town in towns))
    n = len({town.plan for town in towns}) if task is Task.DRAFT else len(towns)
    if task is Task.RETURN:
        return nmsg("asks {places} for the return.", "asks {places} for their returns.", n=n, places=places)
    return nmsg("makes the draft of {places}.", "makes the drafts of {places}.", n=n, places=places)


def _of_town(town: TownStatus) -> Message:
    if town.task is Task.CORRECT:
        return nmsg("corrects {n} error in its data.", "corrects {n} errors in its data.", n=count(town.errors))
    if town.task is Task.TRANSLATE:
        n = count(sum(town.untranslated.values()))
        languages = Several(tuple(Term(f"language.{code}") for code, number in town.untranslated.items() if number))
        return nmsg("translates {n} text: {languages}.", "translates {n} texts: {languages}.", n=n, languages=languages)
    return msg("decides in council.")


def _late(towns: Sequence[TownStatus], task: Task, speech: Speech) -> Said:
    """How long the deadline of the next stage has passed."""
    steps = _STEPS.get(task, tuple(Step))
    days = max((each.days for town in towns for each in town.overdue if each.step in steps), default=0)
    return speech.say(nmsg("overdue for {n} day", "overdue for {n} days", n=count(days))) if days else NOTHING


def _unwritten(about: ProgrammeStatus, speech: Speech) -> Iterator[ToDo]:
    """Documents in languages that there is no catalogue of."""
    waiting = [each for each in about.languages if not each.is_written]
    if waiting:
        languages = Several(tuple(Term(f"language.{each.code}") for each in waiting))
        n = count(sum(each.expected for each in waiting))
        what = nmsg(
            "has no words yet in {languages}; {n} document waits for them.",
            "has no words yet in {languages}; {n} documents wait for them.",
            n=n, languages=languages,
        )  # fmt: skip
        yield ToDo(Said("seapgen"), speech.say(what))
