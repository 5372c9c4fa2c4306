"""`seapgen template new` and `seapgen template check`: the look of an agency's documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from seapgen.cli.arguments import AsJson, Strict
from seapgen.cli.findings import findings_json, report
from seapgen.cli.json_text import json_text
from seapgen.cli.voice import voice_of
from seapgen.model.message import msg
from seapgen.model.verdict import exit_code

Folder = Annotated[Path | None, typer.Argument(exists=True, file_okay=False, help="Folder of the programme.")]
In = Annotated[Path, typer.Option("--programme", exists=True, file_okay=False, metavar="DIR", help="Folder of the programme.")]


def check(context: typer.Context, programme: Folder = None, strict: Strict = False, as_json: AsJson = False) -> None:
    """Check chapter files, theme, fonts, stationery and letters: those that are shipped, and those of a programme's agencies.

    Prints what is wrong file by file, each with its code, the words of the paragraph, and a way out.
    """
    from seapgen.agency import template_findings
    from seapgen.letters.trial import letter_findings

    found, voice = (*template_findings(programme), *letter_findings(programme)), voice_of(context)
    if as_json:
        typer.echo(json_text(findings_json(found, voice)), nl=False)
    else:
        report(found, voice, to_stdout=True, by_file=True)
    raise typer.Exit(exit_code(found, strict=strict))


def new(
    context: typer.Context,
    agency: Annotated[str, typer.Argument(help="Its id: the name of its folder.")],
    programme: In = Path(),
    country: Annotated[str, typer.Option(metavar="XX", help="[default: that of the first municipality]")] = "",
) -> None:
    """Start an agency's own look: a theme, a stationery for Word, and the texts of its blanks.

    Writes agencies/AGENCY/{theme.toml, stationery/default.docx, stationery/texts.toml}, and agency.yaml where there is none.
    Never writes over a file.
    """
    from seapgen.agency import start_agency

    voice, made = voice_of(context), start_agency(programme, agency, country)
    typer.echo("".join(f"{(programme / path).as_posix()}\n" for path in made), nl=False)
    voice.tell(
        msg("Now change the theme, and open the stationery in Word or LibreOffice; keep its marks and the names of its styles.")
    )
    voice.tell(msg("A municipality takes this look with the line “agency: {id}” in its municipality.yaml.", id=agency))
    voice.tell(msg("Then: {command}", command=f"seapgen template check {programme.as_posix()}"))
