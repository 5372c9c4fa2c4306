"""What a letter asks for itself: any figure by its id, any day by its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from seapgen.exchange.letters.printed import Printed
from seapgen.model.language import Language
from seapgen.model.message import Figure
from seapgen.model.units import Unit


@dataclass(frozen=True, slots=True)
class Figures(Mapping[str, Printed]):
    """Every figure and fact of the municipality by its id, as `seapgen figures` lists them, with or without scope."""

    _found: Mapping[str, Figure]
    _scope: str
    _language: Language

    def __getitem__(self, id_: str) -> Printed:
        return Printed(self._found[id_.removeprefix(self._scope)], self._language)

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True, slots=True)
class Dates:
    """`date("2026-12-31")`: a day that the letter itself names, in its language."""

    _language: Language

    def __call__(self, text: str) -> Printed:
        """The day; ValueError where the text is none."""
        return Printed(Figure("letter:date", date.fromisoformat(text), Unit.DATE), self._language)
