"""Tables of figures: header row that repeats, widths that fit the words, totals, short tables held together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seapgen.model.document import SHORT_TABLE_ROWS, Column, Row, Table
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.inlines import Inlines, Look
from seapgen.render.word.palette import Palette
from seapgen.render.word.wordml import BOLDER, BREAK, KEEP, cell, margin, paragraph, row, shares, table

_STYLES = {
    "body": ("TableText", "TableNumber", ""),
    "subtotal": ("TableTotal", "TableTotalNumber", "tint"),
    "total": ("TableTotal", "TableTotalNumber", "tint-strong"),
}
_SIZE, _SIDES = 8.5, 190  # points of the text; twips of cell margins and a little air
_WIDEST_WORD, _WIDEST_FIRST = 0.2, 0.45  # shares of the measure that one word, and a first column beside figures, may ask for
_PROSE = 40  # letters: a cell with more holds a sentence
_GAP = margin("left", 280)  # before words that follow a column of figures


class Grid:
    """One table, without caption and notes."""

    def __init__(
        self, writer: Inlines, block: Table[Inline], measure_: int, palette: Palette, *, may_break: bool = False
    ) -> None:
        self._writer, self._block, self._palette = writer, block, palette
        self._widths = _widths(block, measure_)
        self._numeric = [c.numeric for c in block.columns]
        before = [False, *self._numeric][: len(self._numeric)]
        self._gaps = [_GAP if was and not now else "" for was, now in zip(before, self._numeric, strict=True)]
        self._is_short = len(block.rows) <= SHORT_TABLE_ROWS and not may_break

    def xml(self, title: str) -> str:
        """The table; `title` is its alternative title where it has no caption."""
        columns, rows = self._block.columns, self._block.rows
        lines = [row([self._head(c, n) for n, c in enumerate(columns)], header=True)]
        for n, line in enumerate(rows):
            # a short table stays whole; the last rows of a long one hold on to the source line
            lines.append(self._row(line, KEEP if self._is_short or n >= len(rows) - 2 else ""))
        heads = "; ".join(plain(c.title) + (f" ({plain(c.unit)})" if c.unit else "") for c in columns)
        look = (1, int(bool(rows) and rows[-1].kind == "total"), 1)
        caption = plain(self._block.caption) or title
        return table(self._widths, lines, title=caption, description=heads, style="SEAPTable", look=look)

    def _head(self, column: Column[Inline], n: int) -> str:
        unit = BREAK + self._writer.runs(column.unit, Look(style="TableUnit", is_bold=False)) if column.unit else ""
        style = "TableHeadNumber" if column.numeric else "TableHead"
        return cell(self._widths[n], paragraph(style, self._writer.runs(column.title) + unit), margins=self._gaps[n])

    def _row(self, line: Row[Inline], keep: str) -> str:
        if line.kind == "group":
            words = tuple(part for one in line.cells for part in one)
            return row([cell(sum(self._widths), self._writer.paragraph("TableGroup", words), span=len(self._widths))])
        text, number, shade = _STYLES[line.kind]
        fill = self._palette[shade] if shade else ""
        cells = [*line.cells, *[()] * len(self._widths)][: len(self._widths)]
        return row([
            cell(width, self._writer.paragraph(number if right else text, words, keep), shade=fill, margins=gap)
            for words, width, right, gap in zip(cells, self._widths, self._numeric, self._gaps, strict=True)
        ])  # fmt: skip


def _widths(block: Table[Inline], measure_: int) -> list[int]:
    """The tree's proportions, corrected so that no head breaks inside a word and first columns wrap only where they must."""
    columns, rows = block.columns, [r.cells for r in block.rows if r.kind != "group" and len(r.cells) == len(block.columns)]
    least = [_needed(f"{plain(c.title)} {plain(c.unit)}".split()) for c in columns]
    for n, column in enumerate(columns):
        texts = [plain(cells[n]) for cells in rows]
        words = {max(texts, key=len, default="")} if column.numeric else {word for text in texts for word in text.split()}
        least[n] = max(least[n], min(_needed(words), _WIDEST_WORD * measure_))
    if rows and any(c.numeric for c in columns) and not _has_prose(columns[1:], [cells[1:] for cells in rows]):
        first = max(width_of(plain(cells[0]), _SIZE) for cells in rows) * 20 + _SIDES + 30
        least[0] = max(least[0], min(first, measure_ - sum(least[1:]), _WIDEST_FIRST * measure_))
    return shares([max(1, c.width) for c in columns], measure_, least)


def _has_prose(columns: Sequence[Column[Inline]], rows: Sequence[tuple[tuple[Inline, ...], ...]]) -> bool:
    """Whether a column holds sentences, to which a first column must leave their room."""
    prose = [n for n, column in enumerate(columns) if not column.numeric]
    return any(len(plain(cells[n])) > _PROSE for cells in rows for n in prose)


def _needed(words: Iterable[str]) -> float:
    """What a cell needs for its widest word in twips."""
    return max((width_of(word, _SIZE, bold=True) for word in words), default=0.0) * BOLDER * 20 + _SIDES
