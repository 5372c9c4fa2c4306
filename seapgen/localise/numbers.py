"""The number layer: how an exact value is printed in a language. Nothing else in the house rounds."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from seapgen.localise.dates import dated
from seapgen.localise.forms import in_words, with_form
from seapgen.localise.profiles import MINUS, NBSP, Profile
from seapgen.model.inline import FigureInline, Role
from seapgen.model.message import Figure, Scale
from seapgen.model.units import Unit

POWERS: dict[Scale, int] = {"": 0, "k": 3, "m": 6, "g": 9}
MONEY_DIGITS = 2  # at most, in millions and billions


class _Printed(NamedTuple):
    """A number without its sign and unit, with what the unit's plural needs to know."""

    text: str
    sign: str  # "", minus, or "<"
    value: Decimal  # as printed


class _Digits(NamedTuple):
    """How many decimals at most, and whether zeros at their end are dropped."""

    most: int
    trimmed: bool = False


def printed(figure: Figure, profile: Profile, form: str = "", role: Role = "text") -> FigureInline:
    """A figure that has met its language. In a table it is a bare number: its unit stands in the column's head."""
    number, gap, suffix = _parts(figure, profile, role)
    whole = number + gap + suffix
    if form in profile.words:
        whole = number = in_words(figure, profile.words[form], whole)
    elif form:
        whole = with_form(figure, profile.code, whole, form)
    return FigureInline(figure.id, figure.value, figure.unit, whole, number, suffix, role)


def _parts(figure: Figure, profile: Profile, role: Role) -> tuple[str, str, str]:
    """The number, what stands between, and the unit."""
    value = figure.value
    if isinstance(value, date):
        return dated(value, profile), "", ""
    if figure.unit is Unit.PERIOD or isinstance(value, tuple):
        return _range(figure, profile, role)
    if figure.unit is Unit.YEAR:
        return str(int(value)), "", ""
    scale = figure.scale or _spoken_scale(figure, value, role)
    number = _number(value.scaleb(-POWERS[scale]) if scale else value, profile, _digits(figure, profile, scale, value))
    if role == "table":
        return number.sign + number.text, "", ""
    return _measured(number, figure.unit, scale, profile)


def _range(figure: Figure, profile: Profile, role: Role) -> tuple[str, str, str]:
    """From one value to another, joined by a dash."""
    assert isinstance(figure.value, tuple)
    if figure.unit is Unit.PERIOD:
        return "–".join(str(int(year)) for year in figure.value), "", ""
    scale = figure.scale
    ends = [_number(v.scaleb(-POWERS[scale]), profile, _digits(figure, profile, scale, v)) for v in figure.value]
    text = "–".join(end.sign + end.text for end in ends)
    if role == "table":
        return text, "", ""
    return _measured(_Printed(text, "", ends[-1].value), figure.unit, scale, profile)


def _spoken_scale(figure: Figure, value: Decimal, role: Role) -> Scale:
    """In a sentence, money from one million up is spoken of in millions or billions."""
    if role != "text" or figure.unit is not Unit.EUR or figure.digits is not None:
        return ""
    if abs(rounded(value, 0)) < 10**6:
        return ""
    return "m" if abs(rounded(value.scaleb(-6), MONEY_DIGITS)) < 1000 else "g"


def _digits(figure: Figure, profile: Profile, scale: Scale, value: Decimal) -> _Digits:
    """A scaled number shows three digits or more, without zeros at the end of its decimals."""
    if figure.digits is not None:
        return _exactly(figure.digits)
    if not scale:
        return _exactly(profile.digits.get(figure.unit, 0))
    size = abs(value).scaleb(-POWERS[scale])
    return _Digits(MONEY_DIGITS if figure.unit is Unit.EUR or size < 10 else 1 if size < 100 else 0, trimmed=True)


@cache
def _exactly(digits: int) -> _Digits:
    return _Digits(digits)


@cache
def _last_place(digits: int) -> Decimal:
    """0.01 for two digits."""
    return Decimal(1).scaleb(-digits)


def rounded(value: Decimal, digits: int) -> Decimal:
    """Half up, away from zero: the one rounding rule. There is no minus zero."""
    if not value.is_finite():
        raise ValueError(f"{value} must not reach a document")
    result = value.quantize(_last_place(digits), rounding=ROUND_HALF_UP)
    return abs(result) if result == 0 else result


def _number(value: Decimal, profile: Profile, digits: _Digits) -> _Printed:
    """The digits as the language groups them; what is not zero never prints as zero."""
    result = rounded(value, digits.most)
    if result == 0 != value:
        least = _last_place(digits.most)
        return _Printed(_grouped(least, profile), f"<{NBSP}" if value > 0 else f">{NBSP}{MINUS}", least)
    if digits.trimmed and digits.most:
        result = Decimal(f"{result:f}".rstrip("0").rstrip("."))
    return _Printed(_grouped(abs(result), profile), MINUS if result < 0 else "", abs(result))


def _grouped(value: Decimal, profile: Profile) -> str:
    if value < profile.group_from:
        return f"{value:f}".replace(".", profile.decimal)
    whole, _, decimals = f"{value:,f}".partition(".")
    return whole.replace(",", profile.group) + (profile.decimal + decimals if decimals else "")


def _measured(number: _Printed, unit: Unit, scale: Scale, profile: Profile) -> tuple[str, str, str]:
    """The number with a sign before it, and its unit apart; the whole must never be parted at a line end."""
    patterns = profile.patterns.get(f"{unit}_{scale}" if scale else unit)
    if patterns is None and scale:
        raise ValueError(f"there is no unit {unit} with scale {scale}")
    if patterns is None:
        return number.sign + number.text, "", ""
    pattern = patterns["other"] if len(patterns) == 1 else patterns.get(_plural(number.value, profile), patterns["other"])
    before, _, after = pattern.partition("{}")
    suffix = after.lstrip(NBSP)
    return number.sign + before + number.text, after.removesuffix(suffix), suffix


def _plural(value: Decimal, profile: Profile) -> str:
    """The plural class of CLDR, by the digits that are seen."""
    return str(profile.plural(value))
