"""The table of rules: what each rule reads, measures by and weighs. Reference data that a person may revise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.finding import Severity, Stage


@dataclass(frozen=True, slots=True)
class Limit:
    """A value that a rule measures by; `source` is a key of the table's sources, `note` says why it is this value."""

    name: str
    value: Decimal
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """What the table says of a rule.

    `columns` are what it reads, as `file:column`. `degrees` are severities of its milder or harder cases by name.
    `found_as` are codes of loading that find the same fault, where loading sees the cell first.
    """

    code: str
    severity: Severity
    stage: Stage
    columns: tuple[str, ...]
    sources: tuple[str, ...]
    limits: Mapping[str, Limit] = field(default_factory=dict)
    degrees: Mapping[str, Severity] = field(default_factory=dict)
    found_as: tuple[str, ...] = ()

    @property
    def values(self) -> Mapping[str, Decimal]:
        """The limits as numbers by name."""
        return {name: limit.value for name, limit in self.limits.items()}

    def weight(self, degree: str = "") -> Severity:
        """How bad a hit is."""
        return self.degrees[degree] if degree else self.severity


@dataclass(frozen=True, slots=True)
class Metric:
    """What the data say beside a recommendation; nothing is judged by it."""

    code: str
    definition: str
    columns: tuple[str, ...]
    sources: tuple[str, ...]
    limits: Mapping[str, Limit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleTable:
    """All rules and metrics by code, and the works they cite by key."""

    sources: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, RuleEntry] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
