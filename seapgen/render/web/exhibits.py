"""Tables, figures and key figures: blocks that hold numbers and no other blocks."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from markupsafe import Markup

from seapgen.model.chart import Chart, PointMap
from seapgen.model.document import SHORT_TABLE_ROWS, FigureBlock, FigurePair, Image, Table, Tiles
from seapgen.model.inline import Inline, plain
from seapgen.render.web import views
from seapgen.render.web.anchors import Anchors
from seapgen.render.web.figures import Size, drawings, picture
from seapgen.render.web.lines import Lines
from seapgen.render.web.macros import write
from seapgen.render.web.numbers import Line, numbers
from seapgen.render.web.setting import Setting

_TEMPLATE = "exhibits.html"
Exhibit: TypeAlias = Table[Inline] | FigureBlock[Inline] | FigurePair[Inline] | Tiles[Inline]


class Exhibits:
    """Writes exhibits; each has a label, a caption, and says where its numbers come from."""

    def __init__(self, lines: Lines, anchors: Anchors) -> None:
        self._lines, self._anchors = lines, anchors

    def exhibit(self, block: Exhibit, at: Setting) -> Markup:
        """One exhibit."""
        match block:
            case Table():
                return self._table(block, at)
            case FigureBlock():
                return self._figure(block, at, "full")
            case FigurePair(left, right):
                both = self._figure(left, at, "half"), self._figure(right, at, "half")
                return write(_TEMPLATE, "pair", left=both[0], right=both[1])
            case Tiles():
                return self._tiles(block, at)
            case _:
                assert_never(block)

    def _tiles(self, tiles: Tiles[Inline], at: Setting) -> Markup:
        """A band of key figures."""
        anchor = self._anchors.name(at.part, tiles.id)
        return write(_TEMPLATE, "tiles", id=anchor, tiles=views.tiles(tiles.tiles, self._lines, at))

    def _table(self, table: Table[Inline], at: Setting) -> Markup:
        """A table with its caption, notes and source; it scrolls where it is wider than the screen."""
        line = self._lines.line
        caption = line(table.caption, at)
        columns = [(line(column.title, at), line(column.unit, at), column.numeric) for column in table.columns]
        bodies = views.parts(table, self._lines, at)
        return write(
            _TEMPLATE, "table", id=self._anchors.name(at.part, table.id), label=_label(at.labels.table, table.number),
            caption=caption, columns=columns, bodies=bodies, notes=[line(note, at) for note in table.notes],
            source=line(table.source, at), source_label=plain(at.labels.source), name=plain(at.labels.table),
            is_wide=table.landscape, is_short=len(table.rows) <= SHORT_TABLE_ROWS,
        )  # fmt: skip

    def _figure(self, figure: FigureBlock[Inline], at: Setting, size: Size) -> Markup:
        """A chart with its numbers, or a picture."""
        label, caption = _label(at.labels.figure, figure.number), self._lines.line(figure.caption, at)
        anchor = self._anchors.name(at.part, figure.id)
        if isinstance(figure.content, Image):
            content, credit = self._picture(figure.content, plain(figure.alt)), figure.content.credit
        else:
            content, credit = self._chart(figure.content, figure, anchor, size, at), ""
        return write(
            _TEMPLATE, "figure", id=anchor, label=label, caption=caption, content=content, size=size,
            notes=[self._lines.line(note, at) for note in figure.notes],
            source=self._lines.line(figure.source, at), source_label=plain(at.labels.source), credit=credit,
        )  # fmt: skip

    def _picture(self, image: Image, alt: str) -> Markup:
        return write(_TEMPLATE, "image", source=picture(image), alt=alt, width=image.width_px, height=image.height_px)

    def _chart(self, chart: Chart[Inline], figure: FigureBlock[Inline], anchor: str, size: Size, at: Setting) -> Markup:
        if isinstance(chart, PointMap):  # its alternative text names the places; there are no numbers to tell
            return drawings(chart, figure, anchor, size)
        found = numbers(chart, at.labels)
        heads = [self._lines.line(head, at, quiet=True) for head in found.heads]
        rows = [[views.cell(c, self._lines, at, numeric=n > 0) for n, c in enumerate(row)] for row in found.rows]
        name = plain(figure.caption) or plain(figure.alt)
        table = write(_TEMPLATE, "numbers", summary=plain(at.labels.show_numbers), name=name, heads=heads, rows=rows)
        return drawings(chart, figure, anchor, size) + table


def _label(word: Line, number: str) -> str:
    return f"{plain(word)}\u00a0{number}" if number else ""
