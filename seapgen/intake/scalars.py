"""What a plain (unquoted) YAML scalar means: YAML 1.2, and nothing that another reader would take for something else."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from seapgen.intake.nodes import Plain

_NULL = ("", "~", "null", "Null", "NULL")
_TRUTH = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FRACTION = re.compile(r"[-+]?(0|[1-9][0-9]*)?\.[0-9]+")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# A leading zero is octal to some; other bases, underscores, sixties (12:30), exponents and bare points have their own
# meaning from reader to reader; "not a number" is no number.
_DOUBTFUL = re.compile(
    r"[-+]?0[0-9][0-9.]*|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+|[-+]?[0-9][0-9_]*_[0-9_.]*"
    r"|[-+]?[0-9]+\.|[-+]?[0-9.]+[eE][-+]?[0-9]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?"
    r"|[-+]?[0-9]+,[0-9]+"
)
MOST_DIGITS = 40


class Doubt(Enum):
    """Why a scalar has no value."""

    TWO_READINGS = auto()
    NO_REAL_DATE = auto()


def plain(text: str) -> Plain | Doubt:
    """The value of an unquoted scalar: nothing, truth, whole number, `Decimal`, date or text."""
    if text in _NULL:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if len(text) <= MOST_DIGITS and _WHOLE.fullmatch(text):
        return int(text)
    if len(text) <= MOST_DIGITS and _FRACTION.fullmatch(text):
        return Decimal(text)
    if match := _DATE.fullmatch(text):
        return _date(*(int(part) for part in match.groups()))
    return Doubt.TWO_READINGS if _DOUBTFUL.fullmatch(text) else text


def _date(year: int, month: int, day: int) -> date | Doubt:
    try:
        return date(year, month, day)
    except ValueError:
        return Doubt.NO_REAL_DATE
