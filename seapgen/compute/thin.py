"""A return of sector totals: energy and emissions without carriers, direct and indirect."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.obstacles import half_a_total
from seapgen.model.inventory import SectorTotal
from seapgen.model.results import Leaf
from seapgen.model.units import Unit
from seapgen.model.vocabulary import ENERGY_SECTORS, Sector

_ORDER = {s: i for i, s in enumerate(Sector)}


def thin_leaves(account: Account) -> tuple[Leaf, ...]:
    """Write down the stated energy and emissions of every sector total; a blank is a finding, not a zero."""
    rows = [r for r in account.municipality.sector_totals if r.inventory_year == account.year and r.sector in ENERGY_SECTORS]
    leaves: list[Leaf] = []
    for row in sorted(rows, key=_order):
        if row.energy_mwh is None and row.emissions_t is None:
            continue
        if row.energy_mwh is None or row.emissions_t is None:
            account.note([half_a_total(account, row.here)])
        leaves.append(_write(account, len(leaves) + 1, row))
    return tuple(leaves)


def _order(row: SectorTotal) -> tuple[int, str, Decimal, Decimal]:
    return _ORDER[row.sector], row.type, row.energy_mwh or Decimal(0), row.emissions_t or Decimal(0)


def _write(account: Account, number: int, row: SectorTotal) -> Leaf:
    energy, emissions = (account.path("leaf", number, what) for what in ("energy_mwh", "emissions_t"))
    account.book.state(energy, Unit.MWH, row.energy_mwh, row.at("energy_mwh"))
    account.book.state(emissions, account.unit, row.emissions_t, row.at("emissions_t"))
    return Leaf(
        row.sector, "", None, "", account.book.get(energy) or Decimal(0), account.book.get(emissions) or Decimal(0),
        None, None, None, row.at("energy_mwh"), row.type == "direct",
    )  # fmt: skip
