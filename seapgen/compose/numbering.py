"""Numbers of headings, tables and figures, and the references to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seapgen.compose.faults import ChapterFault, broken
from seapgen.compose.tree import rebuilt
from seapgen.model.document import ActionCard, Chapter, Document, FigureBlock, Heading, Note, Profile, Table, Tiles
from seapgen.model.inline import CrossReference, Inline, walk
from seapgen.model.message import msg


def numbered(document: Document[Inline]) -> Document[Inline]:
    """Number headings (1.1 where the chapter has a number), tables and figures (1 to n each); fill cross-references.

    Raises BrokenTemplateError where an id stands twice, or a reference leads to nothing that has a number.
    """
    try:
        numbers = dict(_numbers(document))
        return _filled(document, numbers)
    except ChapterFault as fault:
        raise broken(f"{document.product} {document.scope}", fault) from fault


def _numbers(document: Document[Inline]) -> Iterator[tuple[str, str]]:
    """Ids and their numbers, in reading order; ids without a number have an empty one."""
    tables = figures = sections = 0
    chapter, seen = "", set[str]()
    for node in walk(document):
        number = ""
        match node:
            case Table(id=id_) if id_:
                number = str(tables := tables + 1)
            case FigureBlock(id=id_):
                number = str(figures := figures + 1)
            case Chapter(id_, number):
                chapter, sections = number, 0
            case Heading(level, _, id_):
                sections += level == 2 and bool(chapter)
                number = f"{chapter}.{sections}" if level == 2 and chapter else ""
            case Tiles(id_) | ActionCard(id_) | Profile(id_) | Note(id_):
                chapter = "" if isinstance(node, Note) else chapter
            case _:
                continue
        if id_ in seen:
            raise ChapterFault("T5", msg("The id {id} stands twice in the document.", id=id_), msg("Rename one of them."))
        seen.add(id_)
        yield id_, number


def _filled(document: Document[Inline], numbers: dict[str, str]) -> Document[Inline]:
    def change(node: object) -> object | None:
        match node:
            case CrossReference(target):
                return CrossReference(target, _number_of(target, numbers))
            case _:
                return None

    def numbered_node(node: object) -> object | None:
        match node:
            case Heading(id=id_) if numbers[id_] != node.number:
                return rebuilt(replace(node, number=numbers[id_]), numbered_node)
            case Table(id=id_) if id_ and numbers[id_] != node.number:
                return rebuilt(replace(node, number=numbers[id_]), numbered_node)
            case FigureBlock(id=id_) if numbers[id_] != node.number:
                return rebuilt(replace(node, number=numbers[id_]), numbered_node)
            case _:
                return change(node)

    return rebuilt(document, numbered_node)


def _number_of(target: str, numbers: dict[str, str]) -> str:
    if not numbers.get(target):
        known = ", ".join(sorted(id_ for id_, number in numbers.items() if number))
        raise ChapterFault(
            "T5", msg("A reference leads to {target}, which has no number here.", target=target),
            msg("These have numbers: {known}.", known=known or "–"),
        )  # fmt: skip
    return numbers[target]
