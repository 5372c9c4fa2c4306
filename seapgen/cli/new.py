"""`seapgen new`."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from seapgen.cli.voice import Voice, voice_of
from seapgen.model.errors import ExitCode
from seapgen.model.message import Message, msg
from seapgen.model.start import Started, StartWish

Ask = Callable[[Message, str], str]  # a question and the answer that is taken where none is given; the answer
DEFAULTS = StartWish(
    title="Sustainable energy action plans",
    languages=("en",),
    country="IT",
    agency="Example Energy Agency",
    municipalities=("Exampletown",),
    issue_date="2026-01-01",
    baseline_year="2019",
)
Town = Annotated[
    list[str], typer.Option("--municipality", metavar="NAME", help="Its name, or ID=NAME; several times for several.")
]


def new(  # noqa: PLR0917 - options have names for whoever types them
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new folder; it must not be there, or be empty.")],
    title: Annotated[str, typer.Option(help="Title of the programme.")] = "",
    language: Annotated[
        list[str], typer.Option(metavar="LANG", help="Languages of documents, the language of reference first.")
    ] = [],  # noqa: B006 - Typer reads it, nobody changes it
    country: Annotated[str, typer.Option(metavar="XX", help="Two letters.")] = "",
    agency: Annotated[str, typer.Option(metavar="NAME", help="The agency that helps.")] = "",
    municipality: Town = [],  # noqa: B006
    group: Annotated[str, typer.Option(metavar="NAME", help="A group of municipalities with a common strategy.")] = "",
    issue_date: Annotated[str, typer.Option(metavar="DATE", help="Printed on everything. [default: 2026-01-01]")] = "",
    baseline_year: Annotated[str, typer.Option(metavar="YEAR", help="Year of the first inventory. [default: 2019]")] = "",
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing: take the options, else examples.")] = False,
) -> None:
    """Start a programme: a folder that checks and builds at once, with examples to be replaced.

    Asks for what no option says. A name may carry its id, lodz=Łódź; else the id is made from its letters. Writes programme.yaml,
    agencies/ID/ and municipalities/ID/ with commented files, all of them or none, into a folder that is new or empty.
    """
    from seapgen.founding import found_programme

    voice = voice_of(context)
    wish = StartWish(title, _split(language), country, agency, tuple(municipality), issue_date, baseline_year, group)
    started = found_programme(folder, _filled(wish) if no_input else _asked(wish, _asker(voice)))
    typer.echo("".join(f"{(folder / path).as_posix()}\n" for path in started.files), nl=False)
    for line in next_steps(folder, started):
        voice.tell(line)


def _split(languages: Sequence[str]) -> tuple[str, ...]:
    """`--language en,it` is the same as the option given twice."""
    return tuple(part.strip() for each in languages for part in each.split(",") if part.strip())


def _filled(wish: StartWish) -> StartWish:
    """The wish with the defaults for what it leaves open; no group where none is wished."""
    return StartWish(
        wish.title or DEFAULTS.title, wish.languages or DEFAULTS.languages, wish.country or DEFAULTS.country,
        wish.agency or DEFAULTS.agency, wish.municipalities or DEFAULTS.municipalities,
        wish.issue_date or DEFAULTS.issue_date, wish.baseline_year or DEFAULTS.baseline_year, wish.group,
    )  # fmt: skip


def _asked(wish: StartWish, ask: Ask) -> StartWish:
    """The wish with answers for what it leaves open."""
    return StartWish(
        wish.title or ask(msg("Title of the programme"), DEFAULTS.title),
        wish.languages or _split([ask(msg("Languages of documents, the language of reference first"), "en")]),
        wish.country or ask(msg("Country, two letters"), DEFAULTS.country),
        wish.agency or ask(msg("Name of the agency"), DEFAULTS.agency),
        wish.municipalities or _names(ask(msg("Names of the municipalities, with ; between them"), "")),
        wish.issue_date or ask(msg("Date of issue, like 2026-06-30"), ""),
        wish.baseline_year or ask(msg("Year of the first inventory"), DEFAULTS.baseline_year),
        wish.group,
    )


def _names(answer: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in answer.split(";") if name.strip())


def _asker(voice: Voice) -> Ask:
    """Questions on the terminal. Where nobody sits at one, the command ends with what to do instead."""

    def ask(question: Message, default: str) -> str:
        if not sys.stdin.isatty():
            voice.tell(
                msg("Nobody can be asked here: standard input is no terminal. Use --no-input, with options for the answers.")
            )
            raise typer.Exit(ExitCode.USAGE)
        try:
            return str(typer.prompt(voice.say(question), default=default or None, err=True))
        except typer.Abort:
            typer.echo(err=True)
            raise typer.Exit(ExitCode.INTERRUPTED) from None

    return ask


def next_steps(folder: Path, started: Started) -> list[Message]:
    """What a new user does now."""
    place, town = shlex.quote(folder.as_posix()), started.municipalities[0]
    data = (folder / "municipalities" / town.id).as_posix()
    languages = "".join(f" --lang {code}" for code in started.languages) if started.unwritten else ""
    lines = [
        msg("Made. What to do next:"),
        msg("1. See that it is in order: {command}", command=f"seapgen check {place}"),
        msg("2. Make the first drafts: {command}", command=f"seapgen build {place}{languages}"),
        msg("3. Replace what is marked as an example in {files}, then check and build again.", files=f"{data}/"),
        msg("4. See how far everybody has come: {command}", command=f"seapgen status {place}"),
    ]
    if started.unwritten:
        lines.append(msg("Documents cannot be made yet in: {languages}.", languages=", ".join(started.unwritten)))
    return lines
