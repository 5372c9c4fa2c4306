"""Inlines as JSON for the page template: a string, or a list of strings and marked pieces (`k` says which).

Strings stay strings in the template, so nothing in them can become markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seapgen.model.inline import (
    CrossReference,
    Emphasis,
    FigureInline,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Text,
)
from seapgen.render.pdf.json_value import Json
from seapgen.render.svg.lettering import width_of

BODY = 385.0  # points: the measure of running text, 136 mm
_SPACES = (" ", "\u00a0", "\u202f", "\n")
_PATTERNS = "bg ca cs da de el en es et fi fr hr hu is it lt nb nl pl pt ru sk sl sq sr sv tr uk"  # Typst can hyphenate these


@dataclass(frozen=True, slots=True)
class Room:
    """Where a line stands: the width that its widest word may have, the size of its letters, and its language."""

    width: float = BODY
    size: float = 10.2
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes inlines; `known` are the targets that a cross-reference can lead to."""

    known: frozenset[str]

    def line(self, inlines: tuple[Inline, ...], room: Room) -> Json:
        """A line; a bare string where nothing in it is marked."""
        if len(inlines) == 1 and isinstance(inlines[0], Text | FigureInline) and _fits(inlines[0].text, room):
            return inlines[0].text  # most cells and labels
        pieces = _joined(piece for inline in inlines for piece in self._pieces(inline, room))
        if not pieces:
            return ""
        return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else pieces

    @staticmethod
    def width(text: str, size: float) -> float:
        """Width of a bold text in points."""
        return width_of(text, size, bold=True)

    def _pieces(self, inline: Inline, room: Room) -> Iterator[Json]:
        match inline:
            case Text(text) | FigureInline(text=text):
                yield from _words(text, room)
            case LineBreak():
                yield {"k": "break"}
            case Strong(children):
                yield {"k": "strong", "c": self.line(children, room)}
            case Emphasis(children):
                yield {"k": "emphasis", "c": self.line(children, room)}
            case Link(url, children):
                yield {"k": "link", "url": url, "c": self.line(children, room)}
            case CrossReference(target, text):
                yield {"k": "reference", "to": target, "c": text} if target in self.known else text
            case Footnote(children):
                yield {"k": "footnote", "c": self.line(children, Room(language=room.language))}
            case Span(language, children, draft):
                there = Room(room.width, room.size, language)
                yield {"k": "span", **tongue(language), "draft": draft, "c": self.line(children, there)}


def tongue(tag: str) -> dict[str, Json]:
    """A BCP 47 tag as the template's language and region."""
    language, *more = tag.split("-")
    return {"lang": language.lower(), "region": next((part.upper() for part in more if len(part) == 2), None)}


def _words(text: str, room: Room) -> Iterator[Json]:
    """A text; words that are wider than their room are marked for hyphenation or get places where they may break."""
    if not text:
        return
    if _fits(text, room):
        yield text
        return
    start = 0
    for end in (*(n for n, letter in enumerate(text) if letter == " "), len(text)):
        word = text[start:end]
        yield _breakable(word, room) if width_of(word.lstrip(), room.size, bold=True) > room.width else word
        start = end


def _fits(text: str, room: Room) -> bool:
    return width_of(text, room.size, bold=True) <= room.width


def _breakable(word: str, room: Room) -> Json:
    letters = word.strip("".join(_SPACES) + ".,;:()«»“”")
    if room.language in _PATTERNS.split() and letters.replace("-", "").replace("’", "").isalpha() and len(letters) <= 40:
        return {"k": "long", "c": word}
    return "\u200b".join(word)


def _joined(pieces: Iterator[Json]) -> list[Json]:
    joined: list[Json] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece != "":
            joined.append(piece)
    return joined
