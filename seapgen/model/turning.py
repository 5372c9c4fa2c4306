"""Chapters that open on a page that lies on its side, because they are wide tables with a few words before them."""

from __future__ import annotations

from itertools import takewhile

from seapgen.model.document import Chapter, Paragraph, Table
from seapgen.model.inline import Inline, plain

_A_FEW = 900  # letters before the first table; with more the words have the upright page of any other chapter


def opens_turned(chapter: Chapter[Inline]) -> bool:
    """Whether a wide table comes first in a chapter, after some sentences at most: an upright page would be nearly empty."""
    before = tuple(takewhile(lambda block: isinstance(block, Paragraph), chapter.blocks))
    first = chapter.blocks[len(before)] if len(before) < len(chapter.blocks) else None
    letters = sum(len(plain(block.children)) for block in before if isinstance(block, Paragraph))
    return isinstance(first, Table) and first.landscape and letters <= _A_FEW
