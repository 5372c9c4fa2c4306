"""What the chapters may ask of the group: who signed and delivered, its target beside the sum of promises, its plans together."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compose.seap.city import City, city
from seapgen.compose.seap.subject import Subject, stated_percent
from seapgen.compose.view import View
from seapgen.model.message import Figure, Several, Term, Words
from seapgen.model.vocabulary import TargetBasis


def group_views(subject: Subject) -> dict[str, View | None]:
    """The group, or None where the municipality belongs to none."""
    found = city(subject)
    return {"group": _group(found) if found else None}


def _group(about: City) -> View:
    sums, strategy = about.sums, about.strategy
    pct = about.get("strategy.reduction_pct")
    return View(
        {
            "name": Words(about.group.name),
            "count": about.get("municipalities"),
            "delivered": about.get("delivered"),
            "waiting": about.names(set(sums.counted["municipalities"]) - set(sums.counted["delivered"])),
            "signed_on": about.get("strategy.signed_on"),
            "signed": about.get("signed") or None,
            "signatories": about.names(sums.counted["signed"]),
            "target_pct": stated_percent(pct) if pct else None,
            "target_year": about.get("strategy.target_year"),
            "base_year": about.get("strategy.base_year"),
            "per_head": _counts_per_head(about),
            "aims": tuple(Words(aim.text) for aim in strategy.aims) if strategy else (),
            "agency": _agency(about),
            "promise": _promise(about),
            "years": _years(about),
            "ways": len(sums.parts) > 1,
            "plans": _plans(about),
            "energy": _energy(about),
        }
    )


def _counts_per_head(about: City) -> bool:
    target = about.strategy.target if about.strategy else None
    return target is not None and target.basis is TargetBasis.PER_CAPITA


def _agency(about: City) -> View | None:
    """Who looks after the group, with its roles."""
    agency = about.subject.programme.agency(about.group.agency)
    if agency is None:
        return None
    roles = Several(tuple(Term(f"agency_role.{role}") for role in agency.roles)) if agency.roles else None
    return View({"name": Words(agency.name), "roles": roles})


def _years(about: City) -> View | None:
    """The base years of the members, where they differ."""
    found = about.years([id_ for part in about.sums.parts for id_ in part.base_years])
    return View({"first": found[0], "last": found[1]}) if len(found) > 1 else None


def _promise(about: City) -> View | None:
    """The members' targets for the year of the common one, added: a sum where all of them count the same, else only why not."""
    target = about.strategy.target if about.strategy else None
    if target is None:
        return None
    at = f"target.{target.target_year}"
    promised, pct = about.get(f"{at}.reduction_t"), about.get(f"{at}.reduction_pct")
    those = about.sums.counted.get(f"{at}.municipalities", ())
    without = about.names(set(about.sums.counted["municipalities"]) - set(_promising(about, target.target_year)))
    same_base = _same_base(about, those)
    compared = _compared(pct, target.reduction_pct) if not without and same_base and not _counts_per_head(about) else ""
    return View(
        {
            "reduction": promised,
            "pct": pct,
            "base": about.get(f"{at}.base_t"),
            "count": about.get(f"{at}.municipalities"),
            "without": without,
            "ways": promised is None and bool(_promising(about, target.target_year)),
            "other_base": promised is not None and not same_base,
            **{answer: compared == answer for answer in ("more", "less", "same")},
        }
    )


def _promising(about: City, year: int) -> tuple[str, ...]:
    """All members whose target for a year is counted, whatever it counts."""
    stems = (path.rpartition(".") for path in about.sums.counted if path.startswith(f"target.{year}."))
    return tuple(id_ for stem, _, end in stems if end == "municipalities" for id_ in about.sums.counted[f"{stem}.{end}"])


def _same_base(about: City, ids: tuple[str, ...]) -> bool:
    """Whether the targets of all start from the base year of the common one; where it names none, from one year."""
    programme, year = about.subject.programme, about.strategy.base_year if about.strategy else None
    plans = {plan.id if (plan := programme.joint_plan_of(id_)) else id_ for id_ in ids}
    bases = {t.base_year for id_ in (*plans, *ids) if (m := programme.municipality(id_)) for t in m.head.targets}
    return len(bases | ({year} if year else set())) == 1


def _compared(pct: Figure | None, common: Decimal) -> str:
    """Whether the sum promises more than the common target; no answer where there is no sum, or where it is withheld."""
    value = pct.value if pct and not pct.is_withheld else None
    if not isinstance(value, Decimal):
        return ""
    return "more" if value > common else "less" if value < common else "same"


def _plans(about: City) -> View | None:
    """The plans of the members together: actions and money, which count the same everywhere."""
    if not about.get("plan.actions"):
        return None
    return View(
        {
            "count": about.get("plan.municipalities"),
            "actions": about.get("plan.actions"),
            "cost": about.get("plan.cost_eur") or None,
        }
    )


def _energy(about: City) -> View | None:
    """The energy of all that have an inventory; the inhabitants where those of all are known."""
    energy = about.get("baseline.energy_mwh")
    if energy is None:
        return None
    people = about.get("baseline.population")
    is_same = people is not None and about.sums.added("baseline.population") == about.sums.added("baseline.energy_mwh")
    return View({"sum": energy, "count": about.get("baseline.municipalities"), "people": people if is_same else None})
