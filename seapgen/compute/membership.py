"""Who is counted in a group or in the programme, and whose figures are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seapgen.model.municipality import Municipality
from seapgen.model.programme import Group, Programme
from seapgen.model.results import InventoryResult, MunicipalityResults
from seapgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Membership:
    """The municipalities of a group, or of the whole programme where `group` is None."""

    programme: Programme
    results: Mapping[str, MunicipalityResults]
    group: Group | None

    def towns(self) -> tuple[Municipality, ...]:
        """The municipalities that are counted, without the folders of joint plans."""
        return self.programme.members(self.group.id) if self.group else self.programme.towns()

    def signed(self) -> dict[str, Source]:
        """Who signed a strategy and stands in the programme, with the place that says so."""
        groups = (self.group,) if self.group else self.programme.head.groups
        known = {town.id for town in self.programme.towns()}
        places: dict[str, Source] = {}
        for strategy in (g.strategy for g in groups if g.strategy):
            for number, id_ in enumerate(strategy.signatories):
                if id_ in known:
                    places.setdefault(id_, strategy.at(f"signatories.{number}"))
        return places

    def places(self, ids: Iterable[str]) -> dict[str, Source]:
        """The municipalities behind municipalities and joint plans, each with the place of its id."""
        towns = {town.id: town.head.at("id") for town in self.programme.towns()}
        return {one: towns[one] for id_ in ids for one in self.covered(id_)}

    def has_delivered(self, town: str) -> bool:
        """Whether there is a computed inventory, the municipality's own or that of its joint plan."""
        plan = self.programme.joint_plan_of(town)
        return self.has_inventory(town) or bool(plan and self.has_inventory(plan.id))

    def has_inventory(self, id_: str) -> bool:
        """Whether the inventory that a plan starts from could be computed."""
        base = self.baseline(id_)
        return base is not None and f"inventory.{base.year}.energy_mwh" in self.results[id_].figures

    def baseline(self, id_: str) -> InventoryResult | None:
        """The inventory that a municipality's or joint plan's own plan starts from."""
        found, municipality = self.results.get(id_), self.programme.municipality(id_)
        head = municipality.baseline() if municipality else None
        return found.inventory(head.year) if found and head else None

    def added(self) -> tuple[Municipality, ...]:
        """Whose inventories and plans are added: a joint plan once, for all its members."""
        return tuple(self._added())

    def promising(self) -> tuple[Municipality, ...]:
        """Whose targets are added: the members of a joint plan where it has no target of its own (option 1)."""
        return tuple(each for one in self.added() for each in ((one,) if one.head.targets else self._members(one)))

    def _added(self) -> Iterator[Municipality]:
        inside = {town.id for town in self.towns()}
        for one in self.programme.plans():
            if not inside.intersection(self.covered(one.id)):
                continue
            if self.has_inventory(one.id):
                yield one
            else:
                yield from (member for member in self._members(one) if self.has_inventory(member.id))

    def _members(self, one: Municipality) -> Iterator[Municipality]:
        """The members of a joint plan; of another plan there are none."""
        plan = self.programme.joint_plan(one.id)
        known = (self.programme.municipality(id_) for id_ in (plan.members if plan else ()))
        return (member for member in known if member is not None)

    def covered(self, id_: str) -> tuple[str, ...]:
        """The municipalities behind a joint plan; behind a municipality, itself."""
        plan = self.programme.joint_plan(id_)
        known = {town.id for town in self.programme.towns()}
        return tuple(member for member in plan.members if member in known) if plan else (id_,)
