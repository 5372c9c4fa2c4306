"""The names of the plan: its sums, its actions, its money."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.exchange.letters.nouns import ActionFacts, BudgetFacts, FinancingFacts, PlanFacts
from seapgen.exchange.letters.printed import Printed
from seapgen.exchange.letters.teller import Teller
from seapgen.model.action import Action
from seapgen.model.library import INDICATOR, TITLE
from seapgen.model.message import Several, Term, Value, Verbatim, Words
from seapgen.model.vocabulary import Sector, Status


def plan_facts(by: Teller) -> PlanFacts | None:
    """Sums of the plan; None where there are no actions."""
    if "plan.actions" not in by.figures:
        return None
    at = f"plan.{_plan_year(by)}"
    return PlanFacts(
        count=by.must("plan.actions"),
        period=by.get("plan.period"),
        cost=by.some("plan.cost_eur"),
        private_cost=by.some("plan.cost_private_eur"),
        total_cost=by.some("plan.cost_total_eur"),
        annual_saving=by.some("plan.annual_saving_eur"),
        unfunded=by.some("plan.unfunded_eur"),
        unfunded_pct=by.some("plan.unfunded_pct"),
        energy_saving=by.some(f"{at}.energy_saving_mwh"),
        res_production=by.some(f"{at}.res_production_mwh"),
        reduction=by.some(f"{at}.reduction_t"),
        reduction_pct=by.some(f"{at}.reduction_pct"),
        coverage=by.some(f"{at}.coverage_pct"),
        without_cost=by.some("plan.without_cost"),
        without_reduction=by.some("plan.without_reduction"),
    )


def _plan_year(by: Teller) -> int | None:
    """The year by which the plan counts: that of the first target, else the year when the last action ends."""
    targets = by.municipality.head.targets
    ends = [a.end_year for a in by.municipality.actions if a.end_year is not None]
    return targets[0].target_year if targets else max(ends, default=None)


def action_facts(by: Teller) -> Iterator[ActionFacts]:
    """The actions that are not cancelled, by id."""
    for action in sorted(by.municipality.actions, key=lambda a: a.id):
        if action.status is not Status.CANCELLED:
            yield _action(by, action)


def _action(by: Teller, action: Action) -> ActionFacts:
    at = f"action.{action.id}"
    sources = Several(tuple(Term(f"financing.{f}", "short") for f in action.financing))
    return ActionFacts(
        id=by.say(action.id),
        title=by.say(_title(action)),
        sector=by.say(Term(f"{'sector' if isinstance(action.sector, Sector) else 'action_sector'}.{action.sector}")),
        status=by.maybe(Term(f"status.{action.status}") if action.status else None),
        is_key=action.key_action == "yes",
        period=by.get(f"{at}.period"),
        start_year=by.get(f"{at}.start_year"),
        end_year=by.get(f"{at}.end_year"),
        responsible=by.words(action.responsible),
        indicator=by.words(action.indicator) or by.maybe(_library(action, INDICATOR)),
        cost=by.get(f"{at}.cost_eur"),
        private_cost=by.get(f"{at}.private_cost_eur"),
        total_cost=by.get(f"{at}.total_cost_eur"),
        annual_saving=by.get(f"{at}.annual_saving_eur"),
        payback=by.get(f"{at}.payback_years"),
        lifetime=by.get(f"{at}.lifetime_years"),
        financing=by.maybe(sources if action.financing else None),
        is_secured=action.secured == "yes",
        energy_saving=by.get(f"{at}.energy_saving_mwh"),
        res_production=by.get(f"{at}.res_production_mwh"),
        reduction=by.get(f"{at}.co2_reduction_t"),
        share=by.get(f"{at}.reduction_share_pct"),
        cost_per_tonne=by.get(f"{at}.cost_per_tonne_eur"),
        abatement=by.get(f"{at}.abatement_eur_per_t"),
    )


def _title(action: Action) -> Value:
    """As people wrote it; where they wrote none, that of the library, else its code."""
    return Words(action.title) if action.title else _library(action, TITLE) or Verbatim(action.id)


def _library(action: Action, form: str) -> Term | None:
    """A text of the action library."""
    return Term(f"library.{action.library}", form) if action.library else None


def budget_facts(by: Teller) -> BudgetFacts | None:
    """The budget, where there is one."""
    total, period = by.get("plan.budget_eur"), by.get("budget.period")
    return BudgetFacts(total, period) if total is not None and period is not None else None


def financing_facts(by: Teller) -> Iterator[FinancingFacts]:
    """Sources of money, the largest first."""
    for share in sorted(by.municipality.head.financing, key=lambda f: -f.share_pct):
        percent = by.get(f"plan.financing_pct.{share.source}")
        if percent is not None:
            amount: Printed | None = by.get(f"plan.financing_eur.{share.source}")
            yield FinancingFacts(by.say(Term(f"financing.{share.source}")), percent, amount, share.secured)
