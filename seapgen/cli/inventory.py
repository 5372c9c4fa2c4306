"""A computed inventory as JSON and as a table of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from seapgen.cli.grid import grid
from seapgen.cli.json_text import Json
from seapgen.cli.voice import Voice
from seapgen.model.message import Figure, Message, Term, Value, Verbatim, msg
from seapgen.model.programme import Programme
from seapgen.model.results import FactorUse, InventoryResult, Leaf, MunicipalityResults
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Carrier, Sector


def wanted_year(programme: Programme, municipality: str) -> int:
    """The year of the inventory that the plan starts from; 0 where there is none."""
    found = programme.municipality(municipality)
    head = found.baseline() if found else None
    return head.year if head else 0


def inventory_json(inventory: InventoryResult, results: MunicipalityResults) -> Json:
    """The contract's keys; numbers are exact, and `null` beside `"withheld": true` where they are confidential."""
    at = f"inventory.{inventory.year}"
    return {
        "municipality": results.id,
        "inventory_year": inventory.year,
        "unit": inventory.unit.value,
        "approach": inventory.approach.value,
        "factor_set": inventory.factor_set,
        **_numbers(results, at, ("energy_mwh", "emissions_t", "emissions_energy_t")),
        "emissions_t_per_capita": _number(results.get(f"{at}.emissions_t_per_capita")),
        "sectors": {s.value: _sums(results, at, f".{s}") for s in inventory.sectors()},
        "carriers": {c.value: _sums(results, at, f".carrier.{c}") for c in inventory.carriers()},
        "cells": [
            {"sector": s.value, "carrier": c.value, **_sums(results, at, f".{s}.{c}")} for s, c in _cells(inventory)
        ],
        "leaves": [_leaf(n, x, inventory, results) for n, x in enumerate(inventory.leaves, 1)],
        "non_energy": [
            {
                "sector": x.sector.value, "item": x.item, **_numbers(results, f"{at}.non_energy.{n}", ("emissions_t",)),
                "unit": x.unit.value,
            }
            for n, x in enumerate(inventory.non_energy, 1)
        ],
        "notation": [
            {"sector": x.sector.value, "carrier": x.carrier.value if x.carrier else "", "key": x.key.value}
            for x in inventory.notation
        ],
    }  # fmt: skip


def _sums(results: MunicipalityResults, at: str, key: str) -> dict[str, Json]:
    """Energy and energy-related emissions of a sector, carrier or cell."""
    pairs = {"energy_mwh": f"{at}.energy_mwh{key}", "emissions_t": f"{at}.emissions_energy_t{key}"}
    return _told({name: results.get(path) for name, path in pairs.items()})


def _numbers(results: MunicipalityResults, at: str, names: Sequence[str]) -> dict[str, Json]:
    return _told({name: results.get(f"{at}.{name}") for name in names})


def _told(figures: Mapping[str, Figure | None]) -> dict[str, Json]:
    """The values of figures by name, `null` for what could not be computed."""
    values: dict[str, Json] = {name: _number(figure) for name, figure in figures.items()}
    return {**values, "withheld": True} if any(f and f.is_withheld for f in figures.values()) else values


def _number(figure: Figure | None) -> Json:
    return figure.value if figure and isinstance(figure.value, Decimal) and not figure.is_withheld else None


def _cells(inventory: InventoryResult) -> list[tuple[Sector, Carrier]]:
    there = {(x.sector, x.carrier) for x in inventory.leaves}
    return [(s, c) for s in Sector for c in Carrier if (s, c) in there]


def _leaf(number: int, leaf: Leaf, inventory: InventoryResult, results: MunicipalityResults) -> Json:
    energy = results.get(f"inventory.{inventory.year}.leaf.{number}.energy_mwh")
    is_withheld = energy is not None and energy.is_withheld
    return {
        "sector": leaf.sector.value,
        "item": leaf.item,
        "carrier": leaf.carrier.value if leaf.carrier else "",
        "fuel": leaf.fuel,
        "energy_mwh": None if is_withheld else leaf.energy_mwh,
        "factor_t_per_mwh": _number(results.get(_factor_path(inventory, leaf.factor))) if leaf.factor else None,
        "emissions_t": None if is_withheld else leaf.emissions_t,
        "reported_t": None if is_withheld else leaf.reported_t,
        "sources": [str(leaf.source)],
        **({"withheld": True} if is_withheld else {}),
    }


def inventory_lines(inventory: InventoryResult, results: MunicipalityResults, voice: Voice) -> Iterator[str]:
    """Totals, then sectors, carriers, other emissions and factors, each as a small table."""
    yield voice.say(
        msg(
            "Inventory of {year}, {approach}, factor set {set}",
            year=_year(inventory.year), approach=Term(f"approach.{inventory.approach}"), set=inventory.factor_set or "–",
        )
    )  # fmt: skip
    at = f"inventory.{inventory.year}"
    sectors = [(Term(f"sector.{s}"), *_pair(results, at, f".{s}")) for s in inventory.sectors()]
    yield from _table(msg("Sector"), sectors, voice)
    carriers = [(Term(f"carrier.{c}"), *_pair(results, at, f".carrier.{c}")) for c in inventory.carriers()]
    yield from _table(msg("Energy carrier"), carriers, voice)
    yield from _table(msg("Total"), [(msg("Energy-related"), *_pair(results, at, ""))], voice)
    other = [
        (Term(f"sector.{x.sector}"), Verbatim(x.item), _or_dash(results.get(f"{at}.non_energy.{n}.emissions_t")))
        for n, x in enumerate(inventory.non_energy, 1)
    ]
    yield from _table(msg("Other emissions"), other, voice)
    factors = [
        (Term(f"carrier.{f.carrier}"), Verbatim(f.fuel), _or_dash(results.get(_factor_path(inventory, f))))
        for f in inventory.factors
    ]
    yield from _table(msg("Emission factors"), factors, voice)
    if found := results.get(f"inventory.{inventory.year}.emissions_t_per_capita"):
        yield ""
        yield voice.say(msg("Emissions per inhabitant: {value}", value=found))


def _pair(results: MunicipalityResults, at: str, key: str) -> tuple[Value, Value]:
    return _or_dash(results.get(f"{at}.energy_mwh{key}")), _or_dash(results.get(f"{at}.emissions_energy_t{key}"))


def _or_dash(figure: Figure | None) -> Value:
    return Verbatim("–") if figure is None else figure


def _factor_path(inventory: InventoryResult, use: FactorUse) -> str:
    return f"factor.{inventory.year}.{use.carrier}" + (f".{use.fuel}" if use.fuel else "")


def _table(title: Message, rows: Sequence[tuple[Value, ...]], voice: Voice) -> Iterator[str]:
    if rows:
        yield ""
        yield voice.say(title)
        yield from grid([[voice.show(value) for value in row] for row in rows])


def _year(value: int) -> Figure:
    return Figure("", Decimal(value), Unit.YEAR)
