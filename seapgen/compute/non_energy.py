"""Emissions that do not come from the use of energy: waste, waste water, sinks, each with its own unit."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.obstacles import unknown_emission_unit
from seapgen.model.inventory import NonEnergyEmission
from seapgen.model.results import NonEnergyLeaf
from seapgen.model.units import Unit
from seapgen.model.vocabulary import NON_ENERGY_SECTORS, EmissionUnit, Notation, Sector

_ORDER = {s: i for i, s in enumerate(Sector)}
_UNITS = {str(u): u for u in EmissionUnit}


def non_energy_leaves(account: Account) -> tuple[NonEnergyLeaf, ...]:
    """Write the rows down as `non_energy.<n>.emissions_t`, their sums by sector and in all."""
    leaves: list[NonEnergyLeaf] = []
    for row in sorted(filter(_counts, _rows(account)), key=_order):
        unit = _UNITS.get(row.unit)
        if unit is None or row.emissions_t is None:
            account.note([unknown_emission_unit(account, row.unit, row.at("unit"))])
            continue
        secret = row.notation is not None
        leaves.append(NonEnergyLeaf(row.sector, row.item, row.emissions_t, unit, row.at("emissions_t"), secret))
        path = account.path("non_energy", len(leaves), "emissions_t")
        account.book.state(path, Unit(unit), row.emissions_t, row.at("emissions_t"), account.citation(row.source))
    _write_sums(account, leaves)
    return tuple(leaves)


def _rows(account: Account) -> list[NonEnergyEmission]:
    return [r for r in account.municipality.emissions if r.inventory_year == account.year and r.sector in NON_ENERGY_SECTORS]


def _counts(row: NonEnergyEmission) -> bool:
    return row.emissions_t is not None and row.notation in (None, Notation.C)


def _order(row: NonEnergyEmission) -> tuple[int, str, Decimal]:
    return _ORDER[row.sector], row.item, row.emissions_t or Decimal(0)


def _write_sums(account: Account, leaves: list[NonEnergyLeaf]) -> None:
    there = [s for s in NON_ENERGY_SECTORS if any(x.sector is s for x in leaves)]
    for sector in there:
        parts = [account.path("non_energy", n, "emissions_t") for n, x in enumerate(leaves, 1) if x.sector is sector]
        account.book.total(account.path("emissions_t", sector), unit_of({x.unit for x in leaves if x.sector is sector}), parts)
    unit = unit_of({x.unit for x in leaves})
    account.book.total(account.path("emissions_non_energy_t"), unit, [account.path("emissions_t", s) for s in there])


def unit_of(units: set[EmissionUnit]) -> Unit:
    """The unit of a sum: that of its parts, or mixed where CO2 and CO2 equivalents are added."""
    return Unit(next(iter(units))) if len(units) == 1 else Unit.T_MIXED
