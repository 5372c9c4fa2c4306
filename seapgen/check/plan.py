"""The plan of a municipality as rules look at it: its actions, their sums, and the inventory it starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.check.case import Case
from seapgen.model.action import Action
from seapgen.model.municipality import ActionHeading, Target
from seapgen.model.results import InventoryResult
from seapgen.model.source import Source
from seapgen.model.vocabulary import ActionSector, Sector, SectorGroup, Status, group_of

ACTION_SECTORS: tuple[Sector | ActionSector, ...] = (*Sector, *ActionSector)
EFFECTS = ("co2_reduction_t", "energy_saving_mwh", "res_production_mwh")  # columns of an action


@dataclass(frozen=True, slots=True)
class Plan:
    """`target` is the one the plan answers, `base` the inventory that it counts from; `actions` are those not cancelled."""

    case: Case
    target: Target | None
    year: int | None
    base: InventoryResult | None
    actions: tuple[Action, ...]

    def total(self, effect: str, sectors: Iterable[Sector | ActionSector] | None = None) -> Decimal:
        """The sum of an effect over the plan, or over some sectors, as it was computed: parts and wholes are counted once."""
        name = f"plan.{self.year}.{effect.replace('co2_reduction', 'reduction')}"
        paths = [name] if sectors is None else [f"{name}.{s}" for s in sectors]
        return sum((self._value(p) for p in paths), Decimal(0))

    def promised(self) -> Decimal | None:
        """The reduction that the target promises, in tonnes; None where it could not be computed."""
        return self._value(f"target.{self.year}.reduction_t") or None

    def base_tonnes(self) -> Decimal | None:
        """The emissions that the target counts from; None where they could not be computed."""
        return self._value(f"target.{self.year}.base_t") or None

    def largest(self, effect: str, sectors: Iterable[Sector | ActionSector] = ACTION_SECTORS) -> Source:
        """The cell of the action that brings most of an effect in some sectors."""
        wanted = set(sectors)
        those = [a for a in self.actions if a.sector in wanted and amount(a, effect) > 0]
        return max(those, key=lambda a: amount(a, effect)).at(effect) if those else self.case.file("actions.csv")

    def _value(self, path: str) -> Decimal:
        found = self.case.results.figures.get(path)
        return found.figure.value if found and isinstance(found.figure.value, Decimal) else Decimal(0)


def amount(action: Action, effect: str) -> Decimal:
    """An effect of an action as stated, zero where it says nothing."""
    value = getattr(action, effect)
    return value if isinstance(value, Decimal) else Decimal(0)


def plan_of(case: Case) -> Plan:
    """The plan of a case: it answers the first target; without a target it ends with its last action."""
    head = case.municipality.head
    actions = tuple(a for a in case.municipality.actions if a.status is not Status.CANCELLED)
    target = head.targets[0] if head.targets else None
    ends = [a.end_year for a in case.municipality.actions if a.end_year is not None]
    year = target.target_year if target else max(ends, default=None)
    start = case.municipality.baseline()
    base_year = target.base_year if target else start.year if start else None
    base = case.results.inventory(base_year) if base_year else None
    return Plan(case, target, year, base, actions)


def heading_of(sector: Sector | ActionSector) -> ActionHeading:
    """The heading of the template's sheet of actions that a sector stands under."""
    if isinstance(sector, ActionSector):
        return HEADINGS[sector]
    group = group_of(sector)
    return "buildings" if group is SectorGroup.BUILDINGS else "transport" if group is SectorGroup.TRANSPORT else "other"


HEADINGS: Mapping[ActionSector, ActionHeading] = {
    ActionSector.LOCAL_ELECTRICITY: "local_electricity", ActionSector.LOCAL_HEAT: "local_heat",
    ActionSector.LAND_USE: "land_use", ActionSector.PROCUREMENT: "procurement",
    ActionSector.STAKEHOLDERS: "stakeholders", ActionSector.OTHER: "other",
}  # fmt: skip
