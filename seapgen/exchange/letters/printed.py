"""Values as a letter may print them: each meets the letter's language when it is printed, not before.

So a text that is not written in the language matters only where a letter asks for it, and nobody else rounds or inflects.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import TypeAlias

from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.language import Language
from seapgen.model.message import Figure, Place, Term, Value, Verbatim, Words, msg
from seapgen.model.source import Source
from seapgen.model.units import Unit

Comparable: TypeAlias = "Decimal | date | tuple[Decimal, Decimal] | str"
WAYS = ("table", "number", "unit", "full")  # how else a figure can be printed


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A value and its language. `str` prints it; an attribute asks for a form: `place.of`, `target.year.nel`, `cost.table`.

    In a condition it is compared by its exact value, a word of the vocabulary by its key.

    Raises:
        MissingTranslationError: when printed, where people wrote the text in other languages only.
    """

    _value: Value
    _language: Language
    _way: str = ""

    def __str__(self) -> str:
        match self._value:
            case Words(texts):
                return texts.get(self._language.code) or self._unwritten(texts)
            case Figure() as figure:
                return self._figure(figure)
            case Place() as place:
                return self._language.place(place, self._way or "name")
            case Term() as term:
                return self._language.term(term, self._way)
            case value:
                return self._language.show(value)

    def __getattr__(self, name: str) -> Printed:
        """The value in a form of its language; AttributeError where it has no such form."""
        if name.startswith("_") or not isinstance(self._value, Figure | Place | Term):
            raise AttributeError(name)
        asked = replace(self, _way=name)
        try:
            str(asked)
        except MissingTranslationError as error:
            raise AttributeError(name) from error
        return asked

    def __bool__(self) -> bool:
        return bool(self._value)

    def __hash__(self) -> int:
        return hash(_key(self))

    def __eq__(self, other: object) -> bool:
        return _key(self) == _key(other)

    def __lt__(self, other: object) -> bool:
        return bool(_key(self) < _key(other))  # type: ignore[operator]  # a number and a word: TypeError, told as a fault

    def _figure(self, figure: Figure) -> str:
        if figure.is_withheld:
            return self._language.show(figure) if self._way != "unit" else ""
        match self._way:
            case "table":
                return self._language.figure(replace(figure, digits=None), role="table").text  # a column has one number of digits
            case "number":
                return self._language.figure(figure).number
            case "unit":
                return self._language.figure(figure).suffix
            case "full" if figure.unit is Unit.EUR:  # all digits, where a sentence would speak of millions
                return self._language.figure(replace(figure, digits=0)).text
            case "full":
                return self._language.figure(figure).text
            case form:
                return self._language.figure(figure, form=form).text

    def _unwritten(self, texts: Mapping[str, str]) -> str:
        shown, language, others = next(iter(texts.values()), ""), self._language.code, ", ".join(texts)
        fact = msg("“{what}” is not written in {language}, only in: {others}.", what=shown, language=language, others=others)
        way_out = msg("Add the text in this language to the data, or write the letters in another language with --lang.")
        place = Source("programme.yaml")
        raise MissingTranslationError([Finding("M6", Stage.TRANSLATION, Severity.ERROR, place, fact, proposal=way_out)])


def _key(thing: object) -> Comparable:
    """What conditions compare: exact numbers, dates, keys of the vocabulary, letters."""
    match thing:
        case Printed(_value=value):
            return _key(value)
        case Figure(value=exact):
            return exact
        case Term(key=key):
            return key.rpartition(".")[2]
        case Verbatim(text=text) | str(text):
            return text
        case int():
            return Decimal(thing)
        case Decimal() | date():
            return thing
        case _:
            return repr(thing)
