"""Tables on narrow screens: sentences keep a width that can be read, and heads of figures may wrap."""

from __future__ import annotations

from seapgen.model.document import Column, Row, Table
from seapgen.model.inline import Inline, Text
from tests.support.web_page import in_chapter, render, tree

SENTENCE = "Flats renewed, their number and their share of all flats"


def table() -> Table[Inline]:
    """A table with short words, a sentence and a figure."""
    columns = (Column[Inline]((Text("Name"),)), Column[Inline]((Text("Indicator"),)), Column[Inline]((Text("€"),), numeric=True))
    row = Row[Inline](((Text("A01"),), (Text(SENTENCE),), (Text("1"),)))
    return Table("t", (Text("Caption"),), columns, (row,))


def test_only_cells_with_sentences_ask_for_room() -> None:
    """Short words and figures do not push a table over the edge of a phone."""
    page = tree(render(in_chapter(table())))

    assert [cell.text_content() for cell in page.find_class("prose")] == [SENTENCE]


def test_the_stylesheet_gives_them_room() -> None:
    """The class is no word without a rule, on screens; paper has the widths of its own."""
    screen, _, paper = str(tree(render(in_chapter(table()))).findtext(".//style")).partition("@media print")

    assert ".scroll td.prose { min-width: 15rem; }" in screen
    assert ".scroll td.prose, .landscape tbody th { min-width: 0; }" in paper
