"""Findings that a person has looked at (`accepted.yaml`): they become remarks, and stop nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Words, msg
from seapgen.model.programme import Accepted
from seapgen.model.source import Source


def accept(findings: Sequence[Finding], accepted: Sequence[Accepted]) -> tuple[Finding, ...]:
    """The findings with the accepted ones marked; an acceptance without a finding is a finding itself."""
    marked = tuple(_judged(finding, accepted) for finding in findings)
    idle = (_idle(each) for each in accepted if not any(_meets(each, f) for f in findings))
    return (*marked, *idle)


def _judged(finding: Finding, accepted: Sequence[Accepted]) -> Finding:
    match = next((a for a in accepted if _meets(a, finding)), None)
    return replace(finding, accepted=True, reason=Words(match.reason)) if match else finding


def _meets(accepted: Accepted, finding: Finding) -> bool:
    same = accepted.code == finding.code and accepted.municipality in (None, finding.municipality)
    return same and (accepted.place is None or _is_at(finding.source, accepted.place))


def _is_at(source: Source, place: str) -> bool:
    """True where a place names the file, line or cell; the file's folder may be left out."""
    names = [source.file, f"{source.file}:{source.line}", str(source)]
    return any(name == place or name.endswith(f"/{place}") for name in names)


def _idle(accepted: Accepted) -> Finding:
    return Finding(
        "R12",
        Stage.INVENTORY,
        Severity.INFO,
        accepted.here,
        msg("Nothing is found any more that this acceptance of {code} would meet.", code=accepted.code),
        accepted.municipality or "",
        proposal=msg("Delete the entry."),
    )
