"""What stands in an agency's stationery beside its own words: marks, and the order of chapters that they give.

A stationery is the shell of a document. `{{p body }}` is where all chapters stand that have no place of their own,
`[[chapter: id]]` where one of them does, `[[model page: name]]` names the pages that lend their look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MODEL = re.compile(r"\[\[\s*model page:\s*([\w-]+)\s*\]\]")
CHAPTER = re.compile(r"\[\[\s*chapter:\s*([\w.-]+)\s*\]\]")
BODY = re.compile(r"\{\{p\s+body\s*\}\}")
REST = ""  # in an order: all chapters that are not named in it


@dataclass(frozen=True, slots=True)
class ChapterOrder:
    """Ids of chapters in the order of their marks, `REST` where the others stand; `file` holds the marks."""

    ids: tuple[str, ...] = (REST,)
    file: str = ""

    def rank(self, id_: str) -> int:
        """The place of a chapter; chapters of one rank keep the order of their files."""
        return self.ids.index(id_ if id_ in self.ids else REST)

    @property
    def named(self) -> tuple[str, ...]:
        """The chapters that have a place of their own."""
        return tuple(i for i in self.ids if i != REST)


HOUSE_ORDER = ChapterOrder()
"""All chapters in the order of their files."""
