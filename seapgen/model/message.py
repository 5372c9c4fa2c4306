"""What is to be said, before it has met a language.

A text of ours is a `Message`; it holds its values as nouns, so nothing is printed, inflected or rounded before a
`Language` does it. English wording is the id of a message, as in gettext.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal, TypeAlias

from seapgen.model.units import Unit

Exact: TypeAlias = "Decimal | date | tuple[Decimal, Decimal]"
Scale: TypeAlias = Literal["", "k", "m", "g"]
WITHHELD = "C"  # printed in place of a figure that is withheld: the Covenant's notation key, in every language
Value: TypeAlias = "Figure | Term | Several | Place | Words | Verbatim | Reference | NoteMark | Message"


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact value with its id and unit; its derivation is found in the results by `id`.

    `id` is `[scope:]path` of the contract. `scale` shrinks the printed unit (MWh to GWh with "k"); only tiles and axes use it.
    A figure that is withheld has lost its value: it has a zero there, and `C` is printed.
    """

    id: str
    value: Exact
    unit: Unit
    digits: int | None = None
    scale: Scale = ""
    is_withheld: bool = False

    def __bool__(self) -> bool:
        return self.is_withheld or self.value != 0


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary, `sector.residential`; a language knows its forms."""

    key: str
    form: str = "label"  # used where the term stands alone; inside a message the translation chooses


@dataclass(frozen=True, slots=True)
class Several:
    """Things to be listed: A, B and C."""

    items: tuple[Term | Verbatim | Words, ...]

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Words:
    """A short text that people wrote, one for each language (`{en: …, it: …}` in the data).

    A name of a place stands as it is in languages that have no own name for it.
    """

    by_language: Mapping[str, str]
    is_name: bool = False

    def in_language(self, code: str, source: str = "en") -> tuple[str, str]:
        """The text for a language and the language it is in: that one, else the source language, else the first by code."""
        order = (code, source, *sorted(self.by_language))
        return next(((each, self.by_language[each]) for each in order if self.by_language.get(each)), (code, ""))


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Letters that are the same in every language: a file name, an id, a code, a person's name."""

    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality: its name in each language and the stored forms of its official name."""

    name: Mapping[str, str]
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    country: str = ""
    form: str = "subject"


@dataclass(frozen=True, slots=True)
class Reference:
    """The bare number of a table, figure or chapter; its word stands in the sentence, because it inflects."""

    target: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A free text that people wrote, one for each language, in Markdown. It stands alone in a section of its own."""

    by_language: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a footnote; a chapter file has its words under the same label, Python code gives them here."""

    label: str
    words: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence or label of ours with its values; `count` chooses the plural."""

    text: str
    plural: str | None = None
    context: str | None = None
    count: int = 0
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def key(self) -> tuple[str, str | None, str | None]:
        """What a catalogue finds it by."""
        return self.text, self.plural, self.context


def msg(text: str, /, *, context: str | None = None, **values: Value | str) -> Message:
    """Mark a text for extraction and bind its values; a bare string is taken letter by letter."""
    return Message(text, None, context, 0, _bound(values)) if values else _constant(text, context)


@cache
def _constant(text: str, context: str | None) -> Message:
    """The one message of a text without values: labels and heads of columns are asked for again and again."""
    return Message(text, None, context)


def nmsg(one: str, more: str, /, *, n: Figure | int, context: str | None = None, **values: Value | str) -> Message:
    """Like `msg`, for a text with a count; a `Figure` as `n` is also bound as the value `n`."""
    if isinstance(n, Figure):
        return Message(one, more, context, int(_number(n)), _bound({**values, "n": n}))
    return Message(one, more, context, n, _bound(values))


def _number(figure: Figure) -> Decimal:
    if not isinstance(figure.value, Decimal):
        raise TypeError(f"{figure.id} is no count")
    return figure.value


def _bound(values: Mapping[str, Value | str]) -> tuple[tuple[str, Value], ...]:
    return tuple(sorted((name, Verbatim(value) if isinstance(value, str) else value) for name, value in values.items()))
