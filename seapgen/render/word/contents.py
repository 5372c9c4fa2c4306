"""The contents list as Word makes it, linked; with page numbers only where a layout pass has found them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from seapgen.render.word.wordml import BLANK, KEEP, NO_HEIGHT, TAB, clean, paragraph

PageOf: TypeAlias = Callable[[str], str]  # bookmark of a heading to its printed page; nothing where it is not known
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_BEGIN, _THEN, _END = (_FIELD.format(kind) for kind in ("begin", "separate", "end"))
_CODE = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
_CONTENTS = _CODE.format('TOC \\o "1-2" \\h \\z \\u')


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents list shows."""

    level: int
    number: str
    runs: str  # its words, without notes
    bookmark: str


def no_page(bookmark: str) -> str:
    """What is known of pages without a layout pass."""
    return ""


def contents_list(title: str, entries: Sequence[Entry], page_of: PageOf, identity: int) -> str:
    """The building block for which Word offers "Update table"; nothing updates by itself.

    An entry whose page is not known has no number until somebody updates the list in Word.
    """
    begin = _BEGIN + _CONTENTS + _THEN
    last = len(entries) - 1
    lines = [
        _line(e, "" if n else begin, page_of(e.bookmark), KEEP if n == last else "") for n, e in enumerate(entries)
    ]  # the last one keeps what ends the list, so that no page holds nothing but that
    start = "" if entries else begin
    end = paragraph("SectionEnd", start + _END, NO_HEIGHT)
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    heading = paragraph("TOCHeading", title)
    return f'<w:sdt><w:sdtPr><w:id w:val="{identity}"/>{part}</w:sdtPr><w:sdtContent>{heading}{"".join(lines)}{end}</w:sdtContent></w:sdt>'


def _line(entry: Entry, before: str, page: str, keep: str) -> str:
    number = f'<w:r><w:t xml:space="preserve">{clean(entry.number) or BLANK}</w:t></w:r>'
    lead = number + TAB if entry.number or entry.level == 1 else TAB
    tail = TAB + page_field(entry.bookmark, page) if page else ""
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{lead}{entry.runs}{tail}</w:hyperlink>'
    return paragraph(f"TOC{entry.level}", before + link, keep)


def page_field(bookmark: str, page: str) -> str:
    """The number of the page where a bookmark stands, as a field with its result."""
    result = f'<w:r><w:t xml:space="preserve">{clean(page)}</w:t></w:r>'
    return _BEGIN + _CODE.format(f"PAGEREF {bookmark} \\h") + _THEN + result + _END
