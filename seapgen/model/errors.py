"""What can go wrong, and the exit code that says so."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from seapgen.model.finding import Finding


class ExitCode(IntEnum):
    """Public exit codes of every command; the README lists them."""

    OK = 0
    BUG = 1
    USAGE = 2
    INVALID_INPUT = 3
    MISSING_TRANSLATION = 4
    BROKEN_TEMPLATE = 5
    MISSING_TOOL = 6
    OUTPUT_NOT_WRITABLE = 7
    WARNINGS = 8
    LOCKED = 75
    INTERRUPTED = 130


class SeapgenError(Exception):
    """A refusal that carries its reasons as findings; never a traceback for the user."""

    exit_code = ExitCode.BUG

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(f"{f.code} {f.source}" for f in findings))
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[type[SeapgenError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class UnknownRequestError(SeapgenError):
    """What is asked for does not exist: a municipality, a language, a figure."""

    exit_code = ExitCode.USAGE


class InvalidInputError(SeapgenError):
    """The programme's data cannot be used as they are."""

    exit_code = ExitCode.INVALID_INPUT


class MissingTranslationError(SeapgenError):
    """A message, term or text has no wording in the language that is asked for."""

    exit_code = ExitCode.MISSING_TRANSLATION


class BrokenTemplateError(SeapgenError):
    """A chapter file, stationery or theme cannot be used."""

    exit_code = ExitCode.BROKEN_TEMPLATE


class MissingToolError(SeapgenError):
    """A program that a feature needs is not installed."""

    exit_code = ExitCode.MISSING_TOOL


class OutputNotWritableError(SeapgenError):
    """The output folder cannot be written."""

    exit_code = ExitCode.OUTPUT_NOT_WRITABLE


class WorkerLostError(SeapgenError):
    """A process that was making documents was ended from outside; nothing could be published."""

    exit_code = ExitCode.OUTPUT_NOT_WRITABLE


class LockedError(SeapgenError):
    """Another build holds the output folder."""

    exit_code = ExitCode.LOCKED
