"""The inlines of a document: what stands inside a line, once it has met its language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from seapgen.model.message import Exact, Figure, Message, NoteMark, Place, Prose, Reference, Several, Term, Verbatim, Words
from seapgen.model.parts import is_noun, reader
from seapgen.model.units import Unit

Role: TypeAlias = Literal["text", "table", "chart"]
I_co = TypeVar("I_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Text:
    """Letters and nothing else: no renderer may read markup in it."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that the writer of a free text asked for."""


@dataclass(frozen=True)
class Strong(Generic[I_co]):
    """Words in bold."""

    children: tuple[I_co, ...]


@dataclass(frozen=True)
class Emphasis(Generic[I_co]):
    """Words in italics."""

    children: tuple[I_co, ...]


@dataclass(frozen=True)
class Link(Generic[I_co]):
    """Words that lead to an address outside the document (http, https, mailto)."""

    url: str
    children: tuple[I_co, ...]


@dataclass(frozen=True, slots=True)
class FigureInline:
    """A printed number that still knows what it is.

    `text` is the whole; `number` and `suffix` are its parts for tiles, where the number stands large (`10,479` and `GWh`).
    """

    id: str
    value: Exact
    unit: Unit
    text: str
    number: str
    suffix: str = ""
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class CrossReference:
    """The bare number of a table, figure or chapter; `text` is filled when the document is numbered."""

    target: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at its place in the line."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in another language than what is around it; `draft` marks a missing translation."""

    language: str
    children: tuple[Inline, ...]
    draft: bool = False


Inline: TypeAlias = (
    "Text | LineBreak | Strong[Inline] | Emphasis[Inline] | Link[Inline] | FigureInline | CrossReference | Footnote | Span"
)
Planned: TypeAlias = (
    "Message | Figure | Term | Several | Place | Words | Verbatim | Reference | NoteMark | Prose | Text"
    " | Strong[Planned] | Emphasis[Planned] | Link[Planned]"
)


def plain(node: object) -> str:
    """All the letters a reader would see in inlines, in order, without markup and footnotes."""
    if isinstance(node, tuple):
        if len(node) == 1 and isinstance(node[0], Text | FigureInline):  # most cells and labels
            return node[0].text
        return "".join([plain(child) for child in node])
    match node:
        case Text(text) | FigureInline(text=text) | CrossReference(text=text):
            return text
        case LineBreak():
            return " "
        case Strong(children) | Emphasis(children) | Link(children=children) | Span(children=children):
            return plain(children)
        case _:  # footnotes are not part of the line
            return ""


def walk(node: object) -> Iterator[object]:
    """Every noun in a tree, parents first, in reading order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        kind: type = type(one)
        if isinstance(one, tuple):
            waiting.extend(one[::-1])
        elif is_noun(kind):
            yield one
            waiting.extend(reader(kind)(one)[::-1])
