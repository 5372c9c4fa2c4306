"""All letters that a reader can get out of a finished file, alternative texts included: `letters("docx", content)`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import pikepdf
from pypdf import PdfReader

from seapgen.model.artifact import Format


def letters(form: Format, content: bytes) -> str:
    """Letters and digits only, in the order of the file, so that line breaks, hyphens and spaces do not matter."""
    return re.sub(r"[\W_]+", "", READERS[form](content))


def _docx(content: bytes) -> str:
    """Body, notes, headers and charts: everything that stands between tags or in an alternative text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [package.read(n).decode("utf-8") for n in package.namelist() if n.endswith(".xml") and n.startswith("word/")]
    return " ".join(re.sub(r"<[^>]*?(?:descr=\"([^\"]*)\"[^>]*)?>", r"\1", part) for part in parts)


def _pdf(content: bytes) -> str:
    """Text of the pages, then the alternative texts of the tags."""
    pages = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return pages + " ".join(
            str(each["/Alt"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        )


def _html(content: bytes) -> str:
    """Text between tags but for style and script, with labels and alternative texts."""
    page = _Page()
    page.feed(content.decode("utf-8"))
    return " ".join(page.found)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script")
        self.found += [value for name, value in attrs if name in ("alt", "aria-label", "title") and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


READERS: dict[Format, Callable[[bytes], str]] = {"docx": _docx, "pdf": _pdf, "html": _html}


def made_up_word(number: int) -> str:
    """A made-up word of four letters for a number: no language hyphenates it and no text holds it."""
    high, low = divmod(number, 24)
    return f"Q{_LETTERS[high // 24]}{_LETTERS[high % 24]}{_LETTERS[low]}"


_LETTERS = "bcdfghjkmnpqrtvwxzBCDFGHJ"
