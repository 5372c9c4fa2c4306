"""A CSV table as rows with places. `csv` of the standard library reads them: no guess at types, no missing-value words.

A place is the line of the physical file where the row begins (the head is line 1) and the number of the field.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from seapgen.intake.columns import Column
from seapgen.intake.guards.characters import composed
from seapgen.intake.nodes import Entry, Leaf, Listed, Mapped, Node, Place
from seapgen.intake.numbers import Reading, read_number
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import nearest
from seapgen.model.finding import Finding
from seapgen.model.noun import LANGUAGE_PATTERN
from seapgen.model.source import Source

MOST_ROWS = 50_000
_LIST_MARK = ";"  # between the values of one field
Row: TypeAlias = tuple[int, list[str]]  # physical line, fields
_WHOLE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a table may hold: its columns by name, those it needs, and how to read a doubtful number."""

    columns: Mapping[str, Column]
    needed: Sequence[str]
    decimal: str = ""  # from `csv: {decimal: …}`
    texts: Sequence[str] = ()  # fields with a column for each language
    languages: str = ""  # those of the programme, to be named

    def spare(self, name: str) -> str:
        """The language of a text column in a language that the programme does not have, else nothing."""
        field, _, language = name.rpartition(".")
        return language if field in self.texts and re.fullmatch(LANGUAGE_PATTERN, language) else ""


def read_table(text: str, file: str, layout: Layout) -> tuple[tuple[Mapped, ...], tuple[Finding, ...]]:
    """The rows of a table and all that is wrong with it."""
    table = _Table(file, layout)
    rows = list(table.rows(text))
    if not rows:
        return (), (*table.findings, *(() if table.findings else (LoadRule.FILE_EMPTY.at(Source(file)),)))
    head = table.head(rows[0])
    if head is None:
        return (), tuple(table.findings)
    body = [row for row in rows[1:] if table.fits(row, head)]
    if len(rows) == 1:
        table.findings.append(LoadRule.TABLE_EMPTY.at(Source(file)))
    numbers = table.numbers(body, head)
    return tuple(table.row(row, head, numbers) for row in body), tuple(table.findings)


def raw_rows(text: str, file: str, layout: Layout) -> tuple[Row, ...]:
    """The rows of a table as they stand, the head first, up to where `read_table` stops."""
    return tuple(_Table(file, layout).rows(text))


def delimiter(text: str, known: Iterable[str]) -> str:
    """`;` or `,`: the one that makes more known columns of the head."""
    first, names = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0], set(known)
    hits = {mark: sum(part.strip(' "') in names for part in first.split(mark)) for mark in ",;"}
    return ";" if hits[";"] > hits[","] or (hits[";"] == hits[","] and first.count(";") > first.count(",")) else ","


class _Table:
    """One reading of one table."""

    def __init__(self, file: str, layout: Layout) -> None:
        self.file = file
        self.layout = layout
        self.findings: list[Finding] = []

    def rows(self, text: str) -> Iterator[Row]:
        """Rows that hold something, with the line where each begins."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text, self.layout.columns), strict=True)
        begins, count = 1, 0
        try:
            for fields in reader:
                if any(field.strip() for field in fields):
                    count += 1
                    yield begins, fields
                begins = reader.line_num + 1
                if count > MOST_ROWS:
                    self._report(LoadRule.TOO_MANY_ROWS, begins, limit=str(MOST_ROWS))
                    return
        except csv.Error:
            self._report(LoadRule.CSV_MALFORMED, begins)

    def head(self, row: Row) -> list[Column | None] | None:
        """The columns of a head, nothing for a column without use; no head where a needed column is missing."""
        line, names = row[0], [name.strip() for name in row[1]]
        while names and not names[-1]:
            names.pop()
        found: list[Column | None] = []
        for number, name in enumerate(names, 1):
            known = self.layout.columns.get(name)
            if name in names[: number - 1]:
                self._report(LoadRule.COLUMN_TWICE, line, number, name=name)
                known = None
            elif known is None and (language := self.layout.spare(name)):
                self._report(LoadRule.TEXT_UNUSED, line, number, language=language, names=self.layout.languages)
            elif known is None:
                self._report(LoadRule.COLUMN_UNKNOWN, line, number, name=name, names=nearest(name, self.layout.columns))
            found.append(known)
        missing = [name for name in self.layout.needed if name not in names]
        for name in missing:
            self._report(LoadRule.COLUMN_MISSING, line, name=name, names=", ".join(self.layout.columns))
        return None if missing else found

    def fits(self, row: Row, head: Sequence[Column | None]) -> bool:
        """Whether a row has as many fields as the head; empty ones after its end do not count."""
        line, fields = row
        while len(fields) > len(head) and not fields[-1].strip():
            fields.pop()
        if len(fields) != len(head):
            self._report(LoadRule.FIELD_COUNT, line, found=str(len(fields)), expected=str(len(head)))
        return len(fields) == len(head)

    def numbers(self, rows: Iterable[Row], head: Sequence[Column | None]) -> dict[Place, Reading]:
        """Every number of the table by place; numbers that could be read two ways are settled by the others, or asked for."""
        wanted = [number for number, column in enumerate(head) if column and column.kind == "number"]
        readings: dict[Place, tuple[Reading, str]] = {}
        for line, fields in rows:
            for number in wanted:
                if (reading := read_number(fields[number])) is not None:
                    readings[line, number + 1] = reading, fields[number].strip()
        mark = self._mark(readings)
        return {place: settled for place, (r, text) in readings.items() if (settled := self._settled(r, text, place, mark))}

    def _mark(self, readings: Mapping[Place, tuple[Reading, str]]) -> str:
        """The decimal mark of the file: the hint, else the one that most numbers prove. The first that differs is a finding."""
        proofs = {place: reading.mark for place, (reading, _) in readings.items() if reading.mark}
        marks = sorted(dict.fromkeys(proofs.values()), key=lambda m: -sum(mark == m for mark in proofs.values()))
        mark = self.layout.decimal or (marks[0] if marks else "")
        first = next((place for place in proofs if proofs[place] == mark), None)
        proof = f'csv: {{decimal: "{mark}"}}' if self.layout.decimal or first is None else _shown(readings[first][1], first)
        other = next((place for place in proofs if proofs[place] != mark), None)
        if other is not None:
            self._report(LoadRule.MIXED_DECIMALS, *other, value=readings[other][1], other=proof)
        return mark

    def _settled(self, reading: Reading, text: str, place: Place, mark: str) -> Reading | None:
        if not reading.doubtful or reading.doubtful == mark:
            return reading
        if self.layout.decimal:
            return Reading(reading.grouped)
        whole, part = f"{reading.grouped:f}", f"{reading.value:f}"
        exact = f"{part}0"  # four decimals cannot be a group
        hint = f'{{decimal: "{reading.doubtful}"}}'
        self._report(LoadRule.AMBIGUOUS_NUMBER, *place, value=text, one=whole, other=part, plain=whole, decimal=exact, hint=hint)
        return None

    def row(self, row: Row, head: Sequence[Column | None], numbers: Mapping[Place, Reading]) -> Mapped:
        """A row as keys with values; empty fields are blanks, texts stand under their field by language."""
        line, fields = row
        entries: list[Entry] = []
        blanks: dict[str, Place] = {}
        texts: dict[str, list[Entry]] = {}
        for number, (column, field) in enumerate(zip(head, fields, strict=True), 1):
            if column is None:
                continue
            if not field.strip():
                blanks.setdefault(column.field, (line, number))
            elif column.kind == "texts":
                text = Leaf(composed(field.strip()), line, number)
                texts.setdefault(column.field, []).append(Entry(Leaf(column.language, line, number), text))
            else:
                cell = self._cell(column, field, (line, number), numbers)
                entries.append(Entry(Leaf(column.field, line, number), cell))
        for name, inner in texts.items():
            place = inner[0].key
            entries.append(Entry(Leaf(name, line, place.column), Mapped(tuple(inner), line, place.column)))
        return Mapped(tuple(entries), line, 1, {name: place for name, place in blanks.items() if name not in texts})

    def _cell(self, column: Column, field: str, place: Place, numbers: Mapping[Place, Reading]) -> Node:
        text = composed(field.strip())
        if column.kind == "list":
            return Listed(tuple(Leaf(part.strip(), *place, part.strip()) for part in text.split(_LIST_MARK)), *place)
        if column.kind == "text":
            return Leaf(text, *place, text)
        value: int | Decimal | None = None
        if column.kind == "whole" and _WHOLE.fullmatch(text):
            value = int(text)
        elif column.kind == "number" and place in numbers:
            value = numbers[place].value
        elif column.kind == "whole" or read_number(field) is None:  # a doubtful number has its finding already
            self._report(LoadRule.NOT_A_NUMBER, *place, value=text, name=column.name)
        return Leaf(value, *place, text, broken=value is None)

    def _report(self, rule: LoadRule, line: int, column: int = 0, value: str = "", limit: str = "", **values: str) -> None:
        self.findings.append(rule.at(Source(self.file, line, column), value, limit, **values))


def _shown(text: str, place: Place) -> str:
    return f"{text} ({place[0]}:{place[1]})"
