"""Small documents around one block, and what a reader finds in their PDFs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pypdf

from seapgen.model.document import Block, Chapter, Localised
from seapgen.model.inline import Inline, Text
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document

LANGUAGES = ("en", "it")
Node = pikepdf.Dictionary


@cache
def specimen_pdf(language: str) -> bytes:
    """The specimen, set once for all tests."""
    return render_pdf(specimen_document(language), default_theme())


def around(*blocks: Block[Inline], language: str = "en") -> Localised:
    """A document of one chapter with blocks."""
    chapter: Block[Inline] = Chapter("only", "1", (Text("Opening"),), (), blocks)
    return replace(specimen_document(language), blocks=(chapter,))


def set_(*blocks: Block[Inline], language: str = "en") -> bytes:
    """The PDF of a chapter with blocks."""
    return render_pdf(around(*blocks, language=language), default_theme())


def text_of(content: bytes) -> str:
    """All letters of a PDF in their order, spaces and line ends as one space each."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@cache
def opened(language: str) -> pikepdf.Pdf:
    """The specimen's PDF, open as long as the tests run: its objects live no longer."""
    return pikepdf.open(io.BytesIO(specimen_pdf(language)))


def tags(pdf: pikepdf.Pdf) -> list[tuple[str, Node]]:
    """Every structure element, in reading order, with its name."""
    return [(str(node.S).removeprefix("/"), node) for node in _nodes(pdf.Root.StructTreeRoot.K)]


def attributes(node: Node) -> dict[str, str]:
    """The attributes of a structure element."""
    held = node.get("/A", pikepdf.Array([]))
    parts = list(held.as_list()) if isinstance(held, pikepdf.Array) else [held]
    return {str(key): str(value) for part in parts for key, value in part.items()}


def _nodes(node: object) -> Iterator[Node]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _nodes(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _nodes(node.K)
