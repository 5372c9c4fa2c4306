"""A document with one wrong digit, to see whether a test sees it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from seapgen.model.document import Localised
from seapgen.model.inline import FigureInline

Change = Callable[[FigureInline], FigureInline]


def with_wrong_digit(text: str) -> str:
    """A number whose last digit is another one."""
    at = max(n for n, letter in enumerate(text) if letter.isdecimal())
    return f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"


def changed(document: Localised, figure: FigureInline, change: Change) -> Localised:
    """The document with one occurrence of one figure changed."""
    mutation = _Mutation(figure, change)
    blocks = mutation.apply(document.blocks)
    if not mutation.is_done:
        raise ValueError(f"{figure.id} is not in the document")
    return replace(document, blocks=blocks)


def with_wrong_cell(word: bytes, place: str) -> bytes:
    """A Word file in which a number in the workbook of the first chart has a wrong digit."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    book = min((name for name in parts if name.startswith("word/embeddings/")), key=lambda name: int(re.findall(r"\d+", name)[0]))
    with zipfile.ZipFile(io.BytesIO(parts[book])) as inner:
        sheets = {name: inner.read(name) for name in inner.namelist()}
    sheet = sheets["xl/worksheets/sheet1.xml"].decode()
    wrong = re.sub(rf'(?<=<c r="{place}"><v>)[^<]*', lambda found: with_wrong_digit(found[0]), sheet)
    return _packed(parts | {book: _packed(sheets | {"xl/worksheets/sheet1.xml": wrong.encode()})})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


class _Mutation:
    """Rebuilds a tree down to one noun; the rest stays the same objects."""

    def __init__(self, figure: FigureInline, change: Change) -> None:
        self._figure, self._change, self.is_done = figure, change, False

    def apply(self, node: Any) -> Any:
        """The node, or a new one where the figure is in it."""
        if node is self._figure and not self.is_done:
            self.is_done = True
            return self._change(node)
        if isinstance(node, tuple):
            parts = tuple(map(self.apply, node))
            return parts if any(a is not b for a, b in zip(node, parts, strict=True)) else node
        if is_dataclass(node) and not isinstance(node, type):
            parts = {each.name: self.apply(getattr(node, each.name)) for each in fields(node)}
            different = {name: part for name, part in parts.items() if part is not getattr(node, name)}
            return replace(node, **different) if different else node
        return node
