"""The list of contents: chapters, notes and profiles, with the headings of level 2 below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from seapgen.model.document import Block, Chapter, Heading, LanguagePart, Note, Profile, Section
from seapgen.model.inline import Inline
from seapgen.render.web.anchors import Anchors
from seapgen.render.web.lines import Lines
from seapgen.render.web.numbers import Line
from seapgen.render.web.setting import Setting


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents with the lines below it."""

    anchor: str
    number: str
    title: Markup
    language: str = ""
    below: tuple[Entry, ...] = ()


def entries(blocks: tuple[Block[Inline], ...], anchors: Anchors, lines: Lines, at: Setting) -> tuple[Entry, ...]:
    """What the contents list, in reading order; a part in another language says which."""
    return tuple(_entries(blocks, anchors, lines, at, at))


def _entries(blocks: tuple[Block[Inline], ...], anchors: Anchors, lines: Lines, at: Setting, outside: Setting) -> Iterator[Entry]:
    for block in blocks:
        match block:
            case Chapter() | Note() | Profile():
                number = block.number if isinstance(block, Chapter) else ""
                below = () if at.part else tuple(_headings(block.blocks, anchors, lines, at))
                yield Entry(anchors.name(at.part, block.id), number, _title(block.title, lines, at), _foreign(at, outside), below)
            case LanguagePart(language=language, labels=labels, blocks=inner):
                yield from _entries(inner, anchors, lines, Setting(language, labels, part=language), outside)
            case _:
                continue


def _headings(blocks: tuple[Block[Inline], ...], anchors: Anchors, lines: Lines, at: Setting) -> Iterator[Entry]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield Entry(anchors.name(at.part, block.id), block.number, _title(block.children, lines, at))
        elif isinstance(block, Section):
            yield from _headings(block.blocks, anchors, lines, at)


def _title(title: Line, lines: Lines, at: Setting) -> Markup:
    return lines.line(title, at, quiet=True)


def _foreign(at: Setting, outside: Setting) -> str:
    return outside.foreign(at.language)
