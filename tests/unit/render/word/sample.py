"""Small documents around blocks, and what a reader finds in their Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from lxml import etree

from seapgen.model.document import Block, Chapter, Localised
from seapgen.model.inline import Inline, Text
from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
N = TypeVar("N")


def around(*blocks: Block[Inline], language: str = "en") -> Localised:
    """A document of one chapter with blocks."""
    chapter: Block[Inline] = Chapter("only", "1", (Text("Opening"),), (), blocks)
    return replace(specimen_document(language), blocks=(chapter,))


def opened(content: bytes) -> dict[str, bytes]:
    """Members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(document: Localised) -> dict[str, bytes]:
    """Members of a document's Word file."""
    return opened(render_word(document, default_theme()))


def packed(members: Mapping[str, bytes]) -> bytes:
    """A package of members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def said(members: Mapping[str, bytes]) -> str:
    """Everything that a file says: the letters of each part, and the words of its attributes (alternative texts, aliases)."""
    return "\n".join(piece for name, content in sorted(members.items()) if name.endswith(".xml") for piece in _pieces(content))


def _pieces(content: bytes) -> Iterator[str]:
    root = etree.fromstring(content)
    yield "".join(str(text) for text in root.itertext())
    for node in root.iter():
        yield from (str(value) for value in node.attrib.values())


def rewritten(node: N, texts: Iterator[str]) -> N:
    """The same tree with other words: each text takes the next of `texts`, in reading order."""
    if isinstance(node, Text):
        return replace(node, text=next(texts))
    if isinstance(node, tuple):
        return tuple(rewritten(child, texts) for child in node)  # type: ignore[return-value]
    if not is_dataclass(node) or isinstance(node, type):
        return node
    parts = {each.name: rewritten(getattr(node, each.name), texts) for each in fields(node)}
    return replace(node, **parts)
