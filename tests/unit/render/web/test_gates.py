"""What independent programs say about the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.model.document import Localised
from tests.support.specimen_document import specimen_document
from tests.support.validators import browser_problems, html_problems
from tests.support.web_page import render, specimen_page, with_texts

LANGUAGES = ("en", "it")
LONG = " Άγιοι Ανάργυροι-Καματερό Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The specimen in both languages, and one with very long names and words, as files."""
    for language in LANGUAGES:
        (tmp_path / f"{language}.html").write_bytes(specimen_page(language))
    stretched: Localised = with_texts(specimen_document(), lambda text: text + LONG if len(text) > 3 else text)
    (tmp_path / "long.html").write_bytes(render(stretched))
    return tmp_path


@pytest.mark.slow
def test_the_page_is_valid_html(folder: Path) -> None:
    """The Nu checker of the W3C finds no error in markup and style."""
    assert html_problems(sorted(folder.iterdir())) == []


@pytest.mark.slow
def test_a_browser_finds_nothing_wrong(folder: Path) -> None:
    """WCAG 2.2 AA in light and dark on phone and desk; no sideways scrolling; focus always seen; a silent console."""
    assert browser_problems(folder, sorted(path.name for path in folder.iterdir())) == []
