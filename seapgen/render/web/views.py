"""Small typed views that templates read: written lines with the figure they show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from seapgen.model.chart import amount
from seapgen.model.document import Fact, Row, StripePart, Table, Tile
from seapgen.model.inline import FigureInline, Inline
from seapgen.render.web.lines import Lines, exact
from seapgen.render.web.numbers import Line
from seapgen.render.web.setting import Setting


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; one that is a figure and nothing else carries its id and exact value itself."""

    content: Markup
    numeric: bool = False
    figure: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """A row; a group row has one cell."""

    cells: tuple[CellView, ...]
    kind: Literal["body", "group", "subtotal", "total"] = "body"


@dataclass(frozen=True, slots=True)
class FactView:
    """A label and its value."""

    label: Markup
    value: Markup


@dataclass(frozen=True, slots=True)
class TileView:
    """A key figure: the number stands large, its unit small behind it."""

    label: Markup
    number: str | Markup
    unit: str
    note: Markup
    figure: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class StripeView:
    """One field of the stripe, `x` and `width` in thousandths of it."""

    name: Markup
    share: Markup
    tone: int
    x: str
    width: str


def cell(children: Line, lines: Lines, at: Setting, *, numeric: bool = False) -> CellView:
    """A cell of a table."""
    if len(children) == 1 and isinstance(children[0], FigureInline):
        found = children[0]
        return CellView(Markup.escape(found.text), numeric, at.own(found.id), exact(found.value))
    return CellView(lines.line(children, at), numeric)


def parts(table: Table[Inline], lines: Lines, at: Setting) -> tuple[tuple[RowView, ...], ...]:
    """The rows of a table in bodies: a group row opens one, and so does the total, which belongs to no group."""
    found: list[list[RowView]] = [[]]
    for row in table.rows:
        if found[-1] and row.kind in ("group", "total"):
            found.append([])
        found[-1].append(_row(row, table, lines, at))
    return tuple(tuple(rows) for rows in found if rows)


def _row(row: Row[Inline], table: Table[Inline], lines: Lines, at: Setting) -> RowView:
    if row.kind == "group":
        return RowView((cell(row.cells[0], lines, at),), "group")
    padded = row.cells + ((),) * (len(table.columns) - len(row.cells))
    cells = tuple(cell(c, lines, at, numeric=column.numeric) for c, column in zip(padded, table.columns, strict=True))
    return RowView(cells, row.kind)


def facts(given: tuple[Fact[Inline], ...], lines: Lines, at: Setting) -> tuple[FactView, ...]:
    """Facts as written lines."""
    return tuple(FactView(lines.line(fact.label, at), lines.line(fact.value, at)) for fact in given)


def tiles(given: tuple[Tile[Inline], ...], lines: Lines, at: Setting) -> tuple[TileView, ...]:
    """Key figures as written lines."""
    return tuple(_tile(tile, lines, at) for tile in given)


def _tile(tile: Tile[Inline], lines: Lines, at: Setting) -> TileView:
    label, shown = lines.line(tile.label, at), tile.figure
    if isinstance(shown, FigureInline):
        number, unit, id_, value = shown.number, shown.suffix, at.own(shown.id), exact(shown.value)
        return TileView(label, number, unit, lines.line(tile.note, at), id_, value)
    return TileView(label, lines.line((shown,), at), "", lines.line(tile.note, at))


def stripe(given: tuple[StripePart[Inline], ...], lines: Lines, at: Setting) -> tuple[StripeView, ...]:
    """The fields of the stripe side by side, as wide as their shares of the whole."""
    shares = [max(amount(part.share), amount(None)) for part in given]
    whole = sum(shares) or 1
    found, x = [], amount(None)
    for part, share in zip(given, shares, strict=True):
        width = share / whole * 1000
        name, text = lines.line(part.name, at), lines.line((part.share,), at)
        found.append(StripeView(name, text, (part.tone - 1) % 8 + 1, f"{x:.1f}", f"{width:.1f}"))
        x += width
    return tuple(found)
