"""Sums over the actions of a plan.

Cancelled actions do not count. An amount that a parent action gives stands for all its parts; where the parent gives
none, the amounts of its parts are added. So a shared lump sum and the effects of its parts are each counted once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.model.action import Action
from seapgen.model.municipality import Municipality
from seapgen.model.results import Cell
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import UNDIVIDED_SECTORS, ActionSector, Sector, Status, group_of

ACTION_SECTORS: tuple[Sector | ActionSector, ...] = (*Sector, *ActionSector)


def living(municipality: Municipality) -> dict[str, Action]:
    """Actions that count, by id."""
    return {a.id: a for a in municipality.actions if a.status is not Status.CANCELLED}


def counted(actions: Mapping[str, Action], book: Ledger, name: str) -> list[Action]:
    """Actions whose amount `name` is added: they have one, and no action above them has."""
    return [a for a in actions.values() if book.has(f"action.{a.id}.{name}") and not any(
        book.has(f"action.{above.id}.{name}") for above in _above(actions, a)
    )]  # fmt: skip


def _above(actions: Mapping[str, Action], action: Action) -> Iterable[Action]:
    """Parents up to the top; a circle ends where it began."""
    seen = {action.id}
    parent = actions.get(action.parent)
    while parent is not None and parent.id not in seen:
        yield parent
        seen.add(parent.id)
        parent = actions.get(parent.parent)


def write_plan(book: Ledger, municipality: Municipality, years: Iterable[int], base_year: int | None, unit: Unit) -> None:
    """Write counts, costs and, for every target year, effects by sector."""
    actions = living(municipality)
    if not actions:
        return
    _write_counts(book, actions)
    _write_costs(book, actions)
    for year in years:
        for name, kind in (("reduction_t", unit), ("energy_saving_mwh", Unit.MWH), ("res_production_mwh", Unit.MWH)):
            _write_effect(book, actions, f"plan.{year}.{name}", name.replace("reduction_t", "co2_reduction_t"), kind)
        _write_remaining(book, year, base_year, unit)
        for action in actions:
            share = f"action.{action}.reduction_share_pct"
            book.divide(share, Unit.PERCENT, "share", f"action.{action}.co2_reduction_t", f"plan.{year}.reduction_t")


def _write_effect(book: Ledger, actions: Mapping[str, Action], path: str, name: str, unit: Unit) -> None:
    """The sum over all counted actions, over those of each sector, and each sector's share."""
    those = counted(actions, book, name)
    _sum_by_sector(book, those, path, name, unit)
    if name == "co2_reduction_t":
        for sector in ACTION_SECTORS:
            share = path.replace("reduction_t", "reduction_share_pct")
            book.divide(f"{share}.{sector}", Unit.PERCENT, "share", f"{path}.{sector}", path)


def _sum_by_sector(book: Ledger, those: list[Action], path: str, name: str, unit: Unit) -> None:
    for sector in ACTION_SECTORS:
        book.total(f"{path}.{sector}", unit, [f"action.{a.id}.{name}" for a in those if a.sector == sector])
    book.total(path, unit, [f"action.{a.id}.{name}" for a in those])


def _write_remaining(book: Ledger, year: int, base_year: int | None, unit: Unit) -> None:
    """What each sector of the inventory still emits when its actions have taken effect."""
    rows = [s for s in Sector if book.has(f"inventory.{base_year}.emissions_energy_t.{s}")]
    for sector in rows:
        before = f"inventory.{base_year}.emissions_energy_t.{sector}"
        less = _undivided(book, year, sector, rows, unit) if sector in UNDIVIDED_SECTORS else f"plan.{year}.reduction_t.{sector}"
        path = f"plan.{year}.remaining_t.{sector}"
        if not book.put(path, unit, "difference", before, less):
            book.put(path, unit, "same", before)


def _undivided(book: Ledger, year: int, whole: Sector, rows: Collection[Sector], unit: Unit) -> str:
    """What the actions avoid in a row of the inventory that stands for several sectors: also theirs, where they have no row."""
    those = [s for s in Sector if group_of(s) is group_of(whole) and (s is whole or s not in rows)]
    parts = [p for p in (f"plan.{year}.reduction_t.{s}" for s in those) if book.has(p)]
    path = f"plan.{year}.reduction_undivided_t.{whole}"
    book.total(path, unit, parts)
    return path


def _write_counts(book: Ledger, actions: Mapping[str, Action]) -> None:
    """Actions in all and by status; parts of another action are not counted. Also the key actions."""
    whole = [a for a in actions.values() if a.parent not in actions]
    book.put("plan.actions", Unit.COUNT, "count", *_ones(whole))
    for status in Status:
        those = [a for a in whole if a.status is status]
        if those:
            book.put(f"plan.actions.{status}", Unit.COUNT, "count", *_ones(those))
    book.put("plan.key_actions", Unit.COUNT, "count", *marked((a.at("key_action"), a.key_action == "yes") for a in whole))


def _ones(actions: Iterable[Action]) -> list[Cell]:
    return [Cell(a.at("id"), Decimal(1)) for a in actions]


def marked(looked_at: Iterable[tuple[Source, bool]]) -> list[Cell]:
    """Cells that were looked at for a count, one where it counts and zero where not: a count of none knows its cells too."""
    return [Cell(source, Decimal(hit)) for source, hit in looked_at]


def _write_costs(book: Ledger, actions: Mapping[str, Action]) -> None:
    """Public and private cost, both together, and what is not secured yet (all that no `secured: yes` stands beside)."""
    public = counted(actions, book, "cost_eur")
    _sum_by_sector(book, public, "plan.cost_eur", "cost_eur", Unit.EUR)
    book.put("plan.cost_public_eur", Unit.EUR, "same", "plan.cost_eur")
    private = counted(actions, book, "private_cost_eur")
    book.total("plan.cost_private_eur", Unit.EUR, [f"action.{a.id}.private_cost_eur" for a in private])
    both = [p for p in ("plan.cost_eur", "plan.cost_private_eur") if book.has(p)]
    book.total("plan.cost_total_eur", Unit.EUR, both)
    savings = [f"action.{a.id}.annual_saving_eur" for a in counted(actions, book, "annual_saving_eur")]
    book.total("plan.annual_saving_eur", Unit.EUR, savings)
    if public:
        book.put("plan.unfunded_eur", Unit.EUR, "sum", *(f"action.{a.id}.cost_eur" for a in public if a.secured != "yes"))
        book.divide("plan.unfunded_pct", Unit.PERCENT, "share", "plan.unfunded_eur", "plan.cost_eur")
