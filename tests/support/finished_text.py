"""All text of a finished file, letter by letter with its signs: `finished_text("docx", content)`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

import pikepdf
from lxml import etree
from pypdf import PdfReader

from seapgen.model.artifact import Format

_SPOKEN = ("alt", "aria-label", "title", "content")
_TITLES = ("{*}v", "{*}title", "{*}creator", "{*}description")  # of charts and of the file


def finished_text(form: Format, content: bytes) -> str:
    """What a reader can see or hear: body, notes, headers, charts, alternative texts, and the file's own title."""
    return "\n".join(_READERS[form](content))


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and name.startswith(("word/", "docProps/")):
                yield from _xml(etree.fromstring(package.read(name)))


def _xml(root: etree._Element) -> Iterator[str]:
    """Paragraphs apart from each other, so that no two texts run together; then titles and alternative texts."""
    yield from map(_words, root.iter("{*}p"))
    yield from map(_words, root.iter(*_TITLES))
    yield from (each.get("descr", "") for each in root.iter("{*}docPr"))


def _words(node: etree._Element) -> str:
    return "".join(str(text) for text in node.itertext())


def _pdf(content: bytes) -> Iterator[str]:
    yield from (page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each:
                yield str(each["/Alt"])


def _html(content: bytes) -> Iterator[str]:
    tree = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
    seen = tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
    assert isinstance(seen, list)
    yield "".join(map(str, seen))
    yield from (value for each in tree.iter() for name in _SPOKEN if (value := each.get(name)))


_READERS: dict[Format, Callable[[bytes], Iterator[str]]] = {"docx": _docx, "pdf": _pdf, "html": _html}
