"""A reader of the editable sections of a Word file: it knows the map, bookmarks and words, and nothing of the writer.

It is small on purpose: this is all that a program needs which takes the council's words back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAP = "{urn:seapgen:sections:1}"
_LETTERS = {f"{W}br": " ", f"{W}tab": " "}
_FIELD = {"begin": 1, "end": -1}


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A section as the map announces it and as it stands in the file."""

    id: str
    name: str  # of its bookmark, and of its control where the editor has kept that
    language: str
    written: str  # hash of the words when seapgen wrote the file
    words: str  # what stands there now, a line for each paragraph

    @property
    def is_changed(self) -> bool:
        """Somebody has edited it."""
        return sha256(self.words.encode()).hexdigest() != self.written


def read_sections(content: bytes) -> tuple[ReadSection, ...]:
    """All sections of a file in the order of its map."""
    body, entries = _opened(content)
    return tuple(
        ReadSection(
            m.get("id", ""), m.get("name", ""), m.get("language", ""), m.get("words", ""), _words(body, m.get("name", ""))
        )
        for m in entries
        if m.tag == f"{_MAP}section"
    )


def read_alternatives(content: bytes) -> dict[str, str]:
    """The alternative texts that the map keeps, by the bookmark of the figure's number, of the figures that are in the body."""
    body, entries = _opened(content)
    marks = {m.get(f"{W}name") for m in body.iter(f"{W}bookmarkStart")}
    kept = {m.get("name", ""): m.get("alt", "") for m in entries if m.tag == f"{_MAP}picture"}
    return {name: alt for name, alt in kept.items() if name in marks}


def _opened(content: bytes) -> tuple[etree._Element, list[etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        parts = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("customXml/item")]
    return body, [entry for part in parts if part.tag == f"{_MAP}sections" for entry in part]


def _words(body: etree._Element, name: str) -> str:
    """The words between the ends of a bookmark; results of fields are none."""
    lines = [""]
    inside, identity, fields = False, "", 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name") == name and event == "start":
            inside, identity = True, node.get(f"{W}id", "")
        elif node.tag == f"{W}bookmarkEnd" and inside and node.get(f"{W}id") == identity:
            break
        elif node.tag == f"{W}fldSimple":
            fields += 1 if event == "start" else -1
        elif node.tag == f"{W}fldChar" and event == "start":
            fields += _FIELD.get(node.get(f"{W}fldCharType", ""), 0)
        elif inside and event == "start":
            lines += [""] if node.tag == f"{W}p" else []
            lines[-1] += "" if fields else _letters(node)
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _letters(node: etree._Element) -> str:
    return node.text or "" if node.tag == f"{W}t" else _LETTERS.get(node.tag, "")


def controls(content: bytes) -> Iterator[etree._Element]:
    """The content controls of a file, without that of the list of contents."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for control in etree.fromstring(archive.read("word/document.xml")).iter(f"{W}sdt"):
            if control.find(f"{W}sdtPr/{W}docPartObj") is None:
                yield control


def alias(control: etree._Element) -> str:
    """What a person sees on a control."""
    node = control.find(f"{W}sdtPr/{W}alias")
    return "" if node is None else node.get(f"{W}val", "")


def marks_in(control: etree._Element) -> list[str]:
    """The bookmarks of sections inside a control."""
    names = (m.get(f"{W}name", "") for m in control.iter(f"{W}bookmarkStart"))
    return [name for name in names if name.startswith("seap_")]
