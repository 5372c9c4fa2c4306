"""The contents list as Word makes it, linked; without page numbers, because only a layout pass could know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seapgen.render.word.wordml import BLANK, TAB, clean, paragraph

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_BEGIN, _THEN, _END = (_FIELD.format(kind) for kind in ("begin", "separate", "end"))
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents list shows."""

    level: int
    number: str
    runs: str  # its words, without notes
    bookmark: str


def contents_list(title: str, entries: Sequence[Entry]) -> str:
    """The building block for which Word offers "Update table"; updating adds page numbers, nothing updates by itself."""
    begin = _BEGIN + _INSTRUCTION + _THEN
    lines = [_line(e, "" if n else begin) for n, e in enumerate(entries)]
    start = "" if entries else begin
    end = paragraph("SectionEnd", start + _END)
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    heading = paragraph("TOCHeading", title)
    return f'<w:sdt><w:sdtPr><w:id w:val="1000001"/>{part}</w:sdtPr><w:sdtContent>{heading}{"".join(lines)}{end}</w:sdtContent></w:sdt>'


def _line(entry: Entry, before: str) -> str:
    number = f'<w:r><w:t xml:space="preserve">{clean(entry.number) or BLANK}</w:t></w:r>'
    lead = number + TAB if entry.number or entry.level == 1 else TAB
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{lead}{entry.runs}</w:hyperlink>'
    return paragraph(f"TOC{entry.level}", before + link)
