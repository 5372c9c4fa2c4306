"""The JRC's dataset of inventories: its rows, as inventories of signatories.

European Commission, Joint Research Centre: GCoM - MyCovenant, 2019, doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9,
described in Earth System Science Data 13, 3551 (2021).
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path

CITATION = (
    "European Commission, Joint Research Centre: GCoM - MyCovenant, 2019"
    " (dataset, doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9), described in Earth System Science Data 13, 3551 (2021)"
)
NOTES = (
    f"# source: {CITATION}",
    "# licence: reuse under the licence of that dataset in the Joint Research Centre Data Catalogue, with this citation",
    "# extent: the rows of the inventories that making/selection.py chose, unchanged",
)
SECTORS = {  # of the dataset: of the inventory
    "Municipal buildings and facilities": "municipal_buildings",
    "Institutional/tertiary buildings and facilities": "tertiary",
    "Residential buildings and facilities": "residential",
    "Manufacturing and construction industries": "industry_non_ets",
    "Transportation": "transport_not_allocated",
    "Waste/wastewater": "waste",
}
KEY_SECTORS = ("municipal_buildings", "tertiary", "residential", "transport_not_allocated")
KINDS = {"baseline_emission_inventory": "baseline", "monitoring_emission_inventory": "monitoring"}
SCOPES = {"direct_emissions": "direct", "indirect_emissions": "indirect"}
ZERO = Decimal(0)
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """Final energy and emissions of a sector: burnt on the spot (direct) or supplied by networks (indirect)."""

    sector: str
    scope: str
    mwh: Decimal
    tonnes: Decimal

    @property
    def factor(self) -> Decimal:
        """Tonnes for each MWh; zero where no energy is used."""
        return self.tonnes / self.mwh if self.mwh else ZERO


@dataclass(frozen=True, slots=True)
class Inventory:
    """One inventory of a signatory, in the order of the sectors."""

    signatory: str
    id: str
    kind: str
    year: int
    population: int
    approach: str
    cells: tuple[Cell, ...]

    def energy_cells(self) -> tuple[Cell, ...]:
        """Cells that use energy."""
        return tuple(c for c in self.cells if c.sector != "waste" and c.mwh)

    def of(self, *sectors: str) -> tuple[Cell, ...]:
        """The cells of some sectors."""
        return tuple(c for c in self.cells if c.sector in sectors)

    def mwh(self, *sectors: str) -> Decimal:
        """Energy of some sectors, or of all."""
        return sum((c.mwh for c in self.energy_cells() if not sectors or c.sector in sectors), ZERO)

    def tonnes(self, *sectors: str) -> Decimal:
        """Emissions from energy of some sectors, or of all."""
        return sum((c.tonnes for c in self.energy_cells() if not sectors or c.sector in sectors), ZERO)

    def sectors(self) -> tuple[str, ...]:
        """All sectors that use energy."""
        return tuple(dict.fromkeys(c.sector for c in self.energy_cells()))

    def key_sectors(self) -> tuple[str, ...]:
        """The key sectors of the Covenant that use energy."""
        return tuple(s for s in KEY_SECTORS if self.mwh(s))


def read(path: Path) -> list[dict[str, str]]:
    """The rows of the dataset (`.csv.gz`) or of its extract (`.csv`, with notes before the header)."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    lines = (line for line in io.StringIO(data.decode("utf-8"), newline="") if not line.startswith("#"))
    return list(csv.DictReader(lines))


def inventories(rows: Iterable[Row]) -> list[Inventory]:
    """Every inventory that gives each sector and scope once: of repeated ones it cannot be known which is meant."""
    made = []
    for _, group in groupby(sorted(rows, key=_key), key=_key):
        lines = list(group)
        if len({(r["emission_inventory_sector"], r["type_of_emissions"]) for r in lines}) == len(lines):
            made.append(_inventory(lines))
    return made


def extract(rows: Iterable[Row], kept_inventories: Collection[tuple[str, str]]) -> str:
    """The rows of some inventories (signatory, id) as a table that `read` reads, with source and licence before its header."""
    kept = sorted((r for r in rows if _key(r) in kept_inventories), key=_sorted)
    out = io.StringIO()
    out.write("\n".join(NOTES) + "\n")
    writer = csv.DictWriter(out, list(kept[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    return out.getvalue()


def _key(row: Row) -> tuple[str, str]:
    return row["GCoM_ID"], row["emission_inventory_id"]


def _sorted(row: Row) -> tuple[str, str, int, str]:
    return *_key(row), list(SECTORS).index(row["emission_inventory_sector"]), row["type_of_emissions"]


def _inventory(rows: Sequence[Row]) -> Inventory:
    first = rows[0]
    return Inventory(
        first["GCoM_ID"],
        first["emission_inventory_id"],
        KINDS[first["type_of_emission_inventory"]],
        int(first["inventory_year"]),
        int(first["population_in_the_inventory_year"] or 0),
        "lca" if first["emission_factor_type"] == "LCA" else "ipcc",
        tuple(_cell(r) for r in sorted(rows, key=_sorted)),
    )


def _cell(row: Row) -> Cell:
    sector, scope = SECTORS[row["emission_inventory_sector"]], SCOPES[row["type_of_emissions"]]
    return Cell(sector, scope, Decimal(row["activity_data"] or 0).normalize(), Decimal(row["emissions"] or 0).normalize())
