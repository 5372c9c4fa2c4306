"""The group that a plan's municipality belongs to: its members, and what is counted and added over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from seapgen.compose.seap.subject import Subject
from seapgen.model.message import Figure, Several, Term, Value, Verbatim, Words, msg
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Group, Strategy
from seapgen.model.results import SumResults
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach, EmissionUnit

_SHORT: dict[Approach, Value] = {
    Approach.IPCC: Verbatim("IPCC"), Approach.LCA: Verbatim("LCA"), Approach.NATIONAL: msg("national factors")
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class City:
    """A group as a plan of one of its municipalities tells of it."""

    subject: Subject
    group: Group
    sums: SumResults

    @property
    def strategy(self) -> Strategy | None:
        """Its strategy paper."""
        return self.group.strategy

    def towns(self) -> tuple[Municipality, ...]:
        """Its municipalities, without joint plans."""
        return self.subject.programme.members(self.group.id)

    def own(self) -> frozenset[str]:
        """Whom the plan is about: the municipality, or a joint plan and its members."""
        id_ = self.subject.municipality.id
        joint = self.subject.programme.joint_plan(id_)
        return frozenset((id_, *joint.members)) if joint else frozenset((id_,))

    def get(self, path: str) -> Figure | None:
        """A figure of the group, or None."""
        return self.sums.get(path)

    def of(self, id_: str, path: str) -> Figure | None:
        """A figure of a member or of a joint plan, or None."""
        found = self.subject.everything.municipalities.get(id_)
        return found.get(path) if found else None

    def base_year(self, id_: str) -> int | None:
        """The year of the inventory that is added for a member or joint plan, where one is."""
        return next((part.base_years[id_] for part in self.sums.parts if id_ in part.base_years), None)

    def names(self, ids: Collection[str]) -> Several | None:
        """The names of municipalities to be listed, in the order of the programme; None where there are none."""
        found = tuple(Words(town.head.name, is_name=True) for town in self.subject.programme.towns() if town.id in ids)
        return Several(found) if found else None

    def years(self, ids: Iterable[str]) -> tuple[Figure, ...]:
        """The first and the last base year of those; one where they are the same."""
        known = sorted((year, id_) for id_ in ids if (year := self.base_year(id_)) is not None)
        ends = {year: id_ for year, id_ in (*known[:1], *known[-1:])}
        found = (self.of(id_, f"inventory.{year}.year") for year, id_ in ends.items())
        return tuple(figure for figure in found if figure is not None)


def city(subject: Subject) -> City | None:
    """The group of a subject; None where it belongs to none."""
    group = subject.group
    sums = subject.everything.groups.get(group.id) if group else None
    return City(subject, group, sums) if group and sums else None


def way(unit: EmissionUnit | Unit, approach: Approach) -> tuple[Value, ...]:
    """What tonnes count, as a table says it: `t CO₂, IPCC`."""
    return Term(f"unit.{unit}"), Verbatim(", "), _SHORT[approach]
