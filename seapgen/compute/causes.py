"""The parts of a change of emissions: `trend.<from>-<to>.emissions_t.by_population`, `.by_activity`, `.by_factor`.

By cell (sector and carrier where both inventories have carriers, else sector), by sector, and in all. Where the inhabitants of
one year are not known, activity is the energy used, and population has no part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seapgen.compute.ledger import Ledger
from seapgen.model.results import InventoryResult
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Carrier, Sector

POPULATION, ACTIVITY, FACTOR = "population", "activity", "factor"


def write_causes(book: Ledger, earlier: InventoryResult, later: InventoryResult) -> None:
    """Write every cause that can be known; a cause without a part in any cell has no figure."""
    people: tuple[str, ...] = tuple(f"inventory.{i.year}.population" for i in (earlier, later))
    if not all(map(book.has, people)):
        people = ()
    for cause in (POPULATION, ACTIVITY, FACTOR) if people else (ACTIVITY, FACTOR):
        _Cause(book, earlier, later, cause, people).write()


@dataclass(frozen=True, slots=True)
class _Cause:
    """One cause between two inventories; `people` are the paths of the inhabitants in both years, or nothing."""

    book: Ledger
    earlier: InventoryResult
    later: InventoryResult
    cause: str
    people: tuple[str, ...]

    def path(self, key: str = "") -> str:
        """The figure of the cause, of all (no key), a sector, or a sector and carrier."""
        return f"trend.{self.earlier.year}-{self.later.year}.emissions_t.by_{self.cause}{key}"

    def write(self) -> None:
        """Cells, sectors, all; a fall also without its minus."""
        unit, sectors = Unit(self.later.unit), []
        for sector in Sector:
            keys = [key for key, before, now in self._cells(sector) if self._write_cell(key, before=before, now=now)]
            if keys and keys != [f".{sector}"]:
                self.book.put(self.path(f".{sector}"), unit, "cause", *map(self.path, keys))
            sectors += [f".{sector}"] if keys else []
        if sectors:
            self.book.put(self.path(), unit, "cause", *map(self.path, sectors))
        if (self.book.get(self.path()) or 0) < 0:
            self.book.put(self.path().replace(".emissions_t.", ".fall.emissions_t."), unit, "negative", self.path())

    def _cells(self, sector: Sector) -> Iterator[tuple[str, bool, bool]]:
        """The cells of a sector, each with whether the earlier and the later inventory have it."""
        split = self.earlier.has_carriers and self.later.has_carriers
        before, now = ({x.carrier if split else None for x in i.leaves if x.sector is sector} for i in (self.earlier, self.later))
        for carrier in (*Carrier, None):
            if carrier in before or carrier in now:
                yield f".{sector}.{carrier}" if carrier else f".{sector}", carrier in before, carrier in now

    def _write_cell(self, key: str, *, before: bool, now: bool) -> bool:
        """Write the cause's part in a cell; false where it has none, as a factor in a cell that only one year has."""
        years = [i.year for i, there in ((self.earlier, before), (self.later, now)) if there]
        inputs = [f"inventory.{year}.{name}{key}" for year in years for name in ("emissions_energy_t", "energy_mwh")]
        if before and now:
            self.book.put(self.path(key), Unit(self.later.unit), f"by_{self.cause}", *inputs, *self.people)
        elif self.cause != FACTOR:
            formula = f"gone_by_{self.cause}" if before else f"new_by_{self.cause}"
            self.book.put(self.path(key), Unit(self.later.unit), formula, inputs[0], *self.people)
        return self.cause != FACTOR or (before and now)
