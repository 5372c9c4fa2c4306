"""A rule: what it is called, why it exists, the way out, and the function that looks for hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.check.case import Case
from seapgen.model.finding import Finding
from seapgen.model.message import Message, Value
from seapgen.model.peers import Distribution
from seapgen.model.rules import RuleEntry
from seapgen.model.source import Source

Limits = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Remark:
    """A hit, before it has got the rule's code. `degree` names a severity of the table that is not the rule's first.

    `proposal` is given where it says more than the rule's own way out; `among` are the peers that the value stands among.
    """

    source: Source
    message: Message
    value: Value | None = None
    limit: Value | None = None
    proposal: Message | None = None
    degree: str = ""
    among: Distribution | None = None


Judge = Callable[[Case], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the evaluators; limits, severity and stage stand in `data/rules.toml`."""

    code: str
    title: Message
    help: Message
    way_out: Message
    judge: Judge

    def findings(self, case: Case, entry: RuleEntry) -> Iterator[Finding]:
        """All hits of this rule in a case whose limits are those of the entry."""
        for hit in self.judge(case):
            yield Finding(
                self.code, entry.stage, entry.weight(hit.degree), hit.source, hit.message, case.municipality.id,
                hit.value, hit.limit, hit.proposal or self.way_out, among=hit.among,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A code that no function here judges: found while computing or loading, or left out; `help` says which and why."""

    code: str
    title: Message
    help: Message
    is_left_out: bool = False
