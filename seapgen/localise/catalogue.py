"""The translated messages of one language. A missing or fuzzy message is refused, never guessed."""

from __future__ import annotations

import gettext  # noqa: TID251 - this is the one place: it turns a plural expression into a function
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from babel.messages.pofile import read_po

from seapgen.localise.faults import missing_language, missing_message
from seapgen.model.message import Message

Key: TypeAlias = tuple[str, str | None, str | None]  # singular, plural, context


class Catalogue(Protocol):
    """Where a message's wording comes from."""

    def wording(self, message: Message) -> str:
        """The text in the plural form that the message's count asks for."""
        ...


@dataclass(frozen=True, slots=True)
class SourceCatalogue:
    """English: a message is its own translation."""

    def wording(self, message: Message) -> str:
        """The message's own text."""
        return message.text if message.plural is None or message.count == 1 else message.plural


@dataclass(frozen=True, slots=True)
class PoCatalogue:
    """Messages from a PO file; `unsure` are those that a person has to look at again."""

    language: str
    texts: Mapping[Key, tuple[str, ...]]
    unsure: frozenset[Key]
    plural: Callable[[int], int]

    def wording(self, message: Message) -> str:
        """The translation; MissingTranslationError where there is none."""
        found = self.texts.get(message.key)
        if found is None:
            raise missing_message(self.language, message.text, unsure=message.key in self.unsure)
        return found[self.plural(message.count) if message.plural is not None else 0]


def read_catalogue(path: Path, language: str) -> PoCatalogue:
    """Read a PO file; a message with an empty plural form counts as missing."""
    if not path.is_file():
        raise missing_language(language)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    texts: dict[Key, tuple[str, ...]] = {}
    unsure: set[Key] = set()
    for message in catalogue:
        if not message.id:
            continue
        one, more = message.id if isinstance(message.id, tuple | list) else (message.id, None)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        key = (str(one), more, message.context)
        if message.fuzzy:
            unsure.add(key)
        elif strings and all(strings):
            texts[key] = tuple(str(text) for text in strings)
    return PoCatalogue(language, texts, frozenset(unsure), gettext.c2py(catalogue.plural_expr))
