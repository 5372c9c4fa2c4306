"""Wordings: a sentence in one language is read once, and filled as often as it is said.

A programme says a few hundred sentences thousands of times, so each text is taken apart at its first use: its slots become
letters of the private use area, and its marks are read as one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import FIRST, LETTER, RESERVED, SLOT
from seapgen.compose.markup import merged, parse_line
from seapgen.model.inline import Emphasis, Inline, Link, Strong, Text
from seapgen.model.message import msg


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence that waits for its values: `slots` are their names and forms, in the order of the text."""

    slots: tuple[tuple[str, str], ...]
    line: tuple[Inline, ...]  # with a letter for each slot

    def filled(self, values: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """The line with its values, one for each slot."""
        return _filled(self.line, values) if values else self.line


@cache
def wording(text: str) -> Wording:
    """The wording of a translated text. Raises ChapterFault where it has braces, reserved letters or a mark that is no use."""
    slots = tuple((slot[1], slot[2] or "") for slot in SLOT.finditer(text))
    letters = map(chr, range(FIRST, FIRST + len(slots)))
    lettered = SLOT.sub(lambda slot: next(letters), text)
    if RESERVED.search(text) or re.search("[{}]", lettered):
        raise ChapterFault("T2", msg("A sentence has braces or private-use characters."), msg("Leave them out."))
    return Wording(slots, parse_line(lettered, lambda part: (Text(part),)))


def _filled(line: tuple[Inline, ...], values: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    return merged([inline for part in line for inline in _parts(part, values)])


def _parts(part: Inline, values: Sequence[tuple[Inline, ...]]) -> Iterator[Inline]:
    match part:
        case Text(text):
            for letters in LETTER.split(text):
                if LETTER.fullmatch(letters):
                    yield from values[ord(letters) - FIRST]
                else:
                    yield Text(letters)
        case Strong(children):
            yield Strong(_filled(children, values))
        case Emphasis(children):
            yield Emphasis(_filled(children, values))
        case Link(url, children):
            yield Link(url, _filled(children, values))
        case _:
            yield part
