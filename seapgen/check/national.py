"""National electricity factors to compare with."""

from __future__ import annotations

from decimal import Decimal

from seapgen.check.case import Case
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Approach, EmissionUnit

YEARS = (0, *range(1950, 2101))  # asked for one by one: the table holds all countries and is longer


def _series(inventory: InventoryResult) -> tuple[str, ...]:
    """The series of national factors that counts as the inventory does."""
    if inventory.approach is Approach.LCA:
        return ("lca_ghg", "guidebook2010_lca")
    return ("ipcc_co2" if inventory.unit is EmissionUnit.T_CO2 else "ipcc_ghg", "guidebook2010_ipcc")


def _known(case: Case, series: str) -> dict[int, Decimal]:
    """A series' factors of the case's country by year; the year 0 where the series names none."""
    factors, country = case.reference.national_electricity, case.municipality.head.country
    keys = ((series, country, year) for year in YEARS)
    return {key[2]: factors[key] for key in keys if key in factors}


def national_reference(case: Case, inventory: InventoryResult) -> Decimal | None:
    """The national factor of the inventory's year, else of the nearest year; None for an unknown country."""
    known = _known(case, _series(inventory)[0])
    return known[min(known, key=lambda y: (abs(y - inventory.year), y))] if known else None


def highest_national(case: Case, inventory: InventoryResult) -> Decimal:
    """The highest factor that the country has had in any series that counts alike; zero for an unknown country."""
    return max((v for series in _series(inventory) for v in _known(case, series).values()), default=Decimal(0))
