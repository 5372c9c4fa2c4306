"""What a reader takes from a printed number: read digit by digit, with a language's marks, without the house's number layer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

DECIMAL_MARK = {"en": ".", "it": ","}
GROUP_MARKS = {"en": ",", "it": "."}
WORDS = {
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "it": ("nessuna", "una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"),
}
FORMS = {"un": "una", "un’": "una", "nessun": "nessuna"}  # as the noun behind them wants
SCALES = {
    "million": 6, "billion": 9, "milioni": 6, "milione": 6, "miliardi": 9, "miliardo": 9, "GWh": 3, "TWh": 6, "kt": 3, "Mt": 6,
}  # fmt: skip
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_LESS_THAN = re.compile(r"[<>]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as it was read: its digits, and the size of its last digit."""

    value: Decimal
    step: Decimal
    is_bound: bool  # "< 1": less than this, but not nothing

    def rounds(self, exact: Decimal) -> bool:
        """Whether this is the exact value, rounded to the digits that are seen."""
        if self.is_bound:
            return 0 < abs(exact) < abs(self.value)
        return abs(self.value - exact) * 2 <= self.step


def number_in(text: str) -> str:
    """The digits with their marks, `2,271.5`; a small number in words as it stands."""
    found = _NUMBER.search(text)
    return found.group() if found else text.rsplit(maxsplit=1)[-1].lower()


def reading(text: str, language: str) -> Reading:
    """A printed number: `−1.234,5 t` is −1234.5 in Italian, `€2.45 million` is 2450000 in English."""
    digits = number_in(text)
    digits = FORMS.get(digits, digits)
    if digits in WORDS[language]:
        return Reading(Decimal(WORDS[language].index(digits)), Decimal(1), is_bound=False)
    whole, _, decimals = digits.replace(GROUP_MARKS[language], "").partition(DECIMAL_MARK[language])
    power = next((power for word, power in SCALES.items() if re.search(rf"(?<!\w){word}\b", text)), 0)
    value = Decimal(f"{whole}.{decimals or 0}").scaleb(power)
    sign = -1 if "\N{MINUS SIGN}" in text.partition(digits)[0] else 1
    return Reading(sign * value, Decimal(1).scaleb(power - len(decimals)), _LESS_THAN.search(text) is not None)
