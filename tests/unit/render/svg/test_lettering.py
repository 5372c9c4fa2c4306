"""Measuring and breaking texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen import resources
from seapgen.render.svg.ink import PaperInk, Pen, contrast
from seapgen.render.svg.lettering import broken, unprintable, width_of
from tests.support.default_theme import default_theme

words = st.text(alphabet="abcĄžΩñ .-WMi", max_size=80)


@given(words, st.floats(20, 300))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    """Room for one wide letter is room for every text."""
    assert [] == [line for line in broken(text, width, 10) if width_of(line, 10) > width + 0.02]


@given(words, st.floats(20, 300))
def test_breaking_loses_no_letter(text: str, width: float) -> None:
    """Only spaces at line ends go."""
    assert text.replace(" ", "") == "".join(broken(text, width, 10)).replace(" ", "")


def test_short_text_is_one_line() -> None:
    """A text that fits is not broken, even where it fits exactly."""
    text = "Edifici residenziali"

    assert broken(text, width_of(text, 8.5), 8.5) == (text,)


@pytest.mark.parametrize("letters", [
    "ÀàÈèÉéÌìÒòÙù", "ΆΈΉΊΌΎΏάέήίόύώΐΰςϊϋ", "ĄĆĘŁŃÓŚŹŻąćęłńóśźż", "ÅÄÖåäö", "ÁÉÍÓÖŐÚÜŰáéíóöőúüű", "ČĆĐŠŽčćđšž",
    "₂−–—’“”«»·•→≤≥≈€‰\u00a0\u202f\u2011",
])  # fmt: skip
def test_font_has_the_letters_of_our_languages(letters: str) -> None:
    """Every letter and sign that documents print."""
    assert unprintable(letters) == ""


def test_foreign_letters_are_named_once() -> None:
    """What the font lacks."""
    assert unprintable("日本日 x") == "日本"


def test_metrics_are_those_of_the_fonts() -> None:
    """`metrics.json` was written from the fonts that ship."""
    fonts = pytest.importorskip("fontTools.ttLib", reason="the widths are read with fontTools")
    folder = resources.folder("templates") / "fonts"
    table = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    for weight, name in {"400": "SourceSans3_400Regular.ttf", "600": "SourceSans3_600SemiBold.ttf"}.items():
        font = fonts.TTFont(folder / name)
        found = {chr(code): font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items() if code >= 0x20}
        assert found == table[weight]


@pytest.mark.parametrize("tone", range(1, 9))
def test_numbers_in_segments_can_be_read(tone: int) -> None:
    """White or ink on each series colour: at least 4.5 : 1."""
    theme = default_theme()
    colour = PaperInk(theme).text(Pen(inside=f"s{tone}")).split('fill="')[1][:7]

    assert contrast(colour, theme.series(tone)) >= 4.5


GROUNDS = [("ink", "accent"), ("ink", "accent-tint"), ("ink", "tint-strong"), ("primary", "tint"), ("muted", "tint")]


@pytest.mark.parametrize(("text", "ground"), [*GROUNDS, ("primary-soft", "primary")])
def test_theme_can_be_read(text: str, ground: str) -> None:
    """Texts on their grounds: at least 4.5 : 1."""
    theme = default_theme()

    assert contrast(theme.colours[text], theme.colours[ground]) >= 4.5
