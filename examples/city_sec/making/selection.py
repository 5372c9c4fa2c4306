"""Which signatories of the dataset stand behind the fictional places: the written rule.

A baseline can be taken if

1. each sector and scope stands in it once, no amount is negative, and none has tonnes without energy (waste apart);
2. its year is 2011 or earlier, so that a return of June 2012 can hold it;
3. three of the four key sectors use energy, homes among them;
4. energy is 6 to 36 MWh and emissions are 1.2 to 12.5 t for each inhabitant;
5. cells of less than 50 MWh apart, what a sector burns emits 0.02 to 0.36 t/MWh (transport 0.18 to 0.31), what networks
   supply 0.005 to 1.3 t/MWh;
6. homes use 2.5 to 16 MWh and transport, where it is counted, 0.8 to 14 MWh for each inhabitant;
7. services, where they are counted, use an eighth to 1.2 times the energy of homes; of all energy the municipality uses 0.3 to
   12 %, industry no more than 45 % and transport no more than 56 %;
8. its population lies within the bounds of the group.

A later inventory of the same signatory is taken with it if it is of 2008 to 2017 and at least three years younger, follows the
same approach, covers the same sectors, keeps to rules 1, 4 and 6 (what is burnt may be all wood by then), differs in
energy by no more than 40 % and has no more than 1.1 times the emissions.

Of each country, the signatories with such a later inventory come first, but no more than the group wants; the others fill up.
Among more than are wanted, those at even steps through the list by population are taken, largest first. Equal populations are
ordered by id. Each signatory stands once. Nothing is drawn by lot, so that the same dataset gives the same choice, and the rows
of the chosen ones alone give it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from making.dataset import Inventory


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many signatories of a country a group wants, how many of them with a later inventory, and how large."""

    group: str
    country: str
    count: int
    monitored: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A signatory: its baseline, and its later inventory if there is a plausible one."""

    baseline: Inventory
    monitoring: Inventory | None


WANTED = (
    Wanted("marche", "IT", 13, 3, 2500, 110000),
    Wanted("istria", "HR", 5, 2, 4000, 80000),
    Wanted("kalmar", "SE", 5, 2, 7500, 85000),
    Wanted("macedonia", "GR", 7, 2, 3500, 80000),
    Wanted("bielsko", "PL", 7, 3, 5000, 130000),
    Wanted("north-hungary", "HU", 7, 2, 1500, 70000),
)
LAST_BASE_YEAR = 2011
MONITORING_YEARS = range(2008, 2018)


def choose(inventories: Iterable[Inventory]) -> dict[str, tuple[Chosen, ...]]:
    """For each group its signatories, the largest first."""
    every = list(inventories)
    return {wanted.group: _of(wanted, every) for wanted in WANTED}


def _of(wanted: Wanted, every: Sequence[Inventory]) -> tuple[Chosen, ...]:
    here = [i for i in every if i.signatory.startswith(wanted.country)]
    bases = [i for i in here if i.kind == "baseline" and _usable(i, wanted)]
    found = [Chosen(b, _later(b, here)) for b in sorted(bases, key=lambda i: (-i.population, i.signatory))]
    first = _spread([c for c in found if c.monitoring], wanted.monitored)
    rest = _spread([c for c in found if c not in first], wanted.count - len(first))
    kept = [c for c in found if c in first or c in rest]
    if len(kept) < wanted.count:
        raise ValueError(f"{wanted.group}: {len(kept)} signatories instead of {wanted.count}")
    return tuple(c if c in first else Chosen(c.baseline, None) for c in kept)


def _spread(found: Sequence[Chosen], count: int) -> list[Chosen]:
    """So many of a list, at even steps from its first to its last."""
    if len(found) <= count:
        return list(found)
    return [found[(n * (len(found) - 1)) // (count - 1)] for n in range(count)]


def _usable(base: Inventory, wanted: Wanted) -> bool:
    size = wanted.least <= base.population <= wanted.most and base.year <= LAST_BASE_YEAR
    return size and _plausible(base) and _balanced(base) and all(_factor_known(base))


def _plausible(one: Inventory) -> bool:
    """Rules 1, 3, 4 and 6."""
    heads = Decimal(one.population)
    whole = all(c.mwh >= 0 and c.tonnes >= 0 and (c.mwh or not c.tonnes or c.sector == "waste") for c in one.cells)
    sectors = len(one.key_sectors()) >= 3 and "residential" in one.key_sectors()
    totals = 6 <= one.mwh() / heads <= 36 and Decimal("1.2") <= one.tonnes() / heads <= Decimal("12.5")
    transport = one.mwh("transport_not_allocated") / heads
    homes = Decimal("2.5") <= one.mwh("residential") / heads <= 16
    return whole and sectors and totals and homes and (not transport or Decimal("0.8") <= transport <= 14)


def _balanced(one: Inventory) -> bool:
    """Rule 7."""
    services, homes, all_ = one.mwh("tertiary"), one.mwh("residential"), one.mwh()
    own, industry, transport = (one.mwh(s) / all_ for s in ("municipal_buildings", "industry_non_ets", "transport_not_allocated"))
    usual = not services or homes / 8 <= services <= Decimal("1.2") * homes
    return usual and Decimal("0.003") <= own <= Decimal("0.12") and industry <= Decimal("0.45") and transport <= Decimal("0.56")


def _factor_known(one: Inventory) -> Iterable[bool]:
    """Rule 5, cell by cell."""
    for cell in one.energy_cells():
        if cell.mwh < 50:
            yield True
        elif cell.scope == "indirect":
            yield Decimal("0.005") <= cell.factor <= Decimal("1.3")
        elif cell.sector == "transport_not_allocated":
            yield Decimal("0.18") <= cell.factor <= Decimal("0.31")
        else:
            yield Decimal("0.02") <= cell.factor <= Decimal("0.36")


def _later(base: Inventory, every: Iterable[Inventory]) -> Inventory | None:
    """The first later inventory that can be compared with the baseline."""
    later = [i for i in every if i.signatory == base.signatory and i.kind == "monitoring" and _comparable(base, i)]
    return min(later, key=lambda i: (i.year, i.id), default=None)


def _comparable(base: Inventory, later: Inventory) -> bool:
    when = later.year in MONITORING_YEARS and later.year >= base.year + 3
    alike = later.approach == base.approach and later.sectors() == base.sectors()
    if not (when and alike and later.population and _plausible(later)):
        return False
    change = abs(later.mwh() - base.mwh()) / base.mwh()
    return change <= Decimal("0.4") and later.tonnes() <= Decimal("1.1") * base.tonnes()
