from __future__ import annotations

import pytest
import typer
from typer.testing import CliRunner

from seapgen.cli.boundary import ReportingGroup
from seapgen.model.errors import (
    BrokenTemplateError,
    ExitCode,
    InvalidInputError,
    LockedError,
    MissingToolError,
    MissingTranslationError,
    OutputNotWritableError,
    SeapgenError,
    UnknownRequestError,
)
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source

REASON = Finding("X1", Stage.RUN, Severity.ERROR, Source("somewhere.csv", 3, 4), msg("It does not work."))


def app_that(error: BaseException) -> typer.Typer:
    """A command line with one command that fails."""
    app = typer.Typer(cls=ReportingGroup)

    @app.callback()
    def options() -> None:
        """Do nothing before the command."""

    @app.command()
    def fail() -> None:
        """Fail."""
        raise error

    return app


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UnknownRequestError, ExitCode.USAGE), (InvalidInputError, ExitCode.INVALID_INPUT),
        (MissingTranslationError, ExitCode.MISSING_TRANSLATION), (BrokenTemplateError, ExitCode.BROKEN_TEMPLATE),
        (MissingToolError, ExitCode.MISSING_TOOL), (OutputNotWritableError, ExitCode.OUTPUT_NOT_WRITABLE),
        (LockedError, ExitCode.LOCKED),
    ],
)  # fmt: skip
def test_a_refusal_ends_with_its_code_and_its_reasons(kind: type[SeapgenError], code: ExitCode) -> None:
    """Every place is printed, to standard error."""
    run = CliRunner().invoke(app_that(kind([REASON])), ["fail"])

    assert (code, "") == (run.exit_code, run.stdout)
    assert "X1 error somewhere.csv:3:4  It does not work." in run.stderr


def test_an_unforeseen_error_asks_to_be_reported() -> None:
    """A bug is named as one, without a traceback."""
    run = CliRunner(env={"SEAPGEN_DEBUG": ""}).invoke(app_that(KeyError("x")), ["fail"])

    assert ExitCode.BUG == run.exit_code
    assert "KeyError: 'x'" in run.stderr
    assert "Please report it" in run.stderr
    assert "Traceback" not in run.output


def test_a_traceback_is_shown_to_whoever_asks() -> None:
    """`SEAPGEN_DEBUG=1` lets the error through."""
    run = CliRunner(env={"SEAPGEN_DEBUG": "1"}).invoke(app_that(KeyError("x")), ["fail"])

    assert isinstance(run.exception, KeyError)


def test_an_interrupt_is_130() -> None:
    """Ctrl-C is no bug."""
    assert ExitCode.INTERRUPTED == CliRunner().invoke(app_that(KeyboardInterrupt()), ["fail"]).exit_code
