"""What independent programs say about the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.validators import browser_problems, html_problems
from tests.support.web_page import specimen_page

LANGUAGES = ("en", "it")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The specimen in both languages, as files."""
    for language in LANGUAGES:
        (tmp_path / f"{language}.html").write_bytes(specimen_page(language))
    return tmp_path


@pytest.mark.slow
def test_the_page_is_valid_html(folder: Path) -> None:
    """The Nu checker of the W3C finds no error in markup and style."""
    assert html_problems(folder / f"{language}.html" for language in LANGUAGES) == []


@pytest.mark.slow
def test_a_browser_finds_nothing_wrong(folder: Path) -> None:
    """WCAG 2.2 AA in light and dark on phone and desk; no sideways scrolling; focus always seen; a silent console."""
    assert browser_problems(folder, [f"{language}.html" for language in LANGUAGES]) == []
