"""Columns on the terminal: words to the left, numbers to the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def grid(rows: Sequence[Sequence[str]], words: int = 1) -> Iterator[str]:
    """Rows with columns of equal width, two spaces apart; the first columns are words, the others numbers."""
    if not rows:
        return
    widths = [max(_width(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        cells = [_padded(cell, width, to_left=n < words) for n, (cell, width) in enumerate(zip(row, widths, strict=True))]
        yield "  " + "  ".join(cells).rstrip()


def _padded(text: str, width: int, *, to_left: bool) -> str:
    gap = " " * (width - _width(text))
    return text + gap if to_left else gap + text


def _width(text: str) -> int:
    """Places that a text takes: a combining mark takes none."""
    return sum(not unicodedata.combining(letter) for letter in text)
