"""What a document is dressed in beside its theme: the stationery, the agency's own texts for its blanks, font files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Face:
    """A font file: family, weight (400 regular, 700 bold), upright or italic; `path` is where it lies on this machine."""

    family: str
    weight: int
    is_italic: bool
    path: str


@dataclass(frozen=True, slots=True)
class Outfit:
    """Files by their path on this machine, and the texts of the agency's own blanks in the document's language.

    `name` is how findings call the stationery: its path inside the programme.
    """

    stationery: str
    name: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    faces: tuple[Face, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """`texts.toml` beside a stationery: the agency's own blanks by name and language, and what is the same in every language."""

    file: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    keep: tuple[str, ...] = ()


NO_TEXTS = OwnTexts()
"""Of a stationery that has no blanks of its own."""
