"""Printed page numbers of headings: a program that lays the file out is asked for them by fields on a last page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from seapgen.render.word.contents import page_field
from seapgen.render.word.package import deflate, pack, unpack
from seapgen.render.word.wordml import paragraph

_DOCUMENT = "word/document.xml"
_HEADING = re.compile(r'w:name="(_Toc\d{6})"')
_ANSWER = re.compile(r"(_Toc\d{6})=([0-9A-Za-z]+);")
_STYLE = "Normal"  # upright letters, the language's own digits


def unknown_page(bookmark: str) -> str:
    """Stands for a number that is not known yet, and is as wide, so that the list of contents takes its final room."""
    return "00"


def headings(docx: bytes) -> tuple[str, ...]:
    """The bookmarks of all headings that the list of contents names."""
    return tuple(sorted(set(_HEADING.findall(unpack(docx)[_DOCUMENT].decode()))))


def asking(docx: bytes) -> bytes:
    """A copy with one page more, on which a program that lays it out prints the page of every heading of the contents."""
    parts = unpack(docx)
    body = parts[_DOCUMENT].decode()
    end = body.rindex("<w:sectPr", 0, body.index("</w:body>"))  # the section properties of the whole stand last
    asked = "".join(paragraph(_STYLE, _said(f"{m}=") + page_field(m, "?") + _said(";")) for m in headings(docx))
    new_page = paragraph(_STYLE, "", "<w:pageBreakBefore/>")
    parts[_DOCUMENT] = (body[:end] + new_page + asked + body[end:]).encode()
    return pack(deflate(name, content, 1) for name, content in parts.items())


def answered(text: str) -> Mapping[str, str]:
    """The printed page of each heading by its bookmark, read from the text of the laid out copy."""
    return dict(_ANSWER.findall("".join(text.split())))


def _said(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"
