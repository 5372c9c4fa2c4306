"""Validate: every rule over every municipality."""

from __future__ import annotations

from collections.abc import Iterator

from seapgen.check.case import Case
from seapgen.check.rules import RULES
from seapgen.check.spread import spread_of
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding
from seapgen.model.programme import Programme
from seapgen.model.results import MunicipalityResults, Results


def check_programme(programme: Programme, results: Results, reference: Reference) -> tuple[Finding, ...]:
    """All findings of the rules, municipality by municipality, rule by rule. A rule that the table lacks does not judge."""
    return tuple(_findings(programme, results, reference))


def _findings(programme: Programme, results: Results, reference: Reference) -> Iterator[Finding]:
    table = [(rule, reference.rules.rules[rule.code]) for rule in RULES if rule.code in reference.rules.rules]
    weighed = [(rule, entry, entry.values) for rule, entry in table]
    spread, year = spread_of(programme.municipalities, results), programme.head.issue_date.year
    for municipality in programme.municipalities:
        computed = results.municipalities.get(municipality.id, MunicipalityResults(municipality.id, {}))
        joint = programme.joint_plan(municipality.id)
        members = tuple(m for id_ in (joint.members if joint else ()) if (m := programme.municipality(id_)))
        for rule, entry, limits in weighed:
            yield from rule.findings(Case(municipality, computed, reference, year, limits, spread, members), entry)
