"""The figures of a text, found in its letters alone: every digit that a reader sees belongs to exactly one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.support.finished.content import Content, squeezed

Place = str  # "text", or "table 3" for the third table of a file
_SIGN = r"[<>]?\s?[−+±]?"
_NUMBER = r"(?:(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,'’]\d+)*)"  # with its groups and decimals, not the stop after it
_UNIT = "|".join((
    r"%",
    r"percentage points?", r"punt[oi] percentual[ei]",
    r"(?:thousand|million|billion)\b", r"(?:migliai[oa]|milion[ei]|miliard[oi]) di €",
    r"[kMGT]?Wh(?: per \w+)?", r"MW\b", r"[kM]?t(?: CO₂e?)?(?:/MWh)?(?=\W|$)", r"€(?:/t|/MWh)?", r"/t\b", r"/MWh\b",
    r"years?\b", r"ann[oi]\b",
))  # fmt: skip
FIGURE = re.compile(rf"(?:{_SIGN}€?)?{_NUMBER}(?:\s?(?:{_UNIT}))*")


def figures_in(text: str) -> Iterator[str]:
    """The figures of a text with sign, groups, decimals and unit, as they are printed."""
    yield from (found.strip() for found in FIGURE.findall(squeezed(text)))


def figures(content: Content) -> Counter[tuple[Place, str]]:
    """All figures of a file by the place where they stand."""
    texts = (("text", line) for line in content.lines)
    cells = ((f"table {n}", cell) for n, table in enumerate(content.tables, 1) for row in table for cell in row)
    return Counter((place, figure) for place, text in (*texts, *cells) for figure in figures_in(text))
