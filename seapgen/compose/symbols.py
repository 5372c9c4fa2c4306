"""Unit symbols as they stand in the heads of tables; symbols are the same in every language."""

from __future__ import annotations

from seapgen.model.message import Message, Verbatim, msg
from seapgen.model.units import Unit

_SYMBOLS = {
    Unit.MWH: "MWh",
    Unit.T_CO2: "t CO₂",
    Unit.T_CO2E: "t CO₂e",
    Unit.T_MIXED: "t",
    Unit.PERCENT: "%",
    Unit.EUR: "EUR",
    Unit.T_CO2_PER_MWH: "t CO₂/MWh",
    Unit.T_CO2E_PER_MWH: "t CO₂e/MWh",
    Unit.EUR_PER_T: "EUR/t",
    Unit.MW: "MW",
    Unit.MWH_PER_HEAD: "MWh",
    Unit.T_CO2_PER_HEAD: "t CO₂",
    Unit.T_CO2E_PER_HEAD: "t CO₂e",
}


def symbol(unit: Unit) -> tuple[Verbatim | Message, ...]:
    """The head of a column in `unit`; empty where a number needs none."""
    if unit is Unit.YEARS:
        return (msg("years"),)
    found = _SYMBOLS.get(unit)
    return (Verbatim(found),) if found else ()


def a_year(unit: Unit) -> tuple[Verbatim | Message, ...]:
    """The head of a column of yearly amounts in `unit`."""
    return (msg("{unit} a year", unit=_SYMBOLS[unit]),)
