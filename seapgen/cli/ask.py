"""`seapgen inventory`, `seapgen figures` and `seapgen explain`: what was computed, and from what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from seapgen.cli.arguments import AsJson, Programme
from seapgen.cli.json_text import json_text
from seapgen.cli.voice import voice_of
from seapgen.model.errors import UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.source import Source

if TYPE_CHECKING:  # these nouns bring pydantic along, which --help does without
    from seapgen.model.results import MunicipalityResults, ScopeResults
    from seapgen.study import Study

SCOPE = "municipality/"


def inventory(
    context: typer.Context,
    programme: Programme,
    municipality: Annotated[str, typer.Argument(help="Its id.")],
    year: Annotated[int, typer.Option(help="Year of the inventory. [default: that of the baseline]")] = 0,
    as_json: AsJson = False,
) -> None:
    """Print a computed inventory: totals, sectors, carriers and factors.

    Reads the programme's folder and writes nothing. Findings about the plan do not matter here; `seapgen check` lists them all.
    """
    from seapgen.cli.inventory import inventory_json, inventory_lines, wanted_year
    from seapgen.study import study

    about = study(programme)
    results = _results(about, municipality)
    wanted = results.inventory(year or wanted_year(about.programme, municipality))
    if wanted is None:
        raise _unknown(msg("There is no inventory of that year."), [str(i.year) for i in results.inventories])
    if as_json:
        typer.echo(json_text(inventory_json(wanted, results)), nl=False)
        return
    for line in inventory_lines(wanted, results, voice_of(context)):
        typer.echo(line)


def figures(
    context: typer.Context,
    programme: Programme,
    scope: Annotated[str, typer.Argument(help="municipality/ID (or the id alone), group/ID or programme; else all.")] = "",
    as_json: AsJson = False,
) -> None:
    """List every figure with its id, exact value and unit; `seapgen explain` takes the ids."""
    from seapgen.cli.explanation import all_of, figure_json, figure_line
    from seapgen.study import study

    about, voice = study(programme), voice_of(context)
    found = [d.figure for each in ([scope] if scope else _scopes(about)) for d in all_of(_scope(about, each)).values()]
    if as_json:
        typer.echo(json_text([figure_json(f) for f in found]), nl=False)
        return
    for figure in found:
        typer.echo(figure_line(figure, voice))


def explain(
    context: typer.Context,
    programme: Programme,
    figure: Annotated[str, typer.Argument(help="municipality/ID:inventory.2019.energy_mwh, as `seapgen figures` lists them.")],
    as_json: AsJson = False,
) -> None:
    """Say where a figure comes from: its formula, and what went into it, down to the cells of the input."""
    from seapgen.cli.explanation import all_of, explanation_json, explanation_lines
    from seapgen.study import explained, study

    about = study(programme)
    scope, path = _scoped(figure, about)
    known = all_of(_scope(about, scope))
    if path not in known:
        raise _unknown(msg("There is no such figure."), _similar(path, known))
    found, languages = explained(about, scope, path), about.programme.head.languages
    if as_json:
        typer.echo(json_text(explanation_json(found, languages)), nl=False)
        return
    for line in explanation_lines(found, voice_of(context)):
        typer.echo(line)


def _scoped(figure: str, about: Study) -> tuple[str, str]:
    """The scope and the path of a figure; the scope may be left out where there is one municipality."""
    scope, colon, path = figure.rpartition(":")
    if colon:
        return scope, path
    if len(about.results.municipalities) == 1:
        return next(iter(about.results.municipalities)), path
    raise _unknown(msg("The figure needs a scope: municipality/ID:…"), list(about.results.municipalities))


def _results(about: Study, municipality: str) -> MunicipalityResults:
    found = about.results.municipalities.get(municipality)
    if found is None:
        raise _unknown(msg("There is no such municipality."), list(about.results.municipalities))
    return found


def _scopes(about: Study) -> list[str]:
    """Everything that has figures."""
    return [
        *(f"{SCOPE}{id_}" for id_ in about.results.municipalities),
        *(f"group/{id_}" for id_ in about.results.groups),
        "programme",
    ]


def _scope(about: Study, name: str) -> ScopeResults:
    found = about.results.scope(name)
    if found is None:
        raise _unknown(msg("There is no such municipality or group."), _scopes(about))
    return found


def _similar(path: str, known: Iterable[str]) -> list[str]:
    """Figures whose ids begin as the wanted one does, as far as any does."""
    paths = sorted(known)
    for end in range(len(path), 0, -1):
        if near := [p for p in paths if p.startswith(path[:end])]:
            return near[:8]
    return []


def _unknown(fact: Message, known: list[str]) -> UnknownRequestError:
    way_out = msg("There are: {names}.", names=", ".join(known)) if known else None
    return UnknownRequestError([Finding("R13", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])
