"""Makes `peers.csv` from the JRC's dataset of inventories: `python -m seapgen.data.make_peers inventories.csv.gz > peers.csv`.

Same dataset, same bytes. What is left out, and why:

- monitoring inventories: each signatory counts once, with its baseline;
- inventories that give a sector and scope twice: which of the two is meant cannot be known;
- inventories of fewer than 100 inhabitants: thousands may be meant;
- inventories with an amount below zero, or outside 1 to 100 MWh per inhabitant in all: a unit or the population is wrong;
- for tonnes, inventories by the life-cycle approach: they count something else;
- for a share or a ratio, inventories that lack one of its parts: a sector left out would make the others look large;
- implied factors of rows without energy, and of direct rows without emissions.

Waste is no energy and is left out everywhere. Percentiles are interpolated linearly between the signatories (type 7).
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby
from pathlib import Path

from seapgen.model.peers import ALL_SIZES, COLUMNS, FEWEST, PERCENTS, SIZES, UNION, size_of

CITATION = (
    "European Commission, Joint Research Centre: GCoM - MyCovenant, 2019"
    " (dataset, doi:10.2905/57A615EB-CFBC-435A-A8C5-553BD40F76C9), described in Earth System Science Data 13, 3551 (2021)"
)
MEMBERS = frozenset(  # of the Union in 2019, with the United Kingdom
    ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
     "NL", "PL", "PT", "RO", "SE", "SI", "SK")
)  # fmt: skip
SECTORS = {
    "Municipal buildings and facilities": "municipal",
    "Institutional/tertiary buildings and facilities": "tertiary",
    "Residential buildings and facilities": "residential",
    "Manufacturing and construction industries": "industry",
    "Transportation": "transport",
}
ALL = tuple(SECTORS.values())
KEY = ("municipal", "tertiary", "residential", "transport")
BUILDINGS = KEY[:3]
SCOPES = {"direct_emissions": "direct", "indirect_emissions": "indirect"}
STEP = Decimal("0.0001")
Amounts = Mapping[tuple[str, str], Decimal]  # sector, scope -> MWh or t
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signatory:
    """One baseline inventory that passed the cleaning."""

    country: str
    population: int
    is_lca: bool
    energy: Amounts
    emissions: Amounts

    def mwh(self, *sectors: str, scope: str = "") -> Decimal:
        """Energy of some sectors, both scopes or one."""
        return _sum(self.energy, sectors, scope)

    def tonnes(self, *sectors: str, scope: str = "") -> Decimal:
        """Emissions of some sectors, both scopes or one."""
        return _sum(self.emissions, sectors, scope)

    def has(self, *sectors: str) -> bool:
        """Whether each of some sectors uses energy."""
        return all(self.mwh(s) > 0 for s in sectors)


def _sum(amounts: Amounts, sectors: Iterable[str], scope: str) -> Decimal:
    return sum((v for (s, c), v in amounts.items() if s in sectors and scope in ("", c)), Decimal(0))


Measure = Callable[[Signatory], Decimal | None]


def signatories(rows: Iterable[Row]) -> Iterator[Signatory]:
    """The baselines that can be compared with, of a dataset's rows."""
    for _, group in groupby(sorted(rows, key=_inventory), key=_inventory):
        lines = list(group)
        keys = [(r["emission_inventory_sector"], r["type_of_emissions"]) for r in lines]
        people = int(lines[0]["population_in_the_inventory_year"] or 0)
        if lines[0]["type_of_emission_inventory"] != "baseline_emission_inventory" or len(set(keys)) < len(keys) or people < 100:
            continue
        energy, emissions = _amounts(lines, "activity_data"), _amounts(lines, "emissions")
        made = Signatory(
            lines[0]["GCoM_ID"][:2], people, any(r["emission_factor_type"] == "LCA" for r in lines), energy, emissions
        )
        if min((*energy.values(), *emissions.values()), default=Decimal(-1)) >= 0 and 1 <= sum(energy.values()) / people <= 100:
            yield made


def _inventory(row: Row) -> tuple[str, str]:
    return row["GCoM_ID"], row["emission_inventory_id"]


def _amounts(lines: Iterable[Row], column: str) -> Amounts:
    return {
        (SECTORS[r["emission_inventory_sector"]], SCOPES[r["type_of_emissions"]]): Decimal(r[column] or 0)
        for r in lines
        if r["emission_inventory_sector"] in SECTORS
    }


def measures() -> Iterator[tuple[str, Measure]]:
    """Every measure by its name, which is that of the figure it is compared with."""
    yield "energy_mwh_per_capita", lambda s: _per_head(s, s.mwh(*ALL))
    yield "energy_mwh_per_capita.key_sectors", lambda s: _per_head(s, s.mwh(*KEY)) if s.has(*KEY) else None
    yield "energy_mwh_per_capita.buildings.networks", lambda s: _per_head(s, s.mwh(*BUILDINGS, scope="indirect"))
    yield "energy_mwh_per_capita.buildings.fuels", lambda s: _per_head(s, s.mwh(*BUILDINGS, scope="direct"))
    yield "emissions_t_per_capita", partial(_tonnes_per_head, ALL)
    yield "emissions_t_per_capita.key_sectors", lambda s: _tonnes_per_head(KEY, s) if s.has(*KEY) else None
    for sector in SECTORS.values():
        yield f"energy_mwh_per_capita.{sector}", partial(_energy_per_head, sector)
        yield f"emissions_t_per_capita.{sector}", partial(_tonnes_per_head, (sector,))
    for sector in KEY:
        yield f"energy_share_pct.{sector}", partial(_energy_share, sector)
        yield f"emissions_share_pct.{sector}", partial(_tonnes_share, sector)
    yield "residential_tertiary_ratio", _residential_to_tertiary
    for sector in SECTORS.values():
        for scope in SCOPES.values():
            yield f"implied_factor.{sector}.{scope}", partial(_factor, (sector,), scope)
    yield "implied_factor", partial(_factor, ALL, "")


def _per_head(one: Signatory, amount: Decimal) -> Decimal | None:
    return amount / one.population if amount > 0 else None


def _energy_per_head(sector: str, one: Signatory) -> Decimal | None:
    return _per_head(one, one.mwh(sector))


def _tonnes_per_head(sectors: Sequence[str], one: Signatory) -> Decimal | None:
    return None if one.is_lca or not one.mwh(*sectors) else _per_head(one, one.tonnes(*sectors))


def _energy_share(sector: str, one: Signatory) -> Decimal | None:
    return 100 * one.mwh(sector) / one.mwh(*KEY) if one.has(*KEY) else None


def _tonnes_share(sector: str, one: Signatory) -> Decimal | None:
    whole = one.tonnes(*KEY)
    return None if one.is_lca or not one.has(*KEY) or not whole else 100 * one.tonnes(sector) / whole


def _residential_to_tertiary(one: Signatory) -> Decimal | None:
    return one.mwh("residential") / one.mwh("tertiary") if one.has("residential", "tertiary") else None


def _factor(sectors: Sequence[str], scope: str, one: Signatory) -> Decimal | None:
    used, emitted = one.mwh(*sectors, scope=scope), one.tonnes(*sectors, scope=scope)
    return None if one.is_lca or used <= 0 or (scope != "indirect" and emitted <= 0) else emitted / used


def quantile(ordered: Sequence[Decimal], percent: int) -> Decimal:
    """The value that so many per cent do not exceed, interpolated between neighbours."""
    place = Decimal(percent) * (len(ordered) - 1) / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return (ordered[low] + (ordered[high] - ordered[low]) * (place - low)).quantize(STEP)


def table(found: Sequence[Signatory]) -> Iterator[tuple[str, ...]]:
    """The rows of the table: the Union first, then countries; all sizes first, then classes; only with enough signatories."""
    countries = [UNION, *sorted({s.country for s in found if s.country.isalpha()})]
    for country in countries:
        here = [s for s in found if s.country == country or (country == UNION and s.country in MEMBERS)]
        for size in (ALL_SIZES, *(key for key, _, _ in SIZES)):
            group = [s for s in here if size in (ALL_SIZES, size_of(s.population))]
            for name, measure in measures():
                values = sorted(v for v in map(measure, group) if v is not None)
                if len(values) >= FEWEST:
                    yield country, size, name, str(len(values)), *(f"{quantile(values, p):f}" for p in PERCENTS)


def text(rows: Iterable[Row]) -> str:
    """The whole file."""
    every = list(rows)
    found = list(signatories(every))
    out = io.StringIO()
    out.write(f"# source: {CITATION}\n")
    out.write(
        f"# extent: {len({r['GCoM_ID'] for r in every}):,} signatories, about half of the dataset; own percentiles of this half\n"
    )
    out.write(f"# cleaned: {len(found):,} baseline inventories are left; the rules stand in data/make_peers.py\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(table(found))
    return out.getvalue()


def main(arguments: Sequence[str]) -> None:
    """Write the table of a dataset (`.csv.gz`) to standard output."""
    with gzip.open(Path(arguments[0]), "rt", encoding="utf-8", newline="") as file:
        sys.stdout.write(text(csv.DictReader(file)))


if __name__ == "__main__":
    main(sys.argv[1:])
