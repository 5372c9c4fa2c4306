"""Letters that no font of a document has, found in what the page engine says and in the texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")  # the engine's way to write what cannot be seen alone


def refused_letters(diagnostic: str) -> frozenset[str]:
    """The letters that the engine names. Where a mark has no glyph it names the letter below too, which every font has."""
    found = {letter for text in _REFUSED.findall(diagnostic) for letter in _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)}
    return frozenset({letter for letter in found if not letter.isascii()} or found)


def refused_in(text: str, letters: Collection[str]) -> tuple[str, ...]:
    """What of a text cannot be set, each once, as it can be shown: a mark with its letter, an invisible sign by its number."""
    return tuple(dict.fromkeys(_shown(text, n) for n, letter in enumerate(text) if letter in letters))


def _shown(text: str, place: int) -> str:
    letter = text[place]
    if unicodedata.category(letter) == "Cf":
        return f"U+{ord(letter):04X}"
    return "".join(reversed(list(_down_to_the_base(text, place))))


def _down_to_the_base(text: str, place: int) -> Iterator[str]:
    """A letter and what stands before it as long as that is a mark, down to the letter that carries them all."""
    yield text[place]
    while place > 0 and unicodedata.category(text[place]).startswith("M"):
        place -= 1
        yield text[place]
