"""How the municipalities of a programme are spread: median and median distance of what each uses per inhabitant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.municipality import Municipality
from seapgen.model.results import InventoryResult, Results
from seapgen.model.vocabulary import KEY_SECTORS, Sector

# In a normal distribution the median distance is 0.6745 of the standard deviation, so a score counts standard deviations.
SCALE = Decimal("0.6745")
KeySector = tuple[Sector, ...]


@dataclass(frozen=True, slots=True)
class Middle:
    """Median of `n` amounts and the median of their distances from it (MAD)."""

    n: int
    median: Decimal
    distance: Decimal

    def score(self, value: Decimal) -> Decimal | None:
        """How far a value lies from the median, in scaled median distances; None where all amounts are alike."""
        return SCALE * (value - self.median) / self.distance if self.distance else None


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of each key sector's energy per inhabitant."""

    middles: Mapping[KeySector, Middle] = field(default_factory=dict)


def spread_of(municipalities: Iterable[Municipality], results: Results) -> Spread:
    """The spread over the baselines, or first inventories, of all municipalities that state their inhabitants."""
    amounts: dict[KeySector, list[Decimal]] = {}
    for municipality in municipalities:
        base, computed = municipality.baseline(), results.municipalities.get(municipality.id)
        inventory = computed.inventory(base.year) if base and computed else None
        for key in KEY_SECTORS if inventory else ():
            amount = per_head(inventory, key) if inventory else None
            if amount:
                amounts.setdefault(key, []).append(amount)
    return Spread({key: middle(values) for key, values in amounts.items()})


def per_head(inventory: InventoryResult, key: KeySector) -> Decimal | None:
    """Energy of a key sector for each inhabitant; None where inhabitants are not known."""
    used = sum((inventory.energy_mwh(s) for s in key), Decimal(0))
    return used / inventory.population if inventory.population else None


def middle(values: Sequence[Decimal]) -> Middle:
    """Median and median distance of at least one amount."""
    centre = _median(values)
    return Middle(len(values), centre, _median([abs(v - centre) for v in values]))


def _median(values: Sequence[Decimal]) -> Decimal:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
