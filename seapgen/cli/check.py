"""`seapgen check`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seapgen.cli.arguments import AsJson, Strict
from seapgen.cli.findings import findings_json, report
from seapgen.cli.json_text import json_text
from seapgen.cli.rule import rule_json, rule_lines
from seapgen.cli.voice import Voice, voice_of
from seapgen.model.errors import InvalidInputError
from seapgen.model.finding import Finding, Stage
from seapgen.model.verdict import STAGES, exit_code

if TYPE_CHECKING:
    from seapgen.study import Study

Folder = Annotated[Path | None, typer.Argument(exists=True, file_okay=False, help="Folder of the programme.")]


class UpTo(StrEnum):
    """How far a plan has come."""

    INVENTORY = "inventory"
    PLAN = "plan"
    SUBMISSION = "submission"


def check(
    context: typer.Context,
    programme: Folder = None,
    stage: Annotated[UpTo, typer.Option(help="What is checked up to.")] = UpTo.SUBMISSION,
    explain: Annotated[str, typer.Option(metavar="CODE", help="Say what a rule is about, instead of checking.")] = "",
    html: Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write a report as a web page too.")] = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Print everything that is wrong with a programme's data, worst first.

    Reads the programme's folder; writes nothing but the report of --html: a page by municipality, file and cell, with
    the rows shown and places among peers. Each finding has its code, the cell, the fact, the limit and a way out.
    """
    voice = voice_of(context)
    if explain:
        _explain(explain, voice, as_json=as_json)
        return
    if programme is None:
        raise typer.BadParameter("name the folder, or a rule with --explain", param_hint="PROGRAMME")
    later = STAGES[STAGES.index(Stage(stage.value)) + 1 :]
    about, findings = _studied(programme)
    found = [f for f in findings if f.stage not in later]
    if html:
        from seapgen.report import write_report

        write_report(html, programme, about, found, Stage(stage.value), voice.wish)
    _print(found, voice, as_json=as_json)
    raise typer.Exit(exit_code(found, strict=strict))


def _studied(folder: Path) -> tuple[Study | None, tuple[Finding, ...]]:
    """The programme and what was found; no programme where its head cannot be read."""
    from seapgen.study import study

    try:
        about = study(folder)
    except InvalidInputError as error:
        return None, tuple(error.findings)
    return about, about.findings


def _print(found: tuple[Finding, ...] | list[Finding], voice: Voice, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json_text(findings_json(found, voice)), nl=False)
    else:
        report(found, voice, to_stdout=True)


def _explain(code: str, voice: Voice, *, as_json: bool) -> None:
    from seapgen.study import rule_codes, rule_text

    rule = rule_text(code)
    if rule is None:
        known = ", ".join(rule_codes())
        raise typer.BadParameter(f"there is no rule {code!r}; there are {known}", param_hint="--explain")
    if as_json:
        typer.echo(json_text(rule_json(rule, voice)), nl=False)
    else:
        typer.echo("\n".join(rule_lines(rule, voice)))
