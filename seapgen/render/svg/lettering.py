"""How wide letters are: texts are measured and broken with the widths of the shipped font.

`templates/fonts/metrics.json` holds the advance widths in 1/1000 em; `templates/fonts/make_metrics.py` writes it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from seapgen import resources

MEASURED = "'Source Sans 3'"  # the font of charts, also where an agency has another one: labels stand where its widths fit
_UNKNOWN = 640  # a letter that the font lacks is set in another, probably wider one


class _Advances(dict[str, int]):
    """Advance widths by letter."""

    def __missing__(self, letter: str) -> int:
        return _UNKNOWN


@cache
def _advances(weight: str) -> _Advances:
    path = resources.folder("templates") / "fonts" / "metrics.json"
    table: dict[str, dict[str, int]] = json.loads(path.read_text(encoding="utf-8"))
    return _Advances(table[weight])


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a text in the unit of `size`."""
    return _advance(text, "600" if bold else "400") * size / 1000


@lru_cache(maxsize=1 << 15)
def _advance(text: str, weight: str) -> int:
    """Width in 1/1000 em. The words of tables and charts are much the same in every document."""
    return sum(map(_advances(weight).__getitem__, text))


def unprintable(text: str) -> str:
    """The letters of a text that the shipped font has no glyph for, each once."""
    advances = _advances("400")
    return "".join(dict.fromkeys(letter for letter in text if letter not in advances and letter not in "\n\u00ad\u200b"))


def broken(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text as lines that are never wider than `width`; a word that is wider is cut between letters."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if width_of(longer, size, bold=bold) <= width + 0.01:  # a hair: widths are sums of floats
            lines[-1:] = [longer]
        else:
            lines.extend(_pieces(word, width, size, bold=bold))
    return tuple(lines) or ("",)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Width of the widest word: what a column needs at least."""
    return max(width_of(word, size, bold=bold) for word in text.split(" "))


def _pieces(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and not unicodedata.combining(letter) and width_of(piece + letter, size, bold=bold) > width + 0.01:
            yield piece
            piece = letter
        else:
            piece += letter
    yield piece
