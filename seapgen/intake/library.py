"""The library of typical actions: three tables, of actions, of their ranges, and of the works that these come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from seapgen.intake.records import read_records
from seapgen.intake.repeats import repeats
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import nearest
from seapgen.model.finding import Finding
from seapgen.model.library import UNITS, Library, LibraryAction, Quantity, Range, RangeMark, RangeUnit
from seapgen.model.noun import Id, Noun, Number
from seapgen.model.vocabulary import ActionSector, Sector

ACTIONS, RANGES, WORKS = FILES = ("actions.csv", "action_ranges.csv", "action_works.csv")


class ActionRow(Noun):
    """`actions.csv`: where a typical action stands in the lists of the Covenant's template."""

    key: Id
    sector: Sector | ActionSector
    area: str
    instrument: str


class RangeRow(Noun):
    """`action_ranges.csv`: one range; an end that is open is empty. `works` are keys, perhaps with a place: `ccc-kranj 5.1`."""

    key: Id
    quantity: Quantity
    low: Number | None = None
    high: Number | None = None
    unit: RangeUnit
    mark: RangeMark
    works: tuple[str, ...]
    note: str = ""


class WorkRow(Noun):
    """`action_works.csv`: a work and how it is cited."""

    work: Id
    citation: str


def read_library(texts: Mapping[str, str], folder: str) -> tuple[Library, tuple[Finding, ...]]:
    """The library from the texts of FILES, and what is wrong with them; with findings it is empty."""
    actions, of_actions = read_records(texts[ACTIONS], ActionRow, f"{folder}/{ACTIONS}", decimal=".")
    ranges, of_ranges = read_records(texts[RANGES], RangeRow, f"{folder}/{RANGES}", decimal=".")
    works, of_works = read_records(texts[WORKS], WorkRow, f"{folder}/{WORKS}", decimal=".")
    keys, cited = [a.key for a in actions], [w.work for w in works]
    findings = (
        *of_actions, *of_ranges, *of_works,
        *repeats(actions, lambda a: a.key, "key"), *repeats(works, lambda w: w.work, "work"),
        *repeats(ranges, lambda r: f"{r.key} {r.quantity} {r.unit}", "key"),
        *(each for row in ranges for each in _problems(row, keys, cited)),
    )  # fmt: skip
    if findings:
        return Library(), findings
    made = {a.key: LibraryAction(a.key, a.sector, a.area, a.instrument, tuple(_of(a.key, ranges))) for a in actions}
    return Library(made, {w.work: w.citation for w in works}), ()


def _problems(row: RangeRow, keys: Iterable[str], works: Iterable[str]) -> Iterator[Finding]:
    if row.key not in keys:
        yield LoadRule.UNKNOWN_ID.at(row.at("key"), row.key, name="key", id=row.key, names=nearest(row.key, keys))
    if row.unit not in UNITS[row.quantity]:
        yield LoadRule.NOT_IN_LIST.at(row.at("unit"), row.unit, name="unit", names=", ".join(sorted(UNITS[row.quantity])))
    if row.low is None and row.high is None:
        yield LoadRule.MISSING.at(row.at("low"), name="low")
    if row.low is not None and row.high is not None and row.low > row.high:
        yield LoadRule.OUT_OF_RANGE.at(row.at("high"), str(row.high), f"≥ {row.low}", name="high")
    for work in row.works:
        key = work.partition(" ")[0]
        if key not in works:
            yield LoadRule.UNKNOWN_ID.at(row.at("works"), key, name="works", id=key, names=nearest(key, works))


def _of(key: str, rows: Iterable[RangeRow]) -> Iterator[Range]:
    for row in rows:
        if row.key == key:
            yield Range(row.quantity, row.unit, row.low, row.high, row.mark, row.works, row.note, row.here)
