"""A rule in words, for people and for programs: `seapgen check --explain E7`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from seapgen.cli.json_text import Json
from seapgen.cli.voice import Voice
from seapgen.model.message import Term, msg
from seapgen.model.rules import RuleEntry

if TYPE_CHECKING:
    from seapgen.study import RuleText


def rule_lines(rule: RuleText, voice: Voice) -> Iterator[str]:
    """Title, why it exists, the way out, what it reads, its limits with their source; a line each."""
    severity = voice.show(Term(f"severity.{rule.severity}", form="subject"))
    yield f"{rule.code} {severity}, {voice.show(Term(f'stage.{rule.stage}', form='subject'))}: {voice.wording(rule.title)}"
    if rule.is_left_out:
        yield voice.say(msg("This rule is left out."))
    yield from (voice.wording(text) for text in (rule.help, rule.way_out) if text)
    if rule.entry:
        yield from _table(rule.entry, voice)
    yield from (f"  {key}: {work}" for key, work in rule.sources)


def _table(entry: RuleEntry, voice: Voice) -> Iterator[str]:
    """What the table says; names of columns, limits and works are those of the files."""
    if entry.columns:
        yield voice.say(msg("Reads: {columns}.", columns=", ".join(entry.columns)))
    for name, severity in entry.degrees.items():
        yield f"  {name.replace('_', ' ')}: {voice.show(Term(f'severity.{severity}', form='subject'))}"
    for limit in entry.limits.values():
        yield f"  {limit.name} = {limit.value} ({limit.source}{': ' if limit.note else ''}{limit.note})"
    if entry.found_as:
        yield voice.say(msg("Loading finds it as: {codes}.", codes=", ".join(entry.found_as)))
    yield voice.say(msg("Sources: {keys}", keys=", ".join(entry.sources)))


def rule_json(rule: RuleText, voice: Voice) -> Json:
    """The same for programs."""
    said: dict[str, Json] = {
        "code": rule.code,
        "severity": rule.severity,
        "stage": rule.stage,
        "title": voice.wording(rule.title),
        "help": voice.wording(rule.help) if rule.help else "",
        "proposal": voice.wording(rule.way_out) if rule.way_out else "",
        "left_out": rule.is_left_out,
    }
    return said | (_entry_json(rule.entry) if rule.entry else {}) | {"works": dict(rule.sources)}


def _entry_json(entry: RuleEntry) -> dict[str, Json]:
    limits: list[dict[str, str | Decimal]] = [
        {"name": limit.name, "value": limit.value, "source": limit.source, "note": limit.note} for limit in entry.limits.values()
    ]
    return {
        "columns": entry.columns, "sources": entry.sources, "limits": limits, "found_as": entry.found_as,
        "degrees": {name: severity.value for name, severity in entry.degrees.items()},
    }  # fmt: skip
