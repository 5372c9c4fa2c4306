"""What the monitoring chapter may ask: how much changed, which way, why and where; decided here and still exact."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compose.seap.series import Refused, Series, covers_the_same, series, told
from seapgen.compose.seap.subject import Subject, sector_term, several
from seapgen.compose.view import View
from seapgen.model.message import Figure, Term, Verbatim
from seapgen.model.results import FactorUse, InventoryResult
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Carrier, Sector, Status

STEADY_PCT = Decimal("0.05")  # a change that prints as 0.0 %
UPDATED, CONSTANT = "emissions_t.updated_factor", "emissions_t.constant_factor"
CAUSES = ("population", "activity", "factor")


def monitoring_views(subject: Subject) -> dict[str, View | None]:
    """Views of the monitoring chapter by name."""
    return {"trend": _trend(subject), "progress": _progress(subject)}


def _trend(subject: Subject) -> View | None:
    """From the first inventory to the last that is compared with it; None where there is no later inventory."""
    found = series(subject)
    refused = [_refusal(subject, found, each) for each in found.refused]
    if not found.compared:
        return View({"compared": False, "refused": refused}) if refused else None
    emissions, constant = (_change(subject, found.at, name) for name in (UPDATED, CONSTANT))
    return View(
        {
            "compared": True,
            "refused": refused,
            "first": _year(subject, found.first),
            "last": _year(subject, found.last),
            "emissions": emissions,
            "energy": _change(subject, found.at, "energy_mwh"),
            "constant": constant,
            "turned": emissions is not None and constant is not None and _opposite(emissions, constant),
            "step": _step(subject, found),
            "reached": _reached(subject, found),
            "electricity": _electricity(subject, found),
            "sets": _sets(found),
            "by_carrier": found.has_carriers,
            "causes": _causes(subject, found),
            "sectors": _sectors(subject, found),
        }
    )


def _year(subject: Subject, inventory: InventoryResult) -> Figure:
    return subject.figure(f"inventory.{inventory.year}.year")


def _change(subject: Subject, at: str, name: str) -> View | None:
    """A change with its size: `rise` or `fall`, or neither where it prints as 0.0 % of the earlier amount."""
    change, share = (told(subject, f"{at}.{path}") for path in (name, _share(name)))
    if change is None or share is None:
        return None
    moved = _number(share).copy_abs() >= STEADY_PCT
    up, down = moved and _number(change) > 0, moved and _number(change) < 0
    size = f"{at}.fall" if down else at
    return View(
        {
            "rise": change if up else None,
            "fall": subject.figure(f"{size}.{name}") if down else None,
            "share": subject.figure(f"{size}.{_share(name)}"),
        }
    )


def _share(name: str) -> str:
    """The share that goes with a change: `energy_pct` with `energy_mwh`."""
    return name.replace("emissions_t", "emissions_pct").replace("energy_mwh", "energy_pct")


def _number(figure: Figure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _opposite(emissions: View, constant: View) -> bool:
    """Whether the electricity factor alone makes a rise of a fall, or a fall of a rise."""
    return bool((emissions.rise and constant.fall) or (emissions.fall and constant.rise))


def _step(subject: Subject, found: Series) -> View | None:
    """What changed since the inventory before the last, where that is not the first."""
    if len(found.compared) < 2:
        return None
    before = found.compared[-2]
    change = _change(subject, f"trend.{before.year}-{found.last.year}", UPDATED)
    return View({"since": _year(subject, before), "change": change}) if change else None


def _reached(subject: Subject, found: Series) -> View | None:
    """How much of the promise has been kept."""
    target = subject.target
    share = told(subject, f"{found.at}.reached_pct.{target.target_year}") if target else None
    return View({"share": share, "year": subject.figure(f"target.{target.target_year}.year")}) if target and share else None


def _electricity(subject: Subject, found: Series) -> View | None:
    """The electricity factors of both years and, where they differ in kind, what they are; None where the last has none."""
    first, last = (next((u for u in i.factors if u.carrier is Carrier.ELECTRICITY), None) for i in (found.first, found.last))
    held, later = (f"factor.{i.year}.electricity" for i in (found.first, found.last))
    before, after = subject.get(held) or subject.get(f"{held}_national"), subject.get(later)
    if before is None or after is None:
        return None
    kinds = View({"first": _kind(first), "last": _kind(last)}) if first and last and first.kind != last.kind else None
    return View({"first": before, "last": after, "same": before.value == after.value, "kinds": kinds})


def _kind(use: FactorUse) -> Term:
    return Term(f"factor_kind.{use.kind}")


def _sets(found: Series) -> View | None:
    """The factor sets, where the two inventories name different ones."""
    first, last = found.first.factor_set, found.last.factor_set
    return View({"first": Verbatim(first), "last": Verbatim(last)}) if first and last and first != last else None


def _causes(subject: Subject, found: Series) -> View | None:
    """What each cause added or took away; `people` says whether the inhabitants of both years are known."""
    parts = causes(subject, found)
    if parts["activity"] is None:
        return None
    sized = {cause: _part(subject, found, cause, figure) for cause, figure in parts.items()}
    return View({**sized, "people": parts["population"] is not None, "by_carrier": found.has_carriers})


def causes(subject: Subject, found: Series) -> dict[str, Figure | None]:
    """What each cause added or took away, by its name."""
    return {cause: told(subject, f"{found.at}.emissions_t.by_{cause}") for cause in CAUSES}


def _part(subject: Subject, found: Series, cause: str, figure: Figure | None) -> View:
    """A cause's part; one that prints as less than a tonne has none."""
    size = _number(figure).copy_abs() if figure else Decimal(0)
    up = figure is not None and size >= Decimal("0.5") and _number(figure) > 0
    down = figure is not None and size >= Decimal("0.5") and _number(figure) < 0
    fall = subject.get(f"{found.at}.fall.emissions_t.by_{cause}") if down else None
    return View({"rise": figure if up else None, "fall": fall})


def _sectors(subject: Subject, found: Series) -> View | None:
    """The sectors whose emissions fell and rose most; None where there is one sector only, or one has a confidential change."""
    changes = [(s, f) for s in Sector if (f := subject.get(f"{found.at}.{UPDATED}.{s}")) is not None]
    if len(changes) < 2 or any(f.is_withheld for _, f in changes):
        return None
    low, high = (pick(changes, key=lambda pair: _number(pair[1])) for pick in (min, max))
    return View(
        {
            "fall": _sector(low[0], subject.get(f"{found.at}.fall.{UPDATED}.{low[0]}")),
            "rise": _sector(high[0], high[1] if _number(high[1]) > 0 else None),
            "all_fell": _number(high[1]) < 0,
            "all_rose": _number(low[1]) > 0,
        }
    )


def _sector(sector: Sector, size: Figure | None) -> View | None:
    return View({"sector": sector_term(sector), "size": size}) if size else None


def _refusal(subject: Subject, found: Series, refused: Refused) -> View:
    """An inventory that is not compared, with what it counts; its energy is, where the sectors are the same."""
    first, later = found.first, refused.inventory
    counted = {name: _counted(i) for name, i in (("first_way", first), ("later_way", later))}
    energy = _change(subject, found.path(later, "x").removesuffix(".x"), "energy_mwh") if covers_the_same(first, later) else None
    return View(
        {
            "first": _year(subject, first),
            "year": _year(subject, later),
            "other_way": refused.reason == "way_of_counting",
            "confidential": refused.reason == "confidential",
            "energy": energy,
            "only_first": several([sector_term(s) for s in refused.only_first]),
            "only_later": several([sector_term(s) for s in refused.only_later]),
            **counted,
        }
    )


def _counted(inventory: InventoryResult) -> View:
    return View({"unit": Term(f"unit.{Unit(inventory.unit)}"), "approach": Term(f"approach.{inventory.approach}")})


def _progress(subject: Subject) -> View | None:
    """Money spent on actions of the plan and on cancelled ones; None where nobody has said how much."""
    spent, lost = subject.get("plan.spent_eur"), subject.get(f"monitoring.status.{Status.CANCELLED}.spent_eur")
    return View({"spent": spent, "share": subject.get("plan.spent_pct"), "lost": lost}) if spent or lost else None
