"""Writes the house's stationery: `python -m seapgen.render.word.make_stationery`.

The file is committed; a test proves that this script writes the same bytes. An agency opens it in Word, changes styles, theme,
headers, footers, shapes and margins, and keeps marks, model pages and names of styles.
"""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.render.word.numbering import numbering_part
from seapgen.render.word.package import deflate, pack
from seapgen.render.word.palette import FALLBACK, FONT, HOUSE, HOUSE_PALETTE, SLOTS, WHITE, Inks
from seapgen.render.word.shapes import COVER_FIELD_MM, FIELD_MM, PAGE_WIDTH_MM, anchored, contours, rectangle
from seapgen.render.word.styles import LIGHT, styles_part, tabs
from seapgen.render.word.wordml import HEAD, MEASURE, PAD, TAB, A, R, W, cell, paragraph, row, table, twips
from seapgen.resources import folder

_INKS = Inks(HOUSE_PALETTE)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWN, _OFFICE_WORD = "http://schemas.openxmlformats.org/drawingml/2006", "http://schemas.microsoft.com/office/word"
PREFIXES = {
    "w": W, "r": R, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006", "wp": f"{_DRAWN}/wordprocessingDrawing",
    "a": A, "c": f"{_DRAWN}/chart", "wps": f"{_OFFICE_WORD}/2010/wordprocessingShape",
    "wpg": f"{_OFFICE_WORD}/2010/wordprocessingGroup", "w14": f"{_OFFICE_WORD}/2010/wordml", "w15": f"{_OFFICE_WORD}/2012/wordml",
}  # fmt: skip
"""What the body and its drawings write before a colon."""
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in PREFIXES.items()) + ' mc:Ignorable="w14 w15"'


def _run(words: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


_PAGE = f'<w:fldSimple w:instr=" PAGE ">{_run("1", "PageNumber")}</w:fldSimple>'


def _field(number: int, name: str, height: float, token: str) -> str:
    """A field of colour that runs over the edge of the paper."""
    box = (-1.0, -1.0, PAGE_WIDTH_MM + 2, height + 1)
    return anchored(number, name, box, rectangle(box[2], box[3], _INKS[token]), "wps")


def _parts() -> dict[str, tuple[str, str]]:
    """Headers and footers by name: kind and content."""
    lines = anchored(9002, "Contours", (0, 0, 210, COVER_FIELD_MM), contours(210, COVER_FIELD_MM, _INKS["primary-line"]), "wps")
    wide = tabs((MEASURE, "clear"), (twips(253), "right"))
    head, foot = _run("{{ place }}") + TAB + _run("{{ running }}"), _run("{{ footer }}") + TAB + _PAGE
    return {
        "headerCover": ("header", paragraph("SectionEnd", _field(9001, "Cover", COVER_FIELD_MM, "primary") + lines)
                        + paragraph("SectionEnd", _run("{{p cover_band }}"))),
        "headerOpening": ("header", paragraph("SectionEnd", _field(9003, "Opening", FIELD_MM, "primary"))
                          + paragraph("SectionEnd", _run("{{p band }}"))),
        "headerProfile": ("header", paragraph("SectionEnd", _field(9004, "Profile", FIELD_MM, "tint"))
                          + paragraph("SectionEnd", _run("{{p band }}"))),
        "headerText": ("header", paragraph("Header", head)),
        "headerWide": ("header", paragraph("Header", head, wide)),
        "footerCover": ("footer", paragraph("Footer", _run("{{ foot }}"))),
        "footerText": ("footer", paragraph("Footer", foot)),
        "footerWide": ("footer", paragraph("Footer", foot, wide)),
    }  # fmt: skip


def _part(kind: str, inner: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    return f"{HEAD}<w:{tag} {SPACES}>{inner}</w:{tag}>"


def _section(
    header: str, footer: str, first: str = "", *, wide: bool = False, margins: Sequence[float] = (30, 25, 12, 11)
) -> str:
    """Section properties; margins are top, bottom, header, footer in mm; `first` is the header of the first page."""
    top, bottom, head, foot = (twips(m) for m in margins)
    size = (297, 210, ' w:orient="landscape"') if wide else (210, 297, "")
    opening = f'<w:headerReference w:type="first" r:id="rId_{first}"/>' if first else ""
    closing = f'<w:footerReference w:type="first" r:id="rId_{footer}"/>' if first else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId_{header}"/>{opening}'
        f'<w:footerReference w:type="default" r:id="rId_{footer}"/>{closing}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{size[2]}/><w:pgMar w:top="{top}" w:right="{twips(22)}"'
        f' w:bottom="{bottom}" w:left="{twips(22)}" w:header="{head}" w:footer="{foot}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
    )


def _cover() -> str:
    """The cover's text: a layout table of fixed rows, so that a long place name grows upwards; facts below the band."""

    def height(mm: float) -> str:
        return f'<w:trHeight w:val="{twips(mm)}" w:hRule="exact"/>'

    status = paragraph("CoverStatus", _run(PAD + "{{ status }}" + PAD))
    agency = paragraph("SectionEnd", _run("{{p logo }}")) + paragraph("CoverAgency", _run("{{ agency }}"))
    title = paragraph("CoverEyebrow", _run("{{ eyebrow }}")) + paragraph("Title", _run("{{r place_run }}"))
    title += paragraph("Subtitle", _run("{{ title }}"))
    left = 4969
    rows = (
        row([cell(left, agency), cell(MEASURE - left, status)], height=height(22)),
        row([cell(MEASURE, title, span=2, align="bottom")], height=height(144)),
        row([cell(MEASURE, paragraph("CoverLabel"), span=2)], height=height(34)),
    )
    below = paragraph("SectionEnd") + paragraph("BodyText", _run("{{p cover_pictures }}"))
    return table((left, MEASURE - left), rows) + below + paragraph("BodyText", _run("{{p cover_facts }}"))


def _document() -> str:
    """document.xml: the cover, one model page for each kind of section, the mark of the body."""
    models = {
        "opening": _section("headerText", "footerText", "headerOpening"),
        "profile": _section("headerText", "footerText", "headerProfile"),
        "text": _section("headerText", "footerText"),
        "landscape": _section("headerWide", "footerWide", wide=True, margins=(26, 22, 12, 11)),
    }
    pages = "".join(paragraph("BodyText", _run(f"[[model page: {name}]]"), props) for name, props in models.items())
    first = paragraph("SectionEnd", "", _section("headerCover", "footerCover", margins=(18, 12, 5, 13)))
    last = paragraph("BodyText", _run("[[model page: imprint]]")) + _section("headerText", "footerText")
    return (
        f"{HEAD}<w:document {SPACES}><w:body>{_cover()}{first}{pages}"
        f"{paragraph('BodyText', _run('{{p body }}'))}{last}</w:body></w:document>"
    )


def _theme() -> str:
    """The theme: colours of the tokens, one face for headings and text."""
    slots = {slot: HOUSE[token] for token, slot in SLOTS.items()} | {"lt1": WHITE}
    colours = slots | {"hlink": HOUSE["primary"], "folHlink": HOUSE["muted"]}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(f'<a:{k}><a:srgbClr val="{colours[k]}"/></a:{k}>' for k in order)
    faces = "".join(
        f'<a:{kind}><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    flat = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line, effect = f'<a:ln w="9525">{flat}</a:ln>', "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="SEAP"><a:themeElements><a:clrScheme name="SEAP">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="SEAP">{faces}</a:fontScheme><a:fmtScheme name="SEAP"><a:fillStyleLst>{flat * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{flat * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _font_table() -> str:
    """fontTable.xml: names and what to take where they are not installed; no font is embedded."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, other in ((FONT, FALLBACK), (LIGHT, f"{FALLBACK} Light"))
    )
    return f'{HEAD}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


_SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '</w:compat><w:themeFontLang w:val="en-GB"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"'
    ' w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
    ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/></w:settings>'
)
_CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{{ full_title }}</dc:title><dc:creator>{{ agency }}</dc:creator><cp:keywords>{{ keywords }}</cp:keywords>"
    "<dc:description>{{ description }}</dc:description>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{{ issued }}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{{ issued }}</dcterms:modified>'
    "<dc:language>{{ language }}</dc:language></cp:coreProperties>"
)
_APP = (
    f'{HEAD}<Properties xmlns="{R.replace("relationships", "extended-properties")}"><Application>seapgen</Application>'
    "<Company>{{ agency }}</Company></Properties>"
)


PROPERTIES = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP}
"""What programs read about a document, with blanks; it is ours in every stationery."""


def footnotes_part(inner: str = "") -> str:
    """footnotes.xml with the two lines that Word wants."""
    kinds = (("separator", -1), ("continuationSeparator", 0))
    lines = "".join(
        f'<w:footnote w:type="{k}" w:id="{n}">{paragraph("FootnoteText", f"<w:r><w:{k}/></w:r>")}</w:footnote>' for k, n in kinds
    )
    return f'{HEAD}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{lines}{inner}</w:footnotes>'


def _relationships(items: Sequence[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{i}" Type="{kind if kind.startswith("http") else f"{R}/{kind}"}" Target="{target}"/>'
        for i, kind, target in items
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types(parts: dict[str, tuple[str, str]]) -> str:
    kinds = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    }  # fmt: skip
    named = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml", "/word/theme/theme1.xml": f"{_OFFICE}.theme+xml",
    }  # fmt: skip
    named |= {f"/word/{n}.xml": f"{_WORD}.{n}+xml" for n in ("styles", "numbering", "settings", "fontTable", "footnotes")}
    named |= {f"/word/{n}.xml": f"{_WORD}.{kind}+xml" for n, (kind, _) in parts.items()}
    rows = "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in kinds.items())
    rows += "".join(f'<Override PartName="{k}" ContentType="{v}"/>' for k, v in named.items())
    return f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">{rows}</Types>'


def stationery_bytes() -> bytes:
    """The stationery as a .docx; the same bytes every time."""
    parts = _parts()
    root = [
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
    ]
    kinds = ("styles", "numbering", "settings", "fontTable", "theme", "footnotes")
    inner = [(f"rId{n}", k, "theme/theme1.xml" if k == "theme" else f"{k}.xml") for n, k in enumerate(kinds, 1)]
    inner += [(f"rId_{n}", kind, f"{n}.xml") for n, (kind, _) in parts.items()]
    files = {
        "[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships(root), **PROPERTIES,
        "word/document.xml": _document(), "word/_rels/document.xml.rels": _relationships(inner),
        "word/styles.xml": styles_part(), "word/numbering.xml": numbering_part(), "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _font_table(), "word/theme/theme1.xml": _theme(), "word/footnotes.xml": footnotes_part(),
        **{f"word/{n}.xml": _part(kind, content) for n, (kind, content) in parts.items()},
    }  # fmt: skip
    return pack(deflate(name, content, 9) for name, content in files.items())


if __name__ == "__main__":
    target = folder("templates") / "stationery" / "default.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(stationery_bytes())
