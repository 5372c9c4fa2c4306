"""The command line: its commands and the options before them."""

from __future__ import annotations

from typing import Annotated

import typer

from seapgen import __version__
from seapgen.cli.boundary import ReportingGroup

EXIT_CODES = (
    "Exit codes: 0 ok, 1 bug, 2 usage, 3 invalid input, 4 missing translation, 5 broken template, 6 missing tool,"
    " 7 output not writable, 8 warnings with --strict, 75 another build holds the folder, 130 interrupted."
)
app = typer.Typer(
    cls=ReportingGroup, name="seapgen", no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
)  # fmt: skip
template = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The templates documents are made with.")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"seapgen {__version__}")
        raise typer.Exit


@app.callback()
def options(
    ui_lang: Annotated[str, typer.Option(metavar="LANG", help="Language of messages; else that of the environment.")] = "",
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Make sustainable energy action plans from municipal energy returns, as Word, PDF and web page."""


def _register() -> None:
    """Import the modules that hold the commands; each names its function after the command."""
    from seapgen.cli import ask, build, check, letters, library, new, schema, status
    from seapgen.cli import template as template_commands

    app.command()(build.build)
    app.command()(check.check)
    app.command()(letters.letters)
    app.command()(ask.inventory)
    app.command()(ask.figures)
    app.command()(ask.explain)
    app.command()(library.library)
    app.command()(new.new)
    app.command()(status.status)
    app.command()(schema.schema)
    template.command("check")(template_commands.check)
    template.command("new")(template_commands.new)
    app.add_typer(template, name="template")


_register()
