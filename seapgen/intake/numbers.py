"""Numbers as people type them into tables: decimal point or comma, with or without groups of three."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MOST_LETTERS = 40
_SPACES = " \u00a0\u2009\u202f"
_MINUS = str.maketrans({"\u2212": "-"})
_SPACED = re.compile(rf"([-+]?[0-9]{{1,3}})((?:[{_SPACES}][0-9]{{3}})+)([.,][0-9]+)?")
_FORM = re.compile(r"(?P<sign>[-+]?)(?P<body>[0-9.,]*[0-9])(?P<exponent>[eE][-+]?[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed number means. `mark` is the decimal mark it proves, empty where it proves none.

    `doubtful` is its only separator where that could be a decimal mark or a group (`1,234`); `value` then takes it as
    a decimal mark and `grouped` as a group.
    """

    value: Decimal
    mark: str = ""
    doubtful: str = ""
    grouped: Decimal = Decimal(0)


def read_number(text: str) -> Reading | None:
    """The meaning of a typed number, or nothing where it is none."""
    text = text.strip().translate(_MINUS)
    if len(text) > MOST_LETTERS:
        return None
    if spaced := _SPACED.fullmatch(text):
        text = spaced[1] + re.sub(f"[{_SPACES}]", "", spaced[2]) + (spaced[3] or "")
        reading = _read(text)
        # spaces group already, so a comma or point after them is a decimal mark
        return Reading(reading.value, reading.mark or reading.doubtful) if reading else None
    return _read(text)


def _read(text: str) -> Reading | None:
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    sign, body, exponent = match["sign"], match["body"], match["exponent"] or ""
    marks = [letter for letter in body if letter in ".,"]
    if not marks:
        return Reading(Decimal(sign + body + exponent))
    if len(marks) > 1:
        return _grouped(sign, body, marks) if not exponent else None
    whole, fraction = body.split(marks[0])
    value = Decimal(f"{sign}{whole}.{fraction}{exponent}")
    if len(fraction) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0" and not exponent:
        return Reading(value, doubtful=marks[0], grouped=Decimal(sign + whole + fraction))
    return Reading(value, marks[0])


def _grouped(sign: str, body: str, marks: list[str]) -> Reading | None:
    """A number with several separators: groups of three with one mark, at most one decimal mark of the other kind."""
    group, last = marks[0], marks[-1]
    if marks.count(group) < len(marks) - (last != group):
        return None
    whole, fraction = body.rsplit(last, 1) if last != group else (body, "")
    if not re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:[{group}][0-9]{{3}})+", whole):
        return None
    decimal = "," if group == "." else "."
    return Reading(Decimal(sign + whole.replace(group, "") + (f".{fraction}" if fraction else "")), decimal)
