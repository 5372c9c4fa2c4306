"""A finished Word file as its reader sees it: body, tables and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from tests.support.finished.content import Content, Gathering

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_READ = re.compile(r"word/(document|footnotes|footer\w*)\.xml|word/_rels/document\.xml\.rels")
_DRAWN = (
    f"{_MC}Fallback",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp",
)  # said again; names on a map
_DATA = "SEAPTable"  # the style of tables of data; other tables only lay out
KEY_STYLE = "ChartKey"  # the style of the legend of a cost curve, which the other formats draw; see `charts`


def read_docx(content: bytes) -> Content:
    """Text, tables and alternative texts of the body and its footnotes.

    Left out, each by its role: running heads and feet; charts, which `charts` reads; the list of contents, which Word fills in.
    Numbers of headings, lists and footnotes are counted by Word and stand nowhere in the file.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: etree.fromstring(package.read(name)) for name in package.namelist() if _READ.fullmatch(name)}
    body, found = parts["word/document.xml"], Gathering()
    for drawing in body.iter(f"{_WP}inline", f"{_WP}anchor"):
        said = drawing.findall(f"{_WP}docPr")[0].get("descr", "")
        if said or drawing.tag == f"{_WP}inline":  # what stands elsewhere on the page may be decoration
            found.alt(said)
    for part in (body, *_cover_feet(parts), *(parts[n] for n in ("word/footnotes.xml",) if n in parts)):
        _walk(part, found)
    return found.content()


def _cover_feet(parts: Mapping[str, etree._Element]) -> list[etree._Element]:
    """The feet of the first section: on a cover they say something of their own, and nothing that runs on."""
    section = next(parts["word/document.xml"].iter(f"{_W}sectPr"))
    keys = [each.get(f"{_R}id") for each in section.iter(f"{_W}footerReference")]
    targets = {each.get("Id"): each.get("Target") for each in parts["word/_rels/document.xml.rels"]}
    return [parts[f"word/{targets[key]}"] for key in keys]


def _walk(node: etree._Element, found: Gathering) -> None:
    """Blocks in their order, also those inside content controls, layout tables and text boxes."""
    for child in node:
        if child.tag == f"{_W}p":
            found.line(_text(child))
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag in _DRAWN for above in box.iterancestors()):
                    _walk(box, found)
        elif child.tag == f"{_W}tbl" and _style(child) == _DATA:
            found.table([[_cell(cell) for cell in row.iter(f"{_W}tc")] for row in child.iter(f"{_W}tr")])
        elif child.tag == f"{_W}tbl" and child.find(f".//{_W}pStyle[@{_W}val='{KEY_STYLE}']") is not None:
            continue
        elif child.tag == f"{_W}sdt" and child.find(f"{_W}sdtPr/{_W}docPartObj") is not None:
            continue  # the list of contents: headings, and numbers that Word fills in
        else:
            _walk(child, found)


def _style(table: etree._Element) -> str:
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _cell(cell: etree._Element) -> str:
    return " ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))


def _text(paragraph: etree._Element) -> str:
    """The letters of a paragraph, without those of text boxes in it."""
    return "".join(_letters(paragraph))


def _letters(node: etree._Element) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br"):
            yield " "
        elif child.tag not in (f"{_W}pPr", f"{_W}drawing", f"{_MC}AlternateContent"):
            yield from _letters(child)
