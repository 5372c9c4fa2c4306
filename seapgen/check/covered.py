"""Findings without the amounts that a municipality keeps confidential.

A check looks at exact results; what it says is read by others. Of a municipality that keeps something confidential a finding
names only amounts that are printed anyhow, limits of its rule, years and counts: any other number could be worked back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from seapgen.model.finding import Finding
from seapgen.model.message import Figure, Message, Value
from seapgen.model.results import MunicipalityResults
from seapgen.model.rules import RuleTable
from seapgen.model.units import Unit

HARMLESS = frozenset({Unit.YEAR, Unit.COUNT, Unit.PEOPLE, Unit.DATE, Unit.PERIOD})


def covered(findings: Iterable[Finding], results: Mapping[str, MunicipalityResults], table: RuleTable) -> Iterator[Finding]:
    """The findings as everybody may read them, in their order."""
    told = {id_: frozenset(_told(each)) for id_, each in results.items() if each.withheld}
    for finding in findings:
        if finding.municipality not in told:
            yield finding
            continue
        entry = table.rules.get(finding.code)
        limits = frozenset(entry.values.values()) if entry else frozenset()
        yield _covered(finding, told[finding.municipality] | limits)


def _told(results: MunicipalityResults) -> Iterator[Decimal]:
    """Every number that is printed, and its amount without a sign."""
    for path, derived in results.figures.items():
        value = derived.figure.value
        if path not in results.withheld.paths and isinstance(value, Decimal):
            yield from (value, abs(value))


def _covered(finding: Finding, told: frozenset[Decimal]) -> Finding:
    def cover(value: Value) -> Value:
        match value:
            case Figure(value=Decimal() as number, unit=unit) if unit not in HARMLESS and number not in told:
                return replace(value, value=Decimal(0), is_withheld=True)
            case Message(values=values):
                return replace(value, values=tuple((name, cover(each)) for name, each in values))
            case _:
                return value

    value, limit = _each(cover, finding.value), _each(cover, finding.limit)
    message, proposal = _message(cover, finding.message), _each(cover, finding.proposal)
    assert proposal is None or isinstance(proposal, Message)
    peers = None if isinstance(value, Figure) and value.is_withheld else finding.among
    return replace(finding, message=message, value=value, limit=limit, proposal=proposal, among=peers)


def _each(cover: Callable[[Value], Value], value: Value | None) -> Value | None:
    return None if value is None else cover(value)


def _message(cover: Callable[[Value], Value], message: Message) -> Message:
    found = cover(message)
    assert isinstance(found, Message)
    return found
