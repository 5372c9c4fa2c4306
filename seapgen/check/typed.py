"""Amounts that people typed into prose: what they can mean, and whether a computed amount is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.units import Unit

_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")  # `[20 000 t](figure:…)` is printed from the results, so it cannot differ
_NUMBER = r"(?<![\w.,])(\d{1,3}(?:[ \u00a0\u202f.,'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_UNIT = r"(GWh|MWh|kWh|t|tonn\w*|ton|tona|τόν\w*|EUR|euro|€)"
_AMOUNT = re.compile(rf"{_NUMBER}[ \u00a0\u202f]?{_UNIT}(?![\w]|/(?!(?:a|y|yr|year|anno|an|år|rok|god)\b))")
_MWH = {"GWh": Decimal(1000), "MWh": Decimal(1), "kWh": Decimal("0.001")}


@dataclass(frozen=True, slots=True)
class Typed:
    """An amount in prose at a line and column of its text, from 1; `values` are what it can mean, in MWh, t or EUR.

    `step` is the place value of each value's last digit that is not zero: 20 000 may stand for anything from 15 000 to 25 000.
    """

    text: str
    line: int
    column: int
    kind: str  # energy, tonnes, money
    values: tuple[tuple[Decimal, Decimal], ...]  # value, step

    def means_one_of(self, amounts: Sequence[Decimal]) -> bool:
        """Whether one of some amounts in rising order, rounded as the typed one, is it."""
        for value, step in self.values:
            place = bisect_left(amounts, value - step / 2)
            if place < len(amounts) and amounts[place] <= value + step / 2:
                return True
        return False

    def is_near(self, amount: Decimal, percent: Decimal) -> bool:
        """Whether a computed amount differs by so many per cent at most."""
        return any(abs(abs(amount) - value) * 100 <= percent * abs(amount) for value, _ in self.values)


def typed_amounts(text: str) -> Iterator[Typed]:
    """Every plain amount with a unit in a Markdown text; links to figures are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        plain = _LINK.sub(lambda link: " " * len(link[0]), line)
        for match in _AMOUNT.finditer(plain):
            scale = _MWH.get(match[2], Decimal(1))
            kind = "energy" if match[2] in _MWH else "money" if match[2] in ("EUR", "euro", "€") else "tonnes"
            values = tuple((value * scale, _step(value) * scale) for value in _meanings(match[1]))
            yield Typed(match[0], number, match.start() + 1, kind, values)


def kind_of(unit: Unit) -> str:
    """What a computed figure is, among the kinds of typed amounts; nothing for any other kind."""
    if unit is Unit.EUR:
        return "money"
    if unit is Unit.MWH:
        return "energy"
    return "tonnes" if unit in (Unit.T_CO2, Unit.T_CO2E, Unit.T_MIXED) else ""


def _meanings(text: str) -> list[Decimal]:
    """The readings of a number whose marks differ from language to language; one mark before three digits has two."""
    digits = re.sub(r"[ \u00a0\u202f'’]", "", text)
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return [Decimal(digits)]
    whole, mark, part = digits.rpartition(marks[-1])
    grouped = Decimal(re.sub(r"[.,]", "", digits))
    decimal = Decimal(f"{re.sub(r'[.,]', '', whole)}.{part}")
    if whole.count(mark):
        return [grouped]
    return [grouped, decimal] if len(part) == 3 and len(set(marks)) == 1 else [decimal]


def _step(value: Decimal) -> Decimal:
    """The place value of the last digit that is not zero."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent)) if any(digits) else Decimal(1)
