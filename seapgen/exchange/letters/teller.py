"""One municipality in one language: what the names of a letter are made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from seapgen.exchange.letters.printed import Printed
from seapgen.model.language import Language
from seapgen.model.message import Figure, Value, Verbatim, Words
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Programme
from seapgen.model.results import MunicipalityResults
from seapgen.model.units import Unit

_STATED = re.compile(r"target\.\d+\.reduction_pct|group\.target_pct|plan\.financing_pct\.\w+|economics\.discount_rate_pct")


@dataclass(frozen=True, slots=True)
class Teller:
    """Gives values to print; None where the data do not say."""

    programme: Programme
    municipality: Municipality
    figures: Mapping[str, Figure]
    language: Language

    def say(self, value: Value | str) -> Printed:
        """A value; a bare string is printed letter by letter."""
        return Printed(Verbatim(value) if isinstance(value, str) else value, self.language)

    def maybe(self, value: Value | str | None) -> Printed | None:
        """A value that may be absent or empty."""
        return self.say(value) if value else None

    def words(self, texts: Mapping[str, str] | None) -> Printed | None:
        """A text that people wrote, where they wrote any."""
        return self.say(Words(texts)) if texts and any(t.strip() for t in texts.values()) else None

    def must(self, path: str) -> Printed:
        """A figure that is there."""
        return self.say(self.figures[path])

    def get(self, path: str) -> Printed | None:
        """A figure or fact by its id without scope."""
        return self.say(self.figures[path]) if path in self.figures else None

    def some(self, path: str) -> Printed | None:
        """A figure that is there and above zero."""
        found = self.figures.get(path)
        return self.say(found) if found and isinstance(found.value, Decimal) and found.value > 0 else None


def teller(programme: Programme, municipality: Municipality, results: MunicipalityResults | None, language: Language) -> Teller:
    """A municipality with all its figures, as documents print them."""
    derived = {path: each.figure for path, each in results.figures.items()} if results else {}
    facts = {path: each.figure for path, each in results.facts.items()} if results else {}
    return Teller(programme, municipality, {path: _stated(path, f) for path, f in {**derived, **facts}.items()}, language)


def _stated(path: str, figure: Figure) -> Figure:
    """A stated percentage that is whole is printed without decimals, as people stated it."""
    value = figure.value
    is_whole = figure.unit is Unit.PERCENT and isinstance(value, Decimal) and value == value.to_integral_value()
    return replace(figure, digits=0) if is_whole and _STATED.fullmatch(path) else figure
