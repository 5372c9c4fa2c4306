"""What can be asked without building anything: load, compute, validate; rules and languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from seapgen import resources
from seapgen.check.accepted import accept
from seapgen.check.check import check_programme
from seapgen.check.covered import covered
from seapgen.check.repeated import without_repeats
from seapgen.check.rule import Unjudged
from seapgen.check.rules import ALL, rule
from seapgen.compute.explain import explain
from seapgen.compute.results import compute_results
from seapgen.intake.archive import Archive
from seapgen.intake.programme import load_programme
from seapgen.intake.reference import load_reference
from seapgen.intake.rules import LoadRule
from seapgen.intake.schema import schemas
from seapgen.model.errors import InvalidInputError
from seapgen.model.explanation import Explanation
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding
from seapgen.model.library import Library
from seapgen.model.message import Message
from seapgen.model.programme import Programme
from seapgen.model.results import Results
from seapgen.model.rules import RuleEntry
from seapgen.model.withheld import shown


@dataclass(frozen=True, slots=True)
class Study:
    """A programme that has been loaded, computed and validated.

    `results` and `findings` are fit to be shown: what a municipality keeps confidential is not in them.
    """

    folder: Path
    programme: Programme
    results: Results
    findings: tuple[Finding, ...]


def study(folder: Path, archive: Archive | None = None) -> Study:
    """Load (returns perhaps from an archive), compute, validate. Raises InvalidInputError where there is no programme at all."""
    loaded = load_programme(folder, archive)
    if loaded.programme is None:
        raise InvalidInputError(loaded.findings)
    programme = loaded.programme
    reference = reference_data(programme)
    results = compute_results(programme, reference)
    found = (*results.findings, *check_programme(programme, results, reference))
    said = covered(without_repeats(loaded.findings, found, reference.rules), results.municipalities, reference.rules)
    return Study(folder, programme, shown(results), accept(tuple(said), programme.accepted))


def reference_data(programme: Programme | None = None) -> Reference:
    """Factors, units and thresholds, with a programme's own factor sets."""
    return load_reference(resources.data(), programme.factor_sets if programme else ())


def typical_actions() -> Library:
    """The library of typical actions."""
    return reference_data().library


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words with what the table says of it; a code of loading has no entry there, and only says how bad it is."""

    code: str
    stage: str
    severity: str
    title: Message
    help: Message | None
    way_out: Message | None = None
    entry: RuleEntry | None = None
    sources: tuple[tuple[str, str], ...] = ()  # the works that the entry cites, by key
    is_left_out: bool = False


def rule_text(code: str) -> RuleText | None:
    """The rule of a code: of the evaluators, or of loading."""
    found, table = rule(code), reference_data().rules
    entry = table.rules.get(code)
    if found and entry:
        cited = dict.fromkeys((*entry.sources, *(limit.source for limit in entry.limits.values())))
        sources = tuple((key, table.sources[key]) for key in cited)
        way_out, left_out = (None, found.is_left_out) if isinstance(found, Unjudged) else (found.way_out, False)
        return RuleText(code, entry.stage, entry.severity, found.title, found.help, way_out, entry, sources, left_out)
    loading = next((r.value for r in LoadRule if r.code == code), None)
    return RuleText(code, loading.stage, loading.severity, loading.fact, None, loading.way_out) if loading else None


def rule_codes() -> tuple[str, ...]:
    """The codes of the evaluators' rules and of what computing finds, in the order of the manual."""
    return tuple(each.code for each in ALL)


def input_schemas() -> Mapping[str, str]:
    """The JSON Schema of each input file, as text, by the name of the file."""
    return schemas()


def explained(about: Study, scope: str, path: str) -> Explanation:
    """Where a figure of a scope (`municipality/x` or `x`, `group/x`, `programme`) comes from; KeyError if it is not there."""
    return explain(about.results, scope, path)
