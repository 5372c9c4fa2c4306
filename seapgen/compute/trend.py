"""What changed between two inventories: later minus earlier, so a fall is negative.

`updated_factor` compares the inventories as they are; `constant_factor` counts the later electricity at the earlier
factor, so that what the national grid did does not look like the town's own work.
"""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.compute.ledger import Ledger
from seapgen.model.results import InventoryResult
from seapgen.model.units import Unit


def write_trends(book: Ledger, inventories: Sequence[InventoryResult]) -> None:
    """Write the change from the earliest inventory to each later one that counts in the same way."""
    order = sorted(inventories, key=lambda i: i.year)
    for later in order[1:]:
        earlier = order[0]
        if (later.approach, later.unit, later.has_carriers) == (earlier.approach, earlier.unit, earlier.has_carriers):
            _write(book, earlier, later)


def _write(book: Ledger, earlier: InventoryResult, later: InventoryResult) -> None:
    path, unit = f"trend.{earlier.year}-{later.year}", Unit(later.unit)
    before, now = (f"inventory.{i.year}" for i in (earlier, later))
    book.put(f"{path}.energy_mwh", Unit.MWH, "change", f"{now}.energy_mwh", f"{before}.energy_mwh")
    book.divide(f"{path}.energy_pct", Unit.PERCENT, "share", f"{path}.energy_mwh", f"{before}.energy_mwh")
    book.put(f"{path}.emissions_t.updated_factor", unit, "change", f"{now}.emissions_energy_t", f"{before}.emissions_energy_t")
    power_t, power_mwh = f"{now}.emissions_energy_t.carrier.electricity", f"{now}.energy_mwh.carrier.electricity"
    power = (power_t, power_mwh, f"factor.{earlier.year}.electricity")
    inputs = (f"{now}.emissions_energy_t", *power, f"{before}.emissions_energy_t")
    book.put(f"{path}.emissions_t.constant_factor", unit, "change_constant_factor", *inputs)
    for kind in ("updated_factor", "constant_factor"):
        change = f"{path}.emissions_t.{kind}"
        book.divide(f"{path}.emissions_pct.{kind}", Unit.PERCENT, "share", change, f"{before}.emissions_energy_t")
    if (book.get(f"{path}.emissions_t.updated_factor") or 0) < 0:  # a sentence says by how much emissions fell, without a minus
        book.put(f"{path}.emissions_t.fall", unit, "negative", f"{path}.emissions_t.updated_factor")
        book.put(f"{path}.emissions_pct.fall", Unit.PERCENT, "negative", f"{path}.emissions_pct.updated_factor")
