"""Tables of what has changed since the first inventory, and of what became of the actions."""

from __future__ import annotations

from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line, cell, column, own_calculation, words_column
from seapgen.compose.seap.series import Series, series, told
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.compose.symbols import a_year
from seapgen.model.document import Column, Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Term, msg
from seapgen.model.results import InventoryResult
from seapgen.model.units import Unit, per_head
from seapgen.model.vocabulary import Sector, Status

UPDATED, CONSTANT = "emissions_t.updated_factor", "emissions_t.constant_factor"
LATER_CONSTANT = "later_t.constant_factor"


def monitoring_tables(subject: Subject) -> dict[str, Blocks]:
    """Tables that need a later inventory or money spent, by the name that the chapter file uses."""
    return {
        "monitoring.series": inventories(subject),
        "monitoring.by_sector": by_sector(subject),
        "monitoring.status": by_status(subject),
    }


def inventories(subject: Subject) -> Blocks:
    """One inventory a row, with its change since the first one at both electricity factors."""
    found = series(subject)
    if not found.compared:
        return ()
    rows = [_first(subject, found), *(_later(subject, found, i) for i in found.compared)]
    columns: list[Column[Planned]] = [
        column(msg("Year"), numeric=False, width=9),
        column(msg("Energy"), Unit.MWH, width=14),
        column(msg("Emissions"), subject.unit, width=14),
        column(msg("Change"), Unit.PERCENT, width=13),
        column(msg("Per inhabitant"), per_head(subject.unit), width=15),
    ]
    if has_constant(subject, found):
        columns += [
            column(msg("Constant factor"), subject.unit, width=15),
            column(msg("Change"), Unit.PERCENT, width=13),
        ]
    rows = [Row(row.cells[: len(columns)]) for row in rows]
    caption = (msg("Energy and emissions since {year}", year=_year(subject, found.first)),)
    return (
        Table(
            "monitoring.series", caption, tuple(columns), tuple(rows), notes=_notes(subject, found), source=(own_calculation(),)
        ),
    )


def has_constant(subject: Subject, found: Series) -> bool:
    """Whether the emissions of the last inventory are known at the first one's electricity factor."""
    return told(subject, f"{found.at}.{LATER_CONSTANT}") is not None


def _year(subject: Subject, inventory: InventoryResult) -> Figure:
    return subject.figure(f"inventory.{inventory.year}.year")


def _notes(subject: Subject, found: Series) -> tuple[Line, ...]:
    """What the constant factor is, where there is one, and that other sources are left out, where an inventory has them."""
    constant = msg(
        "Constant factor: electricity is counted in all years with the factor of {year}; the other columns use the updated factor"
        " of each year.",
        year=_year(subject, found.first),
    )
    others = msg("Emissions of energy only; waste, land use and other sources are left out.")
    has_others = any(i.non_energy for i in (found.first, *found.compared))
    return (*(((constant,),) if has_constant(subject, found) else ()), *(((others,),) if has_others else ()))


def _first(subject: Subject, found: Series) -> Row[Planned]:
    at = f"inventory.{found.first.year}"
    emitted, head = cell(subject, f"{at}.emissions_energy_t"), cell(subject, f"{at}.emissions_energy_t_per_capita")
    year: Line = (_year(subject, found.first),)
    return Row((year, cell(subject, f"{at}.energy_mwh"), emitted, (DASH,), head, emitted, (DASH,)))


def _later(subject: Subject, found: Series, inventory: InventoryResult) -> Row[Planned]:
    at = f"inventory.{inventory.year}"
    paths = (
        f"{at}.energy_mwh",
        f"{at}.emissions_energy_t",
        found.path(inventory, "emissions_pct.updated_factor"),
        f"{at}.emissions_energy_t_per_capita",
        found.path(inventory, LATER_CONSTANT),
        found.path(inventory, "emissions_pct.constant_factor"),
    )
    return Row(((_year(subject, inventory),), *(cell(subject, path) for path in paths)))


def by_sector(subject: Subject) -> Blocks:
    """Emissions of each sector in the first and in the last inventory, at both electricity factors."""
    found = series(subject)
    if not found.compared:
        return ()
    there = {*found.first.sectors(), *found.last.sectors()}
    rows = [_sector(subject, found, (sector_term(s),), f".{s}") for s in Sector if s in there]
    if len(rows) > 1:
        rows.append(_sector(subject, found, (msg("Total"),), "", is_total=True))
    columns: list[Column[Planned]] = [
        words_column(msg("Sector"), 30),
        column(msg("Emissions in {year}", year=_year(subject, found.first)), subject.unit, width=14),
        column(msg("Emissions in {year}", year=_year(subject, found.last)), subject.unit, width=14),
        column(msg("Change"), subject.unit, width=13),
    ]
    if has_constant(subject, found):
        columns += [
            column(msg("Constant factor"), subject.unit, width=14),
            column(msg("Change"), subject.unit, width=13),
        ]
    caption = (
        msg("Emissions by sector, {first} and {last}", first=_year(subject, found.first), last=_year(subject, found.last)),
    )
    rows = [Row(row.cells[: len(columns)], row.kind) for row in rows]
    return (
        Table(
            "monitoring.by_sector",
            caption,
            tuple(columns),
            tuple(rows),
            notes=_notes(subject, found),
            source=(own_calculation(),),
        ),
    )


def _sector(subject: Subject, found: Series, name: Line, key: str, *, is_total: bool = False) -> Row[Planned]:
    paths = (
        f"inventory.{found.first.year}.emissions_energy_t{key}",
        f"inventory.{found.last.year}.emissions_energy_t{key}",
        f"{found.at}.{UPDATED}{key}",
        f"{found.at}.{LATER_CONSTANT}{key}",
        f"{found.at}.{CONSTANT}{key}",
    )
    return Row((name, *(cell(subject, path) for path in paths)), "total" if is_total else "body")


def by_status(subject: Subject) -> Blocks:
    """How many actions have each status, what they cost, what has been spent, and what they avoid."""
    keys = [s for s in (*Status, None) if subject.get(_of_status(s, "actions")) is not None]
    with_money = any(subject.get(_of_status(s, "spent_eur")) is not None for s in keys)
    if not keys or not (with_money or series(subject).compared):
        return ()
    rows = [_status(subject, s, with_money=with_money) for s in keys]
    if len(rows) > 1:
        name = msg("Total without cancelled actions") if Status.CANCELLED in keys else msg("Total")
        rows.append(Row(((name,), *_amounts(subject, "all", with_money=with_money)), "total"))
    columns: list[Column[Planned]] = [
        words_column(msg("Status"), 26),
        column(msg("Actions"), width=12),
        column(msg("Cost"), Unit.EUR, width=18),
        *([column(msg("Spent so far"), Unit.EUR, width=18)] if with_money else []),
        Column((msg("Emissions avoided"),), a_year(subject.unit), numeric=True, width=20),
    ]
    return (Table("monitoring.status", (msg("Actions by status"),), tuple(columns), tuple(rows), source=(own_calculation(),)),)


def _of_status(status: Status | None, name: str) -> str:
    return f"monitoring.status.{status or 'none'}.{name}"


def _status(subject: Subject, status: Status | None, *, with_money: bool) -> Row[Planned]:
    """The row of a status; cancelled actions avoid nothing, whatever they promised."""
    name: Line = (Term(f"status.{status}"),) if status else (msg("no status"),)
    amounts = _amounts(subject, str(status or "none"), with_money=with_money)
    return Row((name, *amounts[:-1], (DASH,)) if status is Status.CANCELLED else (name, *amounts))


def _amounts(subject: Subject, key: str, *, with_money: bool) -> tuple[Line, ...]:
    names = ("actions", "cost_eur", *(("spent_eur",) if with_money else ()), "co2_reduction_t")
    return tuple(cell(subject, f"monitoring.status.{key}.{name}") for name in names)
