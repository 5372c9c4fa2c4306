"""Peers: how the signatories of the Covenant are spread, to compare a municipality with; data that a person may revise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.source import Source
from seapgen.model.vocabulary import TRANSPORT_SECTORS, Sector

FEWEST = 50  # a distribution of fewer signatories is not used
PERCENTS = (1, 5, 25, 50, 75, 95, 99)
COLUMNS = ("country", "size", "metric", "n", *(f"p{p}" for p in PERCENTS))
UNION = "EU"  # all signatories of the European Union
ALL_SIZES = ""
SIZES: tuple[tuple[str, int, int | None], ...] = (  # key, inhabitants from, below
    ("under_10000", 0, 10_000),
    ("10000_50000", 10_000, 50_000),
    ("over_50000", 50_000, None),  # larger cities are too few to stand alone
)

SECTORS: Mapping[str, tuple[Sector, ...]] = {  # sectors of the dataset, and the rows of an inventory that they are
    "municipal": (Sector.MUNICIPAL_BUILDINGS, Sector.PUBLIC_LIGHTING),
    "tertiary": (Sector.TERTIARY,),
    "residential": (Sector.RESIDENTIAL,),
    "transport": TRANSPORT_SECTORS,
    "industry": (Sector.INDUSTRY_NON_ETS, Sector.INDUSTRY_ETS),
}
KEY_SECTORS = ("municipal", "tertiary", "residential", "transport")


def size_of(population: int) -> str:
    """The size class of so many inhabitants."""
    return next(key for key, _, below in SIZES if below is None or population < below)


@dataclass(frozen=True, slots=True)
class Knot:
    """So many per cent of the peers have no more than `value`."""

    percent: int
    value: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Distribution:
    """How `n` signatories of a country (or the Union) and size class are spread in one measure: a row of the table."""

    country: str
    size: str  # a key of SIZES, or ALL_SIZES
    metric: str
    n: int
    values: tuple[Decimal, ...]  # one for each of PERCENTS, rising
    source: Source  # of the row

    def at(self, column: str) -> Source:
        """The place of one of COLUMNS."""
        return Source(self.source.file, self.source.line, COLUMNS.index(column) + 1)

    def knot(self, percent: int) -> Knot:
        """The knot of one of PERCENTS; ValueError for another."""
        return Knot(percent, self.values[PERCENTS.index(percent)], self.at(f"p{percent}"))

    def outside(self, value: Decimal, low: int, high: int) -> Knot | None:
        """The knot that a value lies beyond, of two; None between them."""
        if value < self.values[PERCENTS.index(low)]:
            return self.knot(low)
        return self.knot(high) if value > self.values[PERCENTS.index(high)] else None

    def around(self, value: Decimal) -> tuple[Knot, Knot] | None:
        """The neighbouring knots of which the first lies below a value and the second does not; None beyond the outer ones."""
        place = bisect_left(self.values, value)
        if not 0 < place < len(PERCENTS):
            return None
        return self.knot(PERCENTS[place - 1]), self.knot(PERCENTS[place])


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """The distributions that a municipality is compared with, by measure, the nearest first."""

    found: tuple[Mapping[str, Distribution], ...]

    def of(self, metric: str) -> Distribution | None:
        """The nearest distribution of a measure with enough signatories: country and size, country, Union and size, Union."""
        return next((group[metric] for group in self.found if metric in group), None)

    def percentile(self, metric: str, percent: int) -> Decimal | None:
        """The value that so many per cent of the peers do not exceed; None where there are too few peers."""
        distribution = self.of(metric)
        return distribution.knot(percent).value if distribution else None


@dataclass(frozen=True, slots=True)
class Peers:
    """All distributions by country and size class, then by measure; `citation` is printed where one is named."""

    groups: Mapping[tuple[str, str], Mapping[str, Distribution]] = field(default_factory=dict)
    citation: str = ""

    def of(self, country: str, population: int | None = None) -> PeerGroup:
        """The peers of a municipality. Without inhabitants only the country counts, then the Union."""
        sizes = (size_of(population), ALL_SIZES) if population is not None else (ALL_SIZES,)
        keys = [(place, size) for place in (country, UNION) for size in sizes]
        return PeerGroup(tuple(self.groups[key] for key in keys if key in self.groups))
