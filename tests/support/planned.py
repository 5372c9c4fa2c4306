"""The specimen document before it met its language: the way back, so that the way forth can be tested."""

from __future__ import annotations

from typing import cast

from seapgen.compose.tree import rebuilt
from seapgen.model.document import Document
from seapgen.model.inline import CrossReference, FigureInline, Footnote, Inline, LineBreak, Planned, Span, Text, plain
from seapgen.model.message import Figure, Message, NoteMark, Reference, Verbatim


def unlocalised(document: Document[Inline]) -> Document[Planned]:
    """Texts become messages and words, printed figures become exact ones."""
    return cast("Document[Planned]", rebuilt(document, _planned))


def _planned(node: object) -> object | None:
    match node:
        case Text(text):
            return Verbatim(text)
        case FigureInline():
            return Figure(node.id, node.value, node.unit)
        case CrossReference(target):
            return Reference(target)
        case Footnote(children):
            return NoteMark("n", (Message("{note}", values=(("note", Verbatim(plain(children))),)),))
        case Span(_, children):
            return Verbatim(plain(children))
        case LineBreak():
            return Verbatim(" ")
        case _:
            return None
