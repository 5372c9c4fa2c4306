"""A municipality before the judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.check.spread import Spread
from seapgen.model.factors import Reference
from seapgen.model.municipality import InventoryHead, Municipality
from seapgen.model.results import InventoryResult, MunicipalityResults
from seapgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Case:
    """What a municipality handed in, what was computed, what it is measured by.

    `results` has no inventories where none could be computed. `limits` are those of the rule that judges. `spread` is how the
    municipalities of the programme are spread, empty where they are few. `members` are those of a joint plan.
    """

    municipality: Municipality
    results: MunicipalityResults
    reference: Reference
    issue_year: int
    limits: Mapping[str, Decimal]
    spread: Spread
    members: tuple[Municipality, ...] = ()

    @property
    def inventories(self) -> tuple[InventoryResult, ...]:
        """The inventories that could be computed."""
        return self.results.inventories

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan to judge: an action, or a plan that was approved or handed to the Covenant."""
        covenant = self.municipality.head.covenant
        stated = covenant is not None and (covenant.returned_on or covenant.approved_on or covenant.decision)
        return bool(self.municipality.actions or stated)

    def head(self, year: int) -> InventoryHead | None:
        """What `municipality.yaml` says about the inventory of a year."""
        return next((h for h in self.municipality.head.inventories if h.year == year), None)

    def file(self, name: str) -> Source:
        """A whole file of the return."""
        return Source(self.municipality.path(name))

    def energy_file(self, inventory: InventoryResult) -> Source:
        """The file that holds the energy of an inventory."""
        return self.file("consumption.csv" if inventory.has_carriers else "sector_totals.csv")

    def per_head(self, energy_or_tonnes: Decimal, year: int) -> Decimal | None:
        """An amount divided by the inhabitants of a year; None where they are not known."""
        people = self.municipality.head.population.get(year)
        return energy_or_tonnes / people if people else None
