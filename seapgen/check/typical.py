"""CA: an action that names a key of the library is compared with what such actions cost elsewhere.

Ranges rest on one to four published plans, so a cost is remarked on only where it lies well beyond them. Costs are those of all
who pay, as in the published plans. An action without cost or effect, and a range that is doubtful, say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import action_sector_name
from seapgen.check.case import Case
from seapgen.check.plan import amount, heading_of, plan_of
from seapgen.check.rule import Remark, Rule
from seapgen.model.action import Action
from seapgen.model.library import TITLE, LibraryAction, Range, RangeUnit
from seapgen.model.message import Figure, Message, Term, Value, msg
from seapgen.model.units import Unit
from seapgen.model.vocabulary import UNDIVIDED_SECTORS, ActionSector, Sector

MEASURED: tuple[
    tuple[RangeUnit, str, str, Unit], ...
] = (  # range, effect of an action, cell of the finding, unit of the quotient
    (RangeUnit.EUR_PER_MWH_SAVED, "energy_saving_mwh", "cost_eur", Unit.EUR_PER_MWH),
    (RangeUnit.EUR_PER_MWH_PRODUCED, "res_production_mwh", "cost_eur", Unit.EUR_PER_MWH),
    (RangeUnit.EUR_PER_T, "co2_reduction_t", "co2_reduction_t", Unit.EUR_PER_T),
)
WHOLE_FROM = 10  # euros from which cents do not matter
ZERO = Decimal(0)


def _against_library(case: Case) -> Iterator[Remark]:
    for action in plan_of(case).actions:
        typical = case.reference.library.actions.get(action.library)
        if typical is not None:
            yield from _costs(case, action, typical)
            yield from _sector(action, typical)


def _costs(case: Case, action: Action, typical: LibraryAction) -> Iterator[Remark]:
    cost = amount(action, "cost_eur") + amount(action, "private_cost_eur")
    for range_unit, effect, cell, unit in MEASURED:
        known, brought = typical.range_of(range_unit), amount(action, effect)
        if known is not None and cost > 0 and brought > 0:
            found = _beyond(case, cost / brought, known)
            if found is not None:
                end, degree = found
                fact = _fact(action, case.reference.library.cited(known.works), known, cost / brought, unit)
                yield Remark(action.at(cell), fact, _money(cost / brought, unit), _money(end, unit), degree=degree)


def _beyond(case: Case, value: Decimal, known: Range) -> tuple[Decimal, str] | None:
    """The end of a range that a value lies far beyond, with the degree; None where it fits."""
    for ratio, degree in ((case.limits["far_ratio"], "far"), (case.limits["usual_ratio"], "")):
        if known.low is not None and value * ratio < known.low:
            return known.low, degree
        if known.high is not None and value > known.high * ratio:
            return known.high, degree
    return None


def _fact(action: Action, works: str, known: Range, value: Decimal, unit: Unit) -> Message:
    return msg(
        "The action {id} costs {cost}. The library has {range} ({mark}; {works}).", id=action.id, works=works,
        cost=_by_effect(known.unit, _money(value, unit)), range=_span(known, unit), mark=Term(f"range_mark.{known.mark}"),
    )  # fmt: skip


def _by_effect(unit: RangeUnit, value: Figure) -> Message:
    """A cost by what comes of it each year."""
    if unit is RangeUnit.EUR_PER_MWH_SAVED:
        return msg("{value} saved a year", value=value)
    if unit is RangeUnit.EUR_PER_MWH_PRODUCED:
        return msg("{value} produced a year", value=value)
    return msg("{value} avoided a year", value=value)


def _span(known: Range, unit: Unit) -> Value:
    """A range in words; what rests on a single value says so."""
    said = known.said(unit, 0 if max(known.low or ZERO, known.high or ZERO) >= WHOLE_FROM else 1)
    return msg("one plan with {value}", value=said) if known.low == known.high else said


def _money(value: Decimal, unit: Unit) -> Figure:
    return Figure("", value, unit, digits=0 if abs(value) >= WHOLE_FROM else 1)


def _sector(action: Action, typical: LibraryAction) -> Iterator[Remark]:
    if not _fits(action.sector, typical.sector):
        own, other = action_sector_name(action.sector), action_sector_name(typical.sector)
        fact = msg(
            "The action {id} stands in the sector “{sector:label}”; the library has “{title}” in “{other:label}”.",
            id=action.id, sector=own, title=Term(f"library.{typical.key}", TITLE), other=other,
        )  # fmt: skip
        yield Remark(action.at("sector"), fact, own, other,
                     msg("Correct the sector or the key; or accept the finding with the reason why it differs."))  # fmt: skip


def _fits(own: Sector | ActionSector, typical: Sector | ActionSector) -> bool:
    """The same, or under the same heading where one of the two does not say more than the heading does."""
    is_broad = own in UNDIVIDED_SECTORS or typical is ActionSector.OTHER
    return own == typical or (is_broad and heading_of(own) == heading_of(typical))


TYPICAL = (
    Rule("CA", msg("Costs of typical actions"),
         msg("An action that names a key of the library is compared with what such actions cost elsewhere for each MWh saved or"
             " produced in a year and for each tonne avoided in a year; the public and the private cost count together. Well"
             " beyond the range there is a remark, far beyond it a warning: then a unit is probably wrong. The sector is compared"
             " too. Nothing is ever filled in from the library."),
         msg("See whether cost and effect belong to the same action, in EUR, and in MWh or tonnes a year. If they do, say in the"
             " assumption of the action why it differs."), _against_library),
)  # fmt: skip
