"""The pairs of colours that a theme is checked for are those that Word and PDF print."""

from __future__ import annotations

import re

import pytest

from seapgen import resources
from seapgen.intake.contrast import LABELLED, PAIRS
from seapgen.intake.theme import TOKENS
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.palette import HOUSE
from tests.unit.render.word.sample import opened

TYPST = sorted((resources.folder("templates") / "pdf").glob("*.typ"))
LETTERS = {letters for letters, _ in PAIRS}
GROUNDS = {ground for _, ground in PAIRS}
DRAWN = {"primary-line", "line", "primary-mid"}  # lines and the fills of charts: no text


@pytest.mark.parametrize("path", TYPST, ids=lambda path: path.name)
def test_every_colour_of_text_in_the_pdf_is_paired(path: object) -> None:
    """`text(fill: …)` and `small(fill: …)` take letters of a pair, `box`, `block` and cells its grounds."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    written = set(re.findall(r"(?:text|small|eyebrow|fact)\([^()]*?fill: colour\.([\w-]+)", text))
    filled = set(
        re.findall(
            r"(?:box|block|rect|subtotal|total|cell)[(:][^()]*?(?:fill: )?colour\.(tint[\w-]*|accent-tint|primary|accent|saving)",
            text,
        )
    )

    assert written <= LETTERS and filled <= GROUNDS | LETTERS


def test_every_colour_of_text_in_word_is_paired() -> None:
    """The styles of the house write their letters in colours of a pair, on grounds of a pair."""
    styles = opened(stationery_bytes())["word/styles.xml"].decode()
    tokens = {value: name for name, value in reversed(HOUSE.items())} | {"FFFFFF": "white"}

    assert {tokens[v] for v in re.findall(r'<w:color w:val="([0-9A-F]{6})"', styles)} <= LETTERS
    assert {tokens[v] for v in re.findall(r'<w:shd [^>]*w:fill="([0-9A-F]{6})"', styles)} <= GROUNDS


def test_pairs_are_of_tokens() -> None:
    """And every token stands in a pair, is labelled, or is never a ground of text nor text."""
    used = LETTERS | GROUNDS | set(LABELLED)

    assert used - {"white"} <= set(TOKENS) and set(TOKENS) - used == DRAWN
