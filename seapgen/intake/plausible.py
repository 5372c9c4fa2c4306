"""What one row of a table says against itself, and numbers that no return can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from seapgen.intake.parts import numbers, parts
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.inventory import Consumption, NonEnergyEmission, Production, ReportedTotal, SectorTotal
from seapgen.model.noun import Noun
from seapgen.model.vocabulary import NON_ENERGY_SECTORS, EmissionUnit, Notation, Sector

BEYOND_MEASURE = Decimal(10) ** 12  # MWh, t, EUR or people: more than the world
Problems: TypeAlias = Iterator[Finding]

# Fields of which a row must have one; None of them needs the notation key instead where the noun has one.
_VALUES: Mapping[type[Noun], tuple[str, ...]] = {
    Consumption: ("quantity",),
    NonEnergyEmission: ("emissions_t",),
    SectorTotal: ("energy_mwh", "emissions_t"),
    ReportedTotal: ("energy_mwh", "emissions_t"),
    Production: ("produced_mwh", "input_mwh", "capacity_mw", "emissions_t"),
}


def row_problems(rows: Iterable[Noun]) -> Problems:
    """Values and notation keys, units, sectors and signs of rows of one table."""
    for row in rows:
        yield from _value(row)
        yield from _unit(row)
        yield from _sector(row)
        yield from _signs(row)
        yield from beyond_measure(row)


def _value(row: Noun) -> Problems:
    names = _VALUES.get(type(row), ())
    if not names:
        return
    has_value = any(getattr(row, name) is not None for name in names)
    has_notation = getattr(row, "notation", None) is not None
    if has_value and has_notation and getattr(row, "notation", None) != Notation.C:  # a confidential amount is counted
        yield LoadRule.VALUE_AND_NOTATION.at(row.at("notation"), str(getattr(row, "notation", "")))
    if not has_value and not has_notation:
        yield LoadRule.VALUE_MISSING.at(row.at(names[0]))


def _unit(row: Noun) -> Problems:
    if isinstance(row, Consumption) and row.quantity is not None and not row.unit:
        yield LoadRule.MISSING.at(row.at("unit"), name="unit")
    if isinstance(row, NonEnergyEmission) and row.emissions_t is not None and row.unit not in list(EmissionUnit):
        yield LoadRule.NOT_IN_LIST.at(row.at("unit"), row.unit, name="unit", names=", ".join(EmissionUnit))


def _sector(row: Noun) -> Problems:
    if isinstance(row, Consumption) and row.sector in NON_ENERGY_SECTORS:
        yield LoadRule.WRONG_TABLE.at(row.at("sector"), row.sector, sector=row.sector, table="emissions.csv")
    if isinstance(row, NonEnergyEmission) and row.sector not in NON_ENERGY_SECTORS:
        yield LoadRule.WRONG_TABLE.at(row.at("sector"), row.sector, sector=row.sector, table="consumption.csv")


def _may_be_negative(row: Noun, name: str) -> bool:
    """Land use takes up carbon, so its emissions, and sums over it, may be below zero."""
    if name != "emissions_t":
        return False
    if isinstance(row, ReportedTotal):
        return row.key in (Sector.AFOLU, "non_energy") or row.level == "total"
    return getattr(row, "sector", None) is Sector.AFOLU


def _signs(row: Noun) -> Problems:
    for name, number in numbers(row):
        if number < 0 and not _may_be_negative(row, name):
            yield LoadRule.NEGATIVE.at(row.at(name), str(number), "0", name=name)


def beyond_measure(noun: Noun) -> Problems:
    """Numbers that are a slip of the finger, in a noun and the nouns and mappings in it."""
    for name, number in numbers(noun):
        if not -BEYOND_MEASURE <= number <= BEYOND_MEASURE:
            yield LoadRule.ABSURD.at(noun.at(name), str(number), str(BEYOND_MEASURE), name=name)
    for inner in parts(noun):
        yield from beyond_measure(inner)
