"""Tables as JSON for the page template."""

from __future__ import annotations

from seapgen.model.document import SHORT_TABLE_ROWS, Row, Table
from seapgen.model.inline import Inline, plain
from seapgen.render.pdf.json_value import Json
from seapgen.render.pdf.lines import BODY, Lines, Room

_WIDE, _LANDSCAPE = 470.0, 717.0  # points: the full measure upright and turned
_INSET = 18.0  # what a cell loses left and right at most
_SIZE = 8.6
_WHOLE = 3000  # letters: a table with more may break over pages


def _over(row: Row[Inline], rooms: list[Room]) -> list[Room]:
    """The rooms of a row's cells; the one cell of a group has the whole measure."""
    return [Room(BODY, _SIZE, rooms[0].language)] if row.kind == "group" and len(row.cells) == 1 else rooms


def grid(table: Table[Inline], lines: Lines, room: Room) -> dict[str, Json]:
    """A table; one without caption (from a free text) takes the measure of the text."""
    full = _LANDSCAPE if table.landscape else _WIDE if table.caption else BODY
    whole = sum(column.width for column in table.columns) or 1
    rooms = [Room(max(full * c.width / whole - _INSET, 12), _SIZE, room.language) for c in table.columns]
    columns: list[Json] = [
        {
            "title": lines.line(column.title, there), "unit": lines.line(column.unit, there), "numeric": column.numeric,
            "width": column.width,
        }
        for column, there in zip(table.columns, rooms, strict=True)
    ]  # fmt: skip
    rows: list[Json] = [
        {"kind": row.kind, "cells": [lines.line(cell, there) for cell, there in zip(row.cells, _over(row, rooms), strict=True)]}
        for row in table.rows
    ]
    letters = sum(len(plain(cell)) for row in table.rows for cell in row.cells)
    return {
        "k": "table", "number": table.number, "caption": lines.line(table.caption, room), "columns": columns, "rows": rows,
        "notes": [lines.line(note, room) for note in table.notes], "source": lines.line(table.source, room),
        "landscape": table.landscape, "whole": len(table.rows) <= SHORT_TABLE_ROWS and letters <= _WHOLE,
    }  # fmt: skip
