"""What the municipalities of a group or of the programme promise and plan, added where it counts the same.

`target.<year>.<part>.base_t .reduction_t .allowed_t .reduction_pct`, `plan.<year>.<part>.reduction_t[.<sector>]`: a part has one
approach and unit, and of targets one scope (`-all` where waste and other sources count too). Where a year has one part, the same
stands under the paths without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seapgen.compute.membership import Membership
from seapgen.compute.plan import ACTION_SECTORS
from seapgen.compute.sum_ledger import SumLedger, of
from seapgen.model.municipality import Municipality, Target
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Scope

PROMISED = ("base_t", "reduction_t", "allowed_t")
MONEY = ("cost_eur", "cost_private_eur", "cost_total_eur", "annual_saving_eur", "unfunded_eur")
ENERGY = ("energy_saving_mwh", "res_production_mwh")
_Shares = dict[tuple[int, str], tuple[Unit, list[str]]]  # year and part -> unit, ids of municipalities


def write_promises(book: SumLedger, about: Membership) -> None:
    """Write base, reduction and what is still allowed, and the reduction as per cent of the base."""
    shares: _Shares = {}
    for municipality in about.promising():
        for target in _by_year(municipality.head.targets).values():
            _promise(book, about, municipality, target, shares)
    for (year, part), (unit, ids) in shares.items():
        stem = f"target.{year}.{part}"
        for name in PROMISED:
            book.total(f"{stem}.{name}", unit, [of(id_, f"target.{year}.{name}") for id_ in ids])
        book.divide(f"{stem}.reduction_pct", Unit.PERCENT, "share", f"{stem}.reduction_t", f"{stem}.base_t")
        book.count(f"{stem}.municipalities", about.places(ids))
    for year, part, unit in _alone(shares):
        for name in PROMISED:
            book.put(f"target.{year}.{name}", unit, "same", f"target.{year}.{part}.{name}")
        book.put(f"target.{year}.reduction_pct", Unit.PERCENT, "same", f"target.{year}.{part}.reduction_pct")
        book.count(f"target.{year}.municipalities", about.places(shares[year, part][1]))


def _promise(book: SumLedger, about: Membership, municipality: Municipality, target: Target, shares: _Shares) -> None:
    """Put a target to those it may be added to, if it could be computed."""
    unit = book.unit(of(municipality.id, f"target.{target.target_year}.reduction_t"))
    inventory = about.results[municipality.id].inventory(target.base_year)
    if unit is None or inventory is None:
        return
    part = f"{inventory.approach}-{unit}" + ("-all" if target.scope is Scope.ALL else "")
    shares.setdefault((target.target_year, part), (unit, []))[1].append(municipality.id)


def _by_year(targets: Sequence[Target]) -> Mapping[int, Target]:
    """Targets by their year; of two for one year, the first counts."""
    return {target.target_year: target for target in reversed(targets)}


def write_plans(book: SumLedger, about: Membership, years: Mapping[str, Sequence[int]]) -> None:
    """Write planned reductions by year and part, energy by year, money and the number of actions; `years` are the plans'."""
    plans = [one for one in about.added() if of_plan(book, one.id)]
    shares: _Shares = {}
    for one in plans:
        base = about.baseline(one.id)
        for year in years[one.id] if base else ():
            assert base is not None
            shares.setdefault((year, f"{base.approach}-{base.unit}"), (Unit(base.unit), []))[1].append(one.id)
    for (year, part), (unit, ids) in shares.items():
        _write_effects(book, f"plan.{year}.{part}.reduction_t", unit, ids, f"plan.{year}.reduction_t")
    for year, part, unit in _alone(shares):
        book.put(f"plan.{year}.reduction_t", unit, "same", f"plan.{year}.{part}.reduction_t")
    for year in sorted({year for year, _ in shares}):
        ids = [one.id for one in plans if year in years[one.id]]
        book.count(f"plan.{year}.municipalities", about.places(ids))
        for name in ENERGY:
            book.gather(f"plan.{year}.{name}", Unit.MWH, [of(id_, f"plan.{year}.{name}") for id_ in ids])
    book.count("plan.municipalities", about.places(one.id for one in plans))
    for name in MONEY:
        book.gather(f"plan.{name}", Unit.EUR, [of(one.id, f"plan.{name}") for one in plans])
    book.divide("plan.unfunded_pct", Unit.PERCENT, "share", "plan.unfunded_eur", "plan.cost_eur")
    book.gather("plan.actions", Unit.COUNT, [of(one.id, "plan.actions") for one in plans])


def of_plan(book: SumLedger, id_: str) -> bool:
    """Whether a municipality has a plan: actions that count."""
    return book.has(of(id_, "plan.actions"))


def _write_effects(book: SumLedger, path: str, unit: Unit, ids: Sequence[str], inner: str) -> None:
    book.gather(path, unit, [of(id_, inner) for id_ in ids])
    for sector in ACTION_SECTORS:
        book.gather(f"{path}.{sector}", unit, [of(id_, f"{inner}.{sector}") for id_ in ids])


def _alone(shares: _Shares) -> list[tuple[int, str, Unit]]:
    """The years with one part."""
    years = [year for year, _ in shares]
    return [(year, part, unit) for (year, part), (unit, _) in shares.items() if years.count(year) == 1]
