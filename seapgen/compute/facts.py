"""Dates and periods that documents print, with the cells they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from seapgen.compute.formulas import FORMULAS
from seapgen.model.message import Figure
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Group, ProgrammeHead
from seapgen.model.results import Cell, Derivation, Derived
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Status

_Found = tuple[str, Derived]


def facts(municipality: Municipality) -> Mapping[str, Derived]:
    """All stated dates and periods of a return, by path."""
    scope = f"municipality/{municipality.id}"
    return MappingProxyType(dict((*_dates(scope, municipality), *_periods(scope, municipality))))


def programme_facts(head: ProgrammeHead) -> Mapping[str, Derived]:
    """What the programme states for all documents: the date of issue."""
    return MappingProxyType(dict([_fact("programme", "issue_date", Unit.DATE, Cell(head.at("issue_date"), head.issue_date))]))


def strategy_facts(group: Group | None) -> Mapping[str, Derived]:
    """What a group's strategy paper states: when it was signed."""
    strategy = group.strategy if group else None
    if group is None or strategy is None or strategy.signed_on is None:
        return MappingProxyType({})
    cell = Cell(strategy.at("signed_on"), strategy.signed_on)
    return MappingProxyType(dict([_fact(f"group/{group.id}", "strategy.signed_on", Unit.DATE, cell)]))


def _dates(scope: str, municipality: Municipality) -> Iterator[_Found]:
    covenant = municipality.head.covenant
    if covenant is None:
        return
    stated = {"signed_on": covenant.signed_on, "returned_on": covenant.returned_on, "approved_on": covenant.approved_on}
    for name, value in stated.items():
        if value is not None:
            yield _fact(scope, f"covenant.{name}", Unit.DATE, Cell(covenant.at(name), value))


def _periods(scope: str, municipality: Municipality) -> Iterator[_Found]:
    budget = municipality.head.budget
    if budget is not None:
        ends = [_year(budget.at(f"period.{n}"), year) for n, year in enumerate(budget.period)]
        yield _fact(scope, "budget.period", Unit.PERIOD, *ends)
    living: list[tuple[Cell, Cell]] = []
    for action in municipality.actions:
        if action.start_year is None or action.end_year is None:
            continue
        both = _year(action.at("start_year"), action.start_year), _year(action.at("end_year"), action.end_year)
        yield _fact(scope, f"action.{action.id}.period", Unit.PERIOD, *both)
        living += [both] if action.status is not Status.CANCELLED else []
    if living:
        first = min((start for start, _ in living), key=_earliest)
        last = min((end for _, end in living), key=_latest)
        yield _fact(scope, "plan.period", Unit.PERIOD, first, last)


def _fact(scope: str, path: str, unit: Unit, *cells: Cell) -> _Found:
    formula = FORMULAS["stated" if len(cells) == 1 else "period"]
    value = formula.function(*(cell.value for cell in cells))
    return path, Derived(Figure(f"{scope}:{path}", value, unit), Derivation(formula.name, cells))


def _year(source: Source, year: int) -> Cell:
    return Cell(source, Decimal(year))


def _earliest(cell: Cell) -> tuple[Decimal, Source]:
    """Of equal years, the one that stands first in its file."""
    return _number(cell), cell.source


def _latest(cell: Cell) -> tuple[Decimal, Source]:
    return -_number(cell), cell.source


def _number(cell: Cell) -> Decimal:
    assert isinstance(cell.value, Decimal)
    return cell.value
