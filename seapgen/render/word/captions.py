"""Captions with the numbers that Word counts, and source lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from seapgen.model.document import Labels
from seapgen.model.inline import Inline, Text, plain
from seapgen.render.word.inlines import Inlines, Line, Look
from seapgen.render.word.ledger import reference_name
from seapgen.render.word.wordml import BLANK, BREAK, TAB, paragraph

_LABEL = Look(style="CaptionLabel")
_COUNTED = re.compile(r"(.*?)(\d+)")


@dataclass(slots=True)
class Captions:
    """Counts figures and tables as Word will; one count goes through all languages of a document."""

    writer: Inlines
    names: dict[str, str]  # of the counts: the label in the document's language, so that Word lists them under it
    _counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, writer: Inlines, labels: Labels[Inline]) -> Captions:
        """The captions of a document with its labels."""
        words = {"figure": plain(labels.figure), "table": plain(labels.table)}
        named = {k: w if re.fullmatch(r"[^\W\d]\w{0,38}", w) else k.capitalize() for k, w in words.items()}
        if named["figure"] == named["table"]:
            named = {k: k.capitalize() for k in words}
        return cls(writer, named)

    def caption(self, kind: str, target: str, number: str, text: Line, *, is_narrow: bool = False) -> str:
        """Label, number as a field, text. The number carries the bookmark of cross-references. Nothing without words."""
        if not number and not text:
            return ""
        label = getattr(self.writer.labels, kind)
        lead = ""
        if number:
            lead = self.writer.runs((*label, Text(BLANK)), _LABEL) + self._number(kind, target, number)
            lead += BREAK if is_narrow else TAB
        style = "CaptionNarrow" if is_narrow else "Caption"
        return paragraph(style, lead + self.writer.runs(text))

    def _number(self, kind: str, target: str, number: str) -> str:
        found = _COUNTED.fullmatch(number)
        if not found:
            inner = self.writer.run(number, _LABEL)
        else:
            count = int(found[2])
            reset = "" if count == self._counts.get(kind, 0) + 1 else f" \\r {count}"
            self._counts[kind] = count
            inner = self.writer.run(found[1], _LABEL) if found[1] else ""
            inner += self.writer.field(f"SEQ {self.names[kind]} \\* ARABIC{reset}", found[2], _LABEL)
        return self.writer.ledger.bookmarked(reference_name(target), inner) if target else inner

    def source(self, line: Line, style: str = "Source", more: str = "") -> str:
        """The source line under a figure or table; an empty one keeps the distance to what follows."""
        return self.writer.paragraph(style, (*self.writer.labels.source, Text(": "), *line) if line else (), more)
