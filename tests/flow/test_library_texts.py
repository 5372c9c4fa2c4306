"""An action that names a key of the library prints the library's texts, marked, until it has its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from seapgen.model.artifact import FORMATS, Format
from seapgen.model.document import ActionCard, Block, Localised, Paragraph, Section, Table
from seapgen.model.inline import Inline, plain, walk
from seapgen.render.render import render
from tests.support.finished_text import finished_text
from tests.support.places import TESTS
from tests.support.plans import plan
from tests.support.turin import templates

SPECIMEN = TESTS / "programmes" / "specimen"
BOTH = "Title and description are text of the action library."
TOWN = "municipalities/montelago"
ROW = "A01,pl_led,public_lighting,A21,B24,C1,,,Technical office,Ufficio tecnico,,,"
OWN_TITLE = ROW.replace("C1,,,", "C1,New lamps,Lampade nuove,")
OWN_INDICATOR = ROW.replace("tecnico,,,", "tecnico,Lamps,Lampade,")
OWN_TEXT = "\n# action.A01.description\n\nAll lamps of the lake front.\n"


def changed(folder: Path, row: str = ROW, prose: str = "") -> Localised:
    """Montelago's plan where its first action reads otherwise."""
    copy = Path(shutil.copytree(SPECIMEN, folder / "programme"))
    actions, english = copy / TOWN / "actions.csv", copy / TOWN / "prose.en.md"
    text = actions.read_text(encoding="utf-8")
    assert ROW in text
    actions.write_text(text.replace(ROW, row), encoding="utf-8")
    english.write_text(english.read_text(encoding="utf-8") + prose, encoding="utf-8")
    return plan(copy, "montelago", "en")


def card(tree: Localised) -> ActionCard[Inline]:
    """The card of the first action."""
    return next(node for node in walk(tree.blocks) if isinstance(node, ActionCard) and node.code == "A01")


def words_of(blocks: tuple[Block[Inline], ...]) -> str:
    """The text of the paragraphs in some blocks."""
    return "".join(plain(node.children) for node in walk(blocks) if isinstance(node, Paragraph))


def indicator(tree: Localised) -> tuple[str, list[str]]:
    """The first action's cell in the table of indicators, and the notes below it."""
    table = next(node for node in walk(tree.blocks) if isinstance(node, Table) and node.id == "monitoring.indicators")
    row = next(row for row in table.rows if plain(row.cells[0]).startswith("A01"))
    return plain(row.cells[-2]), [plain(note) for note in table.notes]


def test_texts_come_from_the_library(tmp_path: Path) -> None:
    """Title, indicator, and a description in a section that a person may edit, which is not told as somebody's own."""
    tree = changed(tmp_path)
    (section,) = (node for node in walk(card(tree).description) if isinstance(node, Section))
    words, notes = indicator(tree)

    assert ("LED street lighting", BOTH) == (plain(card(tree).title), plain(card(tree).mark))
    assert ("action.A01.description", False) == (section.id, section.own)
    assert words_of(section.blocks).startswith("Street lights are replaced by LED")
    assert words.startswith("Light points on LED")
    assert notes == ["The indicators of A01 and A03 are text of the action library."]


def test_a_title_of_its_own_leaves_the_mark_of_the_description(tmp_path: Path) -> None:
    """The title is printed, the description stays that of the library."""
    found = card(changed(tmp_path, row=OWN_TITLE))

    assert ("New lamps", "The description is text of the action library.") == (plain(found.title), plain(found.mark))


def test_a_description_of_its_own_leaves_the_mark_of_the_title(tmp_path: Path) -> None:
    """The section that somebody wrote is printed instead."""
    found = card(changed(tmp_path, prose=OWN_TEXT))

    assert "The title is text of the action library." == plain(found.mark)
    assert "All lamps of the lake front." == words_of(found.description)


def test_texts_of_its_own_take_the_mark_away(tmp_path: Path) -> None:
    """Nothing of the library is left on the card."""
    assert () == card(changed(tmp_path, row=OWN_TITLE, prose=OWN_TEXT)).mark


def test_an_indicator_of_its_own_is_printed(tmp_path: Path) -> None:
    """Only the other action's is told to be the library's."""
    assert ("Lamps", ["The indicator of A03 is text of the action library."]) == indicator(changed(tmp_path, row=OWN_INDICATOR))


@pytest.mark.parametrize("form", FORMATS)
def test_the_mark_stands_in_every_format(form: Format) -> None:
    """Once on the card of each of the two actions."""
    tree = plan(SPECIMEN, "montelago", "en")
    found = render(tree, form, templates().theme, templates().stationery, ())

    assert 2 == finished_text(form, found).count(BOTH)
