"""The order of chapters that a stationery's marks give, read without the libraries of Word: the PDF needs no more of it."""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from seapgen.model.shell import BODY, CHAPTER, REST, ChapterOrder

LARGEST_PART = 50_000_000  # bytes: a guard against zip bombs
_PART = "word/document.xml"
_WORDS = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|(</w:p>)")


def chapter_order(path: Path, name: str) -> ChapterOrder:
    """The order of the marks; the house's order where there are none.

    A file that cannot be read has no marks here: the check of the stationery says what is wrong with it.
    """
    ids: list[str] = []
    for words in _paragraphs(_document(path)):
        ids += [found[1] for found in CHAPTER.finditer(words)]
        if BODY.search(words) and REST not in ids:
            ids.append(REST)
    return ChapterOrder(tuple(ids) if REST in ids else (*ids, REST), name)


def _document(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_PART) as part:
            content = part.read(LARGEST_PART + 1)
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return ""
    return "" if len(content) > LARGEST_PART else content.decode("utf-8", "replace")


def _paragraphs(xml: str) -> Iterator[str]:
    """The words of each paragraph."""
    words: list[str] = []
    for found in _WORDS.finditer(xml):
        if found[2]:
            yield html.unescape("".join(words))
            words = []
        else:
            words.append(found[1])
