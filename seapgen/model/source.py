"""Where a value stands in the input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One place in an input file; `line` and `column` count from 1, 0 means the whole file."""

    file: str  # path relative to the programme folder, with forward slashes
    line: int = 0
    column: int = 0
    sheet: str | None = None

    @property
    def cell(self) -> str:
        """The place inside the file as the command line prints it: `12:4`."""
        return f"{self.line}:{self.column}" if self.column else str(self.line) if self.line else ""

    def __str__(self) -> str:
        return f"{self.file}:{self.cell}" if self.cell else self.file


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record stands and where each of its fields does."""

    file: str
    line: int = 0
    column: int = 0
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # field name -> (line, column)

    @property
    def source(self) -> Source:
        """The record's own place."""
        return Source(self.file, self.line, self.column)

    def at(self, name: str) -> Source:
        """The place of one field, or the record's own place where the field is absent."""
        line, column = self.fields.get(name, (self.line, self.column))
        return Source(self.file, line, column)
