"""What cross-references may lead to; known before the walk, because a reference may look ahead."""

from __future__ import annotations

from seapgen.model.document import ActionCard, Chapter, FigureBlock, Heading, Localised, Note, Profile, Table
from seapgen.model.inline import walk
from seapgen.render.word.inlines import Target


def targets(document: Localised) -> dict[str, Target]:
    """By id: numbers of captions, numbered headings, and places without a number."""
    found: dict[str, Target] = {}
    for node in walk(document.blocks):
        match node:
            case Table(id=id_, number=number) | FigureBlock(id=id_, number=number) if id_ and number:
                found[id_] = "number"
            case Chapter(id=id_, number=number) | Heading(id=id_, number=number) if id_:
                found[id_] = "heading" if number else "place"
            case Note(id=id_) | Profile(id=id_) | ActionCard(id=id_) if id_:
                found[id_] = "place"
    return found
