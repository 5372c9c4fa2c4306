"""Vinkovci 2011 twice: `python -m tests.cases.convert_vinkovci ../shared/data [target]`.

`vinkovci_2011_submitted` is what stands under HR0012 in the JRC dataset "GCoM - MyCovenant, 2019"
(doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9): its rows of residential and tertiary are swapped. `vinkovci_2011` is what the
city's own calculation prints (Green-Zone-Lab/vk_secap, commit 52d88f68, Unlicense).
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.cases.convert import CONSUMPTION, FACTORS, HERE, TOTALS, Row, table, table_rows

SUBMITTED_SECTORS = {
    "Municipal buildings and facilities": "municipal_buildings",
    "Institutional/tertiary buildings and facilities": "tertiary",
    "Residential buildings and facilities": "residential",
    "Transportation": "transport_not_allocated",
}
SECTORS = {  # category of the calculation -> sector, item
    "kulturne ustanove": ("municipal_buildings", "culture"),
    "uprava i uredi gradskih tvrtki": ("municipal_buildings", "administration"),
    "školstvo": ("municipal_buildings", "schools"),
    "komercijalne i uslužne djelatnosti": ("tertiary", ""),
    "stambeni sektor": ("residential", ""),
    "javna rasvjeta (public lighting)": ("public_lighting", ""),
}
CARRIERS = {
    "prirodni plin": "natural_gas", "lož ulje": "heating_oil", "ogrjevno drvo": "other_biomass", "električna energija": "electricity",
    "dizel": "diesel", "benzin": "gasoline", "unp": "liquid_gas",
}  # fmt: skip
FUELS_OF_TRANSPORT = ("diesel", "gasoline", "liquid_gas")
SECAP = "SECAP calculation of the City of Vinkovci, printed outputs in Green-Zone-Lab/vk_secap, commit 52d88f68 (Unlicense)"
DATASET = "Joint Research Centre, GCoM - MyCovenant, 2019, signatory HR0012, doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9"


def carrier(name: str) -> str:
    """The carrier of a Croatian name."""
    return next(ours for theirs, ours in CARRIERS.items() if name.lower().startswith(theirs))


def submitted(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """Rows of `sector_totals.csv`."""
    for row in rows:
        scope = row["type_of_emissions"].removesuffix("_emissions")
        yield "2011", SUBMITTED_SECTORS[row["emission_inventory_sector"]], scope, row["activity_data"], row["emissions"]


def consumption(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """Heat without its electricity, which is in the electricity of the category too; the fuels of transport from their sums."""
    for row in rows:
        key = carrier(row["carrier"]) if row["carrier"] else ""
        if row["block"] in {"heat", "electricity"} and (key == "electricity") == (row["block"] == "electricity"):
            place = SECTORS[row["category"]]
        elif row["block"] == "total_by_carrier" and key in FUELS_OF_TRANSPORT:
            place = ("transport_not_allocated", "")
        else:
            continue
        if row["energy_mwh"] != "0":
            yield "2011", *place, key, "", row["energy_mwh"], "MWh", "secap", row["emissions_t"]


def factors(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """The factors of the calculation."""
    return (("2011", carrier(r["carrier"]), "", r["t_per_mwh"], "secap") for r in rows if r["year"] == "2011")


def totals(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """The printed sums."""
    parts = {"javna rasvjeta": ("sector", "public_lighting"), "promet": ("group", "transport")}
    for row in rows:
        if row["block"] == "total_by_carrier":
            yield "2011", "carrier", carrier(row["carrier"]), row["energy_mwh"], row["emissions_t"]
        elif row["category"] in parts and row["block"] == "total_by_sector":  # buildings without street lights are no sum of ours
            yield "2011", *parts[row["category"]], row["energy_mwh"], row["emissions_t"]
        elif row["block"] == "grand_total":
            yield "2011", "total", "energy", row["energy_mwh"], row["emissions_t"]


def head(title: str, inventory: str, items: str, source: str) -> str:
    """`municipality.yaml`."""
    return (
        f"id: vinkovci\nname: {{en: Vinkovci}}\ncountry: HR\npopulation: {{2011: 35312}}\nlanguages: [en]\ninventories:\n"
        f"  - {{year: 2011, kind: baseline, {inventory}}} # {title}\n{items}"
        f"provenance: {{place: real, inventory: real}}\n{source}"
    )


def programme(id_: str, title: str) -> str:
    """`programme.yaml`."""
    return (
        "# Made by tests/cases/convert_vinkovci.py; see municipality.yaml.\n"
        f'schema: 1\nid: {id_}\ntitle: {{en: "{title}"}}\nlanguages: [en]\nissue_date: 2026-11-23\n'
    )


def files(data: Path) -> dict[str, str]:
    """Both folders, file by file."""
    matrices = [r for r in table_rows(data / "vinkovci" / "reported_matrices.csv") if r["year"] == "2011"]
    with gzip.open(data / "com_dataset" / "inventories_half_a.csv.gz", "rt", encoding="utf-8", newline="") as file:
        signatory = [r for r in csv.DictReader(file) if r["GCoM_ID"] == "HR0012"]
    one, other = "vinkovci_2011_submitted", "vinkovci_2011"
    words = "items:\n  culture: {en: Culture}\n  administration: {en: Administration}\n  schools: {en: Schools}\n"
    columns = ("inventory_year", "sector", "type", "energy_mwh", "emissions_t")
    town = "municipalities/vinkovci"
    return {
        f"{one}/programme.yaml": programme(one.replace("_", "-"), "Vinkovci 2011, as submitted"),
        f"{one}/{town}/municipality.yaml": head(DATASET, "detail: sector_totals, approach: ipcc, unit: t_co2", "", ""),
        f"{one}/{town}/sector_totals.csv": table(columns, submitted(signatory)),
        f"{other}/programme.yaml": programme(other.replace("_", "-"), "Vinkovci 2011, as calculated"),
        f"{other}/{town}/municipality.yaml": head(
            "factors of the calculation, in factors.csv", "factor_set: com2010-ipcc-co2", words,
            f'sources:\n  secap: {{text: {{en: "{SECAP}"}}}}\n',
        ),
        f"{other}/{town}/consumption.csv": table(CONSUMPTION, consumption(matrices)),
        f"{other}/{town}/factors.csv": table(FACTORS, factors(list(table_rows(data / "vinkovci" / "factors.csv")))),
        f"{other}/{town}/totals.csv": table(TOTALS, totals(matrices)),
    }  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Write both folders, by default beside this file."""
    target = Path(arguments[1]) if len(arguments) > 1 else HERE
    for path, text in files(Path(arguments[0])).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
