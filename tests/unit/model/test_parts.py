"""What nouns are made of: the quick walk over a tree meets every noun that is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from seapgen.model.inline import walk
from seapgen.model.parts import blocks_in, may_hold
from tests.support.planned import unlocalised
from tests.support.specimen_document import specimen_document


def every_noun(node: object) -> Iterator[object]:
    """All nouns under a node, every field looked into."""
    if isinstance(node, tuple):
        for child in node:
            yield from every_noun(child)
    elif is_dataclass(node):
        yield node
        for each in fields(node):
            yield from every_noun(getattr(node, each.name))


def test_the_walk_meets_every_noun_in_reading_order() -> None:
    """Fields that are passed over hold none; before and after the tree has met its language."""
    done, outline = specimen_document(), unlocalised(specimen_document())

    assert [id(n) for n in every_noun(done)] == [id(n) for n in walk(done)]
    assert [id(n) for n in every_noun(outline)] == [id(n) for n in walk(outline)]


def test_some_fields_are_passed_over() -> None:
    """Otherwise nothing would be won."""
    table = next(n for n in walk(specimen_document()) if type(n).__name__ == "Table")

    assert ("caption", "columns", "rows", "notes", "source") == may_hold(type(table))


def test_blocks_are_found_without_looking_into_lines() -> None:
    """All blocks, in the order of the walk, and nothing else."""
    document = specimen_document()
    kinds = tuple({type(n) for n in blocks_in(document)})

    assert [id(n) for n in walk(document.blocks) if isinstance(n, kinds)] == [id(n) for n in blocks_in(document)]
    assert "Table" in {kind.__name__ for kind in kinds}
    assert not {"Text", "Row", "Column", "Fact"} & {kind.__name__ for kind in kinds}
