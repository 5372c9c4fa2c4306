"""Sums over the municipalities of a group and of the whole programme.

Amounts are added only where they count the same: emissions with the same approach and unit (a *part*), promises of the same
target year and scope besides. Energy in MWh, money and inhabitants count the same everywhere. A percentage is the sum of the
parts by the sum of the wholes, never the mean of percentages. A joint plan is added once, for all its members. Base years may
differ inside a part: the part knows them, and documents print them beside the sum.

What is withheld: a figure that is made of one that is withheld. So whatever is shown of a group is a sum of what its members
show themselves, and tells nothing that they do not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from seapgen.compute.exact import exact
from seapgen.compute.facts import strategy_facts
from seapgen.compute.membership import Membership
from seapgen.compute.municipality import plan_years
from seapgen.compute.promises import write_plans, write_promises
from seapgen.compute.sum_ledger import SumLedger, of
from seapgen.model.programme import Group, Programme
from seapgen.model.results import (
    GROUP,
    MUNICIPALITY,
    PROGRAMME,
    Derived,
    MunicipalityResults,
    Part,
    SumResults,
    Withheld,
)
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach, EmissionUnit, Sector

ENERGY, EMISSIONS = "energy_mwh", "emissions_energy_t"


def group_results(programme: Programme, found: Mapping[str, MunicipalityResults]) -> Mapping[str, SumResults]:
    """The results of every group, by id."""
    each = {g.id: Membership(programme, found, g) for g in programme.head.groups}
    return MappingProxyType({id_: _sums(f"{GROUP}{id_}", about, strategy_facts(about.group)) for id_, about in each.items()})


def programme_results(programme: Programme, found: Mapping[str, MunicipalityResults], facts: Mapping[str, Derived]) -> SumResults:
    """The results of the programme whole."""
    return _sums(PROGRAMME, Membership(programme, found, None), facts)


def _sums(scope: str, about: Membership, facts: Mapping[str, Derived]) -> SumResults:
    book = SumLedger(scope, about.results)
    with exact():
        _write_counts(book, about)
        parts = _parts(about)
        _write_baselines(book, about, parts)
        write_promises(book, about)
        write_plans(book, about, {one.id: plan_years(one) for one in about.added()})
        if about.group:
            _write_strategy(book, about.group)
        hidden = _withheld(book, about.results)
    id_ = about.group.id if about.group else PROGRAMME
    covered = {one.id: about.covered(one.id) for one in about.programme.municipalities}
    return SumResults(id_, book.entries(), facts, hidden, parts, covered, book.counted)


def _write_counts(book: SumLedger, about: Membership) -> None:
    """Count municipalities, signatures and returns."""
    towns, signed = about.places(town.id for town in about.towns()), about.signed()
    book.count("municipalities", towns)
    book.count("signed", signed)
    book.count("delivered", {id_: place for id_, place in towns.items() if about.has_delivered(id_)})
    book.count("signed_delivered", {id_: place for id_, place in signed.items() if about.has_delivered(id_)})


def _parts(about: Membership) -> tuple[Part, ...]:
    """The inventories that the plans start from, by what their tonnes count; in the order of the programme."""
    years: dict[tuple[Approach, EmissionUnit], dict[str, int]] = {}
    for one in about.added():
        base = about.baseline(one.id)
        if base is not None:
            years.setdefault((base.approach, base.unit), {})[one.id] = base.year
    return tuple(Part(approach, unit, MappingProxyType(those)) for (approach, unit), those in years.items())


def _write_baselines(book: SumLedger, about: Membership, parts: Sequence[Part]) -> None:
    """Energy and inhabitants of all, emissions of each part: whole, by sector, per head."""
    every = {id_: year for part in parts for id_, year in part.base_years.items()}
    _write_family(book, "baseline.energy_mwh", Unit.MWH, every, ENERGY)
    book.gather("baseline.population", Unit.PEOPLE, _paths(every, "population"))
    book.count("baseline.municipalities", about.places(every))
    for part in parts:
        stem, unit = f"baseline.{part.key}", Unit(part.unit)
        _write_family(book, f"{stem}.energy_mwh", Unit.MWH, part.base_years, ENERGY)
        _write_family(book, f"{stem}.emissions_energy_t", unit, part.base_years, EMISSIONS)
        book.gather(f"{stem}.population", Unit.PEOPLE, _paths(part.base_years, "population"))
        book.count(f"{stem}.municipalities", about.places(part.base_years))
    if len(parts) == 1:
        unit, key = Unit(parts[0].unit), parts[0].key
        for end in ("", *(f".{sector}" for sector in Sector)):
            book.put(f"baseline.{EMISSIONS}{end}", unit, "same", f"baseline.{key}.{EMISSIONS}{end}")


def _write_family(book: SumLedger, path: str, unit: Unit, years: Mapping[str, int], family: str) -> None:
    book.gather(path, unit, _paths(years, family))
    for sector in Sector:
        book.gather(f"{path}.{sector}", unit, _paths(years, f"{family}.{sector}"))


def _paths(years: Mapping[str, int], end: str) -> list[str]:
    return [of(id_, f"inventory.{year}.{end}") for id_, year in years.items()]


def _write_strategy(book: SumLedger, group: Group) -> None:
    """What the strategy paper states, beside what is counted."""
    strategy = group.strategy
    if strategy is None:
        return
    book.state("strategy.base_year", Unit.YEAR, strategy.base_year, strategy.at("base_year"))
    if strategy.target:
        target = strategy.target
        book.state("strategy.reduction_pct", Unit.PERCENT, target.reduction_pct, target.at("reduction_pct"))
        book.state("strategy.target_year", Unit.YEAR, target.target_year, target.at("target_year"))


def _withheld(book: SumLedger, results: Mapping[str, MunicipalityResults]) -> Withheld:
    """Every figure that is made of a withheld one."""
    if not any(each.withheld for each in results.values()):
        return Withheld()
    hidden: set[str] = set()
    for path in book.paths():  # a figure stands after those it is made of
        inputs = [x for x in book.derived(path).derivation.inputs if isinstance(x, str)]
        if any(x in hidden or _is_withheld(x, results) for x in inputs):
            hidden.add(path)
    return Withheld(frozenset(hidden))


def _is_withheld(figure: str, results: Mapping[str, MunicipalityResults]) -> bool:
    scope, colon, path = figure.rpartition(":")
    return bool(colon) and path in results[scope.removeprefix(MUNICIPALITY)].withheld.paths
