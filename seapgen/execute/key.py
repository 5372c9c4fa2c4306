"""Keys of jobs: the SHA-256 of everything that goes into a file.

A tree is written in one canonical way: types by name, mappings in the order of their keys, decimals without loss.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path

from seapgen import resources

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]
RENDERED_BY = (".py", ".typ", ".html", ".css", ".js", ".toml", ".docx", ".ttf", ".otf", ".woff2", ".json", ".svg", ".xml")
_PLAIN = frozenset({str, int, bool, type(None)})
_ELSEWHERE = ("chapters", "letters")  # chapters are in the tree; letters are no documents of a build


def job_key(*parts: object) -> str:
    """The key of a job with these parts."""
    text = json.dumps([_canonical(p) for p in parts], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def renderer_version() -> str:
    """A digest of all that draws: the renderers' code, the templates for each format, the fonts."""
    package = resources.data().parent
    digest = hashlib.sha256()
    for name, root in (("render", package / "render"), ("templates", resources.folder("templates"))):
        for path in _sources(root):
            digest.update(f"{name}/{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(root: Path) -> Iterable[Path]:
    found = (p.relative_to(root) for p in root.rglob("*") if p.suffix in RENDERED_BY)
    return (root / p for p in sorted(found, key=Path.as_posix) if p.parts[0] not in _ELSEWHERE)


def _canonical(node: object) -> Json:
    kind = type(node)
    if kind in _PLAIN:
        return node  # type: ignore[return-value]  # one of these types is a JSON value
    if isinstance(node, tuple | list):
        return [_canonical(x) for x in node]
    if names := _names(kind):  # type: ignore[arg-type]  # a class is hashable
        return {"": kind.__name__, **{name: _canonical(getattr(node, name)) for name in names}}
    return _rare(node)


def _rare(node: object) -> Json:
    match node:
        case Enum():
            return _canonical(node.value)
        case str() | int():  # a type of its own
            return node
        case Decimal() | date():
            return {type(node).__name__: str(node)}
        case bytes():
            return {"bytes": hashlib.sha256(node).hexdigest()}
        case Mapping():
            return {str(k): _canonical(v) for k, v in node.items()}
        case _ if is_dataclass(node):
            return {"": type(node).__name__}  # without fields
        case _:
            raise TypeError(f"{type(node).__name__} cannot be part of a key")


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of another type."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) and not issubclass(kind, Enum | Mapping) else ()
