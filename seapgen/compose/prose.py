"""The second half of prose: an outline meets a language.

One transform for every tree of nouns: lines of planned things become lines of inlines, everything else stays what it is. A
sentence is translated, filled and read as one line; its values are nouns from the chapter to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, TypeAlias, cast

from seapgen.compose.faults import ChapterFault, broken
from seapgen.compose.lines import Writer
from seapgen.compose.numbering import numbers
from seapgen.compose.own import own_section
from seapgen.model.chart import Bar, CostBlock, PathPoint, Series, StackedChart, Step, WaterfallChart
from seapgen.model.document import Block, Document, Paragraph, Row, Section, StripePart, Tile
from seapgen.model.finding import Finding
from seapgen.model.inline import Emphasis, Inline, Link, Planned, Strong, Text
from seapgen.model.language import Language
from seapgen.model.message import (
    Figure,
    Message,
    NoteMark,
    Place,
    Prose,
    Reference,
    Several,
    Term,
    Verbatim,
    Words,
)
from seapgen.model.parts import is_noun, may_hold

PLANNED = (Message, Figure, Term, Several, Place, Words, Verbatim, Reference, NoteMark, Prose, Text, Strong, Emphasis, Link)
_PLANNED: frozenset[type] = frozenset(PLANNED)
SINGLE: frozenset[tuple[type, str]] = frozenset({  # fields that hold one value, or a row of values that each stand alone
    (Bar, "value"), (Bar, "beside"), (Series, "values"), (StackedChart, "totals"), (Step, "value"), (WaterfallChart, "target"),
    (PathPoint, "value"), (CostBlock, "reduction"), (CostBlock, "cost"), (Tile, "figure"), (StripePart, "share"),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Localisation:
    """A document in one language, with what was printed in another one or as it was written."""

    document: Document[Inline]
    findings: tuple[Finding, ...]


def localised(
    document: Document[Planned],
    language: Language,
    *,
    draft: bool = False,
    reference: Language | None = None,
    figures: Mapping[str, Figure] | None = None,
) -> Localisation:
    """A numbered outline in the words of one language; `figures` are those that people's texts may link to (`figure:` + key).

    In a draft, what is missing is printed in the `reference` language, marked, and listed in the findings. Otherwise it raises
    MissingTranslationError with everything that is missing; BrokenTemplateError where a reference leads to nothing with a number.
    """
    writer = Writer(language, reference if draft else None, figures or {}, numbers(document))
    try:
        tree = cast("Document[Inline]", _tree(document, writer))
    except ChapterFault as fault:
        raise broken(f"{document.product} {document.scope}", fault) from fault
    writer.refuse_missing()
    return Localisation(replace(tree, language=language.code, tag=language.tag), tuple(writer.findings))


def _tree(node: object, writer: Writer) -> object:
    """Any part of the document: a line, a row of parts, a section, another noun, or a plain value."""
    if isinstance(node, tuple):
        if node and _PLANNED.issuperset(map(type, node)):
            return writer.line(node)
        return tuple([_tree(part, writer) for part in node])
    if isinstance(node, Section):
        return _section(node, writer)
    kind: type = type(node)
    return kind(*[way(getattr(node, name), writer) for name, way in _ways(kind)]) if is_noun(kind) else node


Way: TypeAlias = "Callable[[Any, Writer], object]"  # Any: the value of a field of any noun


@cache
def _ways(kind: type) -> tuple[tuple[str, Way], ...]:
    """How the fields of a kind of noun meet the language, in their order."""
    return tuple((field.name, _way(kind, field.name)) for field in fields(kind))


def _way(kind: type, name: str) -> Way:
    if (kind, name) in SINGLE:
        return _single
    if (kind, name) == (Row, "cells"):
        return lambda cells, writer: tuple([writer.line(cell, "table") for cell in cells])
    return _tree if name in may_hold(kind) else lambda value, writer: value


def _single(value: Planned | tuple[Planned | None, ...] | None, writer: Writer) -> object:
    """A value, or a row of values, that stands alone."""
    return tuple([writer.single(part) for part in value]) if isinstance(value, tuple) else writer.single(value)


def _section(node: Section[Planned], writer: Writer) -> Section[Inline]:
    title = writer.line(node.title)
    match node.blocks:
        case (Paragraph((Prose() as prose,)),):
            return own_section(node.id, title, prose, writer)
        case _:
            pass
    blocks = cast("tuple[Block[Inline], ...]", _tree(node.blocks, writer))
    return Section(node.id, title, writer.language.code, node.own, blocks, node.draft)
