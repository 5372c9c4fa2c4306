"""What a language makes of a number in a sentence: small counts in words; articles before it, suffixes behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from seapgen.localise.faults import unknown_form
from seapgen.model.message import Figure
from seapgen.model.units import Unit

ITALIAN = {  # before a consonant, before zero, before a vowel; the same of many things
    "il": ("il ", "lo ", "l’", "i ", "gli "),
    "del": ("del ", "dello ", "dell’", "dei ", "degli "),
    "al": ("al ", "allo ", "all’", "ai ", "agli "),
    "dal": ("dal ", "dallo ", "dall’", "dai ", "dagli "),
    "nel": ("nel ", "nello ", "nell’", "nei ", "negli "),
    "sul": ("sul ", "sullo ", "sull’", "sui ", "sugli "),
}
HUNGARIAN_YEARS = {  # in 2010, by 2020, compared to 2010, since 2010: after a back, front or rounded vowel
    "in": ("ban", "ben", "ben"),
    "by": ("ra", "re", "re"),
    "to": ("hoz", "hez", "höz"),
    "since": ("tól", "től", "től"),
}
HUNGARIAN_DAYS = frozenset({2, 3, 6, 8, 13, 16, 18, 20, 23, 26, 28, 30})  # their last vowel is a back one
FORMS = {"it": frozenset(ITALIAN), "hu": frozenset(HUNGARIAN_YEARS) | {"on"}}  # what a slot may ask of a number


def in_words(figure: Figure, words: tuple[str, ...], text: str) -> str:
    """A count that has a word, in words (`two`); any other number as it is printed."""
    count = figure.value if figure.unit is Unit.COUNT and isinstance(figure.value, Decimal) else Decimal(0)
    return words[int(count) - 1] if count == int(count) and 0 < count <= len(words) else text


def with_form(figure: Figure, language: str, text: str, form: str) -> str:
    """The printed figure in a form; MissingTranslationError where the language has no such form for its unit."""
    made = _MAKERS[language](figure, text, form) if language in _MAKERS else None
    if made is None:
        raise unknown_form(language, f"{figure.id} ({figure.unit})", form, sorted(FORMS.get(language, ())))
    return made


def _italian(figure: Figure, text: str, form: str) -> str | None:
    articles = ITALIAN.get(form[:1].lower() + form[1:])
    if articles is None or figure.unit is Unit.PERIOD or isinstance(figure.value, tuple):
        return None
    article = articles[_italian_article(figure, text)]
    return (article[0].upper() + article[1:] if form[:1].isupper() else article) + text


def _italian_article(figure: Figure, text: str) -> int:
    """Shares, years and days take the singular; 2 MWh are many. 8, 11 and 1 begin with a vowel, 0 asks for `lo`."""
    if isinstance(figure.value, date):
        return 2 if figure.value.day in (8, 11) else 0
    head = re.match(r"\d+", text)  # a sign is a word of its own: meno, meno di
    digits = head[0] if head else ""
    single = figure.unit in (Unit.PERCENT, Unit.YEAR) or re.match(r"1(?![\d.])", text) is not None
    if not single:
        return 4 if digits.startswith(("8", "0")) or digits == "11" else 3
    if digits.startswith("8") or digits == "11" or (digits == "1" and not text.startswith("1.")):
        return 2
    return int(digits.startswith("0"))


def _hungarian(figure: Figure, text: str, form: str) -> str | None:
    if figure.unit is Unit.YEAR and isinstance(figure.value, Decimal) and form in HUNGARIAN_YEARS:
        return f"{text}-{HUNGARIAN_YEARS[form][_harmony(int(figure.value))]}"
    if isinstance(figure.value, date) and form == "on":  # 2013. március 18-án
        day = figure.value.day
        return f"{text.removesuffix('.')}-{'jén' if day == 1 else 'án' if day in HUNGARIAN_DAYS else 'én'}"
    return None


def _harmony(year: int) -> int:
    """0 back, 1 front, 2 front rounded: by the last word of the spoken year (kétezer-tíz, kétezer-nyolc, kétezer-öt)."""
    unit, ten, hundred = year % 10, year // 10 % 10, year // 100 % 10
    if unit:
        return 0 if unit in (3, 6, 8) else 2 if unit in (2, 5) else 1
    if ten:
        return 0 if ten in (2, 3, 6, 8) else 1
    return 0 if hundred else 1


_MAKERS: dict[str, Callable[[Figure, str, str], str | None]] = {"it": _italian, "hu": _hungarian}
