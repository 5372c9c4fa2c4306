"""The language in which messages are said."""

from __future__ import annotations

from seapgen.localise.language import available, load_language
from seapgen.model.language import Language


def speaker(*wishes: str) -> Language:
    """The language of messages: the first wish that there is a catalogue for, else the source language."""
    known = available()
    return load_language(next((w for w in wishes if w in known), known[0]))
