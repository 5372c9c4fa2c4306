"""What a chapter file can do wrong, as findings: file, line, fact, way out."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message
from seapgen.model.source import Source


class ChapterFault(Exception):
    """A refusal on its way to the door, where it learns its file; `line` is 0 while nobody knows it."""

    def __init__(self, code: str, fact: Message, proposal: Message, line: int = 0) -> None:
        super().__init__(code, fact.text)
        self.code, self.fact, self.proposal, self.line = code, fact, proposal, line


def broken(name: str, fault: ChapterFault, line: int = 0) -> BrokenTemplateError:
    """The error that leaves the room."""
    return refused([_finding(Source(name, fault.line or line), fault)])


def refused(findings: Sequence[Finding]) -> BrokenTemplateError:
    """Several findings at once."""
    return BrokenTemplateError(findings)


def _finding(source: Source, fault: ChapterFault) -> Finding:
    return Finding(fault.code, Stage.TEMPLATE, Severity.ERROR, source, fault.fact, proposal=fault.proposal)
