"""The rows that findings stand in, read once more from their files with the same guards and the same reader as the data."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from seapgen.intake.columns import TABLES, Column, columns
from seapgen.intake.factor_set import FactorLine, split_head
from seapgen.intake.guards.characters import shown
from seapgen.intake.guards.folder import read_text
from seapgen.intake.rules import LoadRule
from seapgen.intake.tables import Layout, Row, raw_rows
from seapgen.model.excerpt import Excerpt, ShownRow, Spot
from seapgen.model.vocabulary import Notation

NEIGHBOURS = 1  # rows shown before and after the place's own
TEXT_NEIGHBOURS = 2  # lines of a text file
LONGEST_CELL, LONGEST_LINE = 120, 200  # letters
MOST_COLUMNS, FIRST_COLUMNS = 11, 3  # of a row; of these the first ones, which say what the row is about
NOTATION, COVER = "notation", "•••"
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFIDENTIAL = re.compile(r'[,;]\s*"?C"?\s*(?:[,;]|$)')  # a field that is the notation key
_OF_LETTERS = {LoadRule.FORBIDDEN_CHARACTER.value.code, LoadRule.NOT_UTF8.value.code}  # whose columns count letters, not fields


def excerpts(
    root: Path, spots: Iterable[Spot], languages: tuple[str, ...], secret: Collection[tuple[str, int]] = ()
) -> Mapping[Spot, Excerpt]:
    """What stands around each place of a programme folder.

    A whole file has no excerpt, nor has a file that cannot be read. A letter that may not stand in a file, and a place beyond the
    last row that could be read (a quotation mark is missing), are shown in lines of text, also in a table. `languages` are those
    of the programme; `secret` are rows (file and line) whose amounts are covered, beside those that say themselves that they are
    confidential.
    """
    wanted: dict[str, list[Spot]] = {}
    for code, place in dict.fromkeys(spots):
        if place.line:
            wanted.setdefault(place.file, []).append((code, place))
    found: dict[Spot, Excerpt] = {}
    for file, inside in wanted.items():
        lines = frozenset(line for name, line in secret if name == file)
        found.update(_of_file(root, file, inside, languages, lines))
    return found


def _of_file(
    root: Path, file: str, spots: Sequence[Spot], languages: tuple[str, ...], secret: Collection[int]
) -> Iterator[tuple[Spot, Excerpt]]:
    text, _ = read_text(root, file)
    if text is None:
        return
    rows, lines = _rows(text, file, languages, secret), _LINE_END.split(text.removesuffix("\n"))
    numbers = {row[0]: n for n, row in enumerate(rows)}
    for code, place in spots:
        if place.line in numbers and code not in _OF_LETTERS:
            yield (code, place), _table(rows, numbers[place.line], place.column)
        elif place.line <= len(lines):
            yield (code, place), _text(_covered(lines, secret) if rows else lines, place.line, place.column)


def _rows(text: str, file: str, languages: tuple[str, ...], secret: Collection[int]) -> tuple[Row, ...]:
    """The rows of a file that is read as a table, else none."""
    folder, _, name = file.rpartition("/")
    if name in TABLES:
        known = columns(TABLES[name], languages)
        return tuple(_veiled(raw_rows(text, file, Layout(known, ())), known, secret))
    if folder == "factor_sets" and name.endswith(".csv"):
        return raw_rows(split_head(text).body, file, Layout(columns(FactorLine, ()), ()))
    return ()


def _veiled(rows: Sequence[Row], known: Mapping[str, Column], secret: Collection[int]) -> Iterator[Row]:
    """The rows, with the amounts covered of those that are confidential or would tell such an amount: a report is handed on."""
    head = [name.strip() for name in rows[0][1]] if rows else []
    amounts = {n for n, name in enumerate(head) if name in known and known[name].kind == "number"}
    mark = head.index(NOTATION) if NOTATION in head else len(head)
    for line, fields in rows:
        is_confidential = line in secret or (mark < len(fields) and fields[mark].strip() == Notation.C)
        yield line, [COVER if is_confidential and n in amounts and f.strip() else f for n, f in enumerate(fields)]


def _table(rows: Sequence[Row], own: int, column: int) -> Excerpt:
    """A row with its neighbours. The head is a row of its own where it is the place itself, else it only gives the names."""
    near = [row for row in rows[max(own - NEIGHBOURS, 1) : own + NEIGHBOURS + 1] if row is not rows[0]]
    picked = _columns(rows[0], near, column)
    names = tuple(_cell(rows[0], number) for number in picked)
    shown_rows = tuple(ShownRow(line, tuple(_cell((line, fields), number) for number in picked)) for line, fields in near)
    head = (ShownRow(rows[0][0], names),) if own == 0 else ()
    return Excerpt((*head, *shown_rows), picked, names)


def _columns(head: Row, near: Sequence[Row], column: int) -> tuple[int, ...]:
    """The columns in which a row has something, and the place's own; the first and those around it where there are many."""
    width = max(len(fields) for _, fields in (head, *near))
    used = [n for n in range(1, width + 1) if n == column or any(_cell(row, n) for row in near or [head])]
    before, rest, room = used[:FIRST_COLUMNS], used[FIRST_COLUMNS:], MOST_COLUMNS - FIRST_COLUMNS
    middle = rest.index(column) if column in rest else 0
    first = max(0, min(middle - room // 2, len(rest) - room))
    return (*before, *rest[first : first + room])


def _cell(row: Row, number: int) -> str:
    fields = row[1]
    return shown(fields[number - 1].strip(), LONGEST_CELL) if number <= len(fields) else ""


def _covered(lines: Sequence[str], secret: Collection[int]) -> list[str]:
    """The lines of a table as text, without the digits of those that are confidential."""
    veil = {n for n, line in enumerate(lines, 1) if n in secret or _CONFIDENTIAL.search(line)}
    return [re.sub(r"[0-9]", COVER[0], line) if n in veil else line for n, line in enumerate(lines, 1)]


def _text(lines: Sequence[str], line: int, column: int) -> Excerpt:
    """A line with its neighbours; of a very long line the stretch around the column."""
    first = max(1, line - TEXT_NEIGHBOURS)
    near = {number: lines[number - 1] for number in range(first, min(line + TEXT_NEIGHBOURS, len(lines)) + 1)}
    if column > LONGEST_LINE // 2 and len(near[line]) > LONGEST_LINE:
        near[line] = "…" + near[line][column - LONGEST_LINE // 2 :]
    return Excerpt(tuple(ShownRow(number, (shown(each, LONGEST_LINE),)) for number, each in near.items()))
