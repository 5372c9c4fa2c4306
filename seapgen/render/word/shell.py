"""Takes a stationery's document apart: cover, model pages, places of chapters, last section."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from seapgen.model.shell import BODY, CHAPTER, MODEL, REST
from seapgen.render.word.marks import NS, text_of

HAS_COVER, LAST_SECTION = "has_cover", "last_section"  # blanks that only we put into a stationery
_PLACE = re.compile(r"\{\{p\s+chapters_\d+\s*\}\}")
_SPACE = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class Shell:
    """The document without model pages, ready to be patched; section properties by model page.

    `marks` are ids of chapters in the order of their marks, `REST` for the mark of all others.
    """

    document: bytes
    sections: dict[str, str]
    marks: tuple[str, ...]
    has_tail: bool


def place_blank(n: int) -> str:
    """The blank of the nth mark of chapters."""
    return f"chapters_{n}"


def take_apart(xml: bytes) -> Shell:
    """The shell of a document.xml that has passed all checks."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(f"{NS}body")
    if body is None:
        raise ValueError("a Word file without body")
    sections = _take_models(body)
    marks = _place_chapters(body)
    has_tail = _open_end(body)
    _bracket_cover(body)
    document = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return Shell(document, sections, marks, has_tail)


def _take_models(body: etree._Element) -> dict[str, str]:
    """Take the model pages out and keep their section properties by name: their own, or the next ones."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for paragraph in list(body.iter(f"{NS}p", f"{NS}sectPr")):
        if paragraph.tag == f"{NS}sectPr":
            found |= dict.fromkeys(waiting, _SPACE.sub("", etree.tostring(paragraph, encoding="unicode", with_tail=False)))
            waiting = []
        else:
            waiting += [m[1] for m in MODEL.finditer(text_of(paragraph))]
    for paragraph in [p for p in body.iter(f"{NS}p") if MODEL.search(text_of(p))]:
        _remove(paragraph)
    return found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _place_chapters(body: etree._Element) -> tuple[str, ...]:
    """Turn places of chapters into blanks, also that of the remaining ones."""
    ids: list[str] = []
    for paragraph in body.findall(f"{NS}p"):
        words = text_of(paragraph)
        named = CHAPTER.search(words)
        if named or BODY.search(words):
            _blank(paragraph, f"{{{{p {place_blank(len(ids))} }}}}")
            ids.append(named[1] if named else REST)
    return tuple(ids)


def _blank(paragraph: etree._Element, mark: str) -> None:
    for child in list(paragraph):
        paragraph.remove(child)
    run = etree.SubElement(paragraph, f"{NS}r")
    etree.SubElement(run, f"{NS}t").text = mark


def _is_mark(element: etree._Element) -> bool:
    return element.tag == f"{NS}p" and bool(_PLACE.search(text_of(element)))


def _open_end(body: etree._Element) -> bool:
    """Where nothing follows the last mark, the section properties at the end become those of the last chapter."""
    children = list(body)
    last = max(n for n, child in enumerate(children) if _is_mark(child))
    behind = children[last + 1 :]
    if any(child.tag != f"{NS}sectPr" for child in behind):
        return True
    for child in behind:
        body.remove(child)
    children[last].tail = f"{{{{ {LAST_SECTION} }}}}"
    return False


def _bracket_cover(body: etree._Element) -> None:
    """What stands before the first mark, up to its last section break, is the cover: documents without one leave it out."""
    end = 0
    for n, child in enumerate(body):
        if _is_mark(child):
            break
        if child.find(f"{NS}pPr/{NS}sectPr") is not None:
            end = n + 1
    if end:
        for at, mark in ((end, "{%p endif %}"), (0, f"{{%p if {HAS_COVER} %}}")):
            paragraph = etree.Element(f"{NS}p")
            _blank(paragraph, mark)
            body.insert(at, paragraph)
