"""How the command line speaks: results to standard output, everything else to standard error, in the user's language."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from typing import TextIO

import typer

from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Severity
from seapgen.model.language import Language
from seapgen.model.message import Message, Value

COLOURS = {Severity.ERROR: typer.colors.RED, Severity.WARNING: typer.colors.YELLOW, Severity.INFO: typer.colors.BLUE}
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Voice:
    """A language, and English for what it has no words for: a finding must be said in any case."""

    wish: str

    def say(self, message: Message) -> str:
        """A message filled as plain text."""
        try:
            return _language(self.wish).say(message)
        except MissingTranslationError:
            return _language(SOURCE).say(message)

    def show(self, value: Value) -> str:
        """A value as plain text."""
        try:
            return _language(self.wish).show(value)
        except MissingTranslationError:
            return _language(SOURCE).show(value)

    def wording(self, message: Message) -> str:
        """A message with its slots unfilled."""
        try:
            return _language(self.wish).wording(message)
        except MissingTranslationError:
            return _language(SOURCE).wording(message)

    def tell(self, message: Message) -> None:
        """Say something that is no result."""
        typer.echo(self.say(message), err=True)


@cache
def _language(wish: str) -> Language:
    """The language of messages, if there is a catalogue for it."""
    from seapgen.speaking import speaker

    return speaker(wish)


def environment_language() -> str:
    """What the environment asks for: `it` of `it_IT.UTF-8`."""
    wish = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), SOURCE)
    return wish.split("_")[0].split(".")[0].lower()


def voice_of(context: typer.Context) -> Voice:
    """The voice that the options before the command chose."""
    chosen = context.find_root().params.get("ui_lang")
    return Voice(str(chosen) if chosen else environment_language())


def is_colourful(stream: TextIO) -> bool:
    """Colour goes to terminals only, and to none that asks for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def coloured(text: str, severity: Severity, stream: TextIO) -> str:
    """The word of a severity in its colour."""
    return typer.style(text, fg=COLOURS[severity]) if is_colourful(stream) else text


def is_debugging() -> bool:
    """Whether a traceback is wanted."""
    return bool(os.environ.get("SEAPGEN_DEBUG"))


def error_stream() -> TextIO:
    """Where messages go."""
    return sys.stderr
