"""Figures and where they come from, as JSON and as an indented tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from seapgen.cli.json_text import Json
from seapgen.cli.voice import Voice
from seapgen.model.explanation import Explanation
from seapgen.model.message import WITHHELD, Exact, Figure, msg
from seapgen.model.results import Cell, Derived, ScopeResults


def all_of(results: ScopeResults) -> Mapping[str, Derived]:
    """Numbers, dates and periods of a scope, by path: all that can be explained."""
    return {**results.figures, **results.facts}


def figure_json(figure: Figure) -> Json:
    """Id, exact value, unit; of a figure that is withheld, that it is."""
    return {"figure": figure.id, **_value(figure), "unit": figure.unit.value}


def figure_line(figure: Figure, voice: Voice) -> str:
    """Id, exact value, and how it is printed."""
    return f"{figure.id}\t{_plain(figure)}\t{voice.show(figure)}"


def explanation_json(found: Explanation, languages: Sequence[str]) -> Json:
    """The contract's shape: inputs have the same, or are cells."""
    return {
        "figure": found.figure.id,
        **_value(found.figure),
        "unit": found.figure.unit.value,
        "printed": {code: Voice(code).show(found.figure) for code in languages},
        "formula": found.formula.name,
        "source": found.formula.source,
        "inputs": [_cell(x) if isinstance(x, Cell) else explanation_json(x, languages) for x in found.inputs],
    }


def explanation_lines(found: Explanation, voice: Voice, depth: int = 0) -> Iterator[str]:
    """A line for each figure with its formula, and below it what went in."""
    gap = "  " * depth
    yield f"{gap}{found.figure.id} = {voice.show(found.figure)} ({_plain(found.figure)})"
    cited = f" [{found.formula.source}]" if found.formula.source else ""
    yield f"{gap}  {voice.say(found.formula.wording)}{cited}"
    for each in found.inputs:
        if isinstance(each, Cell):
            label = f" {voice.show(each.label)}" if each.label else ""
            yield f"{gap}  {each.source}{label} = {_plain(each)} {each.unit}".rstrip()
        else:
            yield from explanation_lines(each, voice, depth + 1)
    if depth == 0:
        holds = msg("Evaluated again, the formula gives the same value.")
        yield voice.say(holds if found.holds else msg("Evaluated again, the formula gives another value: this is a bug."))


def _cell(cell: Cell) -> Json:
    return {"source": str(cell.source), **_value(cell), "unit": cell.unit}


def _value(told: Figure | Cell) -> dict[str, Json]:
    return {"value": None, "withheld": True} if told.is_withheld else {"value": _exact(told.value)}


def _exact(value: Exact) -> Json:
    match value:
        case Decimal():
            return value
        case date():
            return value.isoformat()
        case (start, end):
            return [start, end]


def _plain(told: Figure | Cell) -> str:
    """All digits, with a point."""
    match told.value:
        case _ if told.is_withheld:
            return WITHHELD
        case Decimal() as number:
            return format(number, "f")
        case date() as day:
            return day.isoformat()
        case (start, end):
            return f"{start:f}–{end:f}"
