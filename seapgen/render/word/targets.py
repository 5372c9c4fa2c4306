"""What cross-references may lead to; known before the walk, because a reference may look ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seapgen.model.document import (
    ActionCard,
    Block,
    Callout,
    Chapter,
    FigureBlock,
    FigurePair,
    Heading,
    Items,
    LanguagePart,
    Localised,
    Note,
    Profile,
    Section,
    Table,
)
from seapgen.model.inline import Inline
from seapgen.render.word.inlines import Target


def targets(document: Localised) -> dict[str, Target]:
    """By id: numbers of captions, numbered headings, and places without a number."""
    found: dict[str, Target] = {}
    for block in _all(document.blocks):
        match block:
            case Table(id=id_, number=number) | FigureBlock(id=id_, number=number) if id_ and number:
                found[id_] = "number"
            case Chapter(id=id_, number=number) | Heading(id=id_, number=number) if id_:
                found[id_] = "heading" if number else "place"
            case Note(id=id_) | Profile(id=id_) | ActionCard(id=id_) if id_:
                found[id_] = "place"
    return found


def _all(blocks: Sequence[Block[Inline]]) -> Iterator[Block[Inline]]:
    """Every block, those inside others too; lines are left alone, because they hold no targets."""
    for block in blocks:
        yield block
        match block:
            case (
                Chapter(blocks=inner)
                | Note(blocks=inner)
                | LanguagePart(blocks=inner)
                | Section(blocks=inner)
                | Callout(blocks=inner)
            ):
                yield from _all(inner)
            case Profile(text=first, blocks=second):
                yield from _all((*first, *second))
            case ActionCard(description=inner):
                yield from _all(inner)
            case Items(items=items):
                for item in items:
                    yield from _all(item)
            case FigurePair(left=left, right=right):
                yield from (left, right)
            case _:
                pass
