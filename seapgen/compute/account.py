"""One inventory while it is being computed: what is known of it, its ledger, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from seapgen.compute.ledger import Ledger
from seapgen.model.factors import FactorSet, Reference
from seapgen.model.finding import Finding
from seapgen.model.message import Value, Verbatim, Words
from seapgen.model.municipality import InventoryHead, Municipality
from seapgen.model.units import Unit, per_mwh
from seapgen.model.vocabulary import Approach, EmissionUnit


@dataclass(slots=True)
class Account:
    """The working paper of one inventory; `book` is shared by all inventories of the municipality."""

    municipality: Municipality
    head: InventoryHead
    reference: Reference
    book: Ledger
    findings: list[Finding] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The inventory year."""
        return self.head.year

    @property
    def factor_set(self) -> FactorSet | None:
        """The factor set that the inventory names, if it is known."""
        return self.reference.factor_sets.get(self.head.factor_set or "")

    @property
    def emission_unit(self) -> EmissionUnit:
        """What a tonne of energy-related emissions counts: as the factor set says, else the head; t CO2 where nobody says."""
        return self.factor_set.unit if self.factor_set else self.head.unit or EmissionUnit.T_CO2

    @property
    def approach(self) -> Approach:
        """What the factors count: as the factor set says, else the head; IPCC where nobody says."""
        return self.factor_set.approach if self.factor_set else self.head.approach or Approach.IPCC

    @property
    def unit(self) -> Unit:
        """The unit of energy-related emissions."""
        return Unit(self.emission_unit)

    @property
    def factor_unit(self) -> Unit:
        """The unit of emission factors."""
        return per_mwh(self.unit)

    def path(self, *parts: str | int) -> str:
        """A figure of this inventory: `inventory.<year>.…`."""
        return ".".join((f"inventory.{self.head.year}", *map(str, parts)))

    def factor_path(self, *parts: str) -> str:
        """A factor of this inventory: `factor.<year>.…`, empty parts left out."""
        return ".".join(("factor", str(self.year), *(p for p in parts if p)))

    def citation(self, key: str) -> Value | None:
        """The text of a source that rows name by its key; the key itself where it is not listed."""
        if not key:
            return None
        found = self.municipality.head.sources.get(key)
        return Words(found.text) if found else Verbatim(key)

    def note(self, findings: Iterable[Finding]) -> None:
        """Write down what stands in the way."""
        self.findings.extend(findings)
