"""Which of the Covenant's four key sectors an inventory covers, and with what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from seapgen.model.message import Several, Term
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import KEY_SECTORS, TRANSPORT_SECTORS, Carrier, Sector

NOT_ALLOCATED = (Sector.BUILDINGS_NOT_ALLOCATED, Sector.OTHER_NOT_ALLOCATED)  # transport not allocated is still transport
KeySector = tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The key sectors with and without energy, and rows whose energy belongs to none of them."""

    covered: tuple[KeySector, ...]
    missing: tuple[KeySector, ...]
    not_allocated: tuple[Sector, ...]

    @classmethod
    def of(cls, inventory: InventoryResult) -> Coverage:
        """What an inventory covers."""
        there = {s for s in inventory.sectors() if inventory.energy_mwh(s) > 0}
        return cls(
            tuple(k for k in KEY_SECTORS if there.intersection(k)),
            tuple(k for k in KEY_SECTORS if not there.intersection(k)),
            tuple(s for s in NOT_ALLOCATED if s in there),
        )


def key_sector_name(key: KeySector) -> Term:
    """The word for a key sector: that of its first row, or of transport as a whole."""
    return Term("sector_group.transport" if key == TRANSPORT_SECTORS else f"sector.{key[0]}")


def key_sector_names(keys: tuple[KeySector, ...]) -> Several:
    """Several key sectors, to be listed."""
    return Several(tuple(key_sector_name(k) for k in keys))


def without_electricity(inventory: InventoryResult) -> tuple[KeySector, ...]:
    """Key sectors with neither a quantity nor a notation key for electricity."""
    return _silent(inventory, lambda carrier: carrier is Carrier.ELECTRICITY)


def without_heat_and_fuel(inventory: InventoryResult) -> tuple[KeySector, ...]:
    """Key sectors with neither a quantity nor a notation key for any heat or fuel."""
    return _silent(inventory, lambda carrier: carrier is not Carrier.ELECTRICITY)


def _silent(inventory: InventoryResult, is_meant: Callable[[Carrier | None], bool]) -> tuple[KeySector, ...]:
    said = {x.sector for x in inventory.leaves if is_meant(x.carrier)}
    said |= {x.sector for x in inventory.notation if is_meant(x.carrier)}
    return tuple(key for key in KEY_SECTORS if not said.intersection(key))
