"""A finished PDF as its structure tree reads it to a person who listens.

Left out, each by its role: artifacts (decoration, running heads, page numbers), which have no place in the tree; drawings, which
`charts` reads; the list of contents (TOC), made of headings and page numbers; labels (Lbl), which are numbers of lists and marks
of footnotes, as Word and browsers count them; and numbers before headings of level 2, for the same reason.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf

from tests.support.finished.content import Content, Gathering
from tests.support.finished.pdf_text import Run, joined, marked

Object = Any  # pikepdf's objects are typed by what they hold
_INLINE = ("/Span", "/Strong", "/Em", "/Link", "/Reference", "/Code", "/Quote", "/Datetime")
_COUNTED = re.compile(r"(\d+|[A-Z])\.\d+ ")  # before a heading of level 2; Word counts it


def read_pdf(content: bytes) -> Content:
    """Text, tables and alternative texts of a tagged PDF."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reader = _Reader(marked(pdf))
        reader.block(pdf.Root.StructTreeRoot)
        return reader.found.content()


def drawn_texts(content: bytes) -> tuple[str, ...]:
    """The letters inside each figure in the order of the file; what stands apart in the drawing is parted by a space."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        reader = _Reader(marked(pdf))
        figures = (node for node in _elements(pdf.Root.StructTreeRoot) if node.get("/S") == "/Figure")
        return tuple(joined(reader.runs(figure)) for figure in figures)


class _Reader:
    """Walks the tree; the runs of a block wait until it ends."""

    def __init__(self, texts: dict[tuple[int, int], list[Run]]) -> None:
        self._texts = texts
        self.found = Gathering()

    def block(self, node: Object) -> None:
        """A block: what stands in it and between the blocks in it."""
        line: list[Run] = []
        parts = list(self._parts(node))
        for n, part in enumerate(parts):
            if isinstance(part, list):
                line += part
            elif part.get("/S") == "/Lbl":
                line += [replace(run, text="") for run in self.runs(part)]
            elif part.get("/S") == "/Note":  # stands at its mark, in the middle of a line
                self.block(part)
            elif not (part.get("/S") == "/H1" and _is_contents(parts[n + 1 : n + 2])):
                self._line(line, node)
                line = []
                self._inner(part)
        self._line(line, node)

    def _line(self, runs: list[Run], node: Object) -> None:
        text = joined(runs)
        self.found.line(_COUNTED.sub("", text, count=1) if node.get("/S") == "/H2" and _COUNTED.match(text) else text)

    def _inner(self, node: Object) -> None:
        kind = node.get("/S")
        if kind == "/Figure":
            self.found.alt(str(node.Alt))
        elif kind == "/Table":
            self._table(node)
        elif kind != "/TOC":
            self.block(node)

    def _table(self, node: Object) -> None:
        for child in _elements(node):
            if child.get("/S") == "/Caption":
                self.block(child)
        rows = (child for child in _elements(node) if child.get("/S") == "/TR")
        self.found.table([[self._cell(cell) for cell in _children(row)] for row in rows])

    def _cell(self, node: Object) -> str:
        """A cell's blocks one after the other."""
        inside = _Reader(self._texts)
        inside.block(node)
        return " ".join(inside.found.lines)

    def _parts(self, node: Object) -> Iterator[Object]:
        """Runs that stand in the line of a node, and the blocks between them."""
        for child, page in _kids(node):
            if isinstance(child, int):
                yield self._texts.get((page, child), [])
            elif _is_inline(child):
                yield from self._parts(child)
            else:
                yield child

    def runs(self, node: Object) -> list[Run]:
        """All runs under a node."""
        return [
            run
            for child, page in _kids(node)
            for run in (self._texts.get((page, child), []) if isinstance(child, int) else self.runs(child))
        ]


def _kids(node: Object) -> Iterator[tuple[Object, int]]:
    """Elements, and numbers of marked content with the object of their page."""
    kids = node.get("/K")
    own = node.get("/Pg")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield int(kid), own.objgen[0]
        elif "/MCID" in kid:
            yield int(kid.MCID), kid.get("/Pg", own).objgen[0]
        elif "/S" in kid:
            yield kid, 0


def _children(node: Object) -> list[Object]:
    return [kid for kid, _ in _kids(node) if not isinstance(kid, int)]


def _elements(node: Object) -> Iterator[Object]:
    """All elements under a node in reading order."""
    for child in _children(node):
        yield child
        yield from _elements(child)


def _is_contents(nodes: list[Object]) -> bool:
    """Whether the list of contents comes next."""
    return any(
        not isinstance(node, list) and "/TOC" in (node.get("/S"), *(n.get("/S") for n in _elements(node))) for node in nodes
    )


def _is_inline(node: Object) -> bool:
    """Whether an element stands in a line; a span may be placed as a block."""
    if node.get("/S") not in _INLINE:
        return False
    told = node.get("/A", pikepdf.Array())
    return all(each.get("/Placement") != "/Block" for each in (told if isinstance(told, pikepdf.Array) else [told]))
