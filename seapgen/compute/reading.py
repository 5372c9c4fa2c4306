"""Figures that sentences need beside those of the tables: counts, parts that are named together, amounts printed before."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from seapgen.compute.decreases import write_decreases
from seapgen.compute.formulas import REPORTS
from seapgen.compute.ledger import Ledger
from seapgen.compute.plan import living, marked
from seapgen.model.action import Action
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Economics, Group
from seapgen.model.results import Cell, InventoryResult
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import KEY_SECTORS

ONE = Decimal(1)
TWO_THIRDS = Decimal(2) / 3


def write_reading(book: Ledger, municipality: Municipality, inventories: Iterable[InventoryResult], years: Iterable[int]) -> None:
    """Write what documents say beside the contract's figures; nothing here changes another figure."""
    for inventory in inventories:
        _write_counts(book, inventory)
        _write_sources_and_sinks(book, inventory)
        _write_printed(book, municipality, inventory)
        _write_thin(book, inventory)
        _write_plants(book, municipality, inventory)
    _write_people(book, municipality)
    _write_plan_counts(book, living(municipality))
    for year in years:
        write_decreases(book, year)
    covenant = municipality.head.covenant
    if covenant is not None and covenant.approved_on is not None:
        book.state("covenant.approved_in", Unit.YEAR, covenant.approved_on.year, covenant.at("approved_on"))
        for name in REPORTS:  # counted from the council's approval; absent before it
            book.put("monitoring." + name.removesuffix("_due"), Unit.YEAR, name, "covenant.approved_in")


def _write_counts(book: Ledger, inventory: InventoryResult) -> None:
    """How many sectors make more than two thirds of the emissions, key sectors covered, own factors used."""
    year, there = inventory.year, set(inventory.sectors())
    covered = [next(x for x in inventory.leaves if x.sector in key).source for key in KEY_SECTORS if there & set(key)]
    book.put(f"inventory.{year}.key_sectors", Unit.COUNT, "number", *_ones(covered))
    emitted = {sector: inventory.emissions_t(sector) for sector in inventory.sectors()}
    order = sorted(emitted, key=lambda s: -emitted[s])  # the sort keeps equals in the order of the template
    limit = sum(emitted.values(), Decimal(0)) * TWO_THIRDS
    needed, reached = [], Decimal(0)
    for sector in order:
        if reached > limit:
            break
        reached += emitted[sector]
        needed.append(next(x.source for x in inventory.leaves if x.sector is sector))
    book.put(f"inventory.{year}.sectors_two_thirds", Unit.COUNT, "number", *_ones(needed))
    own = marked((f.source, f.kind == "own") for f in inventory.factors)
    book.put(f"factor.{year}.own_count", Unit.COUNT, "number", *own)


def _write_sources_and_sinks(book: Ledger, inventory: InventoryResult) -> None:
    """Sources and sinks beside energy; a sink is written as what it takes up, a positive amount."""
    leaves = list(enumerate(inventory.non_energy, 1))
    unit = Unit(inventory.non_energy[0].unit) if {x.unit for x in inventory.non_energy} and leaves else Unit.T_CO2E
    path = f"inventory.{inventory.year}"
    book.total(
        f"{path}.emissions_t.sources", unit, [f"{path}.non_energy.{n}.emissions_t" for n, x in leaves if x.emissions_t > 0]
    )
    if book.total(
        f"{path}.emissions_t.net_sinks", unit, [f"{path}.non_energy.{n}.emissions_t" for n, x in leaves if x.emissions_t < 0]
    ):
        book.put(f"{path}.emissions_t.sinks", unit, "negative", f"{path}.emissions_t.net_sinks")


def _write_printed(book: Ledger, municipality: Municipality, inventory: InventoryResult) -> None:
    """Tonnes and sums that somebody printed; compared, never used."""
    path = f"inventory.{inventory.year}"
    cells = {r.at("quantity"): r.at("reported_t") for r in municipality.consumption}
    looked_at = [(n, cells.get(x.source, x.source), x.reported_t) for n, x in enumerate(inventory.leaves, 1)]
    book.put(f"{path}.reported_count", Unit.COUNT, "number", *marked((place, t is not None) for _, place, t in looked_at))
    printed = [(f"{path}.leaf.{n}.emissions_t", Cell(place, t)) for n, place, t in looked_at if t is not None]
    if printed:
        pairs = (each for pair in printed for each in pair)
        book.put(f"{path}.reported_difference_t", Unit(inventory.unit), "largest_difference", *pairs)
    for total in municipality.totals:
        if total.inventory_year == inventory.year:
            stem = f"reported.{total.inventory_year}.{total.level}.{total.key}"
            book.state(f"{stem}.energy_mwh", Unit.MWH, total.energy_mwh, total.at("energy_mwh"))
            book.state(f"{stem}.emissions_t", Unit.T_MIXED, total.emissions_t, total.at("emissions_t"))


def _write_thin(book: Ledger, inventory: InventoryResult) -> None:
    """Direct and indirect amounts of each sector of a return without carriers."""
    if inventory.has_carriers:
        return
    path, unit = f"inventory.{inventory.year}", Unit(inventory.unit)
    for name, direct in (("direct", True), ("indirect", False)):
        for sector in inventory.sectors():
            leaves = [f"{path}.leaf.{n}" for n, x in enumerate(inventory.leaves, 1) if x.sector is sector and x.direct is direct]
            book.total(f"{path}.energy_mwh.{name}.{sector}", Unit.MWH, [f"{leaf}.energy_mwh" for leaf in leaves])
            book.total(f"{path}.emissions_t.{name}.{sector}", unit, [f"{leaf}.emissions_t" for leaf in leaves])


def _write_people(book: Ledger, municipality: Municipality) -> None:
    """Staff and participation, as stated."""
    staff, people = municipality.head.staff, municipality.head.participation
    if staff is not None:
        book.state("staff.preparation", Unit.FTE, staff.fte_preparation, staff.at("fte_preparation"))
        book.state("staff.implementation", Unit.FTE, staff.fte_implementation, staff.at("fte_implementation"))
    if people is not None:
        book.state("participation.events", Unit.COUNT, people.events, people.at("events"))
        book.state("participation.people", Unit.PEOPLE, people.people, people.at("people"))
        book.state("participation.answers", Unit.COUNT, people.answers, people.at("answers"))


def _write_plan_counts(book: Ledger, actions: dict[str, Action]) -> None:
    """Actions without a reduction or a cost of their own, those that pay, key sectors with actions."""
    whole = list(actions.values())
    if not whole:
        return
    idle = marked((a.at("co2_reduction_t"), not a.co2_reduction_t) for a in whole)
    book.put("plan.without_reduction", Unit.COUNT, "number", *idle)
    book.put("plan.without_cost", Unit.COUNT, "number", *marked((a.at("cost_eur"), a.cost_eur is None) for a in whole))
    net = [(a.at("annual_saving_eur"), book.get(f"action.{a.id}.abatement_eur_per_t") or Decimal(0)) for a in whole]
    book.put("plan.paying", Unit.COUNT, "number", *marked((place, cost < 0) for place, cost in net))
    first = [next((a for a in whole if a.sector in key), None) for key in KEY_SECTORS]
    book.put("plan.key_sectors", Unit.COUNT, "number", *_ones(a.at("sector") for a in first if a is not None))


def write_assumptions(book: Ledger, economics: Economics | None, group: Group | None) -> None:
    """Assumptions of the programme and the aim of the municipality's group, as stated."""
    if economics is not None:
        book.state("economics.discount_rate_pct", Unit.PERCENT, economics.discount_rate_pct, economics.at("discount_rate_pct"))
    aim = group.strategy.target if group is not None and group.strategy is not None else None
    if aim is not None:
        book.state("group.target_pct", Unit.PERCENT, aim.reduction_pct, aim.at("reduction_pct"))
        book.state("group.target_year", Unit.YEAR, aim.target_year, aim.at("target_year"))


def _write_plants(book: Ledger, municipality: Municipality, inventory: InventoryResult) -> None:
    """Plants of tables C and D, in the order of the file."""
    for product in ("electricity", "heat"):
        rows = [p for p in municipality.production if p.product == product and p.inventory_year == inventory.year]
        for n, plant in enumerate(rows, 1):
            stem = f"production.{inventory.year}.{product}.{n}"
            book.state(f"{stem}.produced_mwh", Unit.MWH, plant.produced_mwh, plant.at("produced_mwh"))
            book.state(f"{stem}.input_mwh", Unit.MWH, plant.input_mwh, plant.at("input_mwh"))
            book.state(f"{stem}.emissions_t", Unit(inventory.unit), plant.emissions_t, plant.at("emissions_t"))


def _ones(sources: Iterable[Source]) -> list[Cell]:
    return [Cell(s, ONE) for s in sources]
