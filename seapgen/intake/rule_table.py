"""`rules.toml`: what the checks read, measure by and weigh. Numbers are written as text, so that they stay exact decimals."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from seapgen.intake.numbers import read_number
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.rules import Limit, Metric, RuleEntry, RuleTable
from seapgen.model.source import Source

Entry: TypeAlias = Mapping[str, object]
_KEYS = {"columns", "source", "severity", "stage", "degrees", "found_as", "limits"}
_METRIC_KEYS = {"definition", "columns", "source", "limits"}


def read_rule_table(text: str, file: str) -> tuple[RuleTable, tuple[Finding, ...]]:
    """The table of a file and all that is wrong with it; an entry that cannot be used is left out."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        return RuleTable(), (LoadRule.TOML_MALFORMED.at(Source(file), str(problem)),)
    reading = _Reading(Source(file), {name: str(work) for name, work in _mapping(tables.get("sources")).items()})
    rules = {code: reading.rule(code, _mapping(entry)) for code, entry in _mapping(tables.get("rules")).items()}
    metrics = {code: reading.metric(code, _mapping(entry)) for code, entry in _mapping(tables.get("metrics")).items()}
    for name in tables.keys() - {"sources", "rules", "metrics"}:
        reading.refuse(name)
    made = RuleTable(
        reading.sources,
        {code: rule for code, rule in rules.items() if rule},
        {code: metric for code, metric in metrics.items() if metric},
    )
    return made, tuple(reading.findings)


def _mapping(value: object) -> Entry:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


class _Reading:
    """One reading of the table."""

    def __init__(self, place: Source, sources: Mapping[str, str]) -> None:
        self.place = place
        self.sources = sources
        self.findings: list[Finding] = []

    def refuse(self, name: str) -> None:
        """An entry cannot be used."""
        self.findings.append(LoadRule.RULE_ENTRY.at(self.place, name=name))

    def rule(self, code: str, entry: Entry) -> RuleEntry | None:
        """One rule."""
        degrees = {name: str(severity) for name, severity in _mapping(entry.get("degrees")).items()}
        severity, stage = str(entry.get("severity", "")), str(entry.get("stage", ""))
        known = {severity, *degrees.values()} <= set(Severity) and stage in set(Stage)
        if not known or not entry or not entry.keys() <= _KEYS or not self._cited(code, entry):
            self.refuse(code)
            return None
        return RuleEntry(
            code, Severity(severity), Stage(stage), _texts(entry.get("columns")), _texts(entry.get("source")),
            dict(self._limits(code, entry)), {name: Severity(each) for name, each in degrees.items()},
            _texts(entry.get("found_as")),
        )  # fmt: skip

    def metric(self, code: str, entry: Entry) -> Metric | None:
        """One metric."""
        definition = entry.get("definition")
        if not isinstance(definition, str) or not entry.keys() <= _METRIC_KEYS or not self._cited(code, entry):
            self.refuse(code)
            return None
        columns, sources = _texts(entry.get("columns")), _texts(entry.get("source"))
        return Metric(code, definition, columns, sources, dict(self._limits(code, entry)))

    def _cited(self, code: str, entry: Entry) -> bool:
        """Whether the works that an entry and its limits cite are listed."""
        limits = (_mapping(limit) for limit in _mapping(entry.get("limits")).values())
        cited = (*_texts(entry.get("source")), *(str(limit.get("source", "")) for limit in limits))
        return bool(_texts(entry.get("source"))) and set(cited) <= self.sources.keys()

    def _limits(self, code: str, entry: Entry) -> Iterator[tuple[str, Limit]]:
        for name, limit in _mapping(entry.get("limits")).items():
            given = _mapping(limit)
            value = given.get("value")
            reading = read_number(value) if isinstance(value, str) else None
            if reading is None or "," in str(value):
                self.findings.append(LoadRule.THRESHOLD_FORM.at(self.place, str(value), name=f"{code}.{name}"))
            else:
                yield name, Limit(name, reading.value, str(given["source"]), str(given.get("note", "")))
