"""Mends what word processors write into a stationery: what a validator refuses, what they lose, what would clash with the body.

LibreOffice writes properties out of the schema's order, pictures twice (once as VML with errors), and forgets the header of the
pages behind a first page where a section has one page only, as model pages have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from seapgen.model.shell import MODEL
from seapgen.render.word.make_stationery import PREFIXES
from seapgen.render.word.marks import NS, text_of
from seapgen.render.word.palette import FALLBACK, FONT
from seapgen.render.word.wordml import R

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FILLED = re.compile(r"word/(document|header|footer)")
_FONTS = "word/fontTable.xml"
_TIDIED = re.compile(r"word/(document|styles|numbering|header\w*|footer\w*|footnotes|fontTable)\.xml")
_ORDER: Mapping[str, str] = {  # ECMA-376 part 1, 17.3 to 17.9: the order of properties
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid"
    " spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl"
    " divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols"
    " formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
    " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
}
_SWITCHES = ("cantSplit", "tblHeader", "hidden")  # in rows these are on or off, and nothing else
_OFF = ("0", "false", "off")
_FIRST_PAGE_ONLY = ("opening", "profile")  # model pages whose header is that of the first page


def mended(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a stationery that has passed its checks, ready to be filled; what is in order stays byte by byte."""
    found = dict(parts)
    for name in sorted(parts):
        if _TIDIED.fullmatch(name):
            read = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, no_network=True))
            before, root = etree.tostring(read), _declared(read) if _FILLED.match(name) else read
            _tidy(root)
            _forget_cursors(root)
            if name == "word/document.xml":
                _restore_first_pages(root)
            elif name == _FONTS:
                _name_substitutes(root)
            if etree.tostring(root) != before:
                found[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return found


def _declared(root: etree._Element) -> etree._Element:
    """The part with all prefixes that the body and its drawings write."""
    if not PREFIXES.items() - root.nsmap.items():
        return root
    spaces = {prefix: space for prefix, space in root.nsmap.items() if prefix} | PREFIXES
    declared = etree.Element(root.tag, None, spaces)
    for name, value in root.attrib.items():
        declared.set(name, value)
    declared.text = root.text
    declared.extend(list(root))
    return declared


def _tidy(root: etree._Element) -> None:
    """Properties in the schema's order, each once; no second picture for old programs."""
    for kind in _ORDER:
        for element in root.iter(f"{NS}{kind}"):
            _sort(element, kind)
    for kind in _SWITCHES:
        for element in list(root.iter(f"{NS}{kind}")):
            value = element.attrib.pop(f"{NS}val", "true")
            if value in _OFF:
                _remove(element)
    for kind in (f"{_MARKUP}Fallback", f"{NS}proofErr", f"{NS}lastRenderedPageBreak"):
        for element in list(root.iter(kind)):
            _remove(element)


def _sort(element: etree._Element, kind: str) -> None:
    ranks = {f"{NS}{name}": n for n, name in enumerate(_ORDER[kind].split())}
    children = sorted(element, key=lambda child: ranks.get(str(child.tag), len(ranks)))
    last = {child.tag: child for child in children}
    kept = [child for child in children if last[child.tag] is child or str(child.tag).endswith("Reference")]
    if kept != list(element):
        element[:] = kept


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _forget_cursors(root: etree._Element) -> None:
    """Take hidden bookmarks away: where somebody's cursor was, and names that the body will give."""
    hidden = {str(m.get(f"{NS}id")) for m in root.iter(f"{NS}bookmarkStart") if str(m.get(f"{NS}name")).startswith("_")}
    for mark in list(root.iter(f"{NS}bookmarkStart", f"{NS}bookmarkEnd")):
        if str(mark.get(f"{NS}id")) in hidden:
            _remove(mark)


def _restore_first_pages(root: etree._Element) -> None:
    """Model pages that open a chapter: their header is that of the first page, behind it stands that of the text."""
    sections = _sections(root)
    text = sections.get("text")
    for name in _FIRST_PAGE_ONLY:
        section = sections.get(name)
        if section is None or text is None or section.find(f"{NS}titlePg") is not None:
            continue
        for kind in ("header", "footer"):
            _make_first(section, text, f"{NS}{kind}Reference")
        etree.SubElement(section, f"{NS}titlePg")
        _sort(section, "sectPr")


def _make_first(section: etree._Element, text: etree._Element, tag: str) -> None:
    for reference in section.findall(tag):
        if reference.get(f"{NS}type") == "default":
            reference.set(f"{NS}type", "first")
        else:
            section.remove(reference)
    for reference in text.findall(tag):
        if reference.get(f"{NS}type") == "default":
            copy = etree.SubElement(section, tag)
            copy.set(f"{NS}type", "default")
            copy.set(f"{{{R}}}id", str(reference.get(f"{{{R}}}id")))


def _name_substitutes(root: etree._Element) -> None:
    """Say again what to take where the document's font is not installed."""
    substitutes = {FONT: FALLBACK, f"{FONT} Light": f"{FALLBACK} Light"}
    for font in root.iter(f"{NS}font"):
        other = substitutes.get(str(font.get(f"{NS}name")))
        if other and font.find(f"{NS}altName") is None:
            font.insert(0, etree.Element(f"{NS}altName", {f"{NS}val": other}))


def _sections(root: etree._Element) -> dict[str, etree._Element]:
    """The section properties of model pages by name: their own, or the next ones."""
    found: dict[str, etree._Element] = {}
    waiting: list[str] = []
    for element in root.iter(f"{NS}p", f"{NS}sectPr"):
        if element.tag == f"{NS}sectPr":
            found |= dict.fromkeys(waiting, element)
            waiting = []
        else:
            waiting += [m[1] for m in MODEL.finditer(text_of(element))]
    return found
