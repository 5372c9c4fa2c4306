"""Numbers of headings: what Word will count by itself, and literal ones where the document says something else."""

from __future__ import annotations

import re

from seapgen.render.word.ledger import Ledger
from seapgen.render.word.wordml import attribute


class Numerals:
    """Follows Word's two heading lists (1, 1.1 and A, A.1); a number out of their order becomes a list of its own."""

    def __init__(self, ledger: Ledger, levels: tuple[str, str], annex: int) -> None:
        self._ledger, self._levels, self._annex = ledger, levels, annex
        self._decimal = self._letter = self._sub = 0
        self._chapter = ""  # the number that Word counts headings of level 2 below; empty after a literal one

    def chapter(self, number: str) -> tuple[str, str]:
        """The style of a chapter's title, and its numbering where the style's own would print another number."""
        if not number:
            return "Heading1Plain", ""
        self._sub, self._chapter = 0, number
        if number == str(self._decimal + 1):
            self._decimal += 1
            return "Heading1", ""
        if number == _letters(self._letter + 1):
            self._letter += 1
            return "Heading1Annex", ""
        self._chapter = ""
        return "Heading1", self._literal(0, number)

    def heading(self, level: int, number: str) -> tuple[str, str]:
        """The same for a heading of level 2 or 3."""
        if not number:
            return ("Heading2Plain", "") if level == 2 else ("Heading3", "")
        if level == 2 and self._chapter and number == f"{self._chapter}.{self._sub + 1}":
            self._sub += 1
            is_annex = not self._chapter.isdigit()
            return "Heading2", _numbered(self._annex, 1) if is_annex else ""
        return ("Heading2", self._literal(1, number)) if level == 2 else ("Heading3", self._literal(1, number))

    def _literal(self, level: int, number: str) -> str:
        """A list whose only number is the words given."""
        key = self._ledger.first_list + len(self._ledger.lists)
        definition = self._ledger.taken.definitions + 1 + len(self._ledger.definitions)
        form = re.sub(r"<w:pStyle [^>]*/>|<w:start [^>]*/>", "", self._levels[level])
        form = re.sub(r'w:ilvl="\d"', 'w:ilvl="0"', form)
        form = re.sub(r'<w:numFmt w:val="[^"]*"/>', '<w:numFmt w:val="none"/>', form)
        said = attribute(number).replace("\\", "\\\\")
        form = re.sub(r'<w:lvlText w:val="[^"]*"/>', f'<w:lvlText w:val="{said}"/>', form)
        self._ledger.definitions.append(
            f'<w:abstractNum w:abstractNumId="{definition}"><w:multiLevelType w:val="singleLevel"/>{form}</w:abstractNum>'
        )
        self._ledger.lists.append(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/></w:num>')
        return _numbered(key, 0)


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _letters(n: int) -> str:
    """A, B … Z, AA, BB, as Word counts letters."""
    return chr(65 + (n - 1) % 26) * (1 + (n - 1) // 26)
