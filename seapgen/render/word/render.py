"""Document and stationery to the bytes of a Word file."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from seapgen.model.document import Cover, Localised
from seapgen.model.inline import plain
from seapgen.model.theme import Theme
from seapgen.render.word.blanks import blanks, cover_facts, cover_key, cover_pictures, logo
from seapgen.render.word.body import Body, Part
from seapgen.render.word.contents import PageOf, no_page
from seapgen.render.word.ledger import Ledger
from seapgen.render.word.make_stationery import footnotes_part
from seapgen.render.word.package import Member, deflate, pack
from seapgen.render.word.palette import Palette
from seapgen.render.word.shell import HAS_COVER, LAST_SECTION, place_blank
from seapgen.render.word.stationery import Stationery, compile_stationery, default_stationery
from seapgen.render.word.stretches import stretches
from seapgen.render.word.wordml import HEAD, NO_HEIGHT, R, attribute, paragraph

_LEVEL = 3
_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_FOOTNOTES, _NUMBERING = "word/footnotes.xml", "word/numbering.xml"
_GROWN = (_TYPES, _RELATIONS, _FOOTNOTES, _NUMBERING)
_ITEM = "{5EA90000-5EA9-4000-8000-5EA900000001}"  # names the map of sections for Word's data store
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def render_word(
    document: Localised, theme: Theme, stationery: Path | None = None, own: Mapping[str, str] | None = None, name: str = "",
    *, page_of: PageOf | None = None,
) -> bytes:  # fmt: skip
    """The Word file of a document; `own` are texts of the agency's blanks, `name` is how findings call the stationery.

    `page_of` tells the pages for the list of contents, which has none without it.
    Raises BrokenTemplateError where the stationery has flaws.
    """
    palette, said = Palette.of(theme), own or {}
    compiled = compile_stationery(stationery or default_stationery(), said, palette, name)
    body = Body(document, compiled, palette, page_of or no_page)
    values = {**said, **_values(document, theme, palette, body, compiled)}
    members = [deflate(name, _filled(name, t, values, palette), _LEVEL) for name, t in compiled.templates.items()]
    grown, more = _grow(compiled, body, document, palette)
    types = deflate(_TYPES, grown.pop(_TYPES), _LEVEL)
    members += [deflate(name, content, _LEVEL) for name, content in grown.items()]
    members += [*_dyed(compiled, palette, document.tag), *more, *body.ledger.members]
    return pack((types, *sorted(members, key=lambda m: m.name)))


def _filled(name: str, template: Template, values: dict[str, object], palette: Palette) -> str:
    """A part with its blanks filled; the body is written in the theme's colours already."""
    filled = template.render(values)
    return filled if name == "word/document.xml" else palette.dye(filled)


def _values(document: Localised, theme: Theme, palette: Palette, body: Body, compiled: Stationery) -> dict[str, object]:
    """The value of every blank; the body's markup is built here, so its parts are known to the ledger afterwards."""
    cover = next((b for b in document.blocks if isinstance(b, Cover)), None)
    name = plain(document.author)
    drawn = logo(theme, _png_size(theme.logo_png), body.flow.figures, name) if theme.logo_png else ""
    facts = cover_key(body.flow.writer, document, palette) + cover_facts(body.flow.writer, cover.facts) if cover else ""
    placed = stretches(body.parts, compiled.marks)
    end = placed[-1][-1].model if placed[-1] and not compiled.has_tail else ""
    values: dict[str, object] = dict(blanks(document, cover, palette))
    for n, parts in enumerate(placed):
        values[place_blank(n)] = Markup(_written(parts, compiled, is_open=bool(end) and n == len(placed) - 1))
    return values | {
        "logo": Markup(drawn), "cover_pictures": Markup(cover_pictures(cover, body.flow.figures)), "cover_facts": Markup(facts), HAS_COVER: cover is not None,
        LAST_SECTION: Markup(compiled.sections[end or "text"]),
    }  # fmt: skip


def _written(parts: Sequence[Part], compiled: Stationery, *, is_open: bool) -> str:
    """The parts, each ended by the properties of its section; an open end takes those of the document."""
    written = []
    for n, part in enumerate(parts):
        written += part.written
        if not is_open or n < len(parts) - 1:
            written.append(paragraph("SectionEnd", "", NO_HEIGHT + compiled.sections[part.model]))
    return "".join(written)


def _png_size(png: bytes | None) -> tuple[int, int]:
    """Width and height of a PNG, from its header; a square where it has none."""
    if not png or len(png) < 24:
        return 1, 1
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _dyed(compiled: Stationery, palette: Palette, tag: str) -> tuple[Member, ...]:
    """The parts that do not change from document to document, in the theme's colours and the language; made once."""
    key = (palette, tag)
    if key not in compiled.dyed:
        kept = [(n, c) for n, c in compiled.parts.items() if n not in _GROWN]
        compiled.dyed[key] = tuple(deflate(n, _spoken(n, c, palette, tag), 9) for n, c in kept)
    return compiled.dyed[key]


def _spoken(name: str, content: bytes, palette: Palette, tag: str) -> bytes | str:
    """Parts of the document in the theme's colours; styles and settings in its language."""
    if not (name.startswith("word/") and name.endswith(".xml")):
        return content
    xml, said = palette.dye(content.decode()), attribute(tag)
    if name == "word/styles.xml":
        return re.sub(r'<w:lang w:val="[^"]*"', f'<w:lang w:val="{said}"', xml, count=1)
    if name == "word/fontTable.xml":
        return _each_font_once(xml)
    if name == "word/settings.xml":
        return re.sub(r'<w:themeFontLang w:val="[^"]*"', f'<w:themeFontLang w:val="{said}"', xml)
    return xml


def _each_font_once(xml: str) -> str:
    """A theme whose font has no light face names it twice."""
    fonts = {found[1]: found[0] for found in re.finditer(r'<w:font w:name="([^"]*)".*?</w:font>', xml, re.DOTALL)}
    head, _, rest = xml.partition("<w:font ")
    return f"{head}{''.join(fonts.values())}{rest[rest.rindex('</w:fonts>') :]}" if rest else xml


def _grow(compiled: Stationery, body: Body, document: Localised, palette: Palette) -> tuple[dict[str, str], list[Member]]:
    """The parts that get more entries, one splice each, and the map of sections."""
    ledger = body.ledger
    if _FOOTNOTES not in compiled.parts:
        ledger.declare(_FOOTNOTES, "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml")
        ledger.relate("footnotes", "footnotes.xml")
    more = _map(compiled, body, document)
    texts = {name: compiled.parts[name].decode() for name in _GROWN if name in compiled.parts}
    texts.setdefault(_FOOTNOTES, footnotes_part())
    texts[_TYPES] = texts[_TYPES].replace("</Types>", "".join(ledger.overrides) + "</Types>")
    texts[_RELATIONS] = texts[_RELATIONS].replace("</Relationships>", "".join(ledger.relations) + "</Relationships>")
    texts[_FOOTNOTES] = texts[_FOOTNOTES].replace("</w:footnotes>", "".join(ledger.footnotes) + "</w:footnotes>")
    texts[_NUMBERING] = palette.dye(_numbering(texts[_NUMBERING], ledger))
    return texts, more


def _numbering(xml: str, ledger: Ledger) -> str:
    """Definitions before all lists, lists before what Word for Mac notes at the end."""
    defined = xml.replace("<w:num ", "".join(ledger.definitions) + "<w:num ", 1)
    end = "<w:numIdMacAtCleanup" if "<w:numIdMacAtCleanup" in defined else "</w:numbering>"
    return defined.replace(end, "".join(ledger.lists) + end, 1)


def _map(compiled: Stationery, body: Body, document: Localised) -> list[Member]:
    """The custom XML part that tells which control is which section."""
    number = 1
    while f"customXml/item{number}.xml" in compiled.parts:
        number += 1
    body.ledger.relate("customXml", f"../customXml/item{number}.xml")
    body.ledger.declare(f"customXml/itemProps{number}.xml", _STORE_TYPE)
    properties = f'{HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ITEM}"><ds:schemaRefs/></ds:datastoreItem>'
    relation = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/customXmlProps" Target="itemProps{number}.xml"/></Relationships>'
    )
    flow = body.flow
    written = flow.controls.map(document.scope, document.product, document.language, flow.figures.alternatives)
    return [
        deflate(f"customXml/item{number}.xml", written, _LEVEL),
        deflate(f"customXml/itemProps{number}.xml", properties, _LEVEL),
        deflate(f"customXml/_rels/item{number}.xml.rels", relation, _LEVEL),
    ]
