"""One fault, one finding: what loading has said of a line, later stages do not say again."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.finding import Finding, Severity
from seapgen.model.rules import RuleTable


def without_repeats(loaded: Sequence[Finding], later: Sequence[Finding], table: RuleTable) -> tuple[Finding, ...]:
    """All findings of loading, and those of later stages that stand on lines without an error of loading.

    A row that cannot be read rightly would be judged wrongly; once it is mended, the rules see it. Where loading and a rule
    of the evaluators find the same fault in the same cell, the evaluators' code is kept.
    """
    ours = {(alias, f.source) for f in later for alias in _aliases(f, table)}
    faulty = {(f.source.file, f.source.line) for f in loaded if f.severity is Severity.ERROR and f.source.line}
    same = {(f.code, f.source) for f in loaded}
    kept = (f for f in loaded if (f.code, f.source) not in ours)
    return (*kept, *(f for f in later if _is_new(f, faulty) or any((a, f.source) in same for a in _aliases(f, table))))


def _is_new(finding: Finding, faulty: set[tuple[str, int]]) -> bool:
    return (finding.source.file, finding.source.line) not in faulty


def _aliases(finding: Finding, table: RuleTable) -> tuple[str, ...]:
    entry = table.rules.get(finding.code)
    return entry.found_as if entry else ()
