"""What an input file shows around a place: the row with its neighbours, as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from seapgen.model.source import Source

Spot: TypeAlias = tuple[str, Source]  # the code of a finding and its place: the code says whether a column is a field or a letter


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table or a line of text with its line in the file; a line of text is one cell."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Rows around a place, the place's own among them.

    `columns` number the cells of each row as the file does, from 1: empty columns are left out. `names` are their heads. Lines of
    text have neither.
    """

    rows: tuple[ShownRow, ...]
    columns: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
