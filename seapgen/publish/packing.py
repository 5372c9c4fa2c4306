"""Findings as JSON and back, without loss: nouns by name, from a closed list, so that a file can make nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Figure, Message, NoteMark, Place, Reference, Several, Term, Verbatim, Words
from seapgen.model.peers import Distribution, Knot
from seapgen.model.source import Source
from seapgen.model.units import Unit

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
_NOUNS = {
    noun.__name__: noun
    for noun in (
        Distribution, Figure, Finding, Knot, Message, NoteMark, Place, Reference, Several, Source, Term, Verbatim, Words,
        Severity, Stage, Unit,
    )
}  # fmt: skip
_KIND = ""  # the key under which an object has the name of its noun


def packed(node: object) -> Json:
    """A noun as JSON. Raises TypeError for what is not on the list."""
    match node:
        case Enum():
            return {_KIND: type(node).__name__, "value": packed(node.value)}
        case None | bool() | str() | int():
            return node
        case Decimal() | date():
            return {_KIND: type(node).__name__, "value": str(node)}
        case tuple():
            return [packed(each) for each in node]
        case Mapping():
            return {_KIND: "Mapping", "items": [[packed(key), packed(value)] for key, value in node.items()]}
        case _ if is_dataclass(node) and type(node).__name__ in _NOUNS:
            return {_KIND: type(node).__name__, **{f.name: packed(getattr(node, f.name)) for f in fields(node)}}
        case _:
            raise TypeError(f"{type(node).__name__} cannot be kept")


def unpacked(node: Any) -> Any:
    """The noun of such JSON. Raises ValueError, TypeError, KeyError or ArithmeticError for anything else.

    `Any`: JSON from a file is of any shape, and so is what it stands for.
    """
    if isinstance(node, list):
        return tuple(unpacked(each) for each in node)
    if not isinstance(node, dict):
        return node
    kind = node[_KIND]
    if kind == "Mapping":
        return {unpacked(key): unpacked(value) for key, value in node["items"]}
    if kind in {"Decimal", "date"}:
        return Decimal(node["value"]) if kind == "Decimal" else date.fromisoformat(node["value"])
    noun: Any = _NOUNS[kind]
    return noun(**{name: unpacked(value) for name, value in node.items() if name != _KIND})


def packed_findings(findings: Iterable[Finding]) -> Json:
    """Findings as JSON."""
    return [packed(finding) for finding in findings]


def unpacked_findings(node: Any) -> tuple[Finding, ...]:
    """Findings from JSON. `Any`, and errors: as `unpacked`."""
    found = unpacked(node)
    if not isinstance(found, tuple) or not all(isinstance(each, Finding) for each in found):
        raise TypeError("these are no findings")
    return found
