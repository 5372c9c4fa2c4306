"""Signatories of the JRC's dataset as nouns, in memory: returns of sector totals, in programmes by country."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Literal

from seapgen.model.inventory import NonEnergyEmission, SectorTotal
from seapgen.model.municipality import InventoryHead, Municipality, MunicipalityHead
from seapgen.model.programme import Programme, ProgrammeHead
from seapgen.model.source import Origin
from seapgen.model.vocabulary import Approach, EmissionUnit, InventoryKind, Sector

DATASET = Path(__file__).parents[2] / "shared" / "data" / "com_dataset" / "inventories_half_a.csv.gz"
SECTORS = {
    "Municipal buildings and facilities": Sector.MUNICIPAL_BUILDINGS,
    "Institutional/tertiary buildings and facilities": Sector.TERTIARY,
    "Residential buildings and facilities": Sector.RESIDENTIAL,
    "Manufacturing and construction industries": Sector.INDUSTRY_NON_ETS,
    "Transportation": Sector.TRANSPORT_NOT_ALLOCATED,
}
KINDS = {
    "baseline_emission_inventory": InventoryKind.BASELINE,
    "monitoring_emission_inventory": InventoryKind.MONITORING,
}
MOST = 100  # municipalities of a programme
ISSUED = date(2020, 1, 1)  # after the last inventory
Row = Mapping[str, str]


def read(path: Path) -> list[Row]:
    """The rows of the dataset with their line."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [{**row, "line": str(line)} for line, row in enumerate(csv.DictReader(file), 2)]


def programmes(rows: list[Row]) -> list[Programme]:
    """Programmes of at most a hundred municipalities of one country, in the order of their ids: each other's neighbours."""
    made = [_municipality(id_, list(group)) for id_, group in groupby(sorted(rows, key=_signatory), key=_signatory)]
    by_country = groupby(sorted(made, key=lambda m: m.head.country), key=lambda m: m.head.country)
    groups = [(country, tuple(group)) for country, group in by_country]
    return [_programme(c, every[n : n + MOST]) for c, every in groups for n in range(0, len(every), MOST)]


def _signatory(row: Row) -> str:
    return row["GCoM_ID"]


def _programme(country: str, municipalities: tuple[Municipality, ...]) -> Programme:
    head = ProgrammeHead(schema=1, id=country.lower(), title={"en": country}, languages=("en",), issue_date=ISSUED)
    return Programme(head, municipalities)


def _municipality(id_: str, rows: list[Row]) -> Municipality:
    file = f"municipalities/{id_.lower()}/sector_totals.csv"
    head = MunicipalityHead(
        id=id_.lower(), name={"en": id_}, country=id_[:2] if id_[:2].isalpha() else "XX", languages=("en",),
        population={int(r["inventory_year"]): int(r["population_in_the_inventory_year"] or 0) for r in rows},
        inventories=tuple(dict.fromkeys(map(_head, rows))),
    )  # fmt: skip
    totals = tuple(_placed(_total(r), file, r) for r in rows if r["emission_inventory_sector"] in SECTORS)
    waste = tuple(_waste(r) for r in rows if r["emission_inventory_sector"] not in SECTORS)
    return Municipality(head, f"municipalities/{id_.lower()}", sector_totals=totals, emissions=waste)


def _head(row: Row) -> InventoryHead:
    approach = Approach.LCA if row["emission_factor_type"] == "LCA" else Approach.IPCC
    kind = KINDS[row["type_of_emission_inventory"]]
    year = int(row["inventory_year"])
    return InventoryHead(year=year, kind=kind, detail="sector_totals", approach=approach, unit=EmissionUnit.T_CO2E)


def _total(row: Row) -> SectorTotal:
    scope: Literal["direct", "indirect"] = "direct" if row["type_of_emissions"] == "direct_emissions" else "indirect"
    return SectorTotal(
        inventory_year=int(row["inventory_year"]), sector=SECTORS[row["emission_inventory_sector"]], type=scope,
        energy_mwh=_number(row["activity_data"]), emissions_t=_number(row["emissions"]),
    )  # fmt: skip


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _waste(row: Row) -> NonEnergyEmission:
    return NonEnergyEmission(
        inventory_year=int(row["inventory_year"]), sector=Sector.WASTE, item=row["type_of_emissions"],
        emissions_t=_number(row["emissions"]), unit="t_co2e",
    )  # fmt: skip


def _placed(total: SectorTotal, file: str, row: Row) -> SectorTotal:
    """The row with its line in the dataset, so that a finding can be looked up."""
    line = int(row["line"])
    total._origin = Origin(file, line, 1, {"sector": (line, 3), "energy_mwh": (line, 9), "emissions_t": (line, 12)})
    return total
