"""Data with places into nouns; what a noun refuses becomes findings with the place of each value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from seapgen.intake.guards.paths import is_reserved
from seapgen.intake.nodes import Leaf, Listed, Mapped, Node, Place
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import Path, Shaper
from seapgen.model.finding import Finding
from seapgen.model.message import Message, Verbatim, msg
from seapgen.model.noun import ACTION_PATTERN, COUNTRY_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, Noun
from seapgen.model.source import Origin, Source

N = TypeVar("N", bound=Noun)

_FORMS: Mapping[str, Message] = {
    ID_PATTERN: msg("id"), ACTION_PATTERN: msg("id of an action"), LANGUAGE_PATTERN: msg("language code"),
    COUNTRY_PATTERN: msg("country code"),
}  # fmt: skip
_SAID = ("literal_error", "enum", "extra_forbidden")  # closed lists and unknown keys have their finding already
_BOUNDS = {"greater_than": "> {gt}", "greater_than_equal": "≥ {ge}", "less_than": "< {lt}", "less_than_equal": "≤ {le}"}


def noun(node: Node, kind: type[N], file: str) -> tuple[N | None, tuple[Finding, ...]]:
    """One record, or nothing where findings say why."""
    shaper = Shaper(file)
    data = shaper.shape(node, kind)
    refused: list[Finding] = []
    made: N | None = None
    if isinstance(data, dict):
        try:
            made = kind.model_validate(data)
        except ValidationError as problem:
            refused = [f for e in problem.errors(include_url=False) if (f := _finding(e, shaper)) is not None]
    findings = (*shaper.findings, *refused)
    if made is None or shaper.settled:
        return None, findings
    _place(made, node, file)
    return _unreserved(made, file)


def nouns(node: Node, kind: type[N], file: str) -> tuple[tuple[N, ...], tuple[Finding, ...]]:
    """The records of a file that is a list; the good ones are kept where others are refused."""
    if not isinstance(node, Listed):
        name = file.rpartition("/")[2]
        return (), (LoadRule.WRONG_KIND.at(Source(file, node.line, node.column), name=name, expected=msg("a list")),)
    made: list[N] = []
    findings: list[Finding] = []
    for item in node.items:
        one, found = noun(item, kind, file)
        made += [one] if one is not None else []
        findings += found
    return tuple(made), tuple(findings)


def _unreserved(made: N, file: str) -> tuple[N | None, tuple[Finding, ...]]:
    """An id names files and folders, so some words cannot be one."""
    id_ = getattr(made, "id", "")
    return (None, (LoadRule.RESERVED_NAME.at(made.at("id"), id=id_),)) if is_reserved(id_) else (made, ())


def _finding(error: ErrorDetails, shaper: Shaper) -> Finding | None:
    """What a noun refused, at its place; nothing where the value has its finding already."""
    whole = tuple(str(step) for step in error["loc"])
    path = _known(whole, shaper.places)
    if error["type"] in _SAID or any(path[:n] in shaper.settled for n in range(len(path) + 1)):
        return None
    if error["type"] == "missing":
        parent = _known(whole[:-1], shaper.places)
        name = ".".join(part for part in (shaper.names.get(parent, ""), whole[-1]) if part)
        return LoadRule.MISSING.at(Source(shaper.file, *shaper.places[path]), name=name)
    return _refusal(error, shaper.names.get(path, ""), Source(shaper.file, *shaper.places[path]))


def _refusal(error: ErrorDetails, name: str, place: Source) -> Finding:
    context = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        what = _FORMS.get(pattern, Verbatim(name))
        return LoadRule.BAD_FORM.at(place, str(error["input"]), what=what, pattern=pattern)
    if error["type"] in _BOUNDS:
        limit = _BOUNDS[error["type"]].format(**context)
        return LoadRule.OUT_OF_RANGE.at(place, str(error["input"]), limit, name=name)
    if error["type"] == "too_short":
        return LoadRule.TOO_FEW.at(place, name=name)
    return LoadRule.INVALID.at(place, name=name)


def _known(path: Path, places: Mapping[Path, Place]) -> Path:
    """The path as far as it has places."""
    known: Path = ()
    for step in path:  # a step that leads nowhere is the name of a union's member
        known = (*known, step) if (*known, step) in places else known
    return known


def _place(value: object, node: Node, file: str) -> None:
    """Tell a noun and the nouns in it where they stand."""
    if isinstance(value, Noun) and isinstance(node, Mapped):
        value._origin = Origin(file, node.line, node.column, _fields(value, node))  # intake is its one writer
        names = _names(type(value))
        for entry in node.entries:
            _place(getattr(value, names[str(entry.key.value)]), entry.node, file)
    elif isinstance(value, tuple) and isinstance(node, Listed):
        for one, item in zip(value, node.items, strict=True):
            _place(one, item, file)
    elif isinstance(value, Mapping) and isinstance(node, Mapped):
        for one, entry in zip(value.values(), node.entries, strict=True):
            _place(one, entry.node, file)


@cache
def _names(kind: type[Noun]) -> Mapping[str, str]:
    """The field of each key in a file."""
    return {f.alias or name: name for name, f in kind.model_fields.items()}


def _fields(value: Noun, node: Mapped) -> dict[str, Place]:
    """Where each field stands: a plain value by itself, a nested one by its key, with `field.key` or `field.n` inside it."""
    names = _names(type(value))
    places = {names.get(key, key): place for key, place in node.blanks.items()}
    for entry in node.entries:
        name, inner = names[str(entry.key.value)], entry.node
        places[name] = (inner.line, inner.column)
        if isinstance(inner, Mapped):
            places |= {f"{name}.{e.key.value}": (e.node.line, e.node.column) for e in inner.entries}
        elif isinstance(inner, Listed):
            places |= {f"{name}.{n}": (i.line, i.column) for n, i in enumerate(inner.items) if isinstance(i, Leaf)}
    return places
