"""Dates and periods that documents print, with the cells they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from seapgen.model.message import Figure
from seapgen.model.municipality import Municipality
from seapgen.model.results import Fact
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Status


def facts(municipality: Municipality) -> Mapping[str, Fact]:
    """All stated dates and periods of a return, by path."""
    scope = f"municipality/{municipality.id}"
    found = (*_dates(municipality), *_periods(municipality))
    return MappingProxyType({path: Fact(Figure(f"{scope}:{path}", value, unit), source) for path, value, unit, source in found})


_Stated = tuple[str, date | tuple[Decimal, Decimal], Unit, Source]


def _dates(municipality: Municipality) -> Iterator[_Stated]:
    covenant = municipality.head.covenant
    if covenant is None:
        return
    for name in ("signed_on", "returned_on", "approved_on"):
        value: date | None = getattr(covenant, name)
        if value is not None:
            yield f"covenant.{name}", value, Unit.DATE, covenant.at(name)


def _periods(municipality: Municipality) -> Iterator[_Stated]:
    budget = municipality.head.budget
    if budget is not None:
        yield "budget.period", _period(*budget.period), Unit.PERIOD, budget.at("period")
    known = [a for a in municipality.actions if a.start_year is not None and a.end_year is not None]
    for action in known:
        yield f"action.{action.id}.period", _period(action.start_year, action.end_year), Unit.PERIOD, action.at("start_year")
    living = [a for a in known if a.status is not Status.CANCELLED]
    if living:
        start, end = min(a.start_year or 0 for a in living), max(a.end_year or 0 for a in living)
        yield (
            "plan.period",
            _period(start, end),
            Unit.PERIOD,
            min(living, key=lambda a: (a.start_year or 0, a.id)).at("start_year"),
        )


def _period(start: int | None, end: int | None) -> tuple[Decimal, Decimal]:
    return Decimal(start or 0), Decimal(end or 0)
