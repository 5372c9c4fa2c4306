"""Turin's plan as a Word file: Microsoft's validator finds nothing, and its numbers of headings are those of the tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.turin import LANGUAGES, document
from tests.support.validators import ooxml_problems
from tests.unit.render.word.sample import opened
from tests.unit.render.word.test_blocks import counted, headings


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing_in_turins_plan(language: str, tmp_path: Path) -> None:
    """A real plan, as an agency sends it: no errors."""
    path = tmp_path / "turin.docx"
    path.write_bytes(render_word(document(language), default_theme()))

    assert ooxml_problems(path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_counts_the_headings_of_turins_plan(language: str) -> None:
    """Chapters, headings and annexes of a real plan carry the numbers that its contents list prints."""
    plan = document(language)

    assert counted(opened(render_word(plan, default_theme()))) == headings(plan)
