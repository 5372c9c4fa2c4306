"""Content controls round every section that a person may edit, and the map from their names to the sections.

A control's tag and its bookmark are `seap_` with the first 8 hex digits of the SHA-256 of the section's id (Word allows 64 and
40 characters). LibreOffice drops tags but keeps bookmarks and the part with the map. The map says for every name the
section's id, its language and the hash of its words, so that a reader knows which sections people have changed. It also
holds the alternative texts of figures by the bookmark of their number, because LibreOffice drops those of charts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

from seapgen.render.word.wordml import HEAD, attribute

MAP_SPACE = "urn:seapgen:sections:1"
_ALIAS = 64
_PART = re.compile(
    r'<w:p(?: [^>]*)?>|<w:fldSimple [^>]*>|</w:fldSimple>|<w:fldChar w:fldCharType="(begin|end)"[^>]*/>'
    r"|<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:br/>|<w:tab/>"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the map holds of one control."""

    name: str
    section: str
    language: str
    words: str  # SHA-256 of the section's words


class Controls:
    """Gives controls their names and ids, and keeps the map."""

    def __init__(self, taken: int = 0) -> None:
        """`taken` is the highest id of a control that is there already."""
        self.marks: list[Mark] = []
        self._taken = taken
        self._names: dict[str, int] = {}

    def name(self, section: str) -> str:
        """The name of a control; a section that occurs again gets one of its own."""
        self._names[section] = self._names.get(section, 0) + 1
        taken = {mark.name for mark in self.marks}
        n = self._names[section]
        name = _hashed(section if n == 1 else f"{section}#{n}")
        while name in taken:  # two ids with the same eight digits
            n += 1000
            name = _hashed(f"{section}#{n}")
        return name

    def note(self, name: str, section: str, language: str, xml: str) -> None:
        """Enter a control in the map."""
        self.marks.append(Mark(name, section, language, sha256(words(xml).encode()).hexdigest()))

    def control(self, name: str, title: str, section: str, inner: str) -> str:
        """The control; its alias shows a person title and id, the title cut where both are too long."""
        room = _ALIAS - len(section) - 3
        cut = title if len(title) <= room else title[: max(0, room - 1)].rstrip() + "…"
        alias = f"{cut} [{section}]" if room > 8 else f"[{section}]"[:_ALIAS]
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(alias)}"/><w:tag w:val="{name}"/>'
            f'<w:id w:val="{self._taken + 1 + len(self.marks)}"/><w:lock w:val="sdtLocked"/></w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def map(self, scope: str, product: str, language: str, pictures: Mapping[str, str]) -> str:
        """The part with the map; `pictures` are alternative texts by bookmark."""
        head = f'scope="{attribute(scope)}" product="{attribute(product)}" language="{attribute(language)}"'
        rows = "".join(
            f'<section name="{m.name}" id="{attribute(m.section)}" language="{attribute(m.language)}" words="{m.words}"/>'
            for m in self.marks
        )
        rows += "".join(f'<picture name="{name}" alt="{attribute(alt)}"/>' for name, alt in pictures.items())
        return f'{HEAD}<sections xmlns="{MAP_SPACE}" {head}>{rows}</sections>'


def _hashed(seed: str) -> str:
    return f"seap_{sha256(seed.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def words(xml: str) -> str:
    """The words of a section's markup: one line for each paragraph, white space as one space, empty paragraphs left out.

    Results of fields, footnote marks and numbers of lists are not words of a section.
    """
    paragraphs: list[list[str]] = [[]]
    depth = 0
    for found in _PART.finditer(xml):
        token = found[0]
        if token.startswith("<w:fldSimple") or found[1] == "begin":
            depth += 1
        elif token == "</w:fldSimple>" or found[1] == "end":
            depth -= 1
        elif token.startswith("<w:p"):
            paragraphs.append([])
        elif not depth:
            paragraphs[-1].append(unescape(found[2]) if found[2] is not None else " ")
    lines = (" ".join("".join(part).split()) for part in paragraphs)
    return "\n".join(line for line in lines if line)
