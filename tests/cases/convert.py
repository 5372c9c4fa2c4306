"""Real inventories as programme folders: `python -m tests.cases.convert ../shared/data/bei_cases [target]`.

What goes where is written in `cases.toml`; numbers are copied letter by letter.
"""

from __future__ import annotations

import csv
import io
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One inventory: its head, its rows as transcribed, and how they are to be read."""

    id: str
    about: Row
    cells: Sequence[Row]
    factors: Sequence[Row]
    totals: Sequence[Row]
    reading: Mapping[str, object]

    @property
    def town(self) -> str:
        """The id of the municipality."""
        return self.id.rpartition("_")[0]

    @property
    def year(self) -> str:
        """The inventory year."""
        return self.about["inventory_year"]

    def table(self, name: str) -> Mapping[str, object]:
        """One of the mappings of `cases.toml`."""
        found = self.reading.get(name, {})
        assert isinstance(found, dict), (self.id, name)
        return found

    def sector(self, row: Row) -> tuple[str, str]:
        """Sector and item of a row; an empty sector leaves it out."""
        known = self.table("sectors")
        for name in (f"{row['sector_reported']}/{row['carrier_reported']}", f"{row['sector_reported']}/{row['subsector_reported']}",
                     row["sector_reported"]):  # fmt: skip
            if name in known:
                sector, _, item = str(known[name]).partition("/")
                return sector, item
        raise KeyError(f"{self.id}: {row['sector_reported']}/{row['subsector_reported']}/{row['carrier_reported']}")

    def carrier(self, row: Row) -> tuple[str, str]:
        """Carrier and fuel of a row."""
        carrier = "fuel_not_specified" if row["seap_carrier"] == "mixed" else row["seap_carrier"]
        return carrier, str(self.table("fuels").get(row["carrier_reported"], ""))

    def rows(self) -> Iterator[Row]:
        """The rows that are taken over."""
        return (row for row in self.cells if self.sector(row)[0])


def read(folder: Path) -> Iterator[Case]:
    """Every case that `cases.toml` knows."""
    readings = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))
    names = ("cases", "energy_and_emission_cells", "emission_factors", "reported_totals")
    heads, *tables = [list(table_rows(folder / f"{n}.csv")) for n in names]
    for head in (h for h in heads if h["case_id"] in readings):
        id_ = head["case_id"]
        yield Case(id_, head, *([r for r in rows if r["case_id"] == id_] for rows in tables), readings[id_])


def table_rows(file: Path) -> Iterator[Row]:
    """The rows of a table."""
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def files(case: Case) -> dict[str, str]:
    """The files of the programme folder by path."""
    base = f"municipalities/{case.town}"
    made = {
        "programme.yaml": programme(case),
        f"{base}/municipality.yaml": municipality(case),
        f"{base}/consumption.csv": table(CONSUMPTION, consumption(case)),
        f"{base}/factors.csv": table(FACTORS, factors(case)),
        f"{base}/totals.csv": table(TOTALS, totals(case)),
    }
    other = list(emissions(case))
    return made | ({f"{base}/emissions.csv": table(EMISSIONS, other)} if other else {})


CONSUMPTION = ("inventory_year", "sector", "item", "carrier", "fuel", "quantity", "unit", "source", "reported_t")
FACTORS = ("inventory_year", "carrier", "fuel", "factor_t_per_mwh", "source")
TOTALS = ("inventory_year", "level", "key", "energy_mwh", "emissions_t")
EMISSIONS = ("inventory_year", "sector", "item", "emissions_t", "unit", "source")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def programme(case: Case) -> str:
    """The head of the programme."""
    return (
        f"# Made by tests/cases/convert.py from the inventory that {case.about['city']} printed; see municipality.yaml.\n"
        f'schema: 1\nid: {case.id}\ntitle: {{en: "{case.reading["name"]} {case.year}"}}\nlanguages: [en]\nissue_date: 2026-11-23\n'
    ).replace(case.id, case.id.replace("_", "-"), 1)


def municipality(case: Case) -> str:
    """The head of the return, with its sources."""
    about, population = case.about, case.reading["population"]
    assert isinstance(population, list)
    place = f"{about['source_repo']}, {about['source_path']}"
    items = sorted({item for row in case.rows() if (item := case.sector(row)[1])} | {i for _, _, i, *_ in emissions(case) if i})
    words = "".join(f"  {item}: {{en: {item.replace('_', ' ').capitalize()}}}\n" for item in items)
    factor_set = case.reading.get("factor_set", "com2023-ipcc-co2e")
    cited = "".join(f'  {key}: {{text: {{en: "{text}"}}}}\n' for key, text in sources(case).items())
    return (
        f"id: {case.town}\nname: {{en: {case.reading['name']}}}\ncountry: {about['country']}\n"
        f"population: {{{case.year}: {population[0]}}} # {about['source_path']}, {population[1]}\nlanguages: [en]\n"
        "inventories: # every factor in use is the document's own, in factors.csv\n"
        f"  - {{year: {case.year}, kind: inventory, factor_set: {factor_set}}}\n"
        + (f"items:\n{words}" if words else "")
        + f"provenance: {{place: real, inventory: real}}\nsources:\n"
        f'  ccc: {{text: {{en: "Climate City Contract of {about["city"]}, as kept in {place}, lines {about["source_lines"]},'
        f' commit {about["source_commit"]}"}}}}\n{cited}'
    )


def sources(case: Case) -> dict[str, str]:
    """Where factors come from that the transcription lacks, by key."""
    return {f"factor_{key}": str(value[1]) for key, value in case.table("factors").items() if isinstance(value, list)}


def consumption(case: Case) -> Iterator[tuple[str, ...]]:
    """One line a cell. A sum over a single cell is that cell's."""
    for row in case.rows():
        tonnes = row["emissions_reported_t"] or _alone(case, row)
        yield case.year, *case.sector(row), *case.carrier(row), row["energy_mwh"], "MWh", "ccc", tonnes


def _alone(case: Case, row: Row) -> str:
    """The tonnes printed for a sector that has this one cell."""
    if sum(r["sector_reported"] == row["sector_reported"] for r in case.cells) > 1:
        return ""
    return next((t["emissions_reported_t"] for t in case.totals if t["label"] == row["sector_reported"]), "")


def factors(case: Case) -> Iterator[tuple[str, ...]]:
    """The printed factors, then those that the transcription lacks."""
    seen: set[tuple[str, str]] = set()
    for row in (r for r in case.rows() if r["ef_reported_t_per_mwh"]):
        if case.carrier(row) not in seen:
            yield case.year, *case.carrier(row), row["ef_reported_t_per_mwh"], "ccc"
        seen.add(case.carrier(row))
    for carrier, value in case.table("factors").items():
        assert isinstance(value, list)
        yield case.year, carrier, "", str(value[0]), f"factor_{carrier}"


def totals(case: Case) -> Iterator[tuple[str, ...]]:
    """The printed sums that are sums of rows of ours."""
    for row in case.totals:
        level, _, key = str(case.table("totals").get(row["label"], "")).partition("/")
        if key and row["level"] != "seap_sector":
            yield case.year, level, key, row["energy_mwh"], row["emissions_reported_t"]


def emissions(case: Case) -> Iterator[tuple[str, ...]]:
    """What does not come from energy."""
    listed = case.reading.get("emissions", [])
    assert isinstance(listed, list)
    for each in listed:
        ((sector, tonnes),) = ((k, v) for k, v in each.items() if k != "item")
        yield case.year, sector, each.get("item", ""), str(tonnes), "t_co2e", "ccc"


def main(arguments: Sequence[str]) -> None:
    """Write every case into a folder, by default this one."""
    target = Path(arguments[1]) if len(arguments) > 1 else HERE
    for case in read(Path(arguments[0])):
        for path, text in files(case).items():
            file = target / case.id / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
