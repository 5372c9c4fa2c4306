"""Which row explains printed sums that do not fit: one whose unit or digits have slipped, one under a wrong carrier, two swapped.

A suspicion is held against every printed sum that holds a row of it: all of them must fit afterwards, and one of them must not
have fitted before. Sums of energy must then fit to the rounding of their rows, sums of tonnes within the tolerance.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from seapgen.check.printed import PrintedSum
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Carrier

SLIPS = tuple(Decimal(10) ** n for n in (-3, 3, -2, 2, -1, 1))
HALF, HUNDRED, ZERO = Decimal("0.5"), Decimal(100), Decimal(0)
MOST = 3  # suspicions of one kind that fit about equally well
Kind = tuple[Carrier, str]  # a carrier and a fuel, empty where there is one
Changes = Mapping[int, tuple[Decimal, Decimal]]  # leaf -> by how much its energy and its tonnes would change


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What may have happened to a leaf; `misfit` is what it leaves unexplained, in parts of what is allowed."""

    leaf: int
    changes: Changes
    mwh: Decimal | None = None  # the amount that would fit
    carrier: Kind | None = None  # the carrier, and fuel if any, that would fit
    other: int | None = None  # the leaf that it may have been swapped with
    sums: tuple[PrintedSum, ...] = ()  # those that do not fit and then would
    misfit: Decimal = ZERO

    @property
    def is_exact(self) -> bool:
        """Whether sums of energy bear it out, which are exact; tonnes alone may fit by chance."""
        return any(s.row.energy_mwh is not None for s in self.sums) and any(energy for energy, _ in self.changes.values())


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a printed sum lies from its leaves, and how far it may."""

    printed: PrintedSum
    energy: Decimal | None
    tonnes: Decimal | None
    energy_allowed: Decimal
    tonnes_allowed: Decimal

    @property
    def is_open(self) -> bool:
        """Whether the sum does not fit."""
        return self._worst(ZERO, ZERO) > 1

    def touches(self, tried: Suspicion) -> bool:
        """Whether the sum holds a row that would change, or would hold it under its other carrier."""
        return any(n in self.printed.members for n in tried.changes) or self._is_entered(tried)

    def misfit(self, tried: Suspicion) -> Decimal:
        """The larger of both gaps if a suspicion is right, in parts of what is allowed: up to 1 the sum fits."""
        leaf = self.printed.inventory.leaves[tried.leaf]
        mwh, tonnes = tried.changes[tried.leaf]
        if self._is_entered(tried):
            return self._worst(leaf.energy_mwh + mwh, leaf.emissions_t + tonnes)
        if tried.carrier and self.printed.row.level == "carrier" and tried.carrier[0] is not leaf.carrier:
            return self._worst(-leaf.energy_mwh, -leaf.emissions_t)
        mine = [tried.changes[n] for n in tried.changes if n in self.printed.members]
        return self._worst(*(sum((c[k] for c in mine), ZERO) for k in (0, 1)))

    def _is_entered(self, tried: Suspicion) -> bool:
        """Whether the sum is that of the other carrier, so that the row would come into it."""
        leaf = self.printed.inventory.leaves[tried.leaf]
        other = tried.carrier[0] if tried.carrier and tried.carrier[0] is not leaf.carrier else None
        return other is not None and (self.printed.row.level, self.printed.row.key) == ("carrier", other)

    def _worst(self, energy: Decimal, tonnes: Decimal) -> Decimal:
        gaps = ((self.energy, energy, self.energy_allowed), (self.tonnes, tonnes, self.tonnes_allowed))
        return max((abs(gap + change) / allowed for gap, change, allowed in gaps if gap is not None), default=ZERO)


def gap(printed: PrintedSum, limits: Mapping[str, Decimal]) -> Gap:
    """The gap of a sum. Rows are printed whole, so energy may differ by half a MWh for each; factors are rounded too."""
    row, mwh, tonnes = printed.row, printed.energy_mwh, printed.emissions_t
    rounding = max(limits["tolerance_t"], HALF * len(printed.members))
    return Gap(
        printed, None if row.energy_mwh is None else mwh - row.energy_mwh,
        None if row.emissions_t is None else tonnes - row.emissions_t, rounding,
        max(limits["tolerance_t"], limits["tolerance_pct"] * abs(tonnes) / HUNDRED),
    )  # fmt: skip


def suspicions(inventory: InventoryResult, gaps: tuple[Gap, ...], factors: Mapping[Kind, Decimal]) -> tuple[Suspicion, ...]:
    """What explains the open gaps of an inventory: single rows before pairs, the best few of a kind. Nothing where all fits.

    `factors` are those of the carriers that a row may have stood under.
    """
    open_ = [g for g in gaps if g.is_open]
    energy = any(g.energy is not None and abs(g.energy) > g.energy_allowed for g in open_)
    kinds = (_carriers(inventory, factors), _swaps(inventory))
    for tried in ((_slips(inventory), *kinds) if energy else kinds) if open_ else ():
        found = sorted(_fitting(tried, gaps), key=lambda s: s.misfit)
        if found:
            return tuple(s for s in found if s.misfit <= 2 * found[0].misfit)[:MOST]
    return ()


def _fitting(tried: Iterable[Suspicion], gaps: tuple[Gap, ...]) -> Iterator[Suspicion]:
    """Those after which every sum that holds a changed row fits, of which one did not before."""
    for each in tried:
        touched = [g for g in gaps if g.touches(each)]
        repaired = [g for g in touched if g.is_open]
        if repaired and all(g.misfit(each) <= 1 for g in touched):
            sums = tuple(g.printed for g in repaired)
            yield replace(each, sums=sums, misfit=max(g.misfit(each) for g in repaired))


def _factor(inventory: InventoryResult, n: int) -> Decimal:
    use = inventory.leaves[n].factor
    return use.t_per_mwh if use else ZERO


def _slips(inventory: InventoryResult) -> Iterator[Suspicion]:
    """An amount ten, a hundred or a thousand times too large or too small."""
    for n, leaf in enumerate(inventory.leaves):
        for slip in SLIPS if leaf.energy_mwh else ():
            change = leaf.energy_mwh * slip - leaf.energy_mwh
            yield Suspicion(n, {n: (change, change * _factor(inventory, n))}, mwh=leaf.energy_mwh * slip)


def _carriers(inventory: InventoryResult, factors: Mapping[Kind, Decimal]) -> Iterator[Suspicion]:
    """An amount that belongs to another carrier."""
    for n, leaf in enumerate(inventory.leaves):
        for kind, factor in factors.items():
            if kind != (leaf.carrier, leaf.fuel) and leaf.energy_mwh and leaf.factor:
                yield Suspicion(n, {n: (ZERO, leaf.energy_mwh * (factor - leaf.factor.t_per_mwh))}, carrier=kind)


def _swaps(inventory: InventoryResult) -> Iterator[Suspicion]:
    """The amounts of two rows exchanged."""
    leaves = inventory.leaves
    for one, other in combinations(range(len(leaves)), 2):
        change = leaves[other].energy_mwh - leaves[one].energy_mwh
        if change:
            changes = {
                one: (change, change * _factor(inventory, one)),
                other: (-change, -change * _factor(inventory, other)),
            }
            yield Suspicion(one, changes, other=other)
