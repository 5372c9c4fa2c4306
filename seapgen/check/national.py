"""National electricity factors to compare with."""

from __future__ import annotations

from decimal import Decimal

from seapgen.check.case import Case
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Approach, EmissionUnit


def _series(inventory: InventoryResult) -> tuple[str, ...]:
    """The series of national factors that counts as the inventory does."""
    if inventory.approach is Approach.LCA:
        return ("lca_ghg", "guidebook2010_lca")
    return ("ipcc_co2" if inventory.unit is EmissionUnit.T_CO2 else "ipcc_ghg", "guidebook2010_ipcc")


def national_reference(case: Case, inventory: InventoryResult) -> Decimal | None:
    """The national factor of the inventory's year, else of the nearest year; None for an unknown country."""
    main = _series(inventory)[0]
    known = {
        year: value for (series, country, year), value in case.reference.national_electricity.items()
        if series == main and country == case.municipality.head.country
    }  # fmt: skip
    return known[min(known, key=lambda y: (abs(y - inventory.year), y))] if known else None


def highest_national(case: Case, inventory: InventoryResult) -> Decimal:
    """The highest factor that the country has had in any series that counts alike; zero for an unknown country."""
    wanted, country = _series(inventory), case.municipality.head.country
    factors = case.reference.national_electricity.items()
    return max((v for (s, c, _), v in factors if s in wanted and c == country), default=Decimal(0))
