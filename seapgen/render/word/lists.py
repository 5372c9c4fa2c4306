"""Lists with their numbering, nested in each other, in prose as in callouts and cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from seapgen.model.document import Block, Items, Paragraph
from seapgen.model.inline import Inline
from seapgen.render.word.inlines import Inlines
from seapgen.render.word.places import Place
from seapgen.render.word.wordml import indent

_STEP = 300  # twips that every level is further in
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list of the stationery: the number that styles use, and its definition."""

    number: int
    definition: int


def items(
    writer: Inlines,
    block: Items[Inline],
    place: Place,
    forms: Mapping[str, ListForm],
    write: Callable[[Block[Inline], Place], str],
) -> str:
    """All items of a list; what follows an item's first paragraph is written by `write`, further in."""
    style = place.number if block.ordered else place.bullet
    # styles of a card have no list of their own: they borrow that of the page
    form = forms.get(style) or forms["ListNumber" if block.ordered else "ListBullet"]
    number = writer.ledger.restarted(form.definition) if block.ordered else form.number
    level = min(place.depth, _DEEPEST)
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    edge = "" if place.is_box else indent(place.left + _STEP * (level + 1), hanging=_STEP)
    below = replace(place, depth=place.depth + 1)
    return "".join(_item(writer, item, style, place.keep + listed + edge, below, write) for item in block.items)


def _item(
    writer: Inlines, item: tuple[Block[Inline], ...], style: str, more: str, below: Place,
    write: Callable[[Block[Inline], Place], str],
) -> str:  # fmt: skip
    first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph[Inline](()), item)
    return writer.paragraph(style, first.children, more) + "".join(write(block, below) for block in rest)


def continued(writer: Inlines, block: Paragraph[Inline], place: Place) -> str:
    """A paragraph of prose, inside an item as far in as the item."""
    moved = (place.depth or place.right) and not place.is_box
    edge = indent(place.left + _STEP * place.depth, right=place.right) if moved else ""
    return writer.paragraph(place.text, block.children, place.keep + edge)
