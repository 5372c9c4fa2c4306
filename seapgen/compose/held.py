"""Held things: while Jinja and Markdown work on a chapter, every sentence and value is one letter of the private use area.

So a value is never text before it is an inline: it has nothing to escape, and no parser can look inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from seapgen.compose.faults import ChapterFault
from seapgen.model.inline import Planned, Text
from seapgen.model.message import Message, NoteMark, msg

FIRST, LAST = 0xF0000, 0xFFFFD  # plane 15: Markdown takes one of its letters for a word of one letter
SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")  # {energy} or {largest:from}
LETTER = re.compile("([\U000f0000-\U000ffffd])")
RESERVED = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")  # private use: ours, never anybody else's


@dataclass(frozen=True, slots=True)
class Piece:
    """The place of a table, chart, band or list of cards, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """The place of people's own text, by section id; `title` is what a person sees in Word, where the chapter gives it."""

    id: str
    title: Message | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """The beginning or end of an editable section with default sentences, of a lead or of a callout."""

    kind: Literal["section", "lead", "callout"]
    opens: bool
    id: str = ""
    title: Message | None = None


Mark: TypeAlias = Piece | OwnPlace | Boundary
Held: TypeAlias = "Planned | Mark"


def planned(things: tuple[Held, ...]) -> tuple[Planned, ...]:
    """Things that stand in a line; a table, a text or a boundary there is refused."""
    out: list[Planned] = []
    for thing in things:
        if isinstance(thing, Mark):
            raise ChapterFault("T1", msg("{thing} stands inside a line.", thing=_called(thing)), msg("Give it its own line."))
        out.append(thing)
    return tuple(out)


def _called(mark: Mark) -> str:
    match mark:
        case Piece(name):
            return f"“{name}”"
        case OwnPlace(id_):
            return f"text(“{id_}”)"
        case Boundary(kind):
            return f"{{% {kind} %}}"


class Letter(str):
    """A held thing's letter. Every other string that reaches `{{ }}` is data and will be held as it is."""

    __slots__ = ()


@dataclass(slots=True)
class Desk:
    """What a chapter holds while it is rendered, and which of it has been printed."""

    things: list[Held] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)  # labels of the footnotes that the chapter has marks for

    def hold(self, thing: Held) -> Letter:
        """The letter that stands for a thing from now on."""
        if FIRST + len(self.things) > LAST:
            raise ChapterFault(
                "T2", msg("The chapter has more values than can be held (65,534)."), msg("Divide the chapter into two files.")
            )
        self.things.append(thing)
        return Letter(chr(FIRST + len(self.things) - 1))

    def alone(self, mark: Mark) -> Letter:
        """A letter that stands as a paragraph of its own."""
        return Letter(f"\n\n{self.hold(mark)}\n\n")

    def note(self, label: str) -> NoteMark:
        """The mark of a footnote."""
        self.notes.add(label)
        return NoteMark(label)

    def expand(self, letters: str) -> tuple[Held, ...]:
        """What letters stand for; a chapter file has no other letters of its own but space."""
        return tuple(self._expanded(letters))

    def _expanded(self, letters: str) -> Iterator[Held]:
        for part in LETTER.split(letters):
            if LETTER.fullmatch(part):
                self.printed.add(ord(part) - FIRST)
                yield self.things[ord(part) - FIRST]
            elif part.strip():
                raise ChapterFault(
                    "T1", msg("This is not understood outside a sentence: {text}", text=part.strip()),
                    msg("Put words between {open} and {close}.", open="{% trans %}", close="{% endtrans %}"),
                )  # fmt: skip
            elif part:
                yield Text(" ")

    def lost(self) -> Held | None:
        """The first thing that did not reach the page."""
        return next((thing for n, thing in enumerate(self.things) if n not in self.printed), None)
