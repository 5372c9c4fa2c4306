"""Findings for people and for programs."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TextIO

import typer

from seapgen.cli.json_text import Json
from seapgen.cli.voice import Voice, coloured, error_stream
from seapgen.model.finding import Finding
from seapgen.model.message import Figure, Message, Term, Value, msg, nmsg
from seapgen.model.units import Unit
from seapgen.model.verdict import counts, worst_first

MOST_OF_A_RULE = 20


def report(findings: Iterable[Finding], voice: Voice, *, to_stdout: bool = False, by_file: bool = False) -> None:
    """All findings by municipality, or by file, worst first; then a line that counts them."""
    stream = sys.stdout if to_stdout else error_stream()
    said = worst_first(findings)
    for line in (*_lines(said, voice, stream, by_file=by_file), voice.say(summary(said))):
        typer.echo(line, file=stream)


def summary(findings: Sequence[Finding]) -> Message:
    """How many of each severity; accepted ones are remarks."""
    n = {name: Figure("", Decimal(number), Unit.COUNT) for name, number in counts(findings).items()}
    return msg(
        "{errors}, {warnings}, {remarks}",
        errors=nmsg("{n} error", "{n} errors", n=n["error"]),
        warnings=nmsg("{n} warning", "{n} warnings", n=n["warning"]),
        remarks=nmsg("{n} remark", "{n} remarks", n=n["info"]),
    )


def findings_json(findings: Iterable[Finding], voice: Voice) -> Json:
    """The contract's keys, and the reason of an acceptance."""
    said = worst_first(findings)
    return {"findings": [_json(f, voice) for f in said], "counts": counts(said)}


def _lines(findings: Sequence[Finding], voice: Voice, stream: TextIO, *, by_file: bool) -> Iterator[str]:
    """Municipalities or files in the order of their worst finding; what belongs to no municipality belongs to the programme."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.source.file if by_file else finding.municipality, []).append(finding)
    for name, group in groups.items():
        yield name or voice.say(msg("programme"))
        yield from _group(group, voice, stream)
        yield ""


def _group(findings: Sequence[Finding], voice: Voice, stream: TextIO) -> Iterator[str]:
    """The findings of a municipality; of one rule only the first ones, or they would hide the others."""
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.code] += 1
        if shown[finding.code] <= MOST_OF_A_RULE:
            yield f"  {_line(finding, voice, stream)}"
    for code, number in shown.items():
        if number > MOST_OF_A_RULE:
            rest = Figure("", Decimal(number - MOST_OF_A_RULE), Unit.COUNT)
            more = nmsg(
                "{n} more of {code}; --json lists them all", "{n} more of {code}; --json lists them all", n=rest, code=code
            )
            yield f"  {voice.say(more)}"


def _line(finding: Finding, voice: Voice, stream: TextIO) -> str:
    severity = voice.show(Term(f"severity.{finding.severity}", form="subject"))
    text = f"{finding.code} {coloured(severity, finding.severity, stream)} {finding.source}  {voice.say(finding.message)}"
    if finding.limit is not None:
        text += f" ({voice.say(msg('allowed: {value}', value=finding.limit))})"
    if finding.accepted:
        reason = _shown(finding.reason, voice)
        return text + f" — {voice.say(msg('accepted: {reason}', reason=reason))}"
    return text + (f" — {voice.say(finding.proposal)}" if finding.proposal else "")


def _json(finding: Finding, voice: Voice) -> Json:
    return {
        "code": finding.code,
        "stage": finding.stage.value,
        "severity": finding.severity.value,
        "accepted": finding.accepted,
        "municipality": finding.municipality,
        "file": finding.source.file,
        "sheet": finding.source.sheet,
        "cell": finding.source.cell,
        "message": voice.say(finding.message),
        "value": _shown(finding.value, voice),
        "limit": _shown(finding.limit, voice),
        "proposal": voice.say(finding.proposal) if finding.proposal else "",
        "reason": _shown(finding.reason, voice),
    }


def _shown(value: Message | Value | None, voice: Voice) -> str:
    return "" if value is None else voice.show(value)
