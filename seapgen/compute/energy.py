"""From the rows of `consumption.csv` to final energy in MWh, leaf by leaf."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.obstacles import no_conversion
from seapgen.model.inventory import Consumption
from seapgen.model.message import Verbatim
from seapgen.model.results import Cell
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import ENERGY_SECTORS, Carrier, Notation, Sector

UNITS_FILE = "data/units.csv"
_SECTOR_ORDER = {s: i for i, s in enumerate(Sector)}
_CARRIER_ORDER = {c: i for i, c in enumerate(Carrier)}


@dataclass(frozen=True, slots=True)
class Amount:
    """The energy of one row; `number` counts the leaves of the inventory in the order of their keys."""

    number: int
    row: Consumption


def amounts(account: Account) -> tuple[Amount, ...]:
    """Write down the energy of every row that has a quantity; the order depends on the rows' keys, not on the file."""
    there = [r for r in account.municipality.consumption if r.inventory_year == account.year and _counts(r)]
    found: list[Amount] = []
    for row in sorted(there, key=_order):
        if _write(account, len(found) + 1, row):
            found.append(Amount(len(found) + 1, row))
    return tuple(found)


def _counts(row: Consumption) -> bool:
    """Whether the row has an amount: a confidential one counts in sums; beside another notation key an amount has no place."""
    return row.quantity is not None and row.notation in (None, Notation.C) and row.sector in ENERGY_SECTORS


def _order(row: Consumption) -> tuple[int, str, int, str, Decimal, str]:
    quantity = row.quantity if row.quantity is not None else Decimal(0)
    return _SECTOR_ORDER[row.sector], row.item, _CARRIER_ORDER[row.carrier], row.fuel, quantity, row.unit


def _write(account: Account, number: int, row: Consumption) -> bool:
    """MWh of a row: the quantity times the heating value or unit; a finding where the unit cannot be converted."""
    unit = account.reference.mwh_per_unit(row.unit, row.carrier)
    if unit is None or row.quantity is None:
        account.note([no_conversion(account, row.carrier, row.unit, row.at("unit"))])
        return False
    path = account.path("leaf", number, "energy_mwh")
    quantity = Cell(row.at("quantity"), row.quantity, row.unit)
    if unit.mwh_per_unit == 1:
        return account.book.put(path, Unit.MWH, "stated", quantity)
    per_unit = Cell(unit.place or Source(UNITS_FILE), unit.mwh_per_unit, f"MWh/{row.unit}", Verbatim(unit.source))
    return account.book.put(path, Unit.MWH, "converted", quantity, per_unit)
