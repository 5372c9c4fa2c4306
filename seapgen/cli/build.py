"""`seapgen build`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from seapgen.cli.arguments import AsJson, Programme, Strict
from seapgen.cli.ending import ending_well
from seapgen.cli.findings import findings_json, report, summary
from seapgen.cli.json_text import Json, json_text
from seapgen.cli.progress import progress
from seapgen.cli.voice import Voice, voice_of
from seapgen.model.artifact import FORMATS, Format
from seapgen.model.finding import Stage
from seapgen.model.message import msg
from seapgen.model.order import PRODUCTS, Built, Order, Wanted
from seapgen.model.verdict import drafting, exit_code, is_error

_ONLY = f"Only these: {', '.join(PRODUCTS)}, or seap:ID of a municipality or group."
Only = Annotated[list[str], typer.Option(metavar="PRODUCT[:ID]", help=_ONLY)]
Lang = Annotated[list[str], typer.Option(metavar="LANG", help="Only these languages. [default: the town's, and the reference]")]
Formats = Annotated[list[str], typer.Option("--format", metavar="FORMAT", help=f"Only these formats: {', '.join(FORMATS)}.")]
TocPages = Annotated[bool, typer.Option("--toc-pages", help="Page numbers in the contents of Word files; needs LibreOffice.")]
Jobs = Annotated[int, typer.Option(min=0, metavar="N", help="Processors to use. [default: all]")]
Wait = Annotated[float, typer.Option(min=0, metavar="SECONDS", help="How long to wait while another build holds the folder.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say why each file was made, or was not made again.")]


def build(  # noqa: PLR0917 - options have names for whoever types them
    context: typer.Context,
    programme: Programme,
    out: Annotated[Path, typer.Option(help="Folder for the documents; made if it is not there.")] = Path("build"),
    only: Only = [],  # noqa: B006 - Typer reads it, nobody changes it
    lang: Lang = [],  # noqa: B006
    format_: Formats = [],  # noqa: B006
    jobs: Jobs = 0,
    wait: Wait = 0,
    explain: Explain = False,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Build what is free of errors.")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Print what is not translated in the language of reference.")] = False,
    toc_pages: TocPages = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Make every document that is missing or out of date.

    Reads the programme's folder and writes seap/ID/LANG/seap-ID-LANG.{docx,pdf,html} and manifest.json. Prints the paths of the
    documents; nothing is written where the data have errors.
    """
    from seapgen.building import build as build_products

    order = Order(tuple(map(_wanted, only)), tuple(lang), _formats(format_), jobs, draft, keep_going, toc_pages, wait)
    voice = voice_of(context)
    with ending_well(voice), progress(voice) as tell:
        built = build_products(programme, out, order, tell)
    typer.echo(json_text(_json(built, voice)) if as_json else _paths(built, out), nl=False)
    _tell(built, voice, explain=explain)
    raise typer.Exit(exit_code(drafting(built.findings), strict=strict))


def _wanted(text: str) -> Wanted:
    product, _, scope = text.partition(":")
    if product not in PRODUCTS:
        raise typer.BadParameter(f"{product!r} is none of: {', '.join(PRODUCTS)}", param_hint="--only")
    return Wanted(product, scope)


def _formats(names: list[str]) -> tuple[Format, ...]:
    for name in names:
        if name not in FORMATS:
            raise typer.BadParameter(f"{name!r} is none of: {', '.join(FORMATS)}", param_hint="--format")
    return tuple(f for f in FORMATS if f in names or not names)


def _paths(built: Built, out: Path) -> str:
    paths = sorted([path for path, _ in built.written] + list(built.reused))
    return "".join(f"{(out / path).as_posix()}\n" for path in paths)


def _tell(built: Built, voice: Voice, *, explain: bool) -> None:
    """What stands in the way of documents, what was printed in another language, and how much was done."""
    for path, reason in sorted((*built.written, *built.because), key=lambda each: each[0]) if explain else ():
        typer.echo(f"{path}: {voice.say(reason)}", err=True)
    shown = [f for f in drafting(built.findings) if is_error(f) or f.stage in (Stage.TRANSLATION, Stage.TEMPLATE, Stage.RUN)]
    if shown:
        report(shown, voice)
    elif built.findings:
        voice.tell(msg("{findings}: `seapgen check` lists them.", findings=summary(built.findings)))
    voice.tell(
        msg(
            "{written} written, {reused} reused, {removed} removed",
            written=str(len(built.written)), reused=str(len(built.reused)), removed=str(len(built.removed)),
        )
    )  # fmt: skip


def _json(built: Built, voice: Voice) -> Json:
    written = [path for path, _ in built.written]
    found = cast("dict[str, Json]", findings_json(built.findings, voice))
    return {"written": written, "reused": list(built.reused), "removed": list(built.removed), **found}
