"""The ledger: where figures are written down as they are computed, each by its formula from what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.formulas import FORMULAS
from seapgen.model.message import Figure, Value
from seapgen.model.results import Cell, Derivation, Derived
from seapgen.model.source import Source
from seapgen.model.units import Unit

Inputs = tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Entries(Mapping[str, Derived]):
    """The figures of a ledger, in the order they were computed; each is put together when somebody asks for it.

    There are hundreds for a municipality, and a check or a document asks for few.
    """

    scope: str
    values_: Mapping[str, Decimal]
    origins: Mapping[str, tuple[Unit, str, Inputs]]

    def __getitem__(self, path: str) -> Derived:
        unit, formula, inputs = self.origins[path]
        return Derived(Figure(f"{self.scope}:{path}", self.values_[path], unit), Derivation(formula, inputs))

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)


class Ledger:
    """Figures of one scope, by path of the contract.

    A figure whose inputs are not all there is not written: what cannot be computed is absent, never a zero.
    """

    def __init__(self, scope: str) -> None:
        self._scope = scope
        self._values: dict[str, Decimal] = {}
        self._origins: dict[str, tuple[Unit, str, Inputs]] = {}

    def put(self, path: str, unit: Unit, formula: str, *inputs: str | Cell) -> bool:
        """Compute a figure and write it down; says whether it could be."""
        values: list[object] = []
        for each in inputs:
            found = self._values.get(each) if isinstance(each, str) else each.value
            if found is None:
                return False
            values.append(found)
        value = FORMULAS[formula].function(*values)
        if not isinstance(value, Decimal) or not value.is_finite():
            return False
        self._values[path] = value
        self._origins[path] = (unit, formula, inputs)
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
        return path in self._values

    def get(self, path: str) -> Decimal | None:
        """The value of a figure, or None where it could not be computed."""
        return self._values.get(path)

    def unit(self, path: str) -> Unit | None:
        """The unit of a figure, or None where it could not be computed."""
        found = self._origins.get(path)
        return found[0] if found else None

    def value(self, path: str) -> Decimal:
        """The value of a figure that is there."""
        return self._values[path]

    def entries(self) -> Mapping[str, Derived]:
        """All figures, in the order they were computed."""
        return Entries(self._scope, self._values, self._origins)
