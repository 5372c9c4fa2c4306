"""How far a programme has come: its municipalities with the stages they have reached, who is late, which documents are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from seapgen.model.message import Message, msg

Texts: TypeAlias = Mapping[str, str]  # a name by language
Documents: TypeAlias = Mapping[tuple[str, str], "DocumentState"]  # id of a plan and language -> what lies in the output folder


class Step(StrEnum):
    """A stage of the way to a plan, in their order."""

    RETURNED = "returned"
    CHECKED = "checked"
    DRAFTED = "drafted"
    APPROVED = "approved"


STEP_WORDS: Mapping[Step, Message] = {
    Step.RETURNED: msg("Returned"),
    Step.CHECKED: msg("Checked"),
    Step.DRAFTED: msg("Drafted"),
    Step.APPROVED: msg("Approved"),
}


class DocumentState(StrEnum):
    """What became of the files of a document since they were built."""

    WHOLE = "whole"  # all are there, byte for byte
    EDITED = "edited"  # whole but for the Word file, which somebody has changed
    BROKEN = "broken"  # one is missing or damaged


class Task(StrEnum):
    """What a municipality needs next, the most urgent first."""

    RETURN = "return"
    CORRECT = "correct"
    TRANSLATE = "translate"
    DRAFT = "draft"
    DECIDE = "decide"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Lateness:
    """A stage that was reached after its deadline, or is not reached although the deadline has passed."""

    step: Step
    deadline: date
    days: int  # from the deadline to the day it was reached, or to the day of the status
    reached_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the stage is still to be reached."""
        return self.reached_on is None


@dataclass(frozen=True, slots=True)
class TownStatus:
    """One municipality. What belongs to a joint plan is told of each of its members.

    `returned_on` and `approved_on` are known dates not after the day of the status; a return may lie there without a date.
    """

    id: str
    name: Texts
    agency: str = ""
    group: str = ""
    joint_plan: str = ""  # its id, where the municipality is a member of one
    has_return: bool = False
    returned_on: date | None = None
    approved_on: date | None = None
    errors: int = 0
    expected: tuple[str, ...] = ()  # the languages in which its plan is a document
    drafted: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    untranslated: Mapping[str, int] = field(default_factory=dict)  # for each expected language the number of texts
    late: tuple[Lateness, ...] = ()
    task: Task = Task.NOTHING

    @property
    def plan(self) -> str:
        """The id of the plan that it has a document of."""
        return self.joint_plan or self.id

    def has_reached(self, step: Step) -> bool:
        """Whether a stage is done. A municipality is drafted when its plan is there in every language that is expected."""
        match step:
            case Step.RETURNED:
                return self.has_return
            case Step.CHECKED:
                return self.has_return and not self.errors
            case Step.DRAFTED:
                return bool(self.expected) and set(self.expected) <= set(self.drafted)
            case Step.APPROVED:
                return self.approved_on is not None

    @property
    def overdue(self) -> tuple[Lateness, ...]:
        """The deadlines that have passed with nothing reached."""
        return tuple(each for each in self.late if each.is_open)

    @property
    def gravity(self) -> tuple[int, ...]:
        """For sorting, the worst first: days overdue, stages reached, errors, texts to translate, days late in the past."""
        days = max((each.days for each in self.overdue), default=0)
        past = sum(each.days for each in self.late if not each.is_open)
        return -days, sum(self.has_reached(step) for step in Step), -self.errors, -sum(self.untranslated.values()), -past

    def picked(self, *languages: str) -> str:
        """Its name in the first of some languages that has one, else in any; its id where it has no name."""
        return next((self.name[x] for x in (*languages, *sorted(self.name)) if self.name.get(x)), self.id)


@dataclass(frozen=True, slots=True)
class LanguageStatus:
    """The documents in one language, and the texts that they still lack; each text counts once."""

    code: str
    expected: int
    made: int
    untranslated: int
    is_written: bool  # whether seapgen has a catalogue of it


@dataclass(frozen=True, slots=True)
class ProgrammeStatus:
    """A programme on a day. The towns stand in the order of the programme."""

    as_of: date
    title: Texts
    deadlines: Mapping[Step, date]
    agencies: Mapping[str, Texts]
    towns: tuple[TownStatus, ...]
    languages: tuple[LanguageStatus, ...]
    errors: int = 0  # in files that belong to no municipality
    untranslated: Mapping[str, int] = field(default_factory=dict)  # texts of such files, by language

    @property
    def expected(self) -> int:
        """How many documents there shall be; one in several formats is one."""
        return sum(each.expected for each in self.languages)

    @property
    def made(self) -> int:
        """How many of them are there."""
        return sum(each.made for each in self.languages)

    def reached(self, step: Step) -> int:
        """How many municipalities have reached a stage."""
        return sum(town.has_reached(step) for town in self.towns)

    @property
    def late(self) -> int:
        """How many municipalities have missed a deadline and not reached its stage yet."""
        return sum(bool(town.overdue) for town in self.towns)

    def by_agency(self) -> tuple[tuple[str, tuple[TownStatus, ...]], ...]:
        """The ids of agencies with their municipalities, both the worst first; those without agency under an empty id."""
        ids = dict.fromkeys(town.agency for town in self.towns)
        groups = [(id_, _worst_first([t for t in self.towns if t.agency == id_])) for id_ in ids]
        return tuple(sorted(groups, key=lambda each: (each[1][0].gravity, each[0])))


def _worst_first(towns: Sequence[TownStatus]) -> tuple[TownStatus, ...]:
    return tuple(sorted(towns, key=lambda town: (town.gravity, town.id)))
