"""`seapgen library`: the typical actions that an action may name, with what they brought and cost elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from seapgen.cli.arguments import AsJson
from seapgen.cli.json_text import Json, json_text
from seapgen.cli.voice import Voice, voice_of
from seapgen.model.message import Term, msg

if TYPE_CHECKING:  # these nouns bring pydantic along, which --help does without
    from seapgen.model.library import Library, LibraryAction, Range


def library(
    context: typer.Context,
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...", help="Only these, with all that is known.")] = None,
    sector: Annotated[str, typer.Option(metavar="SECTOR", help="Only those of a sector: residential, local_heat, …")] = "",
    lang: Annotated[str, typer.Option(metavar="LANG", help="Language of titles and texts. [default: of messages]")] = "",
    as_json: AsJson = False,
) -> None:
    """List the typical actions: keys for the column `library` of actions.csv, titles and ranges.

    An action that names a key prints its title, description and indicator, marked, until it has its own. Ranges are compared with
    the action and never filled in. With keys, descriptions, sources and notes are printed too.
    """
    from seapgen.study import typical_actions

    found = typical_actions()
    chosen = _chosen(found, keys or [], sector)
    voice = _voice(context, lang)
    if as_json:
        typer.echo(json_text({"actions": [_json(found, each, voice) for each in chosen]}), nl=False)
        return
    for each in chosen:
        for line in _lines(found, each, voice, is_whole=bool(keys)):
            typer.echo(line)


def _chosen(found: Library, keys: list[str], sector: str) -> list[LibraryAction]:
    """The actions asked for; a key or sector that the library does not have is a slip of usage."""
    sectors = list(dict.fromkeys(str(each.sector) for each in found.actions.values()))
    if sector and sector not in sectors:
        raise typer.BadParameter(f"no action has the sector {sector!r}; there are: {', '.join(sectors)}", param_hint="--sector")
    if unknown := [key for key in keys if key not in found.actions]:
        raise typer.BadParameter(f"no action has the key {', '.join(map(repr, unknown))}; seapgen library lists them all")
    wanted = [found.actions[key] for key in keys] or list(found.actions.values())
    return [each for each in wanted if sector in ("", str(each.sector))]


def _voice(context: typer.Context, wish: str) -> Voice:
    if wish:
        from seapgen.speaking import speaker

        if speaker(wish).code != wish:
            raise typer.BadParameter(f"there is no catalogue of the language {wish!r}", param_hint="--lang")
    return Voice(wish) if wish else voice_of(context)


def _lines(found: Library, action: LibraryAction, voice: Voice, *, is_whole: bool) -> Iterator[str]:
    """Key and title, then a line for each range; with all texts where one action is asked for."""
    from seapgen.model.library import DESCRIPTION, INDICATOR, TITLE

    yield f"{action.key}: {voice.show(Term(f'library.{action.key}', TITLE))}"
    if is_whole:
        yield f"  {action.sector}, {action.area}, {action.instrument}"
        yield f"  {voice.show(Term(f'library.{action.key}', DESCRIPTION))}"
        yield f"  {voice.say(msg('Indicator'))}: {voice.show(Term(f'library.{action.key}', INDICATOR))}"
    for each in action.ranges:
        line = f"  {voice.show(Term(f'range_quantity.{each.quantity}'))}: {_span(each, voice)}"
        yield f"{line} ({voice.show(Term(f'range_mark.{each.mark}'))})"
        if is_whole:
            yield from (f"    {text}" for text in (each.note, found.cited(each.works)) if text)


def _span(each: Range, voice: Voice) -> str:
    return f"{voice.show(each.said())} {voice.show(Term(f'range_unit.{each.unit}'))}"


def _json(found: Library, action: LibraryAction, voice: Voice) -> Json:
    """Stable keys; numbers are exact, and an open end is null."""
    from seapgen.model.library import TEXTS

    title, description, indicator = (voice.show(Term(f"library.{action.key}", form)) for form in TEXTS)
    ranges: list[dict[str, Json]] = [
        {
            "quantity": each.quantity.value, "low": each.low, "high": each.high, "unit": each.unit.value,
            "mark": each.mark.value, "works": [found.cited([work]) for work in each.works], "note": each.note,
        }
        for each in action.ranges
    ]  # fmt: skip
    return {
        "key": action.key, "sector": action.sector.value, "area": action.area, "instrument": action.instrument,
        "title": title, "description": description, "indicator": indicator, "ranges": ranges,
    }  # fmt: skip
