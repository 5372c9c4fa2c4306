"""The one place where errors become exit codes."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from seapgen.cli.findings import report
from seapgen.cli.voice import is_debugging, voice_of
from seapgen.model.errors import ExitCode, SeapgenError
from seapgen.model.message import msg

FOREIGN = (typer.Exit, typer.Abort, typer.TyperException, BrokenPipeError)  # Typer knows what to do with them


class ReportingGroup(TyperGroup):
    """Reports what a command refuses, with its findings; an unforeseen error is a bug, and asks to be reported."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command. `ctx` is Typer's context, whose type it keeps to itself."""
        try:
            return super().invoke(ctx)
        except FOREIGN:
            raise
        except SeapgenError as error:
            report(error.findings, voice_of(ctx))
            raise typer.Exit(error.exit_code) from None
        except Exception as bug:
            if is_debugging():
                raise
            _tell_bug(bug, ctx)
            raise typer.Exit(ExitCode.BUG) from None


def _tell_bug(bug: Exception, context: typer.Context) -> None:
    fact = msg("seapgen has a bug: {kind}: {text}", kind=type(bug).__name__, text=str(bug))
    voice_of(context).tell(fact)
    voice_of(context).tell(msg("Please report it, with what `SEAPGEN_DEBUG=1 seapgen …` prints."))
