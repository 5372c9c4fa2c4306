"""Writes the house's letters: `python -m seapgen.exchange.letters.make_templates`.

Their words stand in `house/<language>/*.txt`, so that a change can be read; the Word files are committed, and a test proves that
this script writes the same bytes. An agency needs neither: it edits a copy of the Word file.

A line of a source is `style | words`, with `**bold**` inside. `table 60 40r` begins a table of these widths (`r` for numbers);
its lines are `head`, `row`, `sum` with cells between bars, or `tr` with one mark for the rows; `cells` and `signatures` are rows
of a table without lines. `[header]`, `[footer]` and `[body]` begin the parts, `title | …` is the title in the properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from seapgen.exchange.letters.package import pack
from seapgen.exchange.letters.sheet import (
    ABOUT,
    HEAD,
    MARGIN_MM,
    MEASURE_MM,
    PRIMARY,
    TINT,
    R,
    W,
    font_table,
    numbering_part,
    settings_part,
    styles_part,
    twips,
)
from seapgen.resources import folder

HOUSE = Path(__file__).parent / "house"
TAGS = {"en": "en-GB", "it": "it-IT"}
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {
    "text": "BodyText", "lead": "Lead", "title": "Title", "subtitle": "Subtitle", "kicker": "Kicker", "subject": "Subject",
    "h1": "Heading1", "h2": "Heading2", "annex": "Annex", "opening": "Opening", "dash": "ListBullet", "item": "ListNumber",
    "recital": "Recital", "remark": "Remark", "small": "Small", "address": "Address", "date": "AddressRight", "sender": "Sender",
    "contact": "Contact", "closing": "Closing", "signature": "Signature", "edge": "Edge", "gap": "Gap", "footer": "Footer",
    "if": "Normal",
}  # fmt: skip
_CELLS = {"head": "CellHead", "row": "Cell", "sum": "CellSum", "signatures": "SignHere", "cells": "Address"}
_PARTS = re.compile(r"(\*\*.*?\*\*|\{page\}|\{pages\}|\\t|\\n)")


def letter_bytes(source: str, tag: str) -> bytes:
    """The Word file of a source; the same bytes every time."""
    parts = _split(source)
    title = next(line for line in parts["head"] if line.startswith("title |")).partition("|")[2].strip()
    relations = {"styles": "styles", "numbering": "numbering", "settings": "settings", "fontTable": "fontTable"}
    files = {
        "[Content_Types].xml": _types(), "_rels/.rels": _root(), "docProps/core.xml": _core(title, tag),
        "docProps/app.xml": ABOUT,
        "word/document.xml": f"{HEAD}<w:document {_SPACES}><w:body>{_blocks(parts['body'])}{_section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({**relations, "header": "header1", "footer": "footer1"}),
        "word/header1.xml": f"{HEAD}<w:hdr {_SPACES}>{_blocks(parts['header'])}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {_SPACES}>{_blocks(parts['footer'])}</w:ftr>",
        "word/styles.xml": styles_part(tag), "word/numbering.xml": numbering_part(), "word/settings.xml": settings_part(tag),
        "word/fontTable.xml": font_table(),
    }  # fmt: skip
    return pack({name: content.encode() for name, content in files.items()})


def _split(source: str) -> dict[str, list[str]]:
    """Lines of each part."""
    parts: dict[str, list[str]] = {"head": [], "header": [], "footer": [], "body": []}
    now = "head"
    for line in source.splitlines():
        if found := re.fullmatch(r"\[(header|footer|body)\]", line.strip()):
            now = found[1]
        elif line.strip() and not line.startswith("#"):
            parts[now].append(line.strip())
    return parts


def _blocks(lines: Iterable[str]) -> str:
    """Paragraphs and tables."""
    out: list[str] = []
    rows: list[tuple[str, list[str]]] = []
    widths: list[str] = []
    for line in lines:
        kind, _, words = (x.strip() for x in line.partition("|"))
        if line.startswith("table "):
            rows, widths = [], line.split()[1:]
        elif line == "end":
            out.append(_table(widths, rows))
        elif kind in _CELLS or kind == "tr":
            rows.append((kind, [x.strip() for x in words.split("|")]))
        else:
            out.append(_paragraph(_STYLES[kind], words))
    return "".join(out)


def _paragraph(style: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(_runs(words))}</w:p>'


def _runs(words: str) -> Iterator[str]:
    for part in _PARTS.split(words):
        field = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}.get(part)
        bold = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if part.startswith("**") else ""
        if field:
            yield f'<w:fldSimple w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        elif part in ("\\t", "\\n"):
            yield {"\\t": "<w:r><w:tab/></w:r>", "\\n": "<w:r><w:br/></w:r>"}[part]
        elif part:
            yield f'<w:r>{bold}<w:t xml:space="preserve">{escape(part.strip("*"), quote=False)}</w:t></w:r>'


def _table(widths: list[str], rows: list[tuple[str, list[str]]]) -> str:
    """A table over the whole measure; a layout table of signatures or letterhead has no lines."""
    shares = [float(w.rstrip("r")) for w in widths]
    columns = [round(twips(MEASURE_MM) * s / sum(shares)) for s in shares]
    is_ruled = any(kind == "head" for kind, _ in rows)
    grid = "".join(f'<w:gridCol w:w="{c}"/>' for c in columns)
    style = '<w:tblStyle w:val="Ruled"/>' if is_ruled else ""
    edges = "" if is_ruled else '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    body = "".join(_row(kind, cells, columns, widths) for kind, cells in rows)
    look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{edges}{look}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{_paragraph('Gap', '')}"
    )


def _row(kind: str, cells: list[str], columns: list[int], widths: list[str]) -> str:
    if kind == "tr":  # docxtpl takes the mark for the row
        inner = f'<w:tc><w:tcPr><w:tcW w:w="{sum(columns)}" w:type="dxa"/><w:gridSpan w:val="{len(columns)}"/></w:tcPr>'
        return f"<w:tr>{inner}{_paragraph('Cell', cells[0])}</w:tc></w:tr>"
    head = "<w:tblHeader/>" if kind == "head" else ""
    fill = {"head": PRIMARY, "sum": TINT}.get(kind)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    made = ""
    for words, width, column in zip(cells, widths, columns, strict=True):
        style = _CELLS[kind] + ("Right" if width.endswith("r") and kind in ("head", "row", "sum") else "")
        parts = [x.strip() for x in words.split("//")]  # several paragraphs in a cell
        inner = "".join(_paragraph(*_styled(x, style)) for x in parts)
        align = '<w:vAlign w:val="bottom"/>' if kind == "head" else ""
        made += f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/>{shade}{align}</w:tcPr>{inner}</w:tc>'
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"


def _styled(words: str, style: str) -> tuple[str, str]:
    """A cell's paragraph may name a style of its own: `contact: words`."""
    named = re.match(r"(sender|contact|date|gap|if): ?(.*)", words)
    return (_STYLES[named[1]], named[2]) if named else (style, words)


def _section() -> str:
    edge = twips(MARGIN_MM)
    return (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId_header"/><w:footerReference w:type="first" r:id="rId_footer"/>'
        '<w:footerReference w:type="default" r:id="rId_footer"/>'
        f'<w:pgSz w:w="{twips(210)}" w:h="{twips(297)}"/><w:pgMar w:top="{twips(20)}" w:right="{edge}" w:bottom="{twips(20)}"'
        f' w:left="{edge}" w:header="{twips(12)}" w:footer="{twips(11)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _types() -> str:
    office = "application/vnd.openxmlformats-officedocument"
    named = {
        "/word/document.xml": f"{_WORD}.document.main+xml", "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml", "/docProps/app.xml": f"{office}.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{f"/word/{n}.xml": f"{_WORD}.{n}+xml" for n in ("styles", "numbering", "settings", "fontTable")},
    }  # fmt: skip
    rows = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    rows += '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    rows += "".join(f'<Override PartName="{k}" ContentType="{v}"/>' for k, v in named.items())
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{rows}</Types>'


def _relations(kinds: dict[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId_{kind}" Type="{R}/{kind}" Target="{name}.xml"/>' for kind, name in kinds.items())
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _root() -> str:
    kinds = (
        ("rId1", f"{R}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
    )
    rows = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in kinds)
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(title: str, tag: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title, quote=False)}</dc:title><dc:language>{tag}</dc:language></cp:coreProperties>"
    )


def sources() -> Iterator[tuple[str, Path]]:
    """The sources with their language."""
    for path in sorted(HOUSE.glob("*/*.txt")):
        yield path.parent.name, path


if __name__ == "__main__":
    for language, source in sources():
        target = folder("templates") / "letters" / language / f"{source.stem}.docx"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(letter_bytes(source.read_text(encoding="utf-8"), TAGS[language]))
