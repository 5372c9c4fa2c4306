"""A document as indented text, so that a person can read what changed in a golden file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal

from seapgen.model.document import Document, Heading, Items, Paragraph, Row, Table
from seapgen.model.inline import FigureInline, Inline, plain

RARE = ("crest", "photo", "locator", "limit")  # most documents have none
NUMBER, TITLE = "number", "title"


def tree_text(document: Document[Inline]) -> str:
    """Every block on its line, with what a reader sees; blocks inside blocks are indented."""
    lines = [f"{document.product} {document.scope} {document.tag}", f"title: {plain(document.title)}"]
    for block in document.blocks:
        lines += _block(block, 0)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: object, depth: int) -> Iterator[str]:
    pad = "  " * depth
    match block:
        case Paragraph(children):
            yield f"{pad}{plain(children)}"
        case Heading(level=level, children=children, number=number):
            yield f"{pad}{'#' * level} {number} {plain(children)}"
        case Items(ordered=ordered, items=items):
            for item in items:
                yield f"{pad}{'1.' if ordered else '-'}"
                for inner in item:
                    yield from _block(inner, depth + 1)
        case Table():
            yield f"{pad}table {block.number} {plain(block.caption)}"
            yield f"{pad}  | " + " | ".join(f"{plain(c.title)} {plain(c.unit)}".strip() for c in block.columns)
            yield from (f"{pad}  {_row(row)}" for row in block.rows)
            yield from (f"{pad}  * {plain(note)}" for note in block.notes)
        case _:
            yield f"{pad}[{type(block).__name__}]"
            yield from _fields(block, depth + 1)


def _row(row: Row[Inline]) -> str:
    return "| " + " | ".join(plain(cell) for cell in row.cells) + ("" if row.kind == "body" else f" ({row.kind})")


def _fields(noun: object, depth: int) -> Iterator[str]:
    """Fields of a block that has no line of its own form."""
    for each in fields(noun):  # type: ignore[arg-type]
        yield from _value(each.name, getattr(noun, each.name), depth)


def _letters(name: str, value: object) -> str | None:
    """A field that is one word or number; outlines of a map are only counted."""
    if name == "land":
        return f"{len(value)} outlines"  # type: ignore[arg-type]
    if isinstance(value, str | bool | int | Decimal) and value != "":
        return str(value)
    if isinstance(value, FigureInline):
        return value.text
    return "–" if value is None else None


def _value(name: str, value: object, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if name in RARE and value is None:
        return
    if (letters := _letters(name, value)) is not None:
        yield f"{pad}{name}: {letters}"
    elif isinstance(value, tuple) and name == "values":
        yield f"{pad}{name}: " + "; ".join(plain(each) if each else "–" for each in value)
    elif isinstance(value, tuple) and value and text_only(value):
        yield f"{pad}{name}: {plain(value)}"
    elif isinstance(value, tuple):
        for each in value:
            yield from _block(each, depth) if is_block(each) else _value(name, each, depth)
    elif is_dataclass(value):
        yield from _block(value, depth)


def is_block(value: object) -> bool:
    """Whether a value is a noun of the tree that is no inline."""
    return is_dataclass(value) and not text_only((value,))


def text_only(value: tuple[object, ...]) -> bool:
    """Whether a tuple is a line of inlines."""
    return all(type(each).__module__ == "seapgen.model.inline" for each in value)
