"""Letters without glyph, as the engine names them and as a finding shows them."""

from __future__ import annotations

import pytest

from seapgen.render.pdf.glyphs import refused_in, refused_letters

SAID = 'error: PDF/A-2a error: the text `"{}"` could not be displayed with font `"Source Sans 3"`\n'


@pytest.mark.parametrize(
    ("named", "letters"),
    [(["東"], "東"), (["東", "京"], "東京"), (["Z", "\\u{334}"], "\u0334"), (["\\u{200d}"], "\u200d"), (["Z"], "Z")],
)
def test_the_letters_are_those_without_glyph(named: list[str], letters: str) -> None:
    """The engine writes marks as escapes, and names the letter that carries one though every font has it."""
    assert frozenset(letters) == refused_letters("".join(SAID.format(each) for each in named))


@pytest.mark.parametrize(
    ("text", "letters", "shown"),
    [
        ("in 東京 and 東", "東京", ("東", "京")), ("aZ\u0334b", "\u0334", ("Z\u0334",)), ("n\u0325\u0302", "\u0302", ("n\u0325\u0302",)),
        ("a\u200db", "\u200d", ("U+200D",)), ("fine", "東", ()),
    ],
)  # fmt: skip
def test_what_cannot_be_set_is_shown_so_that_it_can_be_seen(text: str, letters: str, shown: tuple[str, ...]) -> None:
    """Each once; a mark with its letter, an invisible sign by its number."""
    assert shown == refused_in(text, letters)
