"""The ledger of a group or of the programme: its figures are made of the figures of municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.model.message import Verbatim
from seapgen.model.results import MUNICIPALITY, Cell, ScopeResults
from seapgen.model.source import Source
from seapgen.model.units import Unit


class SumLedger(Ledger):
    """A ledger whose inputs may also be figures of municipalities, as `municipality/<id>:<path>`."""

    def __init__(self, scope: str, results: Mapping[str, ScopeResults]) -> None:
        super().__init__(scope)
        self._results = results
        self.counted: dict[str, tuple[str, ...]] = {}  # ids behind each number of municipalities

    def has(self, path: str) -> bool:
        """Whether a figure was written, here or for a municipality."""
        id_, inner = _address(path)
        return inner in self._results[id_].figures if id_ else super().has(path)

    def value(self, path: str) -> Decimal:
        """The value of a figure that is there."""
        id_, inner = _address(path)
        if not id_:
            return super().value(path)
        found = self._results[id_].figures[inner].figure.value
        assert isinstance(found, Decimal)
        return found

    def unit(self, path: str) -> Unit | None:
        """The unit of a figure, or None where it could not be computed."""
        id_, inner = _address(path)
        return (self._results[id_].figures[inner].figure.unit if self.has(path) else None) if id_ else super().unit(path)

    def count(self, path: str, places: Mapping[str, Source]) -> None:
        """How many municipalities there are, each with the place that names it."""
        self.put(path, Unit.COUNT, "number", *(Cell(place, Decimal(1), label=Verbatim(id_)) for id_, place in places.items()))
        self.counted[path] = tuple(places)

    def gather(self, path: str, unit: Unit, inputs: Iterable[str]) -> bool:
        """The sum of those inputs that are there in this unit; says whether there is one."""
        return self.total(path, unit, [each for each in inputs if self.unit(each) is unit])


def of(id_: str, path: str) -> str:
    """A municipality's figure as an input of another scope."""
    return f"{MUNICIPALITY}{id_}:{path}"


def _address(path: str) -> tuple[str, str]:
    scope, colon, inner = path.rpartition(":")
    return (scope.removeprefix(MUNICIPALITY), inner) if colon else ("", path)
