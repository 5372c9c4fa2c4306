"""One tree, three formats: every block of the closed list is rendered in each, and no text of it is lost."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from functools import cache
from typing import TypeVar

import pytest

from seapgen.intake.templates import load_templates
from seapgen.model.artifact import FORMATS, Format
from seapgen.model.document import BLOCKS, Chapter, Labels, Localised, PageBreak, Paragraph, Section
from seapgen.model.inline import Text
from seapgen.render.render import render
from tests.support.letters import letters, made_up_word
from tests.support.places import EXAMPLES
from tests.support.specimen_document import specimen_document

T = TypeVar("T")


def made(document: Localised, form: Format) -> bytes:
    """The document in a format, in the looks that ship."""
    looks = load_templates("seap", EXAMPLES / "turin", None)
    return render(document, form, looks.theme, looks.stationery, ())


class Marker:
    """Adds a word of its own to every text of a tree, and remembers the kinds of block that it stands in."""

    def __init__(self) -> None:
        self.marks: defaultdict[type, list[str]] = defaultdict(list)
        self._count = 0

    def marked(self, node: T, inside: frozenset[type] = frozenset()) -> T:
        """The same tree with its marks. Fixed labels and what only Word shows of a section stay as they are."""
        if isinstance(node, Text):
            return dataclasses.replace(node, text=f"{node.text} {self._mark(inside)}")
        if isinstance(node, tuple):
            return tuple(self.marked(child, inside) for child in node)  # type: ignore[return-value]
        if not dataclasses.is_dataclass(node) or isinstance(node, Labels):
            return node
        inside |= {type(node)} & set(BLOCKS)
        names = [field.name for field in dataclasses.fields(node) if not (isinstance(node, Section) and field.name == "title")]
        return dataclasses.replace(node, **{name: self.marked(getattr(node, name), inside) for name in names})

    def _mark(self, inside: frozenset[type]) -> str:
        mark = made_up_word(self._count)
        self._count += 1
        for kind in inside:
            self.marks[kind].append(mark)
        return mark


@cache
def specimen() -> tuple[Localised, dict[type, list[str]]]:
    """The marked specimen, and the marks by kind of block."""
    marker = Marker()
    return marker.marked(specimen_document("en")), dict(marker.marks)


@cache
def rendered(form: Format) -> str:
    """All letters of the marked specimen in a format."""
    return letters(form, made(specimen()[0], form))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", [kind for kind in BLOCKS if kind is not PageBreak], ids=lambda kind: kind.__name__)
def test_a_block_is_rendered_whole(kind: type, form: Format) -> None:
    """Every text of a block of this kind can be read in this format."""
    marks = specimen()[1][kind]

    assert marks
    assert [] == [mark for mark in marks if mark not in rendered(form)]


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_break_is_rendered(form: Format) -> None:
    """A new page between two paragraphs leaves its trace in every format."""
    prose = Paragraph((Text("Prose."),))
    title = (Text("Title"),)
    broken = Chapter("one", "1", title, (), (prose, PageBreak(), prose))
    whole = dataclasses.replace(broken, blocks=(prose, prose))

    with_break, without = (dataclasses.replace(specimen_document("en"), blocks=(chapter,)) for chapter in (broken, whole))

    assert made(with_break, form) != made(without, form)
