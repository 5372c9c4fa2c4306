"""Illustrative plans: which typical actions a municipality plans, how large they are and how far they have come.

How many: 8 actions up to 5,000 inhabitants, then 10, 12, 14, 16, 18, and 20 from 100,000 on; fewer where fewer are worth it.

Which: pools of actions (municipal, homes, services, transport, industry, other) get their seats by the largest averages over the
emissions of their sectors, the municipal pool with a fifth and the others with 18 % of all; within a pool the order of
measures.csv holds, without those meant for other countries or larger places and those that would bring less than 12 t.

How large: each saves its usual share of the energy that it is about, all stretched by one factor until they bring what was
promised and a little more; no action goes beyond three times its usual share, none of the municipal pool beyond it, and all
actions together never save more than 65 % of what a sector burns or draws from networks.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from making.dataset import ZERO, Inventory

COUNTS = ((5000, 8), (10000, 10), (20000, 12), (40000, 14), (70000, 16), (100000, 18))
WEIGHTS = {"municipal": Decimal("0.2"), "other": Decimal("0.18")}
SECTORS = {
    "residential": "residential", "tertiary": "tertiary", "transport": "transport_not_allocated", "industry": "industry_non_ets",
}  # fmt: skip
STEPS = ((50, 1), (200, 5), (1000, 10), (5000, 50), (20000, 100))  # below the first, MWh are given in steps of the second
MOST_OF_SECTOR = Decimal("0.65")
LEAST_TONNES = 12
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of measures.csv: an action of the library with usual values within its ranges."""

    library: str
    sector: str
    area: str
    instrument: str
    pool: str
    base: str  # the sector whose energy it is about
    scope: str
    kind: str  # saving, heat or power (made of renewables), tonnes (waste), none (prepares others)
    share: Decimal  # of that energy
    eur_per_mwh: Decimal
    public: Decimal  # share of the cost that the municipality bears
    price: Decimal  # EUR saved by each MWh
    lifetime: str
    financing: str
    responsible: str
    start: int
    years: int
    countries: tuple[str, ...]
    least_population: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A measure as one municipality plans it: yearly amounts once it is complete."""

    measure: Measure
    mwh: Decimal
    tonnes: Decimal


def measures(folder: Path) -> tuple[Measure, ...]:
    """The measures in their order."""
    with (folder / "measures.csv").open(encoding="utf-8", newline="") as file:
        return tuple(map(_measure, csv.DictReader(file)))


def _measure(row: Mapping[str, str]) -> Measure:
    share, price, public, saved = (Decimal(row[k]) for k in ("share_pct", "eur_per_mwh", "public_pct", "price_eur"))
    return Measure(
        row["library"], row["sector"], row["area"], row["instrument"], row["pool"], row["base"], row["scope"], row["kind"],
        share / 100, price, public / 100, saved, row["lifetime"], row["financing"], row["responsible"],
        int(row["start"]), int(row["years"]), tuple(row["countries"].split()), int(row["least_population"]),
    )  # fmt: skip


def plan(inventory: Inventory, country: str, every: Sequence[Measure], promise: Decimal) -> tuple[Effect, ...]:
    """The actions that bring `promise` tonnes a year. Raises ValueError where they cannot."""
    chosen = _chosen(inventory, [m for m in every if _fits(m, inventory, country)])
    low, high = ZERO, Decimal(3)
    if sum(e.tonnes for e in _stretched(chosen, inventory, high)) < promise:
        raise ValueError(f"{inventory.signatory}: the actions cannot bring {promise} t")
    for _ in range(24):
        middle = (low + high) / 2
        enough = sum(e.tonnes for e in _stretched(chosen, inventory, middle)) >= promise
        low, high = (low, middle) if enough else (middle, high)
    return tuple(_tidy(e, inventory) for e in _stretched(chosen, inventory, high))


def count(population: int) -> int:
    """How many actions a municipality of a size plans."""
    return next((n for limit, n in COUNTS if population < limit), 20)


def _fits(measure: Measure, inventory: Inventory, country: str) -> bool:
    meant = not measure.countries or country in measure.countries
    worth = measure.kind == "none" or measure.share * _emitted(measure, inventory) >= LEAST_TONNES
    return meant and inventory.population >= measure.least_population and worth


def _chosen(inventory: Inventory, fitting: Sequence[Measure]) -> list[Measure]:
    """Seats by largest averages, the pools in their order where two are equal."""
    weights = {pool: inventory.tonnes(sector) / inventory.tonnes() for pool, sector in SECTORS.items()} | WEIGHTS
    left = {pool: [m for m in fitting if m.pool == pool] for pool in weights}
    taken: list[Measure] = []
    while len(taken) < count(inventory.population) and any(left.values()):
        seats = {pool: sum(m.pool == pool for m in taken) for pool in left}
        pool = max((p for p in left if left[p]), key=lambda p: weights[p] / (seats[p] + 1))
        taken.append(left[pool].pop(0))
    return [m for m in fitting if m in taken]


def _stretched(chosen: Sequence[Measure], inventory: Inventory, factor: Decimal) -> Iterator[Effect]:
    for measure in chosen:
        alike = [m for m in chosen if (m.base, m.scope) == (measure.base, measure.scope) and m.kind != "none"]
        together = sum((m.share for m in alike), ZERO)
        most = ONE if measure.pool == "municipal" else factor
        share = measure.share * (min(factor, most, MOST_OF_SECTOR / together) if together else factor)
        yield Effect(measure, share * _used(measure, inventory), share * _emitted(measure, inventory))


def _used(measure: Measure, inventory: Inventory) -> Decimal:
    if measure.kind == "none":
        return ZERO
    return sum((c.mwh for c in inventory.of(measure.base) if c.scope == measure.scope), ZERO)


def _emitted(measure: Measure, inventory: Inventory) -> Decimal:
    if measure.kind == "none":
        return ZERO
    return sum((c.tonnes for c in inventory.of(measure.base) if c.scope == measure.scope), ZERO)


def _tidy(effect: Effect, inventory: Inventory) -> Effect:
    """Round amounts, as plans have them; the tonnes follow from the rounded MWh."""
    if effect.measure.kind in ("none", "tonnes"):
        return Effect(effect.measure, ZERO, effect.tonnes.quantize(Decimal(1), ROUND_HALF_UP))
    step = next((s for limit, s in STEPS if effect.mwh < limit), 500)
    mwh = max(Decimal(1), (effect.mwh / step).quantize(Decimal(1), ROUND_HALF_UP)) * step
    factor = _emitted(effect.measure, inventory) / _used(effect.measure, inventory)
    return Effect(effect.measure, mwh, (mwh * factor).quantize(Decimal(1), ROUND_HALF_UP))


def cost(effect: Effect, population: int) -> tuple[Decimal, Decimal]:
    """Public and private cost in EUR. What only prepares others costs by the head; waste by the tonne."""
    measure = effect.measure
    if measure.kind == "none":
        return max(Decimal(8000), _whole(Decimal(population) * Decimal("1.5"))), ZERO
    whole = (effect.tonnes if measure.kind == "tonnes" else effect.mwh) * measure.eur_per_mwh
    return _whole(whole * measure.public), _whole(whole * (1 - measure.public))


def _whole(eur: Decimal) -> Decimal:
    step = Decimal(1000) if eur < 1000000 else Decimal(10000)
    return (eur / step).quantize(Decimal(1), ROUND_HALF_UP) * step
