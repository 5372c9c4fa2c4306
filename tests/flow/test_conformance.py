"""What independent validators say about Turin's plan as it is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import validators
from tests.support.turin import LANGUAGES

pytestmark = pytest.mark.slow


def page(language: str, form: str) -> str:
    """Where a file of the plan is."""
    return f"{language}/seap-turin-{language}.{form}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_accessible_and_archivable(turin: Path, language: str) -> None:
    """PDF/UA-1 and PDF/A-2a hold in one file."""
    assert [] == validators.pdf_problems((turin / page(language, "pdf")).read_bytes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_would_open_the_word_file(turin: Path, language: str) -> None:
    """Microsoft's Open XML validator finds no error."""
    assert [] == validators.ooxml_problems(turin / page(language, "docx"))


def test_the_pages_are_html(turin: Path) -> None:
    """The W3C's checker finds no error in either language."""
    assert [] == validators.html_problems(turin / page(language, "html") for language in LANGUAGES)


def test_the_pages_are_accessible(turin: Path) -> None:
    """In Chromium axe finds nothing, no page scrolls sideways, the focus is always seen, the console is silent."""
    assert [] == validators.browser_problems(turin, [page(language, "html") for language in LANGUAGES])
