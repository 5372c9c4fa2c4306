"""Combined heat and power: one plant in two rows of `production.csv`.

It has a row for each product; what it burns and emits as a whole stands in one of the two. The other row leaves that empty, so
nothing is counted twice. Where both rows state their own, they are taken as stated.
"""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.inventory import Production

TECHNOLOGY = "chp"


@dataclass(frozen=True, slots=True)
class Twin:
    """The two rows of a plant; `fuelled` is the one of them that says what the plant burns or emits."""

    heat: Production
    power: Production
    fuelled: Production


def twin(rows: tuple[Production, ...], plant: Production) -> Twin | None:
    """The two rows of a plant whose emissions have to be divided; None for every other plant."""
    if plant.technology.lower() != TECHNOLOGY or not plant.plant:
        return None
    key = (plant.inventory_year, plant.plant)
    same = [p for p in rows if (p.inventory_year, p.plant) == key and p.technology.lower() == TECHNOLOGY]
    heat, power = ([p for p in same if p.product == product] for product in ("heat", "electricity"))
    fuelled = [p for p in same if p.emissions_t is not None or p.input_mwh is not None]
    if len(heat) != 1 or len(power) != 1 or len(fuelled) != 1:
        return None
    return None if heat[0].produced_mwh is None or power[0].produced_mwh is None else Twin(heat[0], power[0], fuelled[0])
