"""A town before the judge: with tables that `Town` does not make, and rows that know their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from seapgen.check.case import Case
from seapgen.check.check import check_programme
from seapgen.check.spread import Spread
from seapgen.model.finding import Finding
from seapgen.model.municipality import Municipality, MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.source import Origin
from tests.unit.check.nouns import Town, programme, reference

Row = TypeVar("Row", bound=Noun)


def placed(row: Row, file: str = "table.csv", line: int = 2) -> Row:
    """The row at a line of a file, each of its columns in the order of the noun."""
    row._origin = Origin(file, line, 0, {name: (line, n) for n, name in enumerate(type(row).model_fields, 1)})
    return row


def column(row: Noun, name: str) -> int:
    """The column of a field of a placed row."""
    return list(type(row).model_fields).index(name) + 1


def municipality(town: Town, head: Mapping[str, object] | None = None, **tables: object) -> Municipality:
    """The town's return with other values of its head, or other tables."""
    made = town.municipality()
    changed: MunicipalityHead = made.head.model_copy(update=dict(head or {}))
    return replace(made, head=changed, **tables)  # type: ignore[arg-type]


def case(
    town: Town, limits: Mapping[str, Decimal] | None = None, head: Mapping[str, object] | None = None, **tables: object
) -> Case:
    """The town before one rule, issued in 2015."""
    results = town.results().municipalities["town"]
    return Case(municipality(town, head, **tables), results, reference(), 2015, limits or {}, Spread())


def found(code: str, town: Town, head: Mapping[str, object] | None = None, **tables: object) -> list[Finding]:
    """The findings of one rule in the town's return with other tables."""
    whole = replace(programme(town), municipalities=(municipality(town, head, **tables),))
    return [f for f in check_programme(whole, town.results(), reference()) if f.code == code]
