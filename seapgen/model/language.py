"""What compose and the command line ask of a language; `localise` makes it from catalogues and profiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from seapgen.model.inline import FigureInline, Role
from seapgen.model.message import Figure, Message, Place, Term, Value


class Language(Protocol):
    """One language: its words, plurals, numbers, dates, lists and order. It refuses what it does not know.

    Raises `MissingTranslationError` for an unknown message, term or form.
    """

    @property
    def code(self) -> str:
        """The code of catalogues and data: `it`."""
        ...

    @property
    def tag(self) -> str:
        """The BCP 47 tag of documents: `it-IT`, `en-GB`."""
        ...

    def wording(self, message: Message) -> str:
        """The translated text of a message in the right plural, with its slots `{name}` and `{name:form}` unfilled."""
        ...

    def figure(self, figure: Figure, *, form: str = "", role: Role = "text") -> FigureInline:
        """A figure as printed: rounded half up, with its unit unless it stands in a table."""
        ...

    def term(self, term: Term, form: str = "") -> str:
        """A word of the vocabulary in a form (the term's own where none is given)."""
        ...

    def place(self, place: Place, form: str = "") -> str:
        """A municipality's name in a form (the place's own where none is given)."""
        ...

    def listed(self, parts: Sequence[str]) -> str:
        """`A, B and C`."""
        ...

    def say(self, message: Message) -> str:
        """A message filled as plain text, for findings, the command line and alternative texts."""
        ...

    def show(self, value: Value) -> str:
        """A value as plain text."""
        ...

    def ordered(self, texts: Iterable[str]) -> list[str]:
        """Texts in the alphabetical order of the language."""
        ...
