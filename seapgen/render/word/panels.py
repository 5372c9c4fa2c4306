"""Panels: key figures, facts, signatures, the key of the cost curve."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.chart import CostCurve
from seapgen.model.document import Fact, Signature, Tile
from seapgen.model.inline import FigureInline, Inline, Text, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.inlines import Inlines, Look
from seapgen.render.word.palette import Palette
from seapgen.render.word.wordml import (
    BLANK,
    BOLDER,
    GUTTER,
    KEEP,
    MEASURE,
    cell,
    hairline,
    indent,
    margin,
    paragraph,
    row,
    shares,
    table,
)

_AIR = 170  # the right indent of Key Label; the last rule goes on to the margin


def key_figures(writer: Inlines, tiles: Sequence[Tile[Inline]], measure_: int = MEASURE) -> str:
    """A band of figures: the labels are its header row, so a screen reader says label and figure together."""
    widths = [(measure_ + _AIR) // len(tiles)] * len(tiles)
    widths[-1] = measure_ - sum(widths[:-1])
    ends = [""] * (len(tiles) - 1) + [indent(0)]
    labels = [cell(w, writer.paragraph("KeyLabel", t.label, KEEP + e)) for w, t, e in zip(widths, tiles, ends, strict=True)]
    figures = [cell(w, figure(writer, "KeyFigure", t, "KeyUnit", KEEP)) for w, t in zip(widths, tiles, strict=True)]
    notes = [cell(w, writer.paragraph("KeyNote", t.note, e)) for w, t, e in zip(widths, tiles, ends, strict=True)]
    rows = [row(labels, header=True), row(figures), *([row(notes)] if any(t.note for t in tiles) else [])]
    names = ", ".join(plain(t.label) for t in tiles)
    return table(widths, rows, title=names, look=(1, 0, 0))


def figure(writer: Inlines, style: str, tile: Tile[Inline], unit_style: str, more: str = "") -> str:
    """The number large, its unit small."""
    shown = tile.figure
    if not isinstance(shown, FigureInline):
        return writer.paragraph(style, (shown,), more)
    tail = writer.run(f"{BLANK}{shown.suffix}", Look(style=unit_style, is_bold=False)) if shown.suffix else ""
    return paragraph(style, writer.run(shown.number) + tail, more)


def facts(writer: Inlines, items: Sequence[Fact[Inline]], title: str, palette: Palette, most: int = 4) -> str:
    """Labels with their values in columns, a hairline under each row."""
    if not items:
        return ""
    columns = min(most, len(items)) if len(items) != 5 else 3
    needs = [
        max(width_of(plain(f.value), 10.5, bold=True) for f in items[n::columns]) * BOLDER * 20 + 240 for n in range(columns)
    ]
    widths = shares([1] * columns, MEASURE, needs)
    edge, air = hairline("bottom", palette["line"]), margin("top", 70) + margin("bottom", 70)
    rows = []
    for n in range(0, len(items), columns):
        some = [*items[n : n + columns], *[None] * columns][:columns]
        inner = [_fact(writer, f) for f in some]
        rows.append(row([cell(w, text, borders=edge, margins=air) for w, text in zip(widths, inner, strict=True)]))
    return table(widths, rows, title=title, description=", ".join(plain(f.label) for f in items))


def _fact(writer: Inlines, fact: Fact[Inline] | None) -> str:
    if fact is None:
        return paragraph("FactValue")
    return writer.paragraph("FactLabel", fact.label, KEEP) + writer.paragraph("FactValue", fact.value)


def signatures(writer: Inlines, people: Sequence[Signature[Inline]], title: str) -> str:
    """Lines to sign on, three in a row."""
    rows = []
    columns = min(3, len(people))
    widths = shares([1] * columns, MEASURE - GUTTER)
    for n in range(0, len(people), columns):
        some = [*people[n : n + columns], *[None] * columns][:columns]
        rows.append(row([cell(w, _signature(writer, p)) for w, p in zip(widths, some, strict=True)]))
    return table(widths, rows, title=title, description=", ".join(plain(p.name) for p in people), left=GUTTER)


def _signature(writer: Inlines, person: Signature[Inline] | None) -> str:
    if person is None:
        return paragraph("KeyNote")
    return writer.paragraph("SignatureLine", person.name, KEEP) + writer.paragraph("KeyNote", person.role)


def cost_key(writer: Inlines, curve: CostCurve[Inline]) -> str:
    """Code, name, cost and tonnes of each block, cheapest first: what the curve cannot print beside itself."""
    widths = shares([8, 50, 16, 26], MEASURE)
    right = '<w:jc w:val="right"/>'
    heads = ((), (), curve.y_title, curve.x_title)
    top = row([
        cell(w, writer.paragraph("ChartAxis", line, KEEP + (right if n > 1 else "")))
        for n, (w, line) in enumerate(zip(widths, heads, strict=True))
    ], header=True)  # fmt: skip
    rows = []
    for block in curve.blocks:
        cells = ((Text(block.code),), block.label, _number(block.cost), _number(block.reduction))
        looks = (Look(style="CaptionLabel", is_bold=True), Look(), Look(), Look())
        rows.append(row([
            cell(w, writer.paragraph("ChartKey", line, KEEP + (right if n > 1 else ""), look))
            for n, (w, line, look) in enumerate(zip(widths, cells, looks, strict=True))
        ]))  # fmt: skip
    title = f"{plain(curve.y_title)}, {plain(curve.x_title)}"
    return table(widths, [top, *rows], title=title, look=(1, 0, 1))


def _number(figure_: Inline) -> tuple[Inline, ...]:
    return (Text(figure_.number),) if isinstance(figure_, FigureInline) else (figure_,)
