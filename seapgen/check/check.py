"""Validate: every rule over every municipality."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.check.rule import Case
from seapgen.check.rules import RULES
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Programme
from seapgen.model.results import MunicipalityResults, Results


def check_programme(programme: Programme, results: Results, reference: Reference) -> tuple[Finding, ...]:
    """All findings of the rules, municipality by municipality, rule by rule."""
    issue_year = programme.head.issue_date.year
    return tuple(
        finding for municipality in programme.municipalities for finding in _judged(municipality, results, reference, issue_year)
    )


def _judged(municipality: Municipality, results: Results, reference: Reference, issue_year: int) -> Iterator[Finding]:
    computed = results.municipalities.get(municipality.id, MunicipalityResults(municipality.id, (), {}))
    for rule in RULES:
        limits = reference.thresholds.get(rule.code, {})
        yield from rule.findings(Case(municipality, computed, reference, issue_year, limits))
