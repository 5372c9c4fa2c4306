"""Numbers of headings, tables and figures. They depend on the order alone, so an outline is numbered once for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from seapgen.compose.faults import ChapterFault, broken
from seapgen.compose.tree import rebuilt
from seapgen.model.document import ActionCard, Chapter, Document, FigureBlock, Heading, Note, Profile, Table, Tiles
from seapgen.model.message import msg
from seapgen.model.parts import blocks_in, may_hold_blocks

I = TypeVar("I")  # noqa: E741 - what stands in a line: planned things or inlines


def numbered(document: Document[I]) -> Document[I]:
    """Number headings (1.1 where the chapter has a number), tables and figures (1 to n each).

    Raises BrokenTemplateError where an id stands twice.
    """
    try:
        return rebuilt(document, _Count().numbered, may_hold_blocks)
    except ChapterFault as fault:
        raise broken(f"{document.product} {document.scope}", fault) from fault


def numbers(document: Document[I]) -> Mapping[str, str]:
    """What a reference may lead to in a numbered document, by id: chapters, headings, tables and figures with a number."""
    found = (b for b in blocks_in(document) if isinstance(b, Chapter | Heading | Table | FigureBlock))
    return {block.id: block.number for block in found if block.number}


def number_of(target: str, known: Mapping[str, str]) -> str:
    """What a reference prints; refused where its target has no number."""
    if target not in known:
        raise ChapterFault(
            "T5", msg("A reference leads to {target}, which has no number here.", target=target),
            msg("These have numbers: {known}.", known=", ".join(sorted(known)) or "–"),
        )  # fmt: skip
    return known[target]


@dataclass(slots=True)
class _Count:
    """How far the reader has come."""

    tables: int = 0
    figures: int = 0
    sections: int = 0
    chapter: str = ""
    seen: set[str] = field(default_factory=set)

    def numbered(self, node: object) -> object | None:
        """A block with its number; None where it has none or holds blocks, which come next."""
        match node:
            case Table(id=id_) if id_:
                self.tables += 1
                number = str(self.tables)
            case FigureBlock(id=id_):
                self.figures += 1
                number = str(self.figures)
            case Heading(level, _, id_):
                number = self._section(level)
            case _:
                self._open(node)
                return None
        self._meet(id_)
        return replace(node, number=number)

    def _section(self, level: int) -> str:
        """A heading's number."""
        if level != 2 or not self.chapter:
            return ""
        self.sections += 1
        return f"{self.chapter}.{self.sections}"

    def _open(self, node: object) -> None:
        """A block with an id and no number of its own."""
        match node:
            case Chapter(id_, number):
                self.chapter, self.sections = number, 0
            case Note(id_):
                self.chapter = ""
            case Tiles(id_) | ActionCard(id_) | Profile(id_):
                pass
            case _:
                return
        self._meet(id_)

    def _meet(self, id_: str) -> None:
        if id_ in self.seen:
            raise ChapterFault("T5", msg("The id {id} stands twice in the document.", id=id_), msg("Rename one of them."))
        self.seen.add(id_)
