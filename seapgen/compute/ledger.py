"""The ledger: where figures are written down as they are computed, each by its formula from what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

from seapgen.compute.formulas import FORMULAS
from seapgen.model.message import Figure, Value
from seapgen.model.results import Cell, Derivation, Derived
from seapgen.model.source import Source
from seapgen.model.units import Unit


class Ledger:
    """Figures of one scope, by path of the contract.

    A figure whose inputs are not all there is not written: what cannot be computed is absent, never a zero.
    """

    def __init__(self, scope: str) -> None:
        self._scope = scope
        self._entries: dict[str, Derived] = {}

    def put(self, path: str, unit: Unit, formula: str, *inputs: str | Cell) -> bool:
        """Compute a figure and write it down; says whether it could be."""
        if not all(isinstance(x, Cell) or x in self._entries for x in inputs):
            return False
        value = FORMULAS[formula].function(*(x.value if isinstance(x, Cell) else self.value(x) for x in inputs))
        if not isinstance(value, Decimal) or not value.is_finite():
            return False
        self._entries[path] = Derived(Figure(f"{self._scope}:{path}", value, unit), Derivation(formula, inputs))
        return True

    def divide(self, path: str, unit: Unit, formula: str, part: str, whole: str) -> bool:
        """Like `put` for a quotient of two figures; absent where the divisor is zero."""
        return bool(self.get(whole)) and self.put(path, unit, formula, part, whole)

    def total(self, path: str, unit: Unit, parts: Iterable[str | Cell]) -> bool:
        """The sum of parts; absent where there are no parts or one of them is missing."""
        inputs = tuple(parts)
        return bool(inputs) and self.put(path, unit, "sum", *inputs)

    def state(self, path: str, unit: Unit, value: Decimal | int | None, source: Source, label: Value | None = None) -> bool:
        """A figure that is a value of the input; absent where there is none."""
        return value is not None and self.put(path, unit, "stated", Cell(source, Decimal(value), unit, label))

    def has(self, path: str) -> bool:
        """Whether a figure was written."""
        return path in self._entries

    def get(self, path: str) -> Decimal | None:
        """The value of a figure, or None where it could not be computed."""
        return self.value(path) if path in self._entries else None

    def unit(self, path: str) -> Unit | None:
        """The unit of a figure, or None where it could not be computed."""
        found = self._entries.get(path)
        return found.figure.unit if found else None

    def value(self, path: str) -> Decimal:
        """The value of a figure that is there."""
        found = self._entries[path].figure.value
        if not isinstance(found, Decimal):
            raise TypeError(f"{path} is no number")
        return found

    def entries(self) -> Mapping[str, Derived]:
        """All figures, in the order they were computed."""
        return MappingProxyType(self._entries)
