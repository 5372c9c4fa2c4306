"""What findings mean for a run: what they stop, and the exit code they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from seapgen.model.errors import (
    BrokenTemplateError,
    ExitCode,
    InvalidInputError,
    MissingTranslationError,
    OutputNotWritableError,
    SeapgenError,
)
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.source import Source

STAGES = (Stage.LOAD, Stage.INVENTORY, Stage.PLAN, Stage.SUBMISSION)  # of the data, in the order of the work
DOCUMENT_STAGES = STAGES[:3]  # what a draft needs; submission findings stop nothing before the council has decided
REFUSALS: Mapping[Stage, type[SeapgenError]] = {
    Stage.TEMPLATE: BrokenTemplateError,
    Stage.TRANSLATION: MissingTranslationError,
    Stage.RUN: OutputNotWritableError,
}


def is_error(finding: Finding) -> bool:
    """True for an error that nobody has accepted."""
    return finding.severity is Severity.ERROR and not finding.accepted


def blocked(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The errors that stop documents, by municipality; those under `""` stop them all."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if is_error(finding) and finding.stage in DOCUMENT_STAGES:
            found[finding.municipality] = (*found.get(finding.municipality, ()), finding)
    return found


def drafting(findings: Iterable[Finding]) -> list[Finding]:
    """What concerns drafts: findings of the submission come later, and are no fault of a draft."""
    return [f for f in findings if f.stage is not Stage.SUBMISSION]


def refusal(findings: Sequence[Finding]) -> SeapgenError:
    """The one refusal for findings of several kinds: data before templates before translations."""
    stages = {f.stage for f in findings}
    for stage in (*STAGES, Stage.TEMPLATE, Stage.TRANSLATION, Stage.RUN):
        if stage in stages:
            return REFUSALS.get(stage, InvalidInputError)(findings)
    raise ValueError("a refusal without findings")


def exit_code(findings: Sequence[Finding], *, strict: bool = False) -> ExitCode:
    """The code of a run that ends with these findings."""
    errors = [f for f in findings if is_error(f)]
    if errors:
        return refusal(errors).exit_code
    warned = any(f.severity is Severity.WARNING and not f.accepted for f in findings)
    return ExitCode.WARNINGS if strict and warned else ExitCode.OK


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each severity; accepted ones are remarks and count as information."""
    found = {severity.value: 0 for severity in Severity}
    for finding in findings:
        found[(Severity.INFO if finding.accepted else finding.severity).value] += 1
    return found


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, warnings, information, then what is accepted; by place and code. What says the same of a place stands once."""
    rank = list(Severity)
    ordered = sorted(findings, key=lambda f: (f.accepted, rank.index(f.severity), _place(f), f.code, repr(f.message)))
    unique: dict[tuple[str, Source, str], Finding] = {}
    for finding in ordered:
        unique.setdefault((finding.code, finding.source, repr(finding.message)), finding)
    return list(unique.values())


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.source.file, finding.source.line, finding.source.column
