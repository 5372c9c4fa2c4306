"""Amounts as findings name them: exact, with their unit."""

from __future__ import annotations

from decimal import Decimal

from seapgen.model.message import Figure, Several, Term
from seapgen.model.municipality import ActionHeading
from seapgen.model.units import Unit, per_head, per_mwh
from seapgen.model.vocabulary import ActionSector, Carrier, EmissionUnit, Sector, SectorGroup

SMALL, SMALLEST = Decimal("0.1"), Decimal("0.001")


def energy(mwh: Decimal) -> Figure:
    """Energy; amounts below 10 MWh show decimals, because there they matter."""
    return Figure("", mwh, Unit.MWH, digits=2 if abs(mwh) < 10 and mwh % 1 else None)


def tonnes(value: Decimal, unit: EmissionUnit | None = None) -> Figure:
    """Emissions; without a unit a mixture of t CO2 and t CO2eq."""
    return Figure("", value, Unit(unit) if unit else Unit.T_MIXED, digits=2 if abs(value) < 10 and value % 1 else None)


def energy_per_head(value: Decimal) -> Figure:
    """Energy per inhabitant; small amounts show four decimals."""
    return Figure("", value, Unit.MWH_PER_HEAD, digits=4 if abs(value) < SMALL else None)


def tonnes_per_head(value: Decimal, unit: EmissionUnit) -> Figure:
    """Emissions per inhabitant."""
    return Figure("", value, per_head(Unit(unit)))


def factor(value: Decimal, unit: EmissionUnit) -> Figure:
    """An emission factor; small ones show four decimals."""
    return Figure("", value, per_mwh(Unit(unit)), digits=4 if abs(value) < SMALL and value % SMALLEST else None)


def percent(value: Decimal) -> Figure:
    """A share or change in percent."""
    return Figure("", value, Unit.PERCENT, digits=None if value % 1 else 0)


def year(value: int) -> Figure:
    """A calendar year."""
    return Figure("", Decimal(value), Unit.YEAR)


def count(value: int) -> Figure:
    """How many."""
    return Figure("", Decimal(value), Unit.COUNT)


def sector_name(sector: Sector) -> Term:
    """The sector's word."""
    return Term(f"sector.{sector}")


def carrier_name(carrier: Carrier) -> Term:
    """The carrier's word."""
    return Term(f"carrier.{carrier}")


def group_name(group: SectorGroup) -> Term:
    """The word of a macro-sector."""
    return Term(f"sector_group.{group}")


def sector_names(sectors: tuple[Sector, ...]) -> Several:
    """Several sectors, to be listed."""
    return Several(tuple(sector_name(s) for s in sectors))


def heading_name(heading: ActionHeading) -> Term:
    """The word of a heading of the sheet of actions."""
    return Term(f"sector_group.{heading}" if heading in set(SectorGroup) - {"other"} else f"action_sector.{heading}")


def action_sector_name(sector: Sector | ActionSector) -> Term:
    """The word of an action's sector."""
    return Term(f"sector.{sector}" if isinstance(sector, Sector) else f"action_sector.{sector}")


def megawatts(value: Decimal) -> Figure:
    """Installed power."""
    return Figure("", value, Unit.MW)
