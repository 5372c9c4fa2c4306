"""The second half of prose: an outline meets a language.

One transform for every tree of nouns: lines of planned things become lines of inlines, everything else stays what it is. A
sentence is translated, filled and read as one line; its values are nouns from the chapter to the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import cast

from seapgen.compose.lines import Writer
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

PLANNED = (Message, Figure, Term, Several, Place, Words, Verbatim, Reference, NoteMark, Prose, Text, Strong, Emphasis, Link)
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
    """The outline in the words of one language; `figures` are those that people's texts may link to (`figure:` + key).

    In a draft, what is missing is printed in the `reference` language, marked, and listed in the findings. Otherwise it raises
    MissingTranslationError with everything that is missing.
    """
    writer = Writer(language, reference if draft else None, figures or {})
    tree = cast("Document[Inline]", _tree(document, writer))
    writer.refuse_missing()
    return Localisation(replace(tree, language=language.code, tag=language.tag), tuple(writer.findings))


def _tree(node: object, writer: Writer) -> object:
    """Any part of the document: a line, a row of parts, a section, another noun, or a plain value."""
    if isinstance(node, tuple):
        if node and all(isinstance(part, PLANNED) for part in node):
            return writer.line(node)
        return tuple(_tree(part, writer) for part in node)
    if isinstance(node, Section):
        return _section(node, writer)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    return replace(node, **{field.name: _field(node, field.name, writer) for field in fields(node)})


def _field(node: object, name: str, writer: Writer) -> object:
    value = getattr(node, name)
    if (type(node), name) in SINGLE:
        return tuple(writer.single(part) for part in value) if isinstance(value, tuple) else writer.single(value)
    if isinstance(node, Row) and name == "cells":
        return tuple(writer.line(cell, "table") for cell in value)
    return _tree(value, writer)


def _section(node: Section[Planned], writer: Writer) -> Section[Inline]:
    title = writer.line(node.title)
    match node.blocks:
        case (Paragraph((Prose() as prose,)),):
            return own_section(node.id, title, prose, writer)
        case _:
            pass
    blocks = cast("tuple[Block[Inline], ...]", _tree(node.blocks, writer))
    return Section(node.id, title, writer.language.code, node.own, blocks, node.draft)
