"""The local factors of electricity (EFE) and heat (EFH), from tables A, C and D of the return."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.energy import Amount
from seapgen.compute.factors import factor_for
from seapgen.compute.obstacles import plant_emissions
from seapgen.model.inventory import Production, Purchase
from seapgen.model.message import msg
from seapgen.model.results import Cell
from seapgen.model.twin import twin
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach, Carrier

LARGEST_PLANT_MW = Decimal(20)  # table C: larger plants and those of emissions trading are part of the national factor


def write_electricity_factor(account: Account, amounts: Iterable[Amount]) -> None:
    """Write `factor.<year>.electricity_local` and what it is made of, where there is local supply or it is asked for."""
    plants = [p for p in _production(account, "electricity") if _is_small(p) and p.flow == "local"]
    bought = [p for p in account.municipality.purchases if p.inventory_year == account.year and p.buyer == "local_authority"]
    if not (plants or bought or account.head.electricity == "local"):
        return
    book = account.book
    used, made, made_t, green, green_t = (account.path(k) for k in _ELECTRICITY)
    book.put(used, Unit.MWH, "sum", *_used(account, amounts, Carrier.ELECTRICITY))
    book.put(made, Unit.MWH, "sum", *_made(account, plants))
    book.put(made_t, account.unit, "sum", *_emitted(account, "electricity", plants, asked=account.head.electricity == "local"))
    book.put(green, Unit.MWH, "sum", *(Cell(p.at("purchased_mwh"), p.purchased_mwh, "MWh") for p in bought))
    if (emitted := _green_emissions(account, bought)) is not None:
        book.put(green_t, account.unit, "sum", *emitted)
    if not book.get(used):
        return
    path = account.factor_path("electricity_local")
    supplied = (book.get(made) or Decimal(0)) + (book.get(green) or Decimal(0))
    if supplied > book.value(used):
        book.put(path, account.factor_unit, "efe_exporter", made, made_t, green, green_t)
    else:
        national = account.factor_path("electricity_national")
        book.put(path, account.factor_unit, "efe", used, national, made, made_t, green, green_t)


_ELECTRICITY = (
    "local_electricity.used_mwh",
    "local_electricity.made_mwh",
    "local_electricity.made_t",
    "local_electricity.green_mwh",
    "local_electricity.green_t",
)


def write_heat_factor(account: Account, amounts: Iterable[Amount]) -> None:
    """Write `factor.<year>.heat_local` and what it is made of, where there are rows of heat."""
    plants = _production(account, "heat")
    used = account.path("local_heat.used_mwh")
    if not plants or not account.book.put(used, Unit.MWH, "sum", *_used(account, amounts, Carrier.HEAT_COLD)):
        return
    parts = []
    for flow in ("local", "imported", "exported"):
        path = account.path(f"local_heat.{flow}_t")
        rows = [p for p in plants if p.flow == flow]
        account.book.put(path, account.unit, "sum", *_emitted(account, f"heat_{flow}", rows, asked=account.head.heat == "local"))
        parts.append(path)
    if account.book.get(used):
        account.book.put(account.factor_path("heat_local"), account.factor_unit, "efh", *parts, used)


def _production(account: Account, product: str) -> list[Production]:
    """Rows of the inventory year, in an order that does not depend on the file."""
    rows = [p for p in account.municipality.production if p.inventory_year == account.year and p.product == product]
    return sorted(rows, key=lambda p: (p.plant, p.technology, p.input_carrier or "", p.produced_mwh or 0, p.input_mwh or 0))


def _is_small(plant: Production) -> bool:
    return plant.ets != "yes" and (plant.capacity_mw is None or plant.capacity_mw <= LARGEST_PLANT_MW)


def _used(account: Account, amounts: Iterable[Amount], carrier: Carrier) -> list[str]:
    return [account.path("leaf", a.number, "energy_mwh") for a in amounts if a.row.carrier is carrier]


def _made(account: Account, plants: Iterable[Production]) -> list[Cell]:
    return [Cell(p.at("produced_mwh"), p.produced_mwh, "MWh") for p in plants if p.produced_mwh is not None]


def _emitted(account: Account, kind: str, plants: list[Production], *, asked: bool) -> list[str]:
    """Paths of the plants' emissions; one that cannot be known is named all the same, so the sum is not written.

    It is a finding only where the local factor is asked for.
    """
    paths = []
    for number, plant in enumerate(plants, 1):
        path = account.path("plant", kind, number, "emissions_t")
        if not _write_plant(account, path, plant) and asked:
            account.note([plant_emissions(account, plant.at("emissions_t"))])
        paths.append(path)
    return paths


def _write_plant(account: Account, path: str, plant: Production) -> bool:
    """Emissions of one product: those of the plant, or its part where the plant makes electricity and heat together."""
    both = twin(account.municipality.production, plant)
    if both is None:
        return _write_whole(account, path, plant)
    book, whole, heat_t = account.book, f"{path}.whole", f"{path}.heat"
    if not _write_whole(account, whole, both.fuelled):
        return False
    made = _made(account, [both.heat, both.power])
    if plant.product == "heat":
        return book.put(path, account.unit, "chp_heat", *made, whole)
    return book.put(heat_t, account.unit, "chp_heat", *made, whole) and book.put(
        path, account.unit, "chp_electricity", whole, heat_t
    )


def _write_whole(account: Account, path: str, plant: Production) -> bool:
    """Emissions as stated, else fuel times factor."""
    if plant.emissions_t is not None:
        return account.book.state(path, account.unit, plant.emissions_t, plant.at("emissions_t"))
    if plant.input_carrier is None or plant.input_mwh is None:
        return False
    factor_for(account, plant.input_carrier, "", plant.at("input_carrier"))
    burnt = Cell(plant.at("input_mwh"), plant.input_mwh, "MWh")
    return account.book.put(path, account.unit, "product", burnt, account.factor_path(plant.input_carrier))


def _green_emissions(account: Account, bought: Iterable[Purchase]) -> list[Cell] | None:
    """Emissions of certified electricity: as stated, else zero if only burning counts (IPCC); None where one cannot be known.

    That is a finding only where the local factor is asked for.
    """
    cells, is_known = [], True
    for row in bought:
        place = row.at("emissions_t")
        if row.emissions_t is not None:
            cells.append(Cell(place, row.emissions_t, account.unit))
        elif account.approach is not Approach.LCA:
            label = msg("not stated: certified green electricity counts as zero where only burning counts (IPCC)")
            cells.append(Cell(place, Decimal(0), account.unit, label))
        else:
            is_known = False
            if account.head.electricity == "local":
                account.note([plant_emissions(account, place)])
    return cells if is_known else None
