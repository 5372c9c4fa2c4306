"""The computation of a whole programme."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from seapgen.compute.exact import exact
from seapgen.compute.facts import programme_facts
from seapgen.compute.formulas import FORMULAS
from seapgen.compute.groups import group_results, programme_results
from seapgen.compute.municipality import compute_municipality
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding
from seapgen.model.programme import Programme
from seapgen.model.results import MunicipalityResults, Results


def compute_results(programme: Programme, reference: Reference) -> Results:
    """Compute every municipality with the official factor sets and the programme's own; pure, and blind to row order."""
    own = {s.id: s for s in programme.factor_sets}
    known = replace(reference, factor_sets={**reference.factor_sets, **own})
    found: dict[str, MunicipalityResults] = {}
    findings: list[Finding] = []
    for municipality in programme.municipalities:
        with exact():
            results, obstacles = compute_municipality(
                municipality, known, programme.head.economics, programme.group(municipality.head.group)
            )
        found[municipality.id] = results
        findings += [f for f in obstacles if f not in findings]
    facts, groups = programme_facts(programme.head), group_results(programme, found)
    whole = programme_results(programme, found, facts)
    return Results(MappingProxyType(found), FORMULAS, tuple(findings), facts, groups, whole)
