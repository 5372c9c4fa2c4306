"""The numbers of Turin's plan are the same in every language and in every format."""

from __future__ import annotations

import re
from functools import cache

import pytest

from seapgen.model.artifact import FORMATS, Format
from seapgen.model.inline import FigureInline, walk
from seapgen.render.render import render
from tests.support.letters import letters
from tests.support.turin import LANGUAGES, document, templates


def figures(language: str) -> list[FigureInline]:
    """All printed numbers of the plan in the order of the tree."""
    return [node for node in walk(document(language)) if isinstance(node, FigureInline)]


@cache
def text(language: str, form: Format) -> str:
    """All letters and digits of the plan in a format."""
    made = templates()
    return letters(form, render(document(language), form, made.theme, made.stationery, ()))


def test_every_language_says_the_same_numbers() -> None:
    """The same figures with the same exact values and units stand in both languages."""
    english, italian = ({(f.id, f.value, f.unit) for f in figures(language)} for language in LANGUAGES)

    assert len(english) > 100
    assert english == italian


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_prints_the_same_numbers(language: str, form: Format) -> None:
    """Every number of a text or table is printed in each format with the same digits."""
    printed = {re.sub(r"[\W_]+", "", f.text) for f in figures(language) if f.role != "chart"}

    assert len(printed) > 100
    assert [] == sorted(number for number in printed if number not in text(language, form))
