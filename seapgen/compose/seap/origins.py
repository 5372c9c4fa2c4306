"""The annex on how figures were made: factors, formulas, cells, comparisons and remarks."""

from __future__ import annotations

from collections.abc import Iterable

from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line, column, words_column
from seapgen.compose.seap.places import named, places
from seapgen.compose.seap.series import series
from seapgen.compose.seap.subject import Subject
from seapgen.model.document import Row, Table
from seapgen.model.finding import Finding
from seapgen.model.inline import Planned
from seapgen.model.message import Message, Term, Verbatim, msg
from seapgen.model.results import FactorUse, InventoryResult
from seapgen.model.units import Unit, per_mwh
from seapgen.model.vocabulary import Fuel


def origin_tables(subject: Subject, findings: Iterable[Finding]) -> dict[str, Blocks]:
    """Tables of the annex by name."""
    return {
        "annex.factors": _factors(subject),
        "annex.figures": _figures(subject),
        "annex.totals": _totals(subject),
        "annex.remarks": _remarks(subject, findings),
    }


def _factors(subject: Subject) -> Blocks:
    """Every factor that was used, with its source; a table for each inventory."""
    later = [i for i in subject.results.inventories if i.year > subject.year]
    tables = (_factors_of(subject, i) for i in (subject.inventory, *sorted(later, key=lambda i: i.year)))
    return tuple(table for table in tables if table.rows)


def _factors_of(subject: Subject, inventory: InventoryResult) -> Table[Planned]:
    rows = []
    for use in inventory.factors:
        path = f"factor.{inventory.year}.{use.carrier}" + (f".{use.fuel}" if use.fuel else "")
        figure = subject.get(path)
        name: Line = (Term(f"carrier.{use.carrier}"), *_fuel(use))
        rows.append(
            Row[Planned](
                (
                    name,
                    (figure,) if figure is not None else (DASH,),
                    (Term(f"factor_kind.{use.kind}"),),
                    _factor_source(use),
                )
            )
        )
    columns = (
        words_column(msg("Energy carrier"), 24),
        column(msg("Factor"), per_mwh(Unit(inventory.unit)), width=14),
        words_column(msg("Kind"), 14),
        words_column(msg("Source"), 54),
    )
    caption = (msg("Emission factors used, {year}", year=subject.figure(f"inventory.{inventory.year}.year")),)
    id_ = "annex.factors" if inventory is subject.inventory else f"annex.factors.{inventory.year}"
    return Table(id_, caption, columns, tuple(rows))


def _fuel(use: FactorUse) -> Line:
    """Which fuel of the carrier the factor is of, in brackets; nothing where the carrier has one."""
    key = use.fuel or use.default_fuel
    word: Term | Verbatim = Term(f"fuel.{key}") if key in set(Fuel) else Verbatim(key)
    said = word if use.fuel else msg("{fuel:label}, by default", fuel=word)
    return (Verbatim(" ("), said, Verbatim(")")) if key else ()


def _factor_source(use: FactorUse) -> Line:
    """Who says so, and the row of the factor; one that was computed has no row of its own."""
    if use.kind == "local":
        return (use.citation or DASH,)
    said: Line = (use.citation, Verbatim(" · ")) if use.citation else ()
    return (*said, *named([use.source]))


def _main_figures(subject: Subject) -> list[tuple[str, Message]]:
    """The figures whose making the annex explains, with their names."""
    year = f"inventory.{subject.year}"
    wanted = [
        (f"{year}.energy_mwh", msg("Final energy")),
        (f"{year}.emissions_energy_t", msg("Emissions from the use of energy")),
        (f"{year}.emissions_t", msg("All emissions of the inventory")),
        (f"{year}.energy_mwh_per_capita", msg("Energy per inhabitant")),
        (f"{year}.emissions_energy_t_per_capita", msg("Emissions per inhabitant")),
        (f"factor.{subject.year}.electricity_local", msg("Local electricity factor (EFE)")),
        (f"factor.{subject.year}.heat_local", msg("Local heat factor (EFH)")),
    ]
    if subject.target:
        at, plan = f"target.{subject.target.target_year}", f"plan.{subject.target.target_year}"
        wanted += [
            (f"{at}.base_t", msg("Emissions that the target starts from")),
            (f"{at}.reduction_t", msg("Reduction promised")),
            (f"{at}.allowed_t", msg("Emissions that the target allows")),
            (f"{plan}.reduction_t", msg("Reduction by the plan")),
            (f"{at}.gap_t", msg("Gap (with a minus: surplus)")),
        ]
    wanted += _changes(subject)
    wanted += [("plan.cost_eur", msg("Cost of the actions")), ("plan.unfunded_eur", msg("Cost without secured funding"))]
    return [(path, name) for path, name in wanted if subject.get(path) is not None]


def _changes(subject: Subject) -> list[tuple[str, Message]]:
    """The change since the first inventory, where one is compared with it, and its causes."""
    found = series(subject)
    at = f"{found.at}.emissions_t"
    names = [
        ("updated_factor", msg("Change of emissions, updated electricity factor")),
        ("constant_factor", msg("Change of emissions, constant electricity factor")),
        ("by_population", msg("Change that the inhabitants explain")),
        ("by_activity", msg("Change that the energy used explains")),
        ("by_factor", msg("Change that the emission factors explain")),
    ]
    return [(f"{at}.{key}", name) for key, name in names] if found.compared else []


def _figures(subject: Subject) -> Blocks:
    """Name, value, formula and cells of the main figures."""
    rows = []
    for path, name in _main_figures(subject):
        derived = subject.derived(path)
        formula = subject.everything.formulas[derived.derivation.formula]
        rows.append(Row[Planned](((name,), (subject.figure(path),), (formula.wording,), places(subject, path))))
    columns = (
        words_column(msg("Figure", context="a number"), 22),
        words_column(msg("Value"), 14),
        words_column(msg("Formula"), 30),
        words_column(msg("Tables and rows"), 44),
    )
    return (Table("annex.figures", (msg("How the main figures were made"),), columns, tuple(rows)),) if rows else ()


def _totals(subject: Subject) -> Blocks:
    """Sums that somebody printed, beside the computed ones."""
    rows = []
    for total in subject.municipality.totals:
        if total.inventory_year != subject.year:
            continue
        stem = f"reported.{subject.year}.{total.level}.{total.key}"
        printed = (subject.get(f"{stem}.energy_mwh"), subject.get(f"{stem}.emissions_t"))
        computed = tuple(subject.get(_path(subject, total.level, total.key, what)) for what in ("energy_mwh", "emissions_t"))
        cells = [(f,) if f is not None else (DASH,) for pair in zip(printed, computed, strict=True) for f in pair]
        rows.append(Row[Planned]((_total_name(total.level, total.key), *cells)))
    columns = (
        words_column(msg("Sum"), 24),
        column(msg("Energy printed"), Unit.MWH, width=13),
        column(msg("Energy computed"), Unit.MWH, width=13),
        column(msg("Tonnes printed"), width=13),
        column(msg("Tonnes computed"), width=13),
    )
    return (Table("annex.totals", (msg("Sums printed before and computed now"),), columns, tuple(rows)),) if rows else ()


def _path(subject: Subject, level: str, key: str, what: str) -> str:
    stem = f"inventory.{subject.year}.{what}"
    return {"sector": f"{stem}.{key}", "carrier": f"{stem}.carrier.{key}", "group": f"{stem}.group.{key}"}.get(level, stem)


def _total_name(level: str, key: str) -> Line:
    term = {"sector": "sector", "carrier": "carrier", "group": "sector_group"}.get(level)
    return (Term(f"{term}.{key}"),) if term else (msg("Total"),)


def _remarks(subject: Subject, findings: Iterable[Finding]) -> Blocks:
    """Findings that a person accepted, with the reason."""
    rows = [
        Row[Planned](
            (
                (Verbatim(f.code),),
                (Verbatim(f"{f.source.file.rpartition('/')[2]} {f.source.cell}".strip()),),
                (f.message,),
                (f.reason,) if f.reason else (DASH,),
            )
        )
        for f in findings
        if f.accepted and f.municipality == subject.municipality.id
    ]
    columns = (
        words_column(msg("Check"), 10),
        words_column(msg("Place"), 18),
        words_column(msg("What was found"), 40),
        words_column(msg("Why it is accepted"), 32),
    )
    return (Table("annex.remarks", (msg("Remarks that a person has accepted"),), columns, tuple(rows)),) if rows else ()
