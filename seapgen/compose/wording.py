"""Wordings: a sentence in one language is read once, and filled as often as it is said.

A programme says a few hundred sentences thousands of times, so each text is taken apart at its first use: its slots become
letters of the private use area, and its marks are read as one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import FIRST, LETTER, RESERVED, SLOT
from seapgen.compose.markup import merged, parse_line
from seapgen.model.inline import Emphasis, Inline, Link, Strong, Text
from seapgen.model.message import msg

Part: TypeAlias = "Text | int | Strong[Part] | Emphasis[Part] | Link[Part]"  # a number is the place of a value


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence that waits for its values: `slots` are their names and forms, in the order of the text."""

    slots: tuple[tuple[str, str], ...]
    names: frozenset[str]
    line: tuple[Inline, ...]  # with a letter for each slot
    parts: tuple[Part, ...]  # the same with numbers for the letters

    def filled(self, values: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """The line with its values, one for each slot."""
        return _filled(self.parts, values)


@cache
def wording(text: str) -> Wording:
    """The wording of a translated text. Raises ChapterFault where it has braces, reserved letters or a mark that is no use."""
    slots = tuple((slot[1], slot[2] or "") for slot in SLOT.finditer(text))
    letters = map(chr, range(FIRST, FIRST + len(slots)))
    lettered = SLOT.sub(lambda slot: next(letters), text)
    if RESERVED.search(text) or re.search("[{}]", lettered):
        raise ChapterFault("T2", msg("A sentence has braces or private-use characters."), msg("Leave them out."))
    line = parse_line(lettered, lambda part: (Text(part),))
    return Wording(slots, frozenset(name for name, _ in slots), line, tuple(_parted(line)))


def _parted(line: tuple[Inline, ...]) -> Iterator[Part]:
    """A line whose letters for slots have become the numbers of the slots."""
    for node in line:
        match node:
            case Text(text):
                for letters in LETTER.split(text):
                    yield ord(letters) - FIRST if LETTER.fullmatch(letters) else Text(letters)
            case Strong(children):
                yield Strong(tuple(_parted(children)))
            case Emphasis(children):
                yield Emphasis(tuple(_parted(children)))
            case Link(url, children):
                yield Link(url, tuple(_parted(children)))
            case _:
                raise ValueError(f"no sentence has a {type(node).__name__}")


def _filled(parts: Sequence[Part], values: Sequence[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    line: list[Inline] = []
    for part in parts:
        match part:
            case Text():
                line.append(part)
            case int():
                line += values[part]
            case Strong(children):
                line.append(Strong(_filled(children, values)))
            case Emphasis(children):
                line.append(Emphasis(_filled(children, values)))
            case Link(url, children):
                line.append(Link(url, _filled(children, values)))
    return merged(line)
