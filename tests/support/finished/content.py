"""What a reader finds in a finished file: lines of text, tables of data, alternative texts of charts and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Grid: TypeAlias = tuple[tuple[str, ...], ...]  # rows of cells, heads included
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # places where a word may or may not break


@dataclass(frozen=True, slots=True)
class Content:
    """One file. `lines` are what stands outside tables of data: headings, paragraphs, captions, cards, key figures, notes."""

    lines: tuple[str, ...]
    tables: tuple[Grid, ...]
    alts: tuple[str, ...]


@dataclass(slots=True)
class Gathering:
    """What a reader of a format has found so far, in reading order. Empty lines and rows are nothing."""

    lines: list[str] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)

    def line(self, text: str) -> None:
        """A line outside tables."""
        if squeezed(text):
            self.lines.append(squeezed(text))

    def table(self, rows: list[list[str]]) -> None:
        """A table of data."""
        squeezed_rows = (tuple(squeezed(cell) for cell in row) for row in rows)
        self.tables.append(tuple(row for row in squeezed_rows if any(row)))

    def alt(self, text: str) -> None:
        """An alternative text."""
        self.alts.append(squeezed(text))

    def content(self) -> Content:
        """All of it."""
        return Content(tuple(self.lines), tuple(self.tables), tuple(self.alts))


def squeezed(text: str) -> str:
    """A text with white space as single spaces: a space that does not break is a space to its reader."""
    return " ".join(_INVISIBLE.sub("", text).split())
