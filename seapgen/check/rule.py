"""A rule: what it is called, how bad a hit is, and the function that looks for hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.factors import Reference
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, Value
from seapgen.model.municipality import InventoryHead, Municipality
from seapgen.model.results import InventoryResult, MunicipalityResults
from seapgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Case:
    """A municipality before the judge: what it handed in, what was computed, what it is measured by.

    `results` has no inventories where none could be computed. `limits` are those of the rule that judges.
    """

    municipality: Municipality
    results: MunicipalityResults
    reference: Reference
    issue_year: int
    limits: Mapping[str, Decimal]

    @property
    def inventories(self) -> tuple[InventoryResult, ...]:
        """The inventories that could be computed."""
        return self.results.inventories

    def head(self, year: int) -> InventoryHead | None:
        """What `municipality.yaml` says about the inventory of a year."""
        return next((h for h in self.municipality.head.inventories if h.year == year), None)

    def file(self, name: str) -> Source:
        """A whole file of the return."""
        return Source(self.municipality.path(name))

    def per_head(self, energy_or_tonnes: Decimal, year: int) -> Decimal | None:
        """An amount divided by the inhabitants of a year; None where they are not known."""
        people = self.municipality.head.population.get(year)
        return energy_or_tonnes / people if people else None


@dataclass(frozen=True, slots=True)
class Remark:
    """A hit, before it has got the rule's code. `severity` differs from the rule's where the rule has two degrees."""

    source: Source
    message: Message
    value: Value | None = None
    limit: Value | None = None
    proposal: Message | None = None
    severity: Severity | None = None


Judge = Callable[[Case], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the evaluators. `help` says why it exists and what to do; thresholds stand in `data/thresholds.toml`."""

    code: str
    severity: Severity
    title: Message
    help: Message
    judge: Judge
    stage: Stage = Stage.INVENTORY

    def findings(self, case: Case) -> Iterator[Finding]:
        """All hits of this rule in a case."""
        for hit in self.judge(case):
            severity = hit.severity or self.severity
            yield Finding(
                self.code, self.stage, severity, hit.source, hit.message, case.municipality.id, hit.value, hit.limit, hit.proposal
            )
