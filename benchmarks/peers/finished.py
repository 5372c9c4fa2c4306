"""A finished Word file as a flow of lines, grids and pictures: what the peer's template and data are made from."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABELS_OF_CHARTS = frozenset({"ChartKey", "ChartAxis"})  # the words of a chart that stand in the text; a picture has them inside


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `style` is the id of its style."""

    style: str
    text: str
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of lines. Only tables of data have a head."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    has_head: bool


Piece: TypeAlias = "Line | Grid"


def flow(docx: bytes) -> tuple[Piece, ...]:
    """The body in reading order, then the footnotes as lines."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
        pieces = list(_pieces(body))
        if "word/footnotes.xml" in package.namelist():
            notes = etree.fromstring(package.read("word/footnotes.xml"))
            pieces += [piece for note in notes for piece in _pieces(note)]
    return tuple(p for p in pieces if isinstance(p, Grid) or p.is_picture or p.text.strip())


def words(docx: bytes) -> Counter[str]:
    """How often each word stands in the body and the footnotes of a finished file, the labels of charts not counted."""
    return Counter(word for piece in flow(docx) for line in lines(piece) for word in line.text.split())


def lines(piece: Piece) -> Iterator[Line]:
    """The lines of a piece."""
    if isinstance(piece, Line):
        yield piece
    else:
        yield from (line for row in piece.rows for cell in row for line in cell)


def _pieces(node: etree._Element) -> Iterator[Piece]:
    """What stands in a body, cell or content control."""
    for child in node:
        if child.tag == f"{W}p":
            yield _line(child)
        elif child.tag == f"{W}tbl":
            yield from _grid(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _pieces(child)


def _line(paragraph: etree._Element) -> Line:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    text = "".join((e.text or "") if e.tag == f"{W}t" else " " for e in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))
    picture = next(paragraph.iter(f"{W}drawing"), None) is not None and not text.strip()
    return Line("" if style is None else style.get(f"{W}val", ""), text, picture)


def _grid(table: etree._Element) -> Iterator[Piece]:
    rows = tuple(tuple(tuple(_cell(cell)) for cell in _inside(row, "tc")) for row in _inside(table, "tr"))
    if any(line.is_picture for row in rows for cell in row for line in cell):  # figures side by side: one below the other
        yield from (line for row in rows for cell in row for line in cell)
        return
    kept = tuple(row for row in rows if any(cell for cell in row))
    if kept:
        yield Grid(kept, next(table.iter(f"{W}tblHeader"), None) is not None)


def _inside(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in node:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _inside(child, tag)


def _cell(cell: etree._Element) -> Iterator[Line]:
    for piece in _pieces(cell):
        yield from (
            line for line in lines(piece) if (line.text.strip() or line.is_picture) and line.style not in LABELS_OF_CHARTS
        )
