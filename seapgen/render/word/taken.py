"""What a stationery has numbered already: its own footnotes, bookmarks, drawings, controls and lists; ours are counted from there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*?w:id="(\d+)"')
_FOOTNOTE = re.compile(r'<w:footnote [^>]*?w:id="(\d+)"')
_CONTROL = re.compile(r"<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)
_CONTROL_ID = re.compile(r'<w:id w:val="(\d+)"')
_DRAWING = re.compile(r'<(?:wp:docPr|pic:cNvPr|wps:cNvPr) [^>]*?\bid="(\d+)"')
_DEFINITION = re.compile(r'w:abstractNumId="(\d+)"')
_FILE = re.compile(r"word/(?:charts/chart|media/picture|embeddings/Microsoft_Excel_Worksheet)(\d+)\.\w+")
_CONTROLS, _DEFINITIONS, _MOST = 1_000_000, 9000, 2**31 - 100_000
_RELATIONS = "rIdBody"


@dataclass(frozen=True, slots=True)
class Taken:
    """The highest number of each kind that is taken, and the beginning of names of relations that nobody has."""

    footnotes: int = 0
    bookmarks: int = 0
    drawings: int = 0
    files: int = 0  # of charts, workbooks and pictures
    controls: int = _CONTROLS
    definitions: int = _DEFINITIONS
    relations: str = _RELATIONS

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Taken:
        """By the parts of a stationery, its document with them."""
        written = [content.decode() for name, content in parts.items() if name.startswith("word/") and name.endswith(".xml")]
        relations, prefix = parts["word/_rels/document.xml.rels"].decode(), _RELATIONS
        while prefix in relations:
            prefix += "_"
        controls = [n for xml in written for control in _CONTROL.findall(xml) for n in _CONTROL_ID.findall(control)]
        return cls(
            _highest(written, _FOOTNOTE, 0),
            _highest(written, _BOOKMARK, 0),
            _highest(written, _DRAWING, 0),
            _highest(parts, _FILE, 0),
            max([_CONTROLS, *(n for n in map(int, controls) if n < _MOST)]),
            _highest(written, _DEFINITION, _DEFINITIONS),
            prefix,
        )


def _highest(texts: Iterable[str], pattern: re.Pattern[str], least: int) -> int:
    """The highest number found; one so high that there is no room above it is passed over."""
    found = (int(n) for text in texts for n in pattern.findall(text))
    return max([least, *(n for n in found if n < _MOST)])
