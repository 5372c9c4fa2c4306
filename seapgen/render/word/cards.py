"""Action cards: a real heading, then facts, description and yields as a table of the same width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seapgen.model.document import ActionCard, Block, Fact, Tile
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.inlines import Inlines, Look
from seapgen.render.word.ledger import reference_name
from seapgen.render.word.palette import Palette
from seapgen.render.word.panels import figure
from seapgen.render.word.wordml import (
    BOLDER,
    BREAK,
    GUTTER,
    KEEP,
    MEASURE,
    PAD,
    TAB,
    cell,
    hairline,
    paragraph,
    row,
    shares,
    sized,
    table,
)

_COLUMNS = 4
_ROOM = (MEASURE - GUTTER - 120) / 20  # points beside the code
_SIZES = (11.5, 11.0, 10.5, 10.0)  # of a title, which may grow a little smaller to share its line with the status


def action_card(
    writer: Inlines, card: ActionCard[Inline], palette: Palette, write: Callable[[Sequence[Block[Inline]]], str]
) -> str:
    """The card; `write` turns its description into paragraphs that may stand in a cell."""
    rows = [_fact_row(writer, card.facts[n : n + _COLUMNS]) for n in range(0, len(card.facts), _COLUMNS)]
    if card.description or card.mark:
        text = write(card.description) if card.description else ""
        mark = writer.paragraph("CardLabel", card.mark, KEEP) if card.mark else ""
        rows.append(row([cell(MEASURE, text + mark, span=_COLUMNS)]))
    edge = hairline("top", palette["line"])
    rows += [_yield_row(writer, card.yields[n : n + _COLUMNS], edge) for n in range(0, len(card.yields), _COLUMNS)]
    title = f"{card.code} {plain(card.title)}"
    grid = table(shares([1] * _COLUMNS, MEASURE), rows, title=title, style="SEAPCard") if rows else ""
    return _title(writer, card) + grid


def _title(writer: Inlines, card: ActionCard[Inline]) -> str:
    status, look = "", Look()
    if card.status:
        tone = Look(style="StatusDone" if card.is_done else "Status")
        beside = width_of(plain(card.status), 7.6, bold=True) + 16
        title = width_of(plain(card.title), 1, bold=True)
        size = next((s for s in _SIZES if (title * s + beside) * BOLDER < _ROOM), None)
        gap = BREAK if size is None else TAB
        look = Look(extra=sized(size)) if size and size < _SIZES[0] else look
        status = gap + writer.run(PAD, tone) + writer.runs(card.status, tone) + writer.run(PAD, tone)
    head = writer.run(card.code, Look(style="ActionCode")) + TAB + writer.runs(card.title, look)
    return paragraph("ActionTitle", writer.ledger.bookmarked(reference_name(card.id), head) + status)


def _spans(count: int) -> list[int]:
    """How many of the four columns each cell of a row takes."""
    spans = [_COLUMNS // count] * count
    spans[-1] += _COLUMNS - sum(spans)
    return spans


def _fact_row(writer: Inlines, facts: Sequence[Fact[Inline]]) -> str:
    inner = [writer.paragraph("CardLabel", f.label, KEEP) + writer.paragraph("CardText", f.value, KEEP) for f in facts]
    return _row(inner, "")


def _yield_row(writer: Inlines, tiles: Sequence[Tile[Inline]], edge: str) -> str:
    inner = [
        writer.paragraph("CardLabel", t.label, KEEP)
        + figure(writer, "CardYield", t, "CardUnit")
        + (writer.paragraph("CardLabel", t.note) if t.note else "")
        for t in tiles
    ]
    return _row(inner, edge)


def _row(inner: Sequence[str], edge: str) -> str:
    widths, spans = shares([1] * _COLUMNS, MEASURE), _spans(len(inner))
    cells, at = [], 0
    for text, span in zip(inner, spans, strict=True):
        cells.append(cell(sum(widths[at : at + span]), text, span=span, borders=edge))
        at += span
    return row(cells)
