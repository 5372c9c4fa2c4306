"""Rule E13: what lies far from all other municipalities of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.check.amount import energy_per_head, year
from seapgen.check.case import Case
from seapgen.check.coverage import key_sector_name
from seapgen.check.rule import Remark, Rule
from seapgen.check.spread import per_head
from seapgen.model.message import msg
from seapgen.model.vocabulary import KEY_SECTORS


def _far_from_the_others(case: Case) -> Iterator[Remark]:
    base = case.municipality.baseline()
    inventory = case.results.inventory(base.year) if base else None
    for key in KEY_SECTORS if inventory else ():
        middle = case.spread.middles.get(key)
        value = per_head(inventory, key) if inventory else None
        if not inventory or not value or middle is None or middle.n < case.limits["min_peers"]:
            continue
        score = middle.score(value)
        if score is not None and abs(score) > case.limits["max_score"]:
            fact = msg(
                "In {year}, {sector} uses {value} per inhabitant; the median of the programme is {median}.",
                year=year(inventory.year), sector=key_sector_name(key), value=energy_per_head(value),
                median=energy_per_head(middle.median),
            )  # fmt: skip
            leaves = [x for x in inventory.leaves if x.sector in key]
            place = max(leaves, key=lambda x: x.energy_mwh).source
            yield Remark(place, fact, energy_per_head(value), energy_per_head(middle.median))


OUTLIERS = (
    Rule("E13", msg("Far from the other municipalities"),
         msg("Energy per inhabitant of each key sector is compared with all municipalities of the programme, by the median and"
             " the median distance from it (MAD). It needs ten of them."),
         msg("See whether the sector holds what the others count there, in the same unit."), _far_from_the_others),
)  # fmt: skip
