"""The rows of a table as nouns."""

from __future__ import annotations

from typing import TypeVar

from seapgen.intake.columns import columns, needed, text_fields
from seapgen.intake.nouns import noun
from seapgen.intake.tables import Layout, read_table
from seapgen.model.finding import Finding
from seapgen.model.noun import Noun

N = TypeVar("N", bound=Noun)


def read_records(
    text: str, kind: type[N], file: str, languages: tuple[str, ...] = (), decimal: str = ""
) -> tuple[tuple[N, ...], tuple[Finding, ...]]:
    """The good rows of a table and what is wrong with the others. `decimal` settles numbers that can be read two ways."""
    known = columns(kind, languages)
    layout = Layout(known, needed(kind), decimal, text_fields(kind), ", ".join(languages))
    rows, findings = read_table(text, file, layout)
    made: list[N] = []
    found = list(findings)
    for row in rows:
        one, problems = noun(row, kind, file)
        made += [one] if one is not None else []
        found += problems
    return tuple(made), tuple(found)
