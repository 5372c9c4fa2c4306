"""Where a figure comes from, down to the cells: what `seapgen explain` shows."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.message import Exact, Figure
from seapgen.model.results import Cell, Formula


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure, its registered formula, and what went into it; `value` is the formula evaluated again."""

    figure: Figure
    formula: Formula
    inputs: tuple[Explanation | Cell, ...]
    value: Exact

    @property
    def holds(self) -> bool:
        """Whether the formula, evaluated again, gives the figure's value to the last digit."""
        return self.value == self.figure.value
