"""What the chapters may ask of target, plan, money and people."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compose.seap.library import title_of
from seapgen.compose.seap.reality import is_derived, is_fictional
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.compose.view import View
from seapgen.model.action import Action
from seapgen.model.message import Figure, Term, Verbatim
from seapgen.model.vocabulary import ActionSector, Scope, Sector, Status, TargetBasis


def target_view(subject: Subject) -> View | None:
    """The target that the plan answers."""
    target = subject.target
    if target is None or subject.get(f"target.{target.target_year}.base_t") is None:
        return None
    at = f"target.{target.target_year}"
    return View(
        {
            "reduction_pct": subject.percent(f"{at}.reduction_pct"),
            "year": subject.figure(f"{at}.year"),
            "base_year": subject.figure(f"{at}.base_year"),
            "base": subject.figure(f"{at}.base_t"),
            "reduction": subject.figure(f"{at}.reduction_t"),
            "allowed": subject.figure(f"{at}.allowed_t"),
            "per_head": target.basis is TargetBasis.PER_CAPITA,
            "population": subject.get(f"{at}.population"),
            "scope_energy": target.scope is Scope.ENERGY,
            "scope_all": target.scope is Scope.ALL,
        }
    )


def actions(subject: Subject) -> tuple[Action, ...]:
    """The actions that count: all that are not cancelled."""
    return tuple(a for a in subject.municipality.actions if a.status is not Status.CANCELLED)


def plan_view(subject: Subject) -> View | None:
    """Sums of the plan, compared with the target."""
    rows = actions(subject)
    if not rows or subject.get("plan.actions") is None:
        return None
    year = subject.target.target_year if subject.target else None
    gap = subject.get(f"target.{year}.gap_t")
    unfunded = subject.get("plan.unfunded_eur")
    return View(
        {
            "count": subject.figure("plan.actions"),
            "cost": subject.get("plan.cost_eur") or None,
            "private_cost": subject.get("plan.cost_private_eur") or None,
            "reduction": subject.plan("reduction_t"),
            "period": subject.get("plan.period"),
            "coverage": subject.plan("coverage_pct"),
            "remaining": subject.plan("remaining_t"),
            "gap": gap if gap and _sign(gap) > 0 else None,
            "gap_pct": subject.get(f"target.{year}.gap_pct"),
            "surplus": subject.get(f"target.{year}.surplus_t") if gap and _sign(gap) < 0 else None,
            "exact": gap is not None and _sign(gap) == 0,
            "greatest": _greatest(subject, rows),
            "unfunded": unfunded if unfunded else None,
            "unfunded_pct": subject.get("plan.unfunded_pct"),
            "top": _top(subject),
            "done_count": subject.get("plan.actions.completed") or None,
            "without_reduction": subject.get("plan.without_reduction") or None,
        }
    )


def _sign(figure: Figure) -> int:
    value = figure.value
    return 0 if not isinstance(value, Decimal) or value == 0 else 1 if value > 0 else -1


def _greatest(subject: Subject, rows: tuple[Action, ...]) -> View | None:
    """The action that avoids most, if there is one that avoids more than every other."""
    ranked = sorted(rows, key=lambda a: -(a.co2_reduction_t or Decimal(0)))
    if len(ranked) < 2 or not ranked[0].co2_reduction_t or ranked[0].co2_reduction_t == ranked[1].co2_reduction_t:
        return None
    return View({"title": title_of(ranked[0]), "reduction": subject.figure(f"action.{ranked[0].id}.co2_reduction_t")})


def _top(subject: Subject) -> View | None:
    """The sector whose actions avoid most, if there are several sectors."""
    sectors: tuple[Sector | ActionSector, ...] = (*Sector, *ActionSector)
    shares = [(sector, share) for sector in sectors if (share := subject.plan(f"reduction_share_pct.{sector}")) is not None]
    if len(shares) < 2:
        return None
    sector, share = max(shares, key=lambda pair: pair[1].value if isinstance(pair[1].value, Decimal) else Decimal(0))
    return View({"sector": sector_term(sector), "share": share})


def money_views(subject: Subject) -> dict[str, View]:
    """Budget and its sources."""
    head = subject.municipality.head
    ranked = sorted(head.financing, key=lambda f: -f.share_pct)
    sources = [
        View({"source": Term(f"financing.{f.source}"), "share": subject.percent(f"plan.financing_pct.{f.source}")})
        for f in ranked
    ]
    open_ = subject.get("plan.financing_eur.not_secured")
    return {
        "budget": View({"total": subject.get("plan.budget_eur"), "period": subject.get("budget.period")}),
        "financing": View(
            {
                "any": bool(sources) and head.budget is not None,
                "only": len(sources) == 1,
                "first": sources[0] if sources else None,
                "open": open_ if open_ else None,
                "open_share": subject.percent_get("plan.financing_pct.not_secured"),
            }
        ),
    }


def people_views(subject: Subject) -> dict[str, View]:
    """Staff, participation and the Covenant."""
    covenant = subject.municipality.head.covenant
    return {
        "staff": View({"preparation": subject.get("staff.preparation"), "implementation": subject.get("staff.implementation")}),
        "participation": View({k: subject.get(f"participation.{k}") or None for k in ("events", "people", "answers")}),
        "covenant": View(
            {
                "signed_on": subject.get("covenant.signed_on"),
                "approved_on": subject.get("covenant.approved_on"),
                "decision": Verbatim(covenant.decision) if covenant and covenant.decision else None,
            }
        ),
    }


def curve_view(subject: Subject) -> View | None:
    """The abatement cost curve, where at least two actions have a cost for each tonne."""
    rows = curve_actions(subject)
    rate = subject.percent_get("economics.discount_rate_pct")
    if len(rows) < 2 or rate is None:
        return None

    def end(action: Action) -> View:
        return View({"title": title_of(action), "cost": subject.figure(f"action.{action.id}.abatement_eur_per_t")})

    ends = (end(rows[0]), end(rows[-1])) if _differ(subject, rows[0], rows[-1]) else (None, None)
    return View({"rate": rate, "paying_count": subject.get("plan.paying") or None, "cheapest": ends[0], "dearest": ends[1]})


def _differ(subject: Subject, cheapest: Action, dearest: Action) -> bool:
    """Whether the ends of the curve are at least a euro apart: else a range from one to the other says nothing."""
    low, high = (subject.figure(f"action.{a.id}.abatement_eur_per_t").value for a in (cheapest, dearest))
    return isinstance(low, Decimal) and isinstance(high, Decimal) and high - low >= 1


def curve_actions(subject: Subject) -> list[Action]:
    """Actions with an abatement cost, cheapest first."""
    found = [(a, subject.get(f"action.{a.id}.abatement_eur_per_t")) for a in actions(subject)]
    known = [(a, f.value) for a, f in found if f is not None and isinstance(f.value, Decimal)]
    return [a for a, cost in sorted(known, key=lambda pair: (pair[1], pair[0].id))]


def to_confirm_view(subject: Subject, plan: View | None) -> View:
    """What the council's draft still leaves open."""
    covenant = subject.municipality.head.covenant
    approval = not (covenant and covenant.approved_on)
    funding = plan is not None and bool(plan.unfunded)
    costs = subject.get("plan.without_cost") or None
    illustrative = bool(subject.municipality.actions) and subject.has_illustrative_actions
    return View(
        {
            "approval": approval,
            "funding": funding,
            "costs": costs,
            "illustrative_actions": illustrative,
            "any": approval or funding or bool(costs) or illustrative,
        }
    )


def provenance_view(subject: Subject) -> View:
    """What must be said about where data come from."""
    return View(
        {
            "all_illustrative": subject.is_illustrative,
            "actions_illustrative": not subject.is_illustrative
            and bool(subject.municipality.actions)
            and subject.has_illustrative_actions,
            "is_fictional": is_fictional(subject),
            "is_derived": is_derived(subject),
        }
    )


def reported_view(subject: Subject) -> View:
    """Tonnes that somebody printed before, beside ours."""
    count = subject.inv_get("reported_count")
    return View({"any": bool(count), "count": count, "difference": subject.inv_get("reported_difference_t")})


def checklist_view(*, is_open: bool) -> View:
    """Whether a criterion is open."""
    return View({"open": is_open})
