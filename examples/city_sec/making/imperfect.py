"""What is imperfect on purpose, and the plan that two municipalities share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from making.dataset import Cell, Inventory

LATE = "suruberek"  # returned after the deadline
TWO_SECTORS = "debogora-wielka"  # sector totals of two sectors only
SHORT = "elatorachi"  # its plan misses its target
UNTRANSLATED = "rocca-perli"  # a text in English alone
JOINT = "ostanmo-sodra-eko"
MEMBERS = ("ostanmo", "sodra-eko")
JOINT_BASE_YEAR = 1990
SHORT_BY = Decimal("0.78")  # of what was promised, the short plan brings this part


def two_sectors(inventory: Inventory) -> Inventory:
    """The municipality's own buildings and homes alone."""
    return replace(inventory, cells=inventory.of("municipal_buildings", "residential"))


def together(inventories: tuple[Inventory, ...]) -> Inventory:
    """The sum of the members' inventories, which have the same year and approach."""
    first = inventories[0]
    if {(i.year, i.approach, i.kind) for i in inventories} != {(JOINT_BASE_YEAR, first.approach, "baseline")}:
        raise ValueError(f"members of the joint plan need baselines of {JOINT_BASE_YEAR}, by one approach")
    order = list(dict.fromkeys(c.sector for i in inventories for c in i.cells))
    every = sorted((c for i in inventories for c in i.cells), key=_cell)
    cells = [_sum(list(group)) for _, group in groupby(every, key=_cell)]
    return replace(
        first,
        signatory=" + ".join(i.signatory for i in inventories),
        id=" + ".join(i.id for i in inventories),
        population=sum(i.population for i in inventories),
        cells=tuple(sorted(cells, key=lambda c: (order.index(c.sector), c.scope))),
    )


def _cell(cell: Cell) -> tuple[str, str]:
    return cell.sector, cell.scope


def _sum(cells: list[Cell]) -> Cell:
    return replace(cells[0], mwh=sum((c.mwh for c in cells), Decimal(0)), tonnes=sum((c.tonnes for c in cells), Decimal(0)))
