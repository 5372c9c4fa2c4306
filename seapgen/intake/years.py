"""Years of a return against each other: inventories, tables, targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.inventory import Consumption, SectorTotal
from seapgen.model.municipality import InventoryHead, Municipality
from seapgen.model.noun import Noun
from seapgen.model.programme import Group


def year_problems(municipality: Municipality) -> Iterator[Finding]:
    """What the years of a return say against each other."""
    yield from _targets(municipality)
    declared = {i.year: i for i in municipality.head.inventories}
    for table in (
        municipality.consumption, municipality.sector_totals, municipality.emissions, municipality.production,
        municipality.purchases, municipality.factors, municipality.totals,
    ):  # fmt: skip
        yield from _table(table, declared)


def group_years(group: Group) -> Iterator[Finding]:
    """A strategy's target year comes after its base year."""
    strategy = group.strategy
    if strategy and strategy.target and strategy.base_year and strategy.target.target_year <= strategy.base_year:
        place, target, base = strategy.target.at("target_year"), str(strategy.target.target_year), str(strategy.base_year)
        yield LoadRule.TARGET_BEFORE_BASE.at(place, target, base, target=target, base=base)


def _targets(municipality: Municipality) -> Iterator[Finding]:
    years = [i.year for i in municipality.head.inventories]
    for target in municipality.head.targets:
        base = str(target.base_year)
        if target.target_year <= target.base_year:
            year = str(target.target_year)
            yield LoadRule.TARGET_BEFORE_BASE.at(target.at("target_year"), year, base, target=year, base=base)
        if years and target.base_year not in years:
            yield LoadRule.BASE_WITHOUT_INVENTORY.at(target.at("base_year"), base, year=base)
        if municipality.emissions and target.scope is None:
            yield LoadRule.SCOPE_MISSING.at(target.here)


def _table(rows: Sequence[Noun], declared: dict[int, InventoryHead]) -> Iterator[Finding]:
    """The first row of each year that is not declared, or declared with another detail."""
    done: set[int] = set()
    for row in rows:
        year = getattr(row, "inventory_year", 0)
        if year in done:
            continue
        done.add(year)
        if year not in declared:
            known = ", ".join(str(y) for y in sorted(declared))
            yield LoadRule.YEAR_UNDECLARED.at(row.at("inventory_year"), str(year), year=str(year), names=known)
        elif _is_misfit(row, declared[year]):
            yield LoadRule.WRONG_DETAIL.at(row.at("inventory_year"), year=str(year), detail=declared[year].detail)


def _is_misfit(row: Noun, inventory: InventoryHead) -> bool:
    """Whether a row by carriers stands in an inventory of sector totals, or the other way round."""
    if isinstance(row, Consumption):
        return inventory.detail == "sector_totals"
    return isinstance(row, SectorTotal) and inventory.detail == "carriers"
