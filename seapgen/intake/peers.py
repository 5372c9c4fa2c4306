"""The peers' table: head lines `# key: value`, then a row for each country, size class and measure."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal

from seapgen.intake.factor_set import split_head
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.peers import COLUMNS, PERCENTS, Distribution, Peers
from seapgen.model.source import Source

FIRST_NUMBER = COLUMNS.index("n")


def read_peers(text: str, file: str) -> tuple[Peers, tuple[Finding, ...]]:
    """The peers of a table, and what is wrong with it. It is read without nouns: there are hundreds of rows in every run."""
    head = split_head(text)
    rows = [(number, row) for number, row in enumerate(csv.reader(head.body.split("\n")), 1) if row]
    citation = head.values.get("source", "")
    if not citation:
        return Peers(), (LoadRule.REFERENCE_HEAD.at(Source(file, 1), "", name="source"),)
    if not rows or tuple(rows[0][1]) != COLUMNS:
        first = rows[0][0] if rows else 1
        return Peers(), (LoadRule.COLUMN_MISSING.at(Source(file, first), name=COLUMNS[0], names=", ".join(COLUMNS)),)
    findings = tuple(each for number, row in rows[1:] for each in _problems(row, Source(file, number)))
    if findings:
        return Peers(), findings
    groups: dict[tuple[str, str], dict[str, Distribution]] = {}
    for number, row in rows[1:]:
        made = _distribution(row, Source(file, number, 1))
        groups.setdefault((made.country, made.size), {})[made.metric] = made
    return Peers(groups, citation), ()


def _problems(row: Sequence[str], place: Source) -> Iterator[Finding]:
    if len(row) != len(COLUMNS):
        yield LoadRule.FIELD_COUNT.at(place, found=str(len(row)), expected=str(len(COLUMNS)))
        return
    for column, field in enumerate(row[FIRST_NUMBER:], FIRST_NUMBER + 1):
        if not field.replace(".", "", 1).isdecimal():
            name = COLUMNS[column - 1]
            yield LoadRule.NOT_A_NUMBER.at(Source(place.file, place.line, column), field, name=name)


def _distribution(row: Sequence[str], place: Source) -> Distribution:
    country, size, metric, n, *values = row
    return Distribution(country, size, metric, int(Decimal(n)), tuple(map(Decimal, values[: len(PERCENTS)])), place)
