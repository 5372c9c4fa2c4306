"""Sums that somebody printed, and the rows of ours that they are sums of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.inventory import ReportedTotal
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Carrier, Sector, SectorGroup, group_of


@dataclass(frozen=True, slots=True)
class PrintedSum:
    """A printed sum beside the leaves that it holds, by their place in the inventory; `other_t` does not come from energy."""

    row: ReportedTotal
    inventory: InventoryResult
    members: frozenset[int]
    other_t: Decimal

    @property
    def energy_mwh(self) -> Decimal:
        """The energy of its leaves."""
        return sum((self.inventory.leaves[n].energy_mwh for n in self.members), Decimal(0))

    @property
    def emissions_t(self) -> Decimal:
        """All emissions that it holds."""
        return sum((self.inventory.leaves[n].emissions_t for n in self.members), self.other_t)


def printed_sum(row: ReportedTotal, inventory: InventoryResult) -> PrintedSum | None:
    """What a printed sum holds; None for a key that is not in the Covenant's lists."""
    match row.level:
        case "sector" if row.key in set(Sector):
            return _of_sectors(row, inventory, (Sector(row.key),))
        case "group" if row.key in set(SectorGroup):
            return _of_sectors(row, inventory, (s for s in Sector if group_of(s) == row.key))
        case "carrier" if row.key in set(Carrier) and inventory.has_carriers:
            there = frozenset(n for n, leaf in enumerate(inventory.leaves) if leaf.carrier == row.key)
            return PrintedSum(row, inventory, there, Decimal(0))
        case "total" if row.key in ("", "energy"):
            return PrintedSum(row, inventory, frozenset(range(len(inventory.leaves))), Decimal(0))
        case "total" if row.key in ("all", "total"):
            return _of_sectors(row, inventory, Sector)
        case _:
            return None


def printed_sums(rows: Iterable[ReportedTotal], inventory: InventoryResult) -> Iterator[PrintedSum]:
    """Those of an inventory that can be compared; one with a note holds other rows, as the note says."""
    for row in rows:
        found = printed_sum(row, inventory) if row.inventory_year == inventory.year and not row.note else None
        if found is not None:
            yield found


def _of_sectors(row: ReportedTotal, inventory: InventoryResult, sectors: Iterable[Sector]) -> PrintedSum:
    wanted = set(sectors)
    members = frozenset(n for n, leaf in enumerate(inventory.leaves) if leaf.sector in wanted)
    other = sum((x.emissions_t for x in inventory.non_energy if x.sector in wanted), Decimal(0))
    return PrintedSum(row, inventory, members, other)
