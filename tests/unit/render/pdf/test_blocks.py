"""Every block of the closed list reaches the page."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from seapgen.model.document import (
    BLOCKS,
    Chapter,
    Cover,
    FigureBlock,
    Image,
    Imprint,
    Labels,
    LanguagePart,
    Note,
    Profile,
    Section,
)
from seapgen.model.inline import FigureInline, Text, plain, walk
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
from tests.unit.render.pdf.sample import around, set_, text_of

WHOLE_PAGES = (Cover, Note, Chapter, Profile, Imprint, LanguagePart)


def squeezed(text: str) -> str:
    """Letters without spaces: line ends stand anywhere."""
    return "".join(text.split())


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_block_is_set_with_all_its_words(kind: type) -> None:
    """A document with one block of a kind prints every text in it, except alternative texts."""
    block = next(node for node in walk(specimen_document("en").blocks) if isinstance(node, kind))
    document = replace(specimen_document("en"), blocks=(block,)) if kind in WHOLE_PAGES else around(block)  # type: ignore[arg-type]
    printed = squeezed(text_of(render_pdf(document, default_theme())))
    unsaid = {plain(part) for node in walk(block) for part in _heard_elsewhere(node)}
    texts = [node.text for node in walk(block) if isinstance(node, Text)]
    texts += [node.number for node in walk(block) if isinstance(node, FigureInline) and node.role != "chart"]

    assert [] == [text for text in texts if text not in unsaid and squeezed(text) not in printed]


def _heard_elsewhere(node: object) -> list[object]:
    """Texts of a noun that are not set where it stands: alternative texts, a section's alias in Word, fixed words."""
    match node:
        case FigureBlock(alt=alt):
            return [alt]
        case Section(title=title):
            return [title]
        case Labels():
            return [getattr(node, each.name) for each in fields(node)]
        case _:
            return []


def test_picture_keeps_its_shape() -> None:
    """An image is as wide as its pixels allow and its credit is printed."""
    figure = next(n for n in walk(specimen_document("en").blocks) if isinstance(n, FigureBlock) and isinstance(n.content, Image))

    assert "seapgen" in text_of(set_(figure))
