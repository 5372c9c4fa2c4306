"""One municipality's folder: its head, tables and prose."""

from __future__ import annotations

from typing import TypeVar

from seapgen.intake.columns import TABLES
from seapgen.intake.desk import Desk
from seapgen.intake.languages import Languages, prose_problems, spoken, text_problems
from seapgen.intake.listed import listed_problems
from seapgen.intake.parts import numbers
from seapgen.intake.plausible import beyond_measure, row_problems
from seapgen.intake.prose import FILE_NAME
from seapgen.intake.records import read_records
from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.intake.shelf import Shelf, read_shelf
from seapgen.intake.years import year_problems
from seapgen.model.action import Action
from seapgen.model.inventory import (
    Consumption,
    NonEnergyEmission,
    OwnFactor,
    Production,
    Purchase,
    ReportedTotal,
    SectorTotal,
)
from seapgen.model.municipality import Municipality, MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.sections import MUNICIPALITY_SECTIONS, sections_for
from seapgen.model.source import Source

HEAD = "municipality.yaml"
N = TypeVar("N", bound=Noun)


def read_return(desk: Desk, folder: str, programme: tuple[str, ...]) -> Municipality | None:
    """A return with all its problems reported; nothing where its head cannot be read.

    `programme` are the languages of the programme, empty where `programme.yaml` is broken.
    """
    head = _head(desk, folder)
    languages = programme or (head.languages if head else ())
    tables = _Tables(desk, folder, languages, head.csv.decimal if head and head.csv else "")
    actions = tables.read("actions.csv", Action)
    known = sections_for(MUNICIPALITY_SECTIONS, (a.id for a in actions))
    shelf = read_shelf(desk, folder, known, programme)
    _strangers(desk, folder)
    if head is None:
        tables.rest()
        return None
    municipality = Municipality(
        head, folder, tables.read("consumption.csv", Consumption), tables.read("sector_totals.csv", SectorTotal),
        tables.read("emissions.csv", NonEnergyEmission), tables.read("production.csv", Production),
        tables.read("purchases.csv", Purchase), tables.read("factors.csv", OwnFactor),
        tables.read("totals.csv", ReportedTotal), actions, shelf.texts, shelf.text_places,
    )  # fmt: skip
    _judge(desk, municipality, shelf, programme)
    return municipality


def _head(desk: Desk, folder: str) -> MunicipalityHead | None:
    path = f"{folder}/{HEAD}"
    if not desk.has(path):
        desk.report([LoadRule.FILE_MISSING.at(Source(path))])
        return None
    head = desk.noun(path, MunicipalityHead)
    name = folder.rpartition("/")[2]
    if head and head.id != name:
        desk.report([LoadRule.FOLDER_NAME.at(head.at("id"), head.id, name, folder=name, id=head.id)])
    return head


class _Tables:
    """The tables of one folder."""

    def __init__(self, desk: Desk, folder: str, languages: tuple[str, ...], decimal: str) -> None:
        self.desk = desk
        self.folder = folder
        self.languages = languages
        self.decimal = decimal
        self.done: set[str] = set()

    def read(self, name: str, kind: type[N]) -> tuple[N, ...]:
        """The rows of a table, none where there is no such file."""
        path = f"{self.folder}/{name}"
        self.done.add(name)
        if not self.desk.has(path) or (text := self.desk.text(path)) is None:
            return ()
        rows, findings = read_records(text, kind, path, self.languages, self.decimal)
        self.desk.report(findings)
        self.desk.report(row_problems(rows))
        return rows

    def rest(self) -> None:
        """Read what has not been read, for its findings only."""
        for name, kind in TABLES.items():
            if name not in self.done:
                self.read(name, kind)


def _strangers(desk: Desk, folder: str) -> None:
    """Files that look like a part of the return and are none."""
    for path in desk.listing.inside(folder):
        name = path.rpartition("/")[2]
        if name not in TABLES and name != HEAD and not FILE_NAME.fullmatch(name) and path not in desk.pictures:
            names = ", ".join((HEAD, *TABLES, "prose.<lang>.md"))
            desk.report([LoadRule.FILE_UNKNOWN.at(Source(path), names=names)])


def _judge(desk: Desk, municipality: Municipality, shelf: Shelf, programme: tuple[str, ...]) -> None:
    """What a return says against itself; texts are judged where the programme's languages are known."""
    head = municipality.head
    desk.report(beyond_measure(head))
    desk.report(LoadRule.OUT_OF_RANGE.at(head.at(path), str(number), "> 0", name=path)
                for path, number in numbers(head) if path.startswith("population.") and number <= 0)  # fmt: skip
    desk.report(year_problems(municipality))
    desk.report(listed_problems(municipality))
    leaf, year = "sector", "inventory_year"
    desk.report(repeats(municipality.consumption, lambda r: _key(*r.leaf), leaf))
    desk.report(repeats(municipality.sector_totals, lambda r: _key(r.inventory_year, r.sector, r.type), leaf))
    desk.report(repeats(municipality.emissions, lambda r: _key(r.inventory_year, r.sector, r.item), leaf))
    desk.report(repeats(municipality.factors, lambda r: _key(r.inventory_year, r.carrier, r.fuel), "carrier"))
    desk.report(repeats(municipality.totals, lambda r: _key(r.inventory_year, r.level, r.key), year))
    if programme:
        desk.report(spoken(head, programme))
        languages = Languages(programme, ()).of(head.languages)
        desk.report(text_problems(head, languages))
        for action in municipality.actions:
            desk.report(text_problems(action, languages))
        desk.report(prose_problems(shelf.texts, shelf.places, languages))


def _key(*parts: int | str) -> str:
    return " · ".join(str(part) for part in parts if part != "")
