"""Rules A1 to A4, A16 and A17: what the council promises, whether the plan keeps it, who decided and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import percent, tonnes, year
from seapgen.check.case import Case
from seapgen.check.plan import plan_of
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import msg
from seapgen.model.municipality import Target
from seapgen.model.vocabulary import TargetBasis

HUNDRED = Decimal(100)
YEAR_2020, YEAR_2030 = 2020, 2030  # the Covenant's horizons


def _height(case: Case) -> Iterator[Remark]:
    """Targets before 2020 are steps on the way, and not judged."""
    head = case.municipality.head
    if not head.targets and case.has_plan and not any(member.head.targets for member in case.members):
        yield Remark(head.here, msg("The plan has no target."), proposal=msg("Add what the council promised to 'targets'."))
    for target in (t for t in head.targets if t.target_year >= YEAR_2020):
        is_new = target.target_year >= YEAR_2030 and case.issue_year >= case.limits["first_issue_2030"]
        least = case.limits["min_pct_2030" if is_new else "min_pct_2020"]
        advised = case.limits["advised_pct_2030"]
        if target.reduction_pct < least:
            yield _too_low(target, least)
        elif is_new and target.target_year == YEAR_2030 and target.reduction_pct < advised:
            fact = msg(
                "The Covenant advises a reduction of {advised} by {year}.",
                advised=percent(advised),
                year=year(target.target_year),
            )
            yield Remark(target.at("reduction_pct"), fact, percent(target.reduction_pct), percent(advised), degree="advised",
                         proposal=msg("Say in the plan what keeps the municipality from promising more."))  # fmt: skip


def _too_low(target: Target, least: Decimal) -> Remark:
    promised = percent(target.reduction_pct)
    fact = msg(
        "A reduction of {promised} by {year} is promised; the Covenant asks for at least {least}.",
        promised=promised, year=year(target.target_year), least=percent(least),
    )  # fmt: skip
    return Remark(target.at("reduction_pct"), fact, promised, percent(least))


def _population(case: Case) -> Iterator[Remark]:
    """That of a base year with an inventory is asked for by I2."""
    head = case.municipality.head
    with_inventory = {i.year for i in head.inventories}
    for target in (t for t in head.targets if t.basis is TargetBasis.PER_CAPITA):
        for needed in (target.base_year, target.target_year):
            if not head.population.get(needed) and needed not in with_inventory:
                yield Remark(
                    target.at("basis"),
                    msg("The target counts by inhabitant, but the population of {year} is not given.", year=year(needed)),
                    proposal=msg("Add the inhabitants of {year} to 'population'.", year=year(needed)),
                )


def _excess(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    promised, base, planned = plan.promised(), plan.base_tonnes(), plan.total("co2_reduction_t")
    if not plan.base or not promised or not base:
        return
    most = min(promised * (1 + case.limits["max_excess_ratio"]), base)
    if planned > most:
        unit = plan.base.unit
        fact = msg(
            "The actions come to {planned}; {promised} are promised, and {base} are emitted in all.",
            planned=tonnes(planned, unit), promised=tonnes(promised, unit), base=tonnes(base, unit),
        )  # fmt: skip
        yield Remark(plan.largest("co2_reduction_t"), fact, tonnes(planned, unit), tonnes(most, unit))


def _gap(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    promised, planned = plan.promised(), plan.total("co2_reduction_t")
    if not plan.actions or not plan.base or not promised or not plan.target:
        return
    if planned < promised * (1 - case.limits["tolerance_pct"] / HUNDRED):
        unit = plan.base.unit
        fact = msg(
            "The actions come to {planned} of {promised} promised; {gap} are missing.",
            planned=tonnes(planned, unit), promised=tonnes(promised, unit), gap=tonnes(promised - planned, unit),
        )  # fmt: skip
        yield Remark(plan.target.at("reduction_pct"), fact, tonnes(planned, unit), tonnes(promised, unit))


def _approval(case: Case) -> Iterator[Remark]:
    """A plan that nobody has decided on is a draft; one that was handed in or half decided lacks something."""
    head, covenant = case.municipality.head, case.municipality.head.covenant
    if not case.has_plan:
        return
    if covenant is None or not (covenant.returned_on or covenant.approved_on or covenant.decision):
        yield Remark(head.at("covenant"), msg("No decision on the plan is stated: it is a draft."), degree="draft")
    elif not covenant.approved_on:
        yield Remark(covenant.at("approved_on"), msg("The plan has been handed in, but the day of its approval is not given."))
    elif not covenant.decision:
        yield Remark(covenant.at("decision"), msg("The plan is approved, but the decision is not named."))
    elif not head.forms:
        yield Remark(head.at("forms"), msg("The plan is approved, but who approved it is not named."),
                     proposal=msg("Give the name of the council under 'forms'."))  # fmt: skip


def _financing(case: Case) -> Iterator[Remark]:
    head = case.municipality.head
    total = sum((share.share_pct for share in head.financing), Decimal(0))
    if head.financing and abs(total - HUNDRED) > case.limits["tolerance_points"]:
        fact = msg("The shares of financing add up to {total}.", total=percent(total))
        yield Remark(head.at("financing"), fact, percent(total), percent(HUNDRED))


PROMISE = (
    Rule("A1", msg("The target is high enough"),
         msg("Signatories promise at least 20 per cent by 2020, and 40 per cent by 2030 in plans of 2015 and later."),
         msg("Correct the percentage; 0.2 is a fifth of one per cent, 20 is a fifth of all."), _height),
    Rule("A2", msg("Population of a target by inhabitant"),
         msg("A promise for each inhabitant becomes tonnes only with the population of both years."),
         msg("Add the inhabitants of both years to 'population'."), _population),
    Rule("A3", msg("The plan is not too good"),
         msg("A plan that brings far more than was promised, or more than is emitted, counts something twice or in another"
             " unit."),
         msg("See whether reductions are tonnes a year and are counted once."), _excess),
    Rule("A4", msg("The plan reaches the target"),
         msg("The reductions of all actions together should be what was promised. The gap is printed in the plan."),
         msg("Add actions, or say in the plan how the gap is closed."), _gap),
    Rule("A16", msg("The plan is approved"),
         msg("The Covenant takes a plan that the municipal council has approved; day and decision are asked for."),
         msg("Give 'approved_on' and 'decision' under 'covenant' once the council has decided."), _approval),
    Rule("A17", msg("Financing adds up"),
         msg("Shares of the sources of money make the whole together."),
         msg("Correct the shares; what nobody has promised yet is the source 'none'."), _financing),
)  # fmt: skip
