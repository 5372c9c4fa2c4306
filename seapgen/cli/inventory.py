"""A computed inventory as JSON and as a table of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from seapgen.cli.grid import grid
from seapgen.cli.json_text import Json
from seapgen.cli.voice import Voice
from seapgen.model.message import Figure, Message, Term, Value, Verbatim, msg
from seapgen.model.programme import Programme
from seapgen.model.results import InventoryResult, Leaf, MunicipalityResults
from seapgen.model.units import Unit, per_mwh
from seapgen.model.vocabulary import Carrier, Sector


def wanted_year(programme: Programme, municipality: str) -> int:
    """The year of the inventory that the plan starts from; 0 where there is none."""
    found = programme.municipality(municipality)
    head = found.baseline() if found else None
    return head.year if head else 0


def inventory_json(municipality: str, inventory: InventoryResult) -> Json:
    """The contract's keys; numbers are exact."""
    energy_t = inventory.emissions_t()
    other_t = sum((x.emissions_t for x in inventory.non_energy), Decimal(0))
    total_t = energy_t + other_t
    return {
        "municipality": municipality,
        "inventory_year": inventory.year,
        "unit": inventory.unit.value,
        "approach": inventory.approach.value,
        "factor_set": inventory.factor_set,
        "energy_mwh": inventory.energy_mwh(),
        "emissions_t": total_t,
        "emissions_energy_t": energy_t,
        "emissions_t_per_capita": total_t / inventory.population if inventory.population else None,
        "sectors": {s.value: _sums(inventory, s) for s in inventory.sectors()},
        "carriers": {c.value: _sums(inventory, carrier=c) for c in inventory.carriers()},
        "cells": [{"sector": s.value, "carrier": c.value, **_sums(inventory, s, c)} for s, c in _cells(inventory)],
        "leaves": [_leaf(x) for x in inventory.leaves],
        "non_energy": [
            {"sector": x.sector.value, "item": x.item, "emissions_t": x.emissions_t, "unit": x.unit.value}
            for x in inventory.non_energy
        ],
        "notation": [
            {"sector": x.sector.value, "carrier": x.carrier.value if x.carrier else "", "key": x.key.value}
            for x in inventory.notation
        ],
    }


def _sums(inventory: InventoryResult, sector: Sector | None = None, carrier: Carrier | None = None) -> dict[str, Json]:
    return {"energy_mwh": inventory.energy_mwh(sector, carrier), "emissions_t": inventory.emissions_t(sector, carrier)}


def _cells(inventory: InventoryResult) -> list[tuple[Sector, Carrier]]:
    there = {(x.sector, x.carrier) for x in inventory.leaves}
    return [(s, c) for s in Sector for c in Carrier if (s, c) in there]


def _leaf(leaf: Leaf) -> Json:
    return {
        "sector": leaf.sector.value,
        "item": leaf.item,
        "carrier": leaf.carrier.value if leaf.carrier else "",
        "fuel": leaf.fuel,
        "energy_mwh": leaf.energy_mwh,
        "factor_t_per_mwh": leaf.factor.t_per_mwh if leaf.factor else None,
        "emissions_t": leaf.emissions_t,
        "reported_t": leaf.reported_t,
        "sources": [str(leaf.source)],
    }


def inventory_lines(inventory: InventoryResult, results: MunicipalityResults, voice: Voice) -> Iterator[str]:
    """Totals, then sectors, carriers, other emissions and factors, each as a small table."""
    unit = Unit(inventory.unit)
    yield voice.say(
        msg(
            "Inventory of {year}, {approach}, factor set {set}",
            year=_year(inventory.year), approach=Term(f"approach.{inventory.approach}"), set=inventory.factor_set or "–",
        )
    )  # fmt: skip
    yield from _table(msg("Sector"), [(Term(f"sector.{s}"), *_pair(inventory, s, None)) for s in inventory.sectors()], voice)
    carriers = [(Term(f"carrier.{c}"), *_pair(inventory, None, c)) for c in inventory.carriers()]
    yield from _table(msg("Energy carrier"), carriers, voice)
    yield from _table(msg("Total"), [(msg("Energy-related"), *_pair(inventory, None, None))], voice)
    other = [
        (Term(f"sector.{x.sector}"), Verbatim(x.item), Figure("", x.emissions_t, Unit(x.unit))) for x in inventory.non_energy
    ]  # fmt: skip
    yield from _table(msg("Other emissions"), other, voice)
    factors = [
        (Term(f"carrier.{f.carrier}"), Verbatim(f.fuel), Figure("", f.t_per_mwh, per_mwh(unit))) for f in inventory.factors
    ]  # fmt: skip
    yield from _table(msg("Emission factors"), factors, voice)
    if found := results.get(f"inventory.{inventory.year}.emissions_t_per_capita"):
        yield ""
        yield voice.say(msg("Emissions per inhabitant: {value}", value=found))


def _pair(inventory: InventoryResult, sector: Sector | None, carrier: Carrier | None) -> tuple[Figure, Figure]:
    energy = Figure("", inventory.energy_mwh(sector, carrier), Unit.MWH)
    return energy, Figure("", inventory.emissions_t(sector, carrier), Unit(inventory.unit))


def _table(title: Message, rows: Sequence[tuple[Value, ...]], voice: Voice) -> Iterator[str]:
    if rows:
        yield ""
        yield voice.say(title)
        yield from grid([[voice.show(value) for value in row] for row in rows])


def _year(value: int) -> Figure:
    return Figure("", Decimal(value), Unit.YEAR)
