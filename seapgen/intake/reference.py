"""Reference data from files that a person may revise: factor sets, national electricity, units, rules, peers, typical actions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

from pydantic import Field

from seapgen.intake.factor_set import read_factor_set
from seapgen.intake.guards.folder import read_text
from seapgen.intake.library import FILES, read_library
from seapgen.intake.peers import read_peers
from seapgen.intake.records import read_records
from seapgen.intake.repeats import repeats
from seapgen.intake.rule_table import read_rule_table
from seapgen.intake.rules import LoadRule
from seapgen.model.errors import InvalidInputError
from seapgen.model.factors import FactorSet, Reference, UnitRow
from seapgen.model.finding import Finding
from seapgen.model.library import Library
from seapgen.model.noun import Noun, Number
from seapgen.model.peers import Peers
from seapgen.model.rules import RuleTable
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit

N = TypeVar("N", bound=Noun)
YearOrNone: TypeAlias = Annotated[int, Field(ge=0, le=2200)]  # 0: the source names no year


class NationalFactor(Noun):
    """`national_electricity.csv`: a country's (or the Union's) factor of a year in a series."""

    series: str
    country: str
    year: YearOrNone
    t_per_mwh: Number = Field(ge=0)


class Series(Noun):
    """`electricity_series.csv`: what a series of national factors counts, and who says so."""

    series: str
    approach: Approach
    unit: EmissionUnit
    citation: str


class Conversion(Noun):
    """`units.csv`: how many MWh one unit is, of one carrier or of all."""

    unit: str
    carrier: Carrier | None = None
    mwh_per_unit: Number = Field(gt=0)
    source: str


def load_reference(data: Path, own_sets: tuple[FactorSet, ...] = ()) -> Reference:
    """The reference data of a folder, with a programme's own factor sets; these may not take the id of an official one.

    Raises InvalidInputError with all findings.
    """
    shelf = _Shelf(data)
    series = shelf.rows("electricity_series.csv", Series, lambda s: s.series, "series")
    national = shelf.rows("national_electricity.csv", NationalFactor, lambda n: f"{n.series} {n.country} {n.year}", "year")
    units = shelf.rows("units.csv", Conversion, lambda u: f"{u.unit} {u.carrier or ''}".strip(), "unit")
    rules = shelf.rules("rules.toml")
    peers = shelf.peers("peers.csv")
    library = shelf.library()
    sets = shelf.factor_sets(own_sets)
    shelf.series_exist(sets, {s.series for s in series})
    if shelf.findings:
        raise InvalidInputError(shelf.findings)
    return Reference(
        {each.id: each for each in sets},
        {(n.series, n.country, n.year): n.t_per_mwh for n in national},
        {s.series: s.citation for s in series},
        tuple(UnitRow(u.unit, u.carrier, u.mwh_per_unit, u.source, u.at("mwh_per_unit")) for u in units),
        rules,
        {(n.series, n.country, n.year): n.at("t_per_mwh") for n in national},
        peers,
        library,
    )


class _Shelf:
    """One reading of the folder of reference data. Places are given from that folder: `data/units.csv`."""

    def __init__(self, data: Path) -> None:
        self.root = data.parent
        self.folder = data.name
        self.findings: list[Finding] = []

    def text(self, name: str) -> str:
        """The text of a file, empty where a finding says why."""
        path = f"{self.folder}/{name}"
        if not (self.root / path).is_file():
            self.findings.append(LoadRule.FILE_MISSING.at(Source(path)))
            return ""
        text, findings = read_text(self.root, path)
        self.findings += findings
        return text or ""

    def rows(self, name: str, kind: type[N], key: Callable[[N], str], field: str) -> tuple[N, ...]:
        """The rows of a table, each key once. Its numbers have a decimal point."""
        before = len(self.findings)
        text = self.text(name)
        if len(self.findings) > before:
            return ()
        rows, findings = read_records(text, kind, f"{self.folder}/{name}", decimal=".")
        self.findings += (*findings, *repeats(rows, key, field))
        return rows

    def peers(self, name: str) -> Peers:
        """The peers' distributions."""
        before = len(self.findings)
        text = self.text(name)
        if len(self.findings) > before:
            return Peers()
        found, findings = read_peers(text, f"{self.folder}/{name}")
        self.findings += findings
        return found

    def library(self) -> Library:
        """The typical actions."""
        before = len(self.findings)
        texts = {name: self.text(name) for name in FILES}
        if len(self.findings) > before:
            return Library()
        found, findings = read_library(texts, self.folder)
        self.findings += findings
        return found

    def factor_sets(self, own: tuple[FactorSet, ...]) -> tuple[FactorSet, ...]:
        """The official sets and a programme's own."""
        made: list[FactorSet] = []
        for file in sorted((self.root / self.folder / "factor_sets").glob("*.csv")):
            name = f"factor_sets/{file.name}"
            one, findings = read_factor_set(self.text(name), f"{self.folder}/{name}")
            self.findings += findings
            made += [one] if one else []
        official = {each.id for each in made}
        for each in own:
            if each.id in official:
                self.findings.append(LoadRule.ID_TWICE.at(Source(f"factor_sets/{each.id}.csv", 1), id=each.id, first=self.folder))
        return (*made, *own)

    def series_exist(self, sets: tuple[FactorSet, ...], series: set[str]) -> None:
        """A factor set names a series of national electricity that is there."""
        for each in sets:
            if each.electricity and each.electricity not in series:
                place = Source(f"{self.folder}/factor_sets/{each.id}.csv", 1)
                names = ", ".join(sorted(series))
                self.findings.append(LoadRule.UNKNOWN_ID.at(place, name="electricity", id=each.electricity, names=names))

    def rules(self, name: str) -> RuleTable:
        """What the checks measure by."""
        before = len(self.findings)
        text = self.text(name)
        if len(self.findings) > before:
            return RuleTable()
        table, findings = read_rule_table(text, f"{self.folder}/{name}")
        self.findings += findings
        return table
