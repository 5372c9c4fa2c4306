"""What of an inventory can be compared with peers: the energy of the four key sectors."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from seapgen.model.peers import KEY_SECTORS, SECTORS
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Sector

_KEY_OF = {sector: key for key in KEY_SECTORS for sector in SECTORS[key]}
NOT_ALLOCATED = (Sector.BUILDINGS_NOT_ALLOCATED, Sector.OTHER_NOT_ALLOCATED)


def key_energy(inventory: InventoryResult) -> Mapping[str, Decimal] | None:
    """Energy of the four key sectors in MWh; None where it cannot be compared: one has none, or energy stands under no sector."""
    found = dict.fromkeys(KEY_SECTORS, Decimal(0))
    for leaf in inventory.leaves:
        key = _KEY_OF.get(leaf.sector)
        if key is not None:
            found[key] += leaf.energy_mwh
        elif leaf.sector in NOT_ALLOCATED and leaf.energy_mwh:
            return None
    return None if min(found.values()) <= 0 else found
