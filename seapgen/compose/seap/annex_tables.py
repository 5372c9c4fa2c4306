"""Tables A to D of the Covenant's template, for the annex."""

from __future__ import annotations

from seapgen.compose.seap.inventory_tables import (
    DASH,
    Blocks,
    carrier_source_line,
    cell,
    column,
    sectors_by_group,
    source_line,
    words_column,
)
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.model.document import Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Message, Term, Verbatim, msg
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Sector


def template_tables(subject: Subject) -> dict[str, Blocks]:
    """The four tables by the name that the chapter file uses."""
    year = subject.inv("year")
    caption_a = msg("Table A of the template: final energy consumption in {year}", year=year)
    caption_b = msg("Table B of the template: emissions from the use of energy in {year}", year=year)
    return {
        "annex.table_a": _matrix(subject, "annex.table_a", caption_a, "energy_mwh", Unit.MWH),
        "annex.table_b": _matrix(subject, "annex.table_b", caption_b, "emissions_energy_t", subject.unit),
        "annex.table_c": _production(
            subject,
            "electricity",
            "annex.table_c",
            msg("Table C of the template: local electricity production in {year}", year=year),
        ),
        "annex.table_d": _production(
            subject, "heat", "annex.table_d", msg("Table D of the template: local heat and cold production in {year}", year=year)
        ),
    }


def _matrix(subject: Subject, id_: str, caption: Message, what: str, unit: Unit) -> Blocks:
    """Sectors by carriers; carriers without any value are left out and named in the text."""
    if not subject.inventory.has_carriers:
        return ()
    carriers = subject.inventory.carriers()
    base = f"inventory.{subject.year}.{what}"
    noted = {(n.sector, n.carrier): n.key for n in subject.inventory.notation}

    def line(sector: Sector) -> Row[Planned]:
        cells = [_entry(subject.get(f"{base}.{sector}.{c}"), noted.get((sector, c))) for c in carriers]
        return Row(((sector_term(sector),), *cells, cell(subject, f"{base}.{sector}")))

    rows: list[Row[Planned]] = []
    sectors = {*subject.inventory.sectors(), *(n.sector for n in subject.inventory.notation)}
    for group, members in sectors_by_group(sectors):
        rows.append(Row(((Term(f"sector_group.{group}"),),), "group"))
        rows += [line(s) for s in members]
    total = Row[Planned](
        ((msg("Total"),), *(cell(subject, f"{base}.carrier.{c}") for c in carriers), cell(subject, base)), "total"
    )
    columns = (
        words_column(msg("Sector"), 24),
        *(column(Term(f"carrier.{c}"), unit, width=10) for c in carriers),
        column(msg("Total"), unit, width=11),
    )
    return (Table(id_, (caption,), columns, (*rows, total), source=carrier_source_line(subject), landscape=True),)


def _entry(figure: Figure | None, key: str | None) -> tuple[Planned, ...]:
    return (figure,) if figure is not None else (Verbatim(key),) if key else (DASH,)


def _production(subject: Subject, product: str, id_: str, caption: Message) -> Blocks:
    """Plants with what they made, used and emitted."""
    rows = [p for p in subject.municipality.production if p.product == product and p.inventory_year == subject.year]
    if not rows:
        return ()
    name = "electricity" if product == "electricity" else "heat"
    body = [
        Row[Planned](
            (
                (Verbatim(p.plant or p.technology or "–"),),
                _technology(p.technology),
                cell(subject, f"production.{subject.year}.{name}.{n}.produced_mwh"),
                (Term(f"carrier.{p.input_carrier}"),) if p.input_carrier else (DASH,),
                cell(subject, f"production.{subject.year}.{name}.{n}.input_mwh"),
                cell(subject, f"production.{subject.year}.{name}.{n}.emissions_t"),
            )
        )
        for n, p in enumerate(rows, 1)
    ]
    columns = (
        words_column(msg("Plant"), 20),
        words_column(msg("Technology"), 18),
        column(msg("Produced"), Unit.MWH),
        words_column(msg("Input"), 16),
        column(msg("Input"), Unit.MWH),
        column(msg("Emissions"), subject.unit),
    )
    return (Table(id_, (caption,), columns, tuple(body), source=source_line(subject)),)


TECHNOLOGIES = ("wind", "hydro", "photovoltaic", "geothermal", "chp", "district_heating", "other")


def _technology(name: str) -> tuple[Planned, ...]:
    """The word for a technology of the template; another one is printed as people wrote it."""
    return (Term(f"technology.{name}"),) if name in TECHNOLOGIES else (Verbatim(name),) if name else (DASH,)
