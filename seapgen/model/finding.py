"""A remark about submitted data, a template or a translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seapgen.model.message import Message, Value
from seapgen.model.peers import Distribution
from seapgen.model.source import Source


class Severity(StrEnum):
    """How bad it is for the data; exit codes speak of the run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Stage(StrEnum):
    """From which step on a finding matters; `load` findings matter always."""

    LOAD = "load"
    INVENTORY = "inventory"
    PLAN = "plan"
    SUBMISSION = "submission"
    TEMPLATE = "template"
    TRANSLATION = "translation"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, by how much, and the way out.

    `code` is the rule's id: those of the Covenant's evaluators (`E7`), or `L…` load, `T…` template, `M…` message, `R…` run.
    `value` and `limit` are what was found and what is allowed; `among` are the peers that the value stands among, where there
    are any.
    """

    code: str
    stage: Stage
    severity: Severity
    source: Source
    message: Message
    municipality: str = ""
    value: Value | None = None
    limit: Value | None = None
    proposal: Message | None = None
    accepted: bool = False
    reason: Message | Value | None = None  # why a person accepts it
    among: Distribution | None = None
