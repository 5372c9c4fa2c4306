"""How a document names the table and the rows that a figure comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from seapgen.compose.seap.inventory_tables import Line
from seapgen.compose.seap.subject import Subject
from seapgen.model.inline import Planned
from seapgen.model.message import Message, Verbatim, msg, nmsg
from seapgen.model.results import Cell
from seapgen.model.source import Source

_OURS = "data/"  # reference data that ships with the program; everything else was handed in
_AND = Verbatim("; ")


def places(subject: Subject, path: str) -> Line:
    """The rows under a figure: `consumption.csv, rows 2–15; municipality.yaml, line 9; reference data: units.csv, row 9`."""
    return named(_cells(subject, path))


def named(sources: Iterable[Source]) -> Line:
    """Tables and rows, each table once: first what was handed in, tables before other files, then reference data."""
    found = sorted({(s.file, s.line) for s in sources if s.file}, key=_order)
    words: list[Planned] = []
    is_ours = False
    for file, group in groupby(found, key=lambda place: place[0]):
        words += [_AND] if words else []
        if file.startswith(_OURS) and not is_ours:
            is_ours = True
            words += [msg("reference data:"), Verbatim(" ")]
        words.append(_place(file, [line for _, line in group if line]))
    return tuple(words)


def _order(place: tuple[str, int]) -> tuple[bool, bool, str, int]:
    file, line = place
    return file.startswith(_OURS), not file.endswith(".csv"), file, line


def _place(file: str, lines: list[int]) -> Message | Verbatim:
    """One file, named without its folder; the first row of a table is its head, as in a spreadsheet."""
    table, rows, n = file.rpartition("/")[2], ranges(lines), len(lines)
    if not lines:
        return Verbatim(table)
    if file.endswith(".csv"):
        return nmsg("{table}, row {rows}", "{table}, rows {rows}", n=n, table=table, rows=rows)
    return nmsg("{table}, line {rows}", "{table}, lines {rows}", n=n, table=table, rows=rows)


def ranges(lines: list[int]) -> str:
    """`2–9, 12` for 2 … 9, 12."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and line == parts[-1][1] + 1:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in parts)


def _cells(subject: Subject, path: str) -> Iterator[Source]:
    """The sources of all cells under a figure, each figure looked at once."""
    seen, waiting = {path}, [path]
    while waiting:
        for each in subject.derived(waiting.pop()).derivation.inputs:
            if isinstance(each, Cell):
                yield each.source
            elif each not in seen:
                seen.add(each)
                waiting.append(each)
