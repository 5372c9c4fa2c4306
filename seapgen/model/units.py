"""The units that a printed figure can have."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """Unit of a figure; how each is printed in a language stands in `locales/profiles.toml`."""

    MWH = "mwh"
    MWH_PER_HEAD = "mwh_per_head"
    T_CO2 = "t_co2"
    T_CO2E = "t_co2e"
    T_CO2_PER_HEAD = "t_co2_per_head"
    T_CO2E_PER_HEAD = "t_co2e_per_head"
    T_MIXED_PER_HEAD = "t_per_head"  # as T_MIXED, for each inhabitant
    T_CO2_PER_MWH = "t_co2_per_mwh"
    T_CO2E_PER_MWH = "t_co2e_per_mwh"
    T_MIXED = "t"  # t CO2 of energy plus t CO2eq of other sources: named wherever it is printed
    PERCENT = "percent"
    POINTS = "points"
    EUR = "eur"
    EUR_PER_T = "eur_per_t"
    EUR_PER_MWH = "eur_per_mwh"
    YEAR = "year"  # a calendar year
    YEARS = "years"  # a duration
    PERIOD = "period"  # from year to year
    DATE = "date"
    COUNT = "count"
    PEOPLE = "people"
    FTE = "fte"
    MW = "mw"
    RATIO = "ratio"


def per_head(unit: Unit) -> Unit:
    """The unit of an amount divided by inhabitants."""
    return Unit(f"{unit}_per_head")


def per_mwh(unit: Unit) -> Unit:
    """The unit of an emission factor for emissions in `unit`."""
    return Unit(f"{unit}_per_mwh")
