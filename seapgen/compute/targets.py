"""What the council promises, in tonnes.

`reduction_t` is what has to be avoided each year by the target year, `allowed_t` what may still be emitted. Of `gap_t` a
positive value is missing, a negative one is a surplus (also written as `surplus_t`); `gap_pct` is per cent of `reduction_t`.
"""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.model.municipality import Municipality, Target
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Scope, TargetBasis


def base_path(target: Target) -> str:
    """The figure that a target counts from: energy-related emissions, or all where its scope says so."""
    family = "emissions_t" if target.scope is Scope.ALL else "emissions_energy_t"
    return f"inventory.{target.base_year}.{family}"


def write_targets(book: Ledger, municipality: Municipality) -> None:
    """Write the figures of every target; of two targets for one year, the first."""
    for target in municipality.head.targets:
        if not book.has(f"target.{target.target_year}.reduction_pct"):
            _write(book, municipality, target)


def _write(book: Ledger, municipality: Municipality, target: Target) -> None:
    path = f"target.{target.target_year}"
    book.state(f"{path}.reduction_pct", Unit.PERCENT, target.reduction_pct, target.at("reduction_pct"))
    book.state(f"{path}.year", Unit.YEAR, Decimal(target.target_year), target.at("target_year"))
    book.state(f"{path}.base_year", Unit.YEAR, Decimal(target.base_year), target.at("base_year"))
    unit = book.unit(base_path(target))
    if unit is None:
        return
    book.put(f"{path}.base_t", unit, "same", base_path(target))
    if target.basis is TargetBasis.PER_CAPITA:
        _write_per_head(book, municipality, target, path, unit)
    else:
        book.put(f"{path}.reduction_t", unit, "target_reduction", f"{path}.base_t", f"{path}.reduction_pct")
        book.put(f"{path}.allowed_t", unit, "difference", f"{path}.base_t", f"{path}.reduction_t")
    book.divide(f"{path}.reduction_of_base_pct", Unit.PERCENT, "share", f"{path}.reduction_t", f"{path}.base_t")


def _write_per_head(book: Ledger, municipality: Municipality, target: Target, path: str, unit: Unit) -> None:
    """A promise per inhabitant counts with the population of both years; without either there is no figure."""
    head, people = municipality.head, municipality.head.population
    then, later = people.get(target.base_year), people.get(target.target_year)
    if not then or not later:
        return
    book.state(f"{path}.base_population", Unit.PEOPLE, Decimal(then), head.at(f"population.{target.base_year}"))
    book.state(f"{path}.population", Unit.PEOPLE, Decimal(later), head.at(f"population.{target.target_year}"))
    inputs = (f"{path}.base_t", f"{path}.reduction_pct", f"{path}.base_population", f"{path}.population")
    book.put(f"{path}.allowed_t", unit, "target_per_capita", *inputs)
    book.put(f"{path}.reduction_t", unit, "difference", f"{path}.base_t", f"{path}.allowed_t")


def write_gap(book: Ledger, year: int) -> None:
    """Promise against plan: gap, surplus and coverage of a target year."""
    path, reduction = f"target.{year}", f"plan.{year}.reduction_t"
    promised = f"{path}.reduction_t"
    unit = book.unit(promised)
    if unit is None or not book.put(f"{path}.gap_t", unit, "gap", promised, reduction):
        return
    book.divide(f"{path}.gap_pct", Unit.PERCENT, "share", f"{path}.gap_t", promised)
    book.divide(f"plan.{year}.coverage_pct", Unit.PERCENT, "share", reduction, promised)
    book.divide(f"plan.{year}.reduction_pct", Unit.PERCENT, "share", reduction, f"{path}.base_t")
    book.put(f"plan.{year}.remaining_t", unit, "difference", f"{path}.base_t", reduction)
    if book.value(f"{path}.gap_t") < 0:
        book.put(f"{path}.surplus_t", unit, "surplus", reduction, promised)
