"""One language at work: its catalogue, numbers, dates, lists, places and order behind the protocol of the model."""

from __future__ import annotations

from pathlib import Path

from seapgen.model.language import Language

SOURCE = "en"
PSEUDO = "en_XA"  # accented and longer English: shows text that bypassed the catalogues


def load_language(code: str, locales: Path | None = None) -> Language:
    """The language of a code, read once a process; MissingTranslationError where there is no catalogue."""
    raise NotImplementedError


def available(locales: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages with a catalogue, the source language first."""
    raise NotImplementedError
