"""`seapgen letters`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from seapgen.cli.arguments import AsJson, Programme, Strict
from seapgen.cli.findings import findings_json, report
from seapgen.cli.json_text import Json, json_text
from seapgen.cli.voice import Voice, voice_of
from seapgen.model.message import msg
from seapgen.model.order import LetterOrder, Posted
from seapgen.model.verdict import exit_code

Only = Annotated[list[str], typer.Option(metavar="ID", help="Only these municipalities.")]
Lang = Annotated[list[str], typer.Option(metavar="LANG", help="Only these languages. [default: the town's]")]
Named = Annotated[list[str], typer.Option("--letter", metavar="NAME", help="Only these letters.")]


def letters(  # noqa: PLR0917 - options have names for whoever types them
    context: typer.Context,
    programme: Programme,
    out: Annotated[Path, typer.Option(help="Folder for the documents; made if it is not there.")] = Path("build"),
    only: Only = [],  # noqa: B006 - Typer reads it, nobody changes it
    lang: Lang = [],  # noqa: B006
    letter: Named = [],  # noqa: B006
    list_: Annotated[bool, typer.Option("--list", help="Name the letters there are, with their places, and write none.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over letters that somebody has edited.")] = False,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Write those of municipalities without errors.")] = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Write the letters to municipalities: council resolution, covering letter, and those of the agency.

    Reads the programme's folder and writes letters/ID/LANG/LETTER-ID-LANG.docx. A Word file in agencies/ID/letters/LANG/ is a
    letter too, and takes the place of the house's letter of the same name. Nothing is written where data or letters have errors.
    """
    from seapgen.letters.choice import letters_of
    from seapgen.letters.post import write_letters

    if list_:
        for file in letters_of(programme):
            typer.echo(f"{file.name}\t{file.language}\t{file.shown}")
        return
    voice = voice_of(context)
    posted = write_letters(programme, out, LetterOrder(tuple(only), tuple(lang), tuple(letter), keep_going, force))
    typer.echo(json_text(_json(posted, voice)) if as_json else _paths(posted, out), nl=False)
    _tell(posted, voice)
    raise typer.Exit(exit_code(posted.findings, strict=strict))


def _paths(posted: Posted, out: Path) -> str:
    return "".join(f"{(out / path).as_posix()}\n" for path in sorted((*posted.written, *posted.reused)))


def _tell(posted: Posted, voice: Voice) -> None:
    """What was left out or alone, and how much was done."""
    if posted.findings:
        report(posted.findings, voice)
    written, reused, removed = (str(len(x)) for x in (posted.written, posted.reused, posted.removed))
    voice.tell(msg("{written} written, {reused} reused, {removed} removed", written=written, reused=reused, removed=removed))


def _json(posted: Posted, voice: Voice) -> Json:
    found = findings_json(posted.findings, voice)
    assert isinstance(found, dict)
    paths: dict[str, Json] = {k: list(getattr(posted, k)) for k in ("written", "reused", "kept", "removed")}
    return {**paths, **found}
