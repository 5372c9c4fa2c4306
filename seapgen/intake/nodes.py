"""Data as it stands in a file: values with the line and column where each begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Plain: TypeAlias = "str | int | Decimal | bool | date | None"
Place: TypeAlias = tuple[int, int]  # line and column, from 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value. `raw` is what stands in the file; `broken` says that a finding was made and no second one is due."""

    value: Plain
    line: int
    column: int
    raw: str = ""
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Leaf
    node: Node


@dataclass(frozen=True, slots=True)
class Mapped:
    """Keys with values, in the order of the file. `blanks` are the places of fields that are there and empty (tables)."""

    entries: tuple[Entry, ...]
    line: int
    column: int
    blanks: Mapping[str, Place] = field(default_factory=dict)

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        return next((e.node for e in self.entries if e.key.value == key), None)


@dataclass(frozen=True, slots=True)
class Listed:
    """Values one after another."""

    items: tuple[Node, ...]
    line: int
    column: int


Node: TypeAlias = Leaf | Mapped | Listed
