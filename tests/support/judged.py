"""Programme folders: loaded, computed and judged against the reference data, which are read once a process."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from seapgen.check.check import check_programme
from seapgen.compute.results import compute_results
from seapgen.intake.programme import load_programme
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding, Severity
from seapgen.study import reference_data


@cache
def reference() -> Reference:
    """The reference data as shipped."""
    return reference_data()


def judged(folder: Path) -> tuple[Finding, ...]:
    """All findings of a folder without factor sets of its own; accepted ones are not marked, repeated ones not left out."""
    loaded = load_programme(folder)
    assert loaded.programme is not None and not loaded.programme.factor_sets
    results = compute_results(loaded.programme, reference())
    return (*loaded.findings, *results.findings, *check_programme(loaded.programme, results, reference()))


def errors(findings: Iterable[Finding]) -> list[str]:
    """Code and place of every error: `F8 consumption.csv:3:9`."""
    return [said(f) for f in findings if f.severity is Severity.ERROR]


def said(finding: Finding) -> str:
    """Code and place, without the folder."""
    file = finding.source.file.rpartition("/")[2]
    return f"{finding.code} {file}:{finding.source.cell}".rstrip(":")
