"""Tables of the inventory chapter."""

from __future__ import annotations

from collections.abc import Iterable

from seapgen.compose.seap.reality import is_derived
from seapgen.compose.seap.subject import Subject, carriers_by_energy, sector_term
from seapgen.compose.symbols import symbol
from seapgen.model.document import Block, Column, Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Message, Term, Verbatim, Words, msg
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Sector, SectorGroup, group_of

DASH = Verbatim("–")
Blocks = tuple[Block[Planned], ...]
Line = tuple[Planned, ...]


def inventory_tables(subject: Subject) -> dict[str, Blocks]:
    """All tables of the inventory chapter by the name that the chapter file uses."""
    return {
        "inventory.by_sector": by_sector(subject),
        "inventory.by_carrier": by_carrier(subject),
        "inventory.direct": direct(subject),
        "inventory.non_energy": non_energy(subject),
    }


def column(title: Message | Term, unit: Unit | None = None, *, numeric: bool = True, width: int = 12) -> Column[Planned]:
    """A column with the symbol of its unit under its head."""
    return Column((title,), symbol(unit) if unit else (), numeric, width)


def words_column(title: Message, width: int = 20) -> Column[Planned]:
    """A column of words."""
    return Column((title,), width=width)


def cell(subject: Subject, path: str) -> Line:
    """A figure as a table prints it, or a dash where there is none."""
    found = subject.get(path)
    return (DASH,) if found is None else (found,)


def source_line(subject: Subject) -> Line:
    """What the source line of inventory tables and charts says."""
    kind = (
        msg("baseline emission inventory {year}", year=subject.inv("year"))
        if subject.is_baseline
        else msg("emission inventory {year}", year=subject.inv("year"))
    )
    return (kind, Verbatim("; "), own_calculation())


def carrier_source_line(subject: Subject) -> Line:
    """The source line of what stands by carrier: a derived split is marked."""
    if not is_derived(subject):
        return source_line(subject)
    return (source_line(subject)[0], Verbatim("; "), msg("split by energy carrier derived"), Verbatim("; "), own_calculation())


def own_calculation() -> Message:
    """The second half of source lines."""
    return msg("own calculation")


def sectors_by_group(sectors: Iterable[Sector]) -> list[tuple[SectorGroup, list[Sector]]]:
    """Sectors in the order of the template, under their macro-sectors."""
    there = list(sectors)
    groups = ((g, [s for s in Sector if s in there and group_of(s) is g]) for g in SectorGroup)
    return [(g, members) for g, members in groups if members]


def by_sector(subject: Subject) -> Blocks:
    """Energy and emissions by sector with shares and subtotals."""
    year = f"inventory.{subject.year}"

    def values(suffix: str, share: str) -> tuple[Line, ...]:
        return tuple(
            cell(subject, f"{year}.{p}")
            for p in (
                f"energy_mwh{suffix}",
                f"energy_share_pct{share}",
                f"emissions_energy_t{suffix}",
                f"emissions_share_pct{share}",
            )
        )

    rows: list[Row[Planned]] = []
    groups = sectors_by_group(subject.inventory.sectors())
    for group, members in groups:
        rows.append(Row(((Term(f"sector_group.{group}"),),), "group"))
        rows += [Row(((sector_term(s),), *values(f".{s}", f".{s}"))) for s in members]
        if len(members) > 1:
            rows.append(Row(((msg("Subtotal"),), *values(f".group.{group}", f".group.{group}")), "subtotal"))
    total = Row[Planned](
        ((msg("Total"),), (subject.inv("energy_mwh"),), (DASH,), (subject.inv("emissions_energy_t"),), (DASH,)), "total"
    )
    columns = (
        words_column(msg("Sector"), 34),
        column(msg("Energy"), Unit.MWH, width=16),
        column(msg("Share"), Unit.PERCENT),
        column(msg("Emissions"), subject.unit, width=16),
        column(msg("Share"), Unit.PERCENT),
    )
    caption = (msg("Energy consumption and emissions by sector, {year}", year=subject.inv("year")),)
    return (Table("inventory.by_sector", caption, columns, (*rows, total), source=source_line(subject)),)


def by_carrier(subject: Subject) -> Blocks:
    """Energy, factor and emissions by carrier."""
    inventory, year = subject.inventory, f"inventory.{subject.year}"
    if not inventory.has_carriers:
        return ()
    order = carriers_by_energy(subject)
    rows = [
        Row[Planned](
            (
                (Term(f"carrier.{c}"),),
                cell(subject, f"{year}.energy_mwh.carrier.{c}"),
                cell(subject, f"{year}.energy_share_pct.carrier.{c}"),
                cell(subject, f"{year}.implied_factor.carrier.{c}"),
                cell(subject, f"{year}.emissions_energy_t.carrier.{c}"),
                cell(subject, f"{year}.emissions_share_pct.carrier.{c}"),
            )
        )
        for c in order
    ]
    total = Row[Planned](
        (
            (msg("Total"),),
            (subject.inv("energy_mwh"),),
            (DASH,),
            cell(subject, f"{year}.implied_factor"),
            (subject.inv("emissions_energy_t"),),
            (DASH,),
        ),
        "total",
    )
    columns = (
        words_column(msg("Energy carrier"), 28),
        column(msg("Energy"), Unit.MWH, width=16),
        column(msg("Share"), Unit.PERCENT),
        column(msg("Factor"), subject.factor_unit, width=14),
        column(msg("Emissions"), subject.unit, width=16),
        column(msg("Share"), Unit.PERCENT),
    )
    caption = (msg("Energy consumption, factors and emissions by energy carrier, {year}", year=subject.inv("year")),)
    note = (msg("Where a carrier has several fuels or factors, the factor is the mean weighted by energy."),)
    return (Table("inventory.by_carrier", caption, columns, (*rows, total), notes=(note,), source=carrier_source_line(subject)),)


def direct(subject: Subject) -> Blocks:
    """Direct and indirect amounts of a thin return."""
    inventory, year = subject.inventory, f"inventory.{subject.year}"
    if inventory.has_carriers or subject.inv_get("emissions_t.direct") is None:
        return ()
    rows = [
        Row[Planned](
            (
                (sector_term(s),),
                *(
                    cell(subject, f"{year}.{what}.{kind}.{s}")
                    for kind in ("direct", "indirect")
                    for what in ("energy_mwh", "emissions_t")
                ),
            )
        )
        for s in subject.ranking
    ]
    columns = (
        words_column(msg("Sector"), 30),
        column(msg("Direct energy"), Unit.MWH, width=16),
        column(msg("Direct emissions"), subject.unit, width=16),
        column(msg("Indirect energy"), Unit.MWH, width=16),
        column(msg("Indirect emissions"), subject.unit, width=16),
    )
    caption = (msg("Direct and indirect consumption and emissions by sector, {year}", year=subject.inv("year")),)
    return (Table("inventory.direct", caption, columns, tuple(rows), source=source_line(subject)),)


def non_energy(subject: Subject) -> Blocks:
    """Emissions that do not come from energy, each with its own unit, beside those of energy."""
    inventory, year = subject.inventory, f"inventory.{subject.year}"
    if not inventory.non_energy:
        return ()
    rows: list[Row[Planned]] = [Row(((msg("Use of energy"),), (subject.inv("emissions_energy_t"),), symbol(subject.unit)))]
    for n, leaf in enumerate(inventory.non_energy, 1):
        sector = sector_term(leaf.sector)
        name = msg("{sector:label}: {item}", sector=sector, item=item_name(subject, leaf.item)) if leaf.item else sector
        rows.append(Row(((name,), cell(subject, f"{year}.non_energy.{n}.emissions_t"), symbol(Unit(leaf.unit)))))
    total = Row[Planned](
        ((msg("All emissions of the inventory"),), (subject.inv("emissions_t"),), symbol(subject.inv("emissions_t").unit)),
        "total",
    )
    mixed = {x.unit for x in inventory.non_energy} != {inventory.unit}
    note = (
        ((msg("The sum adds t CO₂ of energy and t CO₂ equivalent of the other sources, as the return does."),),) if mixed else ()
    )
    columns = (words_column(msg("Source"), 50), column(msg("Emissions"), width=18), words_column(msg("Unit"), 14))
    caption = (msg("Emissions of energy and of other sources, {year}", year=subject.inv("year")),)
    return (Table("inventory.non_energy", caption, columns, (*rows, total), notes=note, source=source_line(subject)),)


def item_name(subject: Subject, item: str) -> Words | Verbatim:
    """The name of a sub-sector as people gave it, else its key."""
    found = subject.municipality.head.items.get(item)
    return Words(found) if found else Verbatim(item)
