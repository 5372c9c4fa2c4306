"""What a figure says of amounts that are unknown to a reader: so many times this one, plus so many times that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from seapgen.compute.ledger import Ledger
from seapgen.model.results import Cell

Combination = Mapping[str, Fraction]  # unknown amount -> how many times; without entries where a figure tells of none
SIGNS: Mapping[str, tuple[int, int]] = {  # of the first input, and of each later one
    "stated": (1, 1), "sum": (1, 1), "same": (1, 1), "negative": (-1, -1),
    "difference": (1, -1), "gap": (1, -1), "surplus": (1, -1), "change": (1, -1),
}  # fmt: skip
ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Linear:
    """Combinations of figures. `unknown` are the paths of the amounts, `cells` the places of those that have no path."""

    book: Ledger
    unknown: frozenset[str]
    cells: frozenset[tuple[str, int]]  # file and line
    known: dict[str, Combination | None] = field(default_factory=dict)

    def of(self, path: str) -> Combination | None:
        """The combination that a figure is, but for known numbers; None where it is no such combination."""
        if path not in self.known:
            self.known[path] = {path: ONE} if path in self.unknown else self._derived(path)
        return self.known[path]

    def _derived(self, path: str) -> Combination | None:
        derivation = self.book.derived(path).derivation
        parts = [self._input(each) for each in derivation.inputs]
        there = [part for part in parts if part is not None]
        if len(there) == len(parts) and not any(there):
            return {}
        if derivation.formula == "product":
            return self._product(derivation.inputs, parts)
        if derivation.formula not in SIGNS or len(there) < len(parts):
            return None
        first, later = SIGNS[derivation.formula]
        return added((part, Fraction(later if n else first)) for n, part in enumerate(there))

    def _input(self, each: str | Cell) -> Combination | None:
        if isinstance(each, str):
            return self.of(each)
        return {str(each.source): ONE} if self.has(each) else {}

    def has(self, cell: Cell) -> bool:
        """Whether a cell holds an unknown amount; a count, which has no unit, is none."""
        return bool(cell.unit) and (cell.source.file, cell.source.line) in self.cells

    def _product(self, inputs: tuple[str | Cell, ...], parts: list[Combination | None]) -> Combination | None:
        """An amount times a factor. A reader may know the factor, even where it was computed from amounts like this one."""
        amount, factor = parts[0], inputs[1]
        value = self.book.value(factor) if isinstance(factor, str) else factor.value
        return None if amount is None else added([(amount, Fraction(str(value)))])


def added(parts: Iterable[tuple[Combination, Fraction]]) -> Combination:
    """The sum of combinations, each so many times."""
    found: dict[str, Fraction] = {}
    for combination, times in parts:
        for unknown, coefficient in combination.items():
            found[unknown] = found.get(unknown, Fraction(0)) + coefficient * times
    return {unknown: coefficient for unknown, coefficient in found.items() if coefficient}
