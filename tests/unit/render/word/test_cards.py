"""Cards of actions: the status stands in the line of the title as long as there is room for both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from seapgen.model.document import ActionCard
from seapgen.model.inline import Text, walk
from tests.support.specimen_document import specimen_document
from tests.unit.render.word.sample import W, around, written


def title(words: str) -> etree._Element:
    """The title's paragraph of a card that is called so."""
    card = next(node for node in walk(specimen_document("en").blocks) if isinstance(node, ActionCard) and node.status)
    body = etree.fromstring(written(around(replace(card, title=(Text(words),))))["word/document.xml"])
    return next(p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "ActionTitle")


@pytest.mark.parametrize(
    ("words", "size", "breaks"),
    [
        ("Light", None, 0),
        ("Waste heat and heat pumps for the district heating network", None, 0),
        ("Calore di scarto e pompe di calore per la rete di teleriscaldamento", "21", 0),
        ("Waste heat and heat pumps for the network of district heating, with storage in the ground", None, 1),
    ],
)  # fmt: skip
def test_a_title_grows_smaller_before_its_status_moves_below(words: str, size: str | None, breaks: int) -> None:
    """Half points of letters that were made smaller; a title that would be too small keeps its size and the status goes below."""
    paragraph = title(words)
    sizes = [s.get(f"{W}val") for s in paragraph.iter(f"{W}sz")]

    assert (sizes, len(list(paragraph.iter(f"{W}br")))) == ([size] if size else [], breaks)
