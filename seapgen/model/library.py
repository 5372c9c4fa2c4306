"""The library of typical actions: what each is about, and what it brought and cost elsewhere; data that a person may revise.

Its words, in every language, are terms: `library.<key>` with the forms of `TEXTS`. Its ranges say what to expect: an action that
names a key is compared with them, and never takes a value from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from seapgen.model.message import Figure, Message, msg
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import ActionSector, Sector

TITLE, DESCRIPTION, INDICATOR = TEXTS = ("label", "description", "indicator")  # forms of the term of an action


class Quantity(StrEnum):
    """What a range is of."""

    SAVING = "saving"
    PRODUCTION = "production"
    CO2 = "co2"
    COST = "cost"
    PAYBACK = "payback"
    LIFETIME = "lifetime"


class RangeUnit(StrEnum):
    """What a range counts in. Energy and tonnes are yearly; an investment by them is by what comes of it each year."""

    PERCENT = "percent"  # of the energy that the action is about
    MWH = "mwh"
    LITRES = "litres"
    KWH_PER_M2 = "kwh_per_m2"
    KWH_PER_KW = "kwh_per_kw"
    T = "t"
    T_PER_MWH = "t_per_mwh"
    EUR = "eur"
    EUR_EACH = "eur_each"  # the note says for each what
    EUR_PER_M2 = "eur_per_m2"
    EUR_PER_KW = "eur_per_kw"
    EUR_PER_MWH_SAVED = "eur_per_mwh_saved"
    EUR_PER_MWH_PRODUCED = "eur_per_mwh_produced"
    EUR_PER_T = "eur_per_t"
    YEARS = "years"


class RangeMark(StrEnum):
    """How sure a range is."""

    PRINTED = "printed"  # so in its source
    COMPUTED = "computed"  # from numbers that are printed there
    UNCONFIRMED = "unconfirmed"  # general knowledge, to be verified
    DOUBTFUL = "doubtful"  # printed or computed, but implausible: nothing is measured by it


UNITS: Mapping[Quantity, frozenset[RangeUnit]] = {
    Quantity.SAVING: frozenset({RangeUnit.PERCENT, RangeUnit.MWH, RangeUnit.LITRES}),
    Quantity.PRODUCTION: frozenset({RangeUnit.MWH, RangeUnit.KWH_PER_M2, RangeUnit.KWH_PER_KW}),
    Quantity.CO2: frozenset({RangeUnit.T, RangeUnit.T_PER_MWH}),
    Quantity.COST: frozenset(unit for unit in RangeUnit if unit.startswith("eur")),
    Quantity.PAYBACK: frozenset({RangeUnit.YEARS}),
    Quantity.LIFETIME: frozenset({RangeUnit.YEARS}),
}


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`; an end that is open is None, and a single value is both. `works` are keys, perhaps with a place."""

    quantity: Quantity
    unit: RangeUnit
    low: Decimal | None
    high: Decimal | None
    mark: RangeMark
    works: tuple[str, ...]
    note: str
    source: Source

    def said(self, unit: Unit = Unit.COUNT, digits: int | None = None) -> Figure | Message:
        """From its low to its high end, in a unit; `digits` are those of the data where none are given."""
        ends = [end for end in (self.low, self.high) if end is not None]
        shown = digits if digits is not None else max(_decimals(end) for end in ends)
        if self.low is not None and self.high is not None and self.low < self.high:
            return Figure("", (self.low, self.high), unit, digits=shown)
        value = Figure("", ends[0], unit, digits=shown)
        if self.high is None:
            return msg("at least {value}", value=value)
        return value if self.low is not None else msg("at most {value}", value=value)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class LibraryAction:
    """A typical action: where it belongs in the template's lists, and its ranges, one for each quantity and unit."""

    key: str
    sector: Sector | ActionSector
    area: str
    instrument: str
    ranges: tuple[Range, ...]

    def range_of(self, unit: RangeUnit, quantity: Quantity = Quantity.COST) -> Range | None:
        """The range of a quantity in a unit; None where there is none that something may be measured by."""
        usable = (r for r in self.ranges if r.mark is not RangeMark.DOUBTFUL)
        return next((r for r in usable if r.unit is unit and r.quantity is quantity), None)


@dataclass(frozen=True, slots=True)
class Library:
    """All typical actions by key, and the works that their ranges come from."""

    actions: Mapping[str, LibraryAction] = field(default_factory=dict)
    works: Mapping[str, str] = field(default_factory=dict)

    def cited(self, works: Iterable[str]) -> str:
        """The citations of some works, each with the place in it that is named."""
        return "; ".join(self._citation(work) for work in works)

    def _citation(self, work: str) -> str:
        key, _, place = work.partition(" ")
        return f"{self.works[key]}, {place}" if place else self.works[key]
