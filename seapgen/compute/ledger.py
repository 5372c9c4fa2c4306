"""The ledger: where figures are written down as they are computed, each by its formula from what was there before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.formulas import FORMULAS, SURE
from seapgen.model.message import Exact, Figure, Value
from seapgen.model.results import Cell, Derivation, Derived
from seapgen.model.source import Source
from seapgen.model.units import Unit

Inputs = tuple[str | Cell, ...]


class Ledger:
    """Figures of one scope, by path of the contract.

    A figure whose inputs are not all there is not written: what cannot be computed is absent, never a zero. What is sure to
    be a number (formulas without division, and quotients whose divisor has been looked at) is computed when somebody asks for
    it: there are hundreds of figures for a municipality, and a check or a document asks for few.
    """

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self._origins: dict[str, tuple[Unit, str, Inputs]] = {}  # in the order they were written
        self._values: dict[str, Decimal] = {}  # as far as they were asked for
        self._read: dict[str, Derived] = {}  # the same
        self._later: dict[str, Callable[[], object]] = {}

    def later(self, family: str, write: Callable[[], object]) -> None:
        """Figures whose paths begin with `family` are written when somebody asks for one of them."""
        self._later[family] = write

    def put(self, path: str, unit: Unit, formula: str, *inputs: str | Cell) -> bool:
        """Write a figure down; says whether it can be computed."""
        for each in inputs:
            if isinstance(each, str) and not self.has(each):
                return False
        if formula in SURE:
            return self._write(path, unit, formula, inputs)
        value = self._computed(formula, inputs)
        if not isinstance(value, Decimal) or not value.is_finite():
            return False
        self._write(path, unit, formula, inputs)
        self._values[path] = value
        return True

    def divide(self, path: str, unit: Unit, formula: str, part: str, whole: str) -> bool:
        """Like `put` for a quotient of two figures; absent where the divisor is zero."""
        return self.has(part) and bool(self.get(whole)) and self._write(path, unit, formula, (part, whole))

    def _write(self, path: str, unit: Unit, formula: str, inputs: Inputs) -> bool:
        self._values.pop(path, None)
        self._read.pop(path, None)
        self._origins[path] = (unit, formula, inputs)
        return True

    def total(self, path: str, unit: Unit, parts: Iterable[str | Cell]) -> bool:
        """The sum of parts; absent where there are no parts or one of them is missing."""
        inputs = tuple(parts)
        return bool(inputs) and self.put(path, unit, "sum", *inputs)

    def state(self, path: str, unit: Unit, value: Decimal | int | None, source: Source, label: Value | None = None) -> bool:
        """A figure that is a value of the input; absent where there is none."""
        return value is not None and self.put(path, unit, "stated", Cell(source, Decimal(value), unit, label))

    def has(self, path: str) -> bool:
        """Whether a figure was written."""
        if path not in self._origins and self._later:
            write = self._later.pop(path.partition(".")[0], None)
            if write is not None:
                write()
        return path in self._origins

    def get(self, path: str) -> Decimal | None:
        """The value of a figure, or None where it could not be computed."""
        return self.value(path) if self.has(path) else None

    def unit(self, path: str) -> Unit | None:
        """The unit of a figure, or None where it could not be computed."""
        return self._origins[path][0] if self.has(path) else None

    def value(self, path: str) -> Decimal:
        """The value of a figure that is there."""
        found = self._values.get(path)
        if found is None:
            _, formula, inputs = self._origins[path]
            computed = self._computed(formula, inputs)
            if not isinstance(computed, Decimal):
                raise TypeError(f"{path} is no number")
            self._values[path] = found = computed
        return found

    def derived(self, path: str) -> Derived:
        """A figure with its derivation; KeyError where it was not written."""
        if path not in self._read:
            if not self.has(path):
                raise KeyError(path)
            unit, formula, inputs = self._origins[path]
            figure = Figure(f"{self.scope}:{path}", self.value(path), unit)
            self._read[path] = Derived(figure, Derivation(formula, inputs))
        return self._read[path]

    def paths(self) -> Collection[str]:
        """All figures, in the order they were written."""
        while self._later:
            self._later.pop(next(iter(self._later)))()
        return self._origins.keys()

    def entries(self) -> Mapping[str, Derived]:
        """All figures, in the order they were written."""
        return Entries(self)

    def _computed(self, formula: str, inputs: Inputs) -> Exact:
        return FORMULAS[formula].function(*(self.value(x) if isinstance(x, str) else x.value for x in inputs))


@dataclass(frozen=True, slots=True)
class Entries(Mapping[str, Derived]):
    """The figures of a ledger, to be read; each is put together when somebody asks for it."""

    book: Ledger

    def __getitem__(self, path: str) -> Derived:
        return self.book.derived(path)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self.book.has(path)

    def __iter__(self) -> Iterator[str]:
        return iter(self.book.paths())

    def __len__(self) -> int:
        return len(self.book.paths())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self) == dict(other)

    __hash__ = None  # type: ignore[assignment]
