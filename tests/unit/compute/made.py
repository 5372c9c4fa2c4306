"""Nouns made by hand, so that these tests need no intake."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from seapgen import resources
from seapgen.compute import compute_results
from seapgen.model.action import Action
from seapgen.model.factors import FactorRow, FactorSet, Reference, UnitRow
from seapgen.model.inventory import Consumption, NonEnergyEmission, OwnFactor
from seapgen.model.municipality import InventoryHead, Municipality, MunicipalityHead, Target
from seapgen.model.programme import Economics, Programme, ProgrammeHead
from seapgen.model.results import MunicipalityResults, Results
from seapgen.model.rules import RuleTable
from seapgen.model.vocabulary import (
    ActionSector,
    Approach,
    Carrier,
    EmissionUnit,
    InventoryKind,
    Scope,
    Sector,
    Status,
    TargetBasis,
)

D = Decimal


def reference() -> Reference:
    """A set with gas, oil, diesel and wood, national electricity of Italy, MWh, GWh and litres of oil."""
    rows = (
        FactorRow(Carrier.NATURAL_GAS, "natural_gas", D("0.202"), True),
        FactorRow(Carrier.HEATING_OIL, "residual_fuel_oil", D("0.279"), True),
        FactorRow(Carrier.DIESEL, "gas_diesel_oil", D("0.267"), True),
        FactorRow(Carrier.OTHER_BIOMASS, "wood_sustainable", D("0"), False),
        FactorRow(Carrier.OTHER_BIOMASS, "wood_not_sustainable", D("0.403"), False),
    )
    official = FactorSet("made", Approach.IPCC, EmissionUnit.T_CO2, 2010, "A made-up table", rows, "ipcc_co2")
    electricity = {
        ("ipcc_co2", "IT", 2010): D("0.406"), ("ipcc_co2", "IT", 2014): D("0.35"), ("ipcc_co2", "GR", 2010): D("0.779"),
        ("old", "IT", 0): D("0.483"),
    }  # fmt: skip
    units = (
        UnitRow("MWh", None, D(1), "definition"), UnitRow("GWh", None, D(1000), "definition"),
        UnitRow("l", Carrier.HEATING_OIL, D("0.009996"), "table"),
    )  # fmt: skip
    return Reference({"made": official}, electricity, {"ipcc_co2": "A series"}, units, RuleTable())


def used(
    sector: str, carrier: str, quantity: str | None, *, year: int = 2010, item: str = "", fuel: str = "", unit: str = "MWh",
    reported: str | None = None,
) -> Consumption:  # fmt: skip
    """A row of `consumption.csv`."""
    return Consumption(
        inventory_year=year, sector=Sector(sector), item=item, carrier=Carrier(carrier), fuel=fuel,
        quantity=None if quantity is None else D(quantity), unit=unit, reported_t=None if reported is None else D(reported),
    )  # fmt: skip


def inventory(year: int = 2010, kind: str = "baseline", **more: object) -> InventoryHead:
    """The head of an inventory with the made-up factor set."""
    return InventoryHead.model_validate({"year": year, "kind": InventoryKind(kind), "factor_set": "made", **more})


def target(pct: str, **more: object) -> Target:
    """A promise for 2020 against 2010."""
    basis = {"basis": TargetBasis.ABSOLUTE, "scope": Scope.ENERGY}
    return Target.model_validate({"reduction_pct": D(pct), "target_year": 2020, "base_year": 2010, **basis, **more})


def action(id_: str, sector: str, *, status: str = "ongoing", **more: object) -> Action:
    """An action; amounts as text."""
    kind = Sector(sector) if sector in set(Sector) else ActionSector(sector)
    amounts = {k: D(v) if isinstance(v, str) and k not in ("parent", "secured", "key_action") else v for k, v in more.items()}
    return Action.model_validate({"id": id_, "sector": kind, "status": Status(status), **amounts})


def town(*rows: Consumption, head: Mapping[str, object] | None = None, **tables: object) -> Municipality:
    """A municipality of one inventory year 2010, in Italy."""
    base: dict[str, object] = {
        "id": "town", "name": {"en": "Town"}, "country": "IT", "languages": ("en",), "inventories": (inventory(),),
        "population": {2010: 1000, 2020: 1100},
    }  # fmt: skip
    return Municipality(MunicipalityHead.model_validate({**base, **(head or {})}), "municipalities/town", rows, **tables)  # type: ignore[arg-type]


def programme(*municipalities: Municipality, economics: Economics | None = None) -> Programme:
    """A programme around municipalities."""
    head = ProgrammeHead.model_validate(
        {
            "schema": 1,
            "id": "made",
            "title": {"en": "Made"},
            "languages": ("en",),
            "issue_date": date(2013, 1, 1),
            "economics": economics,
        }
    )
    return Programme(head, municipalities)


def computed(municipality: Municipality, *, economics: Economics | None = None) -> MunicipalityResults:
    """The results of one municipality."""
    return all_of(municipality, economics=economics).municipalities[municipality.id]


def all_of(municipality: Municipality, *, economics: Economics | None = None) -> Results:
    """The results of a programme of one municipality."""
    return compute_results(programme(municipality, economics=economics), reference())


def values(results: MunicipalityResults) -> dict[str, object]:
    """Every figure's exact value, by path."""
    return {path: derived.figure.value for path, derived in results.figures.items()}


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, lines of a factor set's head left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    return list(csv.DictReader(lines))


def turin(*, with_reported: bool = True) -> Municipality:
    """Turin's tables as nouns, read without the intake."""
    folder = resources.folder("examples") / "turin" / "municipalities" / "turin"
    rows = tuple(
        used(
            r["sector"],
            r["carrier"],
            r["quantity"],
            year=2019,
            item=r["item"],
            reported=(r["reported_t"] or None) if with_reported else None,
        )
        for r in table(folder / "consumption.csv")
    )
    other = tuple(
        NonEnergyEmission(
            inventory_year=2019, sector=Sector(r["sector"]), item=r["item"], emissions_t=D(r["emissions_t"]), unit=r["unit"]
        )
        for r in table(folder / "emissions.csv")
    )
    factors = tuple(
        OwnFactor(inventory_year=2019, carrier=Carrier(r["carrier"]), factor_t_per_mwh=D(r["factor_t_per_mwh"]))
        for r in table(folder / "factors.csv")
    )
    head: dict[str, object] = {"inventories": (inventory(2019, "inventory"),), "population": {2019: 870000}}
    return town(*rows, head=head, emissions=other, factors=factors)
