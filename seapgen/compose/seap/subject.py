"""The municipality that a plan is about, with its data, results and the inventory that the plan starts from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from seapgen.model.message import Figure, Place, Several, Term
from seapgen.model.municipality import InventoryHead, Municipality, Target
from seapgen.model.programme import Agency, Group, JointPlan, Programme
from seapgen.model.results import Derived, InventoryResult, MunicipalityResults, Results, Withheld
from seapgen.model.units import Unit, per_mwh
from seapgen.model.vocabulary import ActionSector, Carrier, InventoryKind, Provenance, Sector

Key = TypeVar("Key", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a SEAP is written from; nothing here has met a language."""

    programme: Programme
    municipality: Municipality
    results: MunicipalityResults
    everything: Results
    head: InventoryHead
    inventory: InventoryResult
    plan_year: int | None  # by which the plan counts: that of the target, else the year when the last action ends
    ranking: tuple[Sector, ...]  # sectors with leaves, largest emissions first; equal ones in the order of the template

    @property
    def year(self) -> int:
        """The inventory year."""
        return self.inventory.year

    @property
    def unit(self) -> Unit:
        """The unit of energy-related emissions."""
        return Unit(self.inventory.unit)

    @property
    def factor_unit(self) -> Unit:
        """The unit of emission factors."""
        return per_mwh(self.unit)

    @property
    def is_baseline(self) -> bool:
        """Whether the inventory is a baseline under the Covenant."""
        return self.inventory.kind == InventoryKind.BASELINE

    @property
    def target(self) -> Target | None:
        """The target that the plan answers: the first."""
        return self.municipality.head.targets[0] if self.municipality.head.targets else None

    @property
    def agency(self) -> Agency | None:
        """The agency that looks after the municipality."""
        return self.programme.agency(self.municipality.head.agency)

    @property
    def group(self) -> Group | None:
        """The City_SEC it belongs to."""
        return self.programme.group(self.municipality.head.group)

    @property
    def joint(self) -> JointPlan | None:
        """The joint plan, where the plan is one of several municipalities."""
        return self.programme.joint_plan(self.municipality.id)

    @property
    def members(self) -> tuple[Municipality, ...]:
        """The municipalities of the joint plan; none where the plan is that of one municipality."""
        known = (self.programme.municipality(id_) for id_ in (self.joint.members if self.joint else ()))
        return tuple(member for member in known if member is not None)

    @property
    def place(self) -> Place:
        """The municipality's name with its stored forms."""
        head = self.municipality.head
        forms = {code: forms.model_dump(by_alias=True) for code, forms in head.forms.items()}
        return Place(head.name, forms, head.country)

    @property
    def is_illustrative(self) -> bool:
        """Whether the whole return is invented."""
        note = self.municipality.head.provenance
        return note is not None and note.inventory is Provenance.ILLUSTRATIVE

    @property
    def has_illustrative_actions(self) -> bool:
        """Whether the actions are invented."""
        note = self.municipality.head.provenance
        return note is not None and note.actions is Provenance.ILLUSTRATIVE

    def figure(self, path: str) -> Figure:
        """The figure of a path that must be there."""
        return self.results.figure(path)

    def get(self, path: str) -> Figure | None:
        """The figure of a path, or None."""
        return self.results.get(path)

    def derived(self, path: str) -> Derived:
        """A figure with its derivation."""
        return self.results.derived(path)

    def inv(self, path: str) -> Figure:
        """A figure of the inventory, `energy_mwh.residential`."""
        return self.figure(f"inventory.{self.year}.{path}")

    def inv_get(self, path: str) -> Figure | None:
        """A figure of the inventory, or None."""
        return self.get(f"inventory.{self.year}.{path}")

    def percent(self, path: str) -> Figure:
        """A stated percentage that must be there: whole ones are printed without decimals, as people stated them."""
        return stated_percent(self.figure(path))

    def percent_get(self, path: str) -> Figure | None:
        """A stated percentage, or None."""
        return self.percent(path) if self.get(path) is not None else None

    def plan(self, path: str) -> Figure | None:
        """A figure of the plan's year, `reduction_t.residential`, or None."""
        return self.get(f"plan.{self.plan_year}.{path}")


def stated_percent(figure: Figure) -> Figure:
    """A percentage that people stated: whole ones are printed without decimals."""
    whole = isinstance(figure.value, Decimal) and figure.value == figure.value.to_integral_value()
    return replace(figure, digits=0) if whole else figure


def sector_term(sector: Sector | ActionSector) -> Term:
    """The word for a sector of the inventory or a field of action."""
    return Term(f"sector.{sector}") if isinstance(sector, Sector) else Term(f"action_sector.{sector}")


def several(terms: list[Term]) -> Several | None:
    """Terms to be listed, or None where there are none."""
    return Several(tuple(terms)) if terms else None


def subject(programme: Programme, municipality: Municipality, results: Results) -> Subject | None:
    """The subject of a plan; None where the municipality handed in no inventory."""
    head = municipality.baseline()
    found = results.municipalities.get(municipality.id)
    inventory = found.inventory(head.year) if found and head else None
    if head is None or found is None or inventory is None:
        return None
    ranking = _ranking(inventory, found.withheld)
    return Subject(programme, municipality, found, results, head, inventory, plan_year(municipality), ranking)


def plan_year(municipality: Municipality) -> int | None:
    """By which a plan counts: the year of its first target, else the year when the last action ends."""
    targets = municipality.head.targets
    ends = [a.end_year for a in municipality.actions if a.end_year is not None]
    return targets[0].target_year if targets else max(ends, default=None)


def _ranking(inventory: InventoryResult, withheld: Withheld) -> tuple[Sector, ...]:
    order = sorted(inventory.sectors(), key=lambda sector: -inventory.emissions_t(sector))  # the sort keeps equals in order
    return _discreet(order, [s for s in order if f"inventory.{inventory.year}.emissions_energy_t.{s}" in withheld.paths])


def sectors_by_energy(subject: Subject) -> tuple[Sector, ...]:
    """Sectors with leaves, largest energy first; equal ones in the order of the template."""
    order = sorted(subject.inventory.sectors(), key=lambda sector: -subject.inventory.energy_mwh(sector))
    return _discreet(order, [s for s in order if subject.inv(f"energy_mwh.{s}").is_withheld])


def carriers_by_energy(subject: Subject) -> tuple[Carrier, ...]:
    """Carriers with leaves, largest energy first; equal ones in the order of the template."""
    order = sorted(subject.inventory.carriers(), key=lambda carrier: -subject.inventory.energy_mwh(carrier=carrier))
    return _discreet(order, [c for c in order if subject.inv(f"energy_mwh.carrier.{c}").is_withheld])


def _discreet(order: list[Key], withheld: list[Key]) -> tuple[Key, ...]:
    """The order with withheld amounts at its end: a place between two known amounts would tell them.

    The first two keep their places, because sentences speak of them.
    """
    late = [x for x in withheld if x not in order[:2]]
    return (*(x for x in order if x not in late), *sorted(late))
