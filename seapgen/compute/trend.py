"""What changed between two inventories: later minus earlier, so a fall is negative.

Of emissions two changes are written. `updated_factor` compares the inventories as they are; `constant_factor` counts the later
electricity at the earlier factor, so that what the national grid did does not look like the town's own work. Both only where
approach and unit are the same: else a tonne is not a tonne. Energy can always be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from seapgen.compute.causes import write_causes
from seapgen.compute.ledger import Ledger
from seapgen.model.results import InventoryResult
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Carrier, InventoryKind

UPDATED, CONSTANT = "updated_factor", "constant_factor"


def write_trends(book: Ledger, inventories: Sequence[InventoryResult]) -> None:
    """Write the changes from the baseline to each later inventory, and from each of these to the next."""
    order = series(inventories)
    pairs = {(a.year, b.year): (a, b) for a, b in (*((order[0], later) for later in order[1:]), *pairwise(order))}
    for earlier, later in pairs.values():
        _Trend(book, earlier, later).write()


def series(inventories: Sequence[InventoryResult]) -> list[InventoryResult]:
    """The baseline (without one the earliest inventory) and those after it, by year."""
    order = sorted(inventories, key=lambda i: i.year)
    base = next((i for i in order if i.kind == InventoryKind.BASELINE), order[0] if order else None)
    return [i for i in order if base is not None and i.year >= base.year]


@dataclass(frozen=True, slots=True)
class _Trend:
    """Two inventories whose changes are written as `trend.<from>-<to>.…`."""

    book: Ledger
    earlier: InventoryResult
    later: InventoryResult

    @property
    def unit(self) -> Unit:
        """The unit of emissions, where both have the same."""
        return Unit(self.later.unit)

    def path(self, name: str, key: str) -> str:
        """A figure of the trend, of all (no key), a sector, or a sector and carrier."""
        return f"trend.{self.earlier.year}-{self.later.year}.{name}{key}"

    def before(self, name: str, key: str) -> str:
        """A figure of the earlier inventory."""
        return f"inventory.{self.earlier.year}.{name}{key}"

    def now(self, name: str, key: str) -> str:
        """A figure of the later inventory."""
        return f"inventory.{self.later.year}.{name}{key}"

    def write(self) -> None:
        """All changes, of all sectors together and of each that both inventories have."""
        there = self.later.sectors()
        keys = ["", *(f".{s}" for s in self.earlier.sectors() if s in there)]
        same = (self.earlier.approach, self.earlier.unit) == (self.later.approach, self.later.unit)
        for key in keys:
            self._write_change("energy_mwh", "energy_pct", key, Unit.MWH, self.now("energy_mwh", key))
            if same:
                self._write_emissions(key)
        if same:
            write_causes(self.book, self.earlier, self.later)

    def _write_change(self, name: str, share: str, key: str, unit: Unit, later: str, base: str = "") -> None:
        """A change, and what it is of the earlier amount, in per cent."""
        earlier = self.before(base or name, key)
        self._write("change", name, key, unit, later, earlier)
        if self.book.get(earlier):
            self._write("share", share, key, Unit.PERCENT, self.path(name, key), earlier)

    def _write(self, formula: str, name: str, key: str, unit: Unit, *inputs: str) -> None:
        """A figure; a fall also without its minus, `trend.<from>-<to>.fall.…`, because a sentence says that it fell."""
        path = self.path(name, key)
        self.book.put(path, unit, formula, *inputs)
        if (self.book.get(path) or 0) < 0:
            self.book.put(self.path(f"fall.{name}", key), unit, "negative", path)

    def _write_emissions(self, key: str) -> None:
        """Both changes of emissions, and what the later year would have emitted at the earlier electricity factor."""
        emitted, constant = self.now("emissions_energy_t", key), self.path(f"later_t.{CONSTANT}", key)
        self._write_change(f"emissions_t.{UPDATED}", f"emissions_pct.{UPDATED}", key, self.unit, emitted, "emissions_energy_t")
        power = f"{key}.{Carrier.ELECTRICITY}" if key else f".carrier.{Carrier.ELECTRICITY}"
        if self.book.has(self.now("energy_mwh", power)):
            inputs = (self.now("emissions_energy_t", power), self.now("energy_mwh", power), self._electricity_factor())
            self.book.put(constant, self.unit, "at_constant_factor", emitted, *inputs)
        elif self.later.has_carriers:
            self.book.put(constant, self.unit, "same", emitted)
        self._write_change(f"emissions_t.{CONSTANT}", f"emissions_pct.{CONSTANT}", key, self.unit, constant, "emissions_energy_t")

    def _electricity_factor(self) -> str:
        """The factor that the earlier inventory used; where it has no electricity, the national one of its year."""
        used, national = (f"factor.{self.earlier.year}.electricity{kind}" for kind in ("", "_national"))
        return used if self.book.has(used) else national
