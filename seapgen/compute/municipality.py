"""All results of one municipality."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.actions import write_actions
from seapgen.compute.confidential import withheld
from seapgen.compute.facts import facts
from seapgen.compute.financing import write_financing
from seapgen.compute.inventory import compute_inventory
from seapgen.compute.ledger import Ledger
from seapgen.compute.peers import write_peers
from seapgen.compute.plan import write_plan
from seapgen.compute.progress import write_progress
from seapgen.compute.reading import write_assumptions, write_reading
from seapgen.compute.targets import write_gap, write_targets
from seapgen.compute.trend import write_trends
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Economics, Group
from seapgen.model.results import InventoryResult, MunicipalityResults
from seapgen.model.units import Unit


def compute_municipality(
    municipality: Municipality, reference: Reference, economics: Economics | None = None, group: Group | None = None
) -> tuple[MunicipalityResults, tuple[Finding, ...]]:
    """Inventories, targets, actions, plan, money and trends of one return, with what could not be computed."""
    book = Ledger(f"municipality/{municipality.id}")
    inventories, findings = _inventories(book, municipality, reference)
    if not inventories:
        _write_population(book, municipality)
    write_targets(book, municipality)
    base = municipality.baseline()
    base_year = base.year if base else None
    unit = next((Unit(i.unit) for i in inventories if i.year == base_year), Unit.T_CO2)
    write_actions(book, municipality, economics, base_year, unit)
    years = plan_years(municipality)
    write_plan(book, municipality, years, base_year, unit)
    for year in years:
        write_gap(book, year)
    write_financing(book, municipality)
    book.later("trend", lambda: write_trends(book, inventories))
    write_progress(book, municipality, inventories, unit)
    book.later("peers", lambda: write_peers(book, municipality, inventories, reference.peers))
    write_assumptions(book, economics, group)
    write_reading(book, municipality, inventories, years)
    hidden = withheld(book, municipality, inventories)
    return MunicipalityResults(municipality.id, book.entries(), facts(municipality), hidden, inventories), findings


def _write_population(book: Ledger, municipality: Municipality) -> None:
    """The inhabitants of a municipality without an inventory of its own: a member of a joint plan."""
    head = municipality.head
    for year, people in head.population.items():
        book.state(f"population.{year}", Unit.PEOPLE, people, head.at(f"population.{year}"))


def _inventories(
    book: Ledger, municipality: Municipality, reference: Reference
) -> tuple[tuple[InventoryResult, ...], tuple[Finding, ...]]:
    """One result a year, by year; of two heads for one year, the first."""
    heads = {h.year: h for h in reversed(municipality.head.inventories)}
    results: list[InventoryResult] = []
    findings: list[Finding] = []
    for year in sorted(heads):
        account = Account(municipality, heads[year], reference, book)
        book.state(account.path("year"), Unit.YEAR, Decimal(year), heads[year].at("year"))
        results.append(compute_inventory(account))
        findings += account.findings
    return tuple(results), tuple(findings)


def plan_years(municipality: Municipality) -> tuple[int, ...]:
    """The target years, in the order of the targets; without a target, the year when the last action ends."""
    years = tuple(dict.fromkeys(t.target_year for t in municipality.head.targets))
    ends = [a.end_year for a in municipality.actions if a.end_year is not None]
    return years or ((max(ends),) if ends else ())
