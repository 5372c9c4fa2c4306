"""Tables of strategy, plan and monitoring."""

from __future__ import annotations

from seapgen.compose.seap.inventory_tables import DASH, Blocks, Line, cell, column, own_calculation, words_column
from seapgen.compose.seap.library import indicator_note, indicator_of, title_of
from seapgen.compose.seap.plan_views import actions
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.model.action import Action
from seapgen.model.document import Row, Table
from seapgen.model.inline import Planned
from seapgen.model.message import Term, Words, msg
from seapgen.model.units import Unit
from seapgen.model.vocabulary import UNDIVIDED_SECTORS, ActionSector, Sector


def plan_tables(subject: Subject) -> dict[str, Blocks]:
    """All tables of strategy, plan and monitoring by the name that chapter files use."""
    return {
        "strategy.targets": targets(subject),
        "strategy.financing": financing(subject),
        "plan.overview": overview(subject),
        "plan.by_sector": by_sector(subject),
        "monitoring.indicators": indicators(subject),
        "monitoring.calendar": calendar(subject),
    }


def targets(subject: Subject) -> Blocks:
    """What was promised, in the terms of the template."""
    rows: list[Row[Planned]] = []
    for target in subject.municipality.head.targets:
        at = f"target.{target.target_year}"
        if subject.get(f"{at}.base_t") is None:
            continue
        rows.append(
            Row(
                (
                    (subject.figure(f"{at}.year"),),
                    (Term(f"target_basis.{target.basis}"),),
                    (Term(f"target_scope.{target.scope}"),) if target.scope else (DASH,),
                    (subject.figure(f"{at}.base_year"),),
                    cell(subject, f"{at}.reduction_pct"),
                    cell(subject, f"{at}.reduction_t"),
                    cell(subject, f"{at}.allowed_t"),
                )
            )
        )
    if not rows:
        return ()
    columns = (
        column(msg("Target year"), numeric=False, width=12),
        words_column(msg("Basis"), 14),
        words_column(msg("Counted"), 16),
        column(msg("Base year"), numeric=False, width=12),
        column(msg("Reduction"), Unit.PERCENT),
        column(msg("Reduction"), subject.unit, width=15),
        column(msg("Allowed"), subject.unit, width=15),
    )
    return (Table("strategy.targets", (msg("Targets"),), columns, tuple(rows)),)


def financing(subject: Subject) -> Blocks:
    """Sources of the budget."""
    head = subject.municipality.head
    if not head.financing:
        return ()
    rows = [
        Row[Planned](
            (
                (Term(f"financing.{f.source}"),),
                cell(subject, f"plan.financing_pct.{f.source}"),
                cell(subject, f"plan.financing_eur.{f.source}"),
                (msg("yes") if f.secured else msg("no"),),
            )
        )
        for f in sorted(head.financing, key=lambda f: -f.share_pct)
    ]
    total = Row[Planned](
        ((msg("Total"),), cell(subject, "plan.financing_pct.total"), cell(subject, "plan.financing_eur.total"), (DASH,)), "total"
    )
    columns = (
        words_column(msg("Source of financing"), 40),
        column(msg("Share"), Unit.PERCENT),
        column(msg("Amount"), Unit.EUR, width=18),
        words_column(msg("Secured"), 14),
    )
    return (
        Table(
            "strategy.financing", (msg("Budget by source of financing"),), columns, (*rows, total) if head.budget else tuple(rows)
        ),
    )


def overview(subject: Subject) -> Blocks:
    """All actions by sector, with subtotals, as the template's overview has them."""
    rows: list[Row[Planned]] = []
    found = actions(subject)
    for sector, members in _by_sector(found):
        rows.append(Row(((sector_term(sector),),), "group"))
        rows += [_line(subject, a) for a in members]
        if len(members) > 1:
            rows.append(Row(((msg("Subtotal"),), (), *_sums(subject, f".{sector}")), "subtotal"))
    if not rows:
        return ()
    total = Row[Planned](((msg("Total"),), (), *_sums(subject)), "total")
    columns = (
        words_column(msg("Action"), 42),
        words_column(msg("Period"), 14),
        column(msg("Cost"), Unit.EUR, width=18),
        column(msg("Energy saved"), Unit.MWH, width=13),
        column(msg("Renewable energy"), Unit.MWH, width=13),
        column(msg("Emissions avoided"), subject.unit, width=14),
    )
    note = (msg("Savings, production and avoided emissions are yearly amounts once an action is complete."),)
    return (
        Table(
            "plan.overview",
            (msg("Overview of the actions"),),
            columns,
            (*rows, total),
            notes=(note,),
            source=(own_calculation(),),
        ),
    )


def _sums(subject: Subject, suffix: str = "") -> tuple[Line, ...]:
    """Cost and effects of all actions, or of those of a sector."""
    at = f"plan.{subject.plan_year}"
    names = ("plan.cost_eur", f"{at}.energy_saving_mwh", f"{at}.res_production_mwh", f"{at}.reduction_t")
    return tuple(cell(subject, f"{name}{suffix}") for name in names)


def _line(subject: Subject, action: Action) -> Row[Planned]:
    at = f"action.{action.id}"
    title = msg("{code} {title}", code=action.id, title=title_of(action))
    values = (
        cell(subject, f"{at}.{what}") for what in ("cost_eur", "energy_saving_mwh", "res_production_mwh", "co2_reduction_t")
    )
    return Row(((title,), cell(subject, f"{at}.period"), *values))


def _by_sector(found: tuple[Action, ...]) -> list[tuple[Sector | ActionSector, list[Action]]]:
    order = [*Sector, *ActionSector]
    groups = [(s, [a for a in found if a.sector == s]) for s in order]
    return [(s, sorted(members, key=lambda a: a.id)) for s, members in groups if members]


def by_sector(subject: Subject) -> Blocks:
    """The plan's reduction by sector beside what the sector emits."""
    found = _by_sector(actions(subject))
    if len(found) < 2:
        return ()
    rows = [
        Row[Planned](
            (
                (sector_term(s),),
                cell(subject, f"inventory.{subject.year}.emissions_energy_t.{s}"),
                cell(subject, f"plan.{subject.plan_year}.reduction_t.{s}"),
                cell(subject, f"plan.{subject.plan_year}.reduction_share_pct.{s}"),
            )
        )
        for s, _ in found
    ]
    total = Row[Planned](((msg("Total"),), (DASH,), cell(subject, f"plan.{subject.plan_year}.reduction_t"), (DASH,)), "total")
    columns = (
        words_column(msg("Sector"), 40),
        column(msg("Emissions in {year}", year=subject.inv("year")), subject.unit, width=18),
        column(msg("Avoided a year"), subject.unit, width=16),
        column(msg("Share of the plan"), Unit.PERCENT, width=14),
    )
    notes = _notes_by_sector(subject, [s for s, _ in found])
    return (
        Table(
            "plan.by_sector",
            (msg("Planned reduction by sector"),),
            columns,
            (*rows, total),
            notes=notes,
            source=(own_calculation(),),
        ),
    )


def _notes_by_sector(subject: Subject, found: list[Sector | ActionSector]) -> tuple[tuple[Planned, ...], ...]:
    """Why a sector with actions has no emissions beside them."""
    own = msg(
        "Local production of electricity and heat has no emissions of its own in the inventory; it lowers those of the users."
    )
    local = any(isinstance(s, ActionSector) for s in found)
    wholes = [s for s in UNDIVIDED_SECTORS if subject.plan(f"reduction_undivided_t.{s}") and s not in found]
    undivided = (
        msg(
            "Not divided in the inventory: {sector:label}, with {emissions} in {year}.",
            sector=sector_term(s), emissions=subject.inv(f"emissions_energy_t.{s}"), year=subject.inv("year"),
        )
        for s in wholes
    )  # fmt: skip
    return (*((note,) for note in undivided), *(((own,),) if local else ()))


def indicators(subject: Subject) -> Blocks:
    """Status, money spent (where anybody has said how much), indicator and department of every action."""
    spent = subject.get("plan.spent_eur") is not None
    rows = [
        Row[Planned](
            (
                (msg("{code} {title}", code=a.id, title=title_of(a)),),
                (Term(f"status.{a.status}"),) if a.status else (DASH,),
                *((cell(subject, f"action.{a.id}.spent_eur"),) if spent else ()),
                (indicator_of(a) or DASH,),
                _words(a.responsible),
            )
        )
        for a in sorted(actions(subject), key=lambda a: a.id)
    ]
    columns = (
        words_column(msg("Action"), 33),
        words_column(msg("Status"), 16),
        *((column(msg("Spent so far"), Unit.EUR, width=13),) if spent else ()),
        words_column(msg("Indicator"), 40),
        words_column(msg("Responsible"), 20),
    )
    note = indicator_note(actions(subject))
    title = (msg("Status and indicator of each action"),)
    return (Table("monitoring.indicators", title, columns, tuple(rows), notes=((note,),) if note else ()),) if rows else ()


def _words(text: object) -> Line:
    return (Words(dict(text)),) if isinstance(text, dict) and text else (DASH,)


def calendar(subject: Subject) -> Blocks:
    """Years of the reports that the Covenant asks for, from the council's approval or the issue date on."""
    steps = [(k, subject.get(f"monitoring.{k}")) for k in ("action_report", "inventory")]
    names = {
        "action_report": msg("Action report: status, costs and indicators of the actions"),
        "inventory": msg("Full report with a monitoring inventory"),
    }
    rows = [Row[Planned](((names[k],), (f,))) for k, f in steps if f is not None]
    columns = (words_column(msg("Report"), 60), column(msg("Not later than"), width=20))
    note = (msg("The Covenant counts from the submission of the plan: two years to the action report, four to the inventory."),)
    return (
        (Table("monitoring.calendar", (msg("Reports to the Covenant of Mayors"),), columns, tuple(rows), notes=(note,)),)
        if rows
        else ()
    )
