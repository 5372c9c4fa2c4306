"""What the house's letters are made of: styles, numbering, settings as WordprocessingML. Sizes in points, lengths in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ABOUT = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>seapgen</Application></Properties>"
)
FONT, FALLBACK = "Source Sans 3", "Calibri"
PRIMARY, INK, MUTED, LINE, TINT = "0B4F5C", "1B2A32", "55646C", "CBD4D8", "EDF3F4"
ACCENT, ACCENT_TINT, WHITE = "E9B44C", "FCF5E6", "FFFFFF"
MARGIN_MM, MEASURE_MM = 23, 164


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; `more` holds further paragraph properties, `look` further run properties, each in schema order."""

    id: str
    name: str
    size: float = 10
    before: float = 0
    after: float = 5
    line: float = 1.15
    colour: str = INK
    bold: bool = False
    align: str = "left"
    first: str = ""  # properties before spacing: keepNext, numbering, borders, shading
    indent: str = ""
    look: str = ""
    outline: int | None = None  # the level of a heading, counted from 0

    def xml(self) -> str:
        """The style's element."""
        based = "" if self.id == "Normal" else '<w:basedOn w:val="Normal"/>'
        default = ' w:default="1"' if self.id == "Normal" else ""
        level = "" if self.outline is None else f'<w:outlineLvl w:val="{self.outline}"/>'
        spacing = (
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}"'
            f' w:line="{round(self.line * 240)}" w:lineRule="auto"/>'
        )
        size = round(self.size * 2)
        face = f'{"<w:b/>" if self.bold else ""}{self.look}<w:color w:val="{self.colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{self.id}"><w:name w:val="{self.name}"/>{based}<w:qFormat/>'
            f'<w:pPr>{self.first}{spacing}{self.indent}<w:jc w:val="{self.align}"/>{level}</w:pPr><w:rPr>{face}</w:rPr></w:style>'
        )


def _rule(side: str, colour: str, eighths: int = 6, space: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _hanging(left: float, by: float) -> str:
    return f'<w:ind w:left="{twips(left)}" w:hanging="{twips(by)}"/>'


KEEP = "<w:keepNext/><w:keepLines/>"
_NUMBERED = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
_EDGE = f'<w:pBdr>{_rule("left", ACCENT, 24, 8)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT_TINT}"/>'
_PAGE = f'<w:tabs><w:tab w:val="right" w:pos="{twips(MEASURE_MM)}"/></w:tabs>'
STYLES = (
    Style("Normal", "Normal"),
    Style("BodyText", "Body Text", line=1.1, after=5, align="both"),
    Style("Lead", "Lead", line=1.1, after=5, align="both", first=KEEP),
    Style("Title", "Title", 19, 0, 2, 1.0, PRIMARY, bold=True, align="center", first=KEEP),
    Style("Subtitle", "Subtitle", 12, 0, 2, 1.05, PRIMARY, align="center", first=KEEP),
    Style("Kicker", "Kicker", 9, 0, 8, 1.0, MUTED, align="center", first=KEEP, look="<w:caps/>"),
    Style("Subject", "Subject", 11.5, 8, 10, 1.1, INK, bold=True, first=f'<w:pBdr>{_rule("top", LINE)}{_rule("bottom", LINE)}</w:pBdr>', indent=_hanging(0, 0)),
    Style("Heading1", "heading 1", 12.5, 12, 6, 1.0, PRIMARY, bold=True, align="center", first=KEEP, outline=0),
    Style("Heading2", "heading 2", 11.5, 11, 4, 1.0, PRIMARY, bold=True, first=KEEP, outline=1),
    Style("Annex", "Annex", 12.5, 0, 4, 1.0, PRIMARY, bold=True, align="center", first=f"{KEEP}<w:pageBreakBefore/>", outline=0),
    Style("Opening", "Opening", 10, 5, 2.5, 1.05, INK, bold=True, first=KEEP),
    Style("ListBullet", "List Bullet", line=1.1, after=2.5, align="both", first=_NUMBERED.format(1), indent=_hanging(6, 6)),
    Style("ListNumber", "List Number", line=1.1, after=3, align="both", first=_NUMBERED.format(2), indent=_hanging(8, 8)),
    Style("Recital", "Recital", line=1.1, after=3, align="both", first=_NUMBERED.format(3), indent=_hanging(8, 8)),
    Style("Remark", "Remark", 9.5, 2, 8, 1.1, first=f"<w:keepLines/>{_EDGE}", indent=f'<w:ind w:left="{twips(3)}" w:right="{twips(2)}"/>'),
    Style("Small", "Small", 8.5, 2, 4, 1.1, MUTED),
    Style("Address", "Address", after=0, line=1.1),
    Style("AddressRight", "Address Right", after=0, line=1.1, align="right"),
    Style("Closing", "Closing", 10, 4, 14, 1.1, first=KEEP),
    Style("Signature", "Signature", after=0, line=1.1, first=KEEP),
    Style("Edge", "Edge", 3, 0, 0, 1.0, first=f'<w:pBdr>{_rule("bottom", PRIMARY, 8, 1)}</w:pBdr>'),
    Style("Sender", "Sender", 14, 0, 1, 1.0, PRIMARY, bold=True, first=KEEP),
    Style("Contact", "Contact", 8.5, 0, 0, 1.15, MUTED, align="right"),
    Style("Cell", "Table Cell", 9.5, 1, 1, 1.0),
    Style("CellRight", "Table Number", 9.5, 1, 1, 1.0, align="right"),
    Style("CellHead", "Table Head", 9, 2, 2, 1.0, WHITE, bold=True, first="<w:keepNext/>"),
    Style("CellHeadRight", "Table Head Number", 9, 2, 2, 1.0, WHITE, bold=True, align="right", first="<w:keepNext/>"),
    Style("CellSum", "Table Total", 9.5, 2, 2, 1.0, bold=True),
    Style("CellSumRight", "Table Total Number", 9.5, 2, 2, 1.0, bold=True, align="right"),
    Style("SignHere", "Signature Line", 9.5, 8, 0, 1.1, align="center"),
    Style("Gap", "Gap", 5, 0, 0, 1.0),
    Style("Header", "header", 9, 0, 0, 1.0, MUTED, first=_PAGE),
    Style("Footer", "footer", 8, 0, 0, 1.1, MUTED, first=_PAGE),
)  # fmt: skip


def styles_part(tag: str) -> str:
    """styles.xml in a language."""
    fonts = " ".join(f'w:{k}="{FONT}"' for k in ("ascii", "hAnsi", "cs"))
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    sides = "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in (("top", 20), ("left", 80), ("bottom", 20), ("right", 80)))
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
    )
    edges = _rule("bottom", LINE, 4, 0) + _rule("insideH", LINE, 4, 0)
    ruled = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr></w:style>"
    )
    link = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>'
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{"".join(s.xml() for s in STYLES)}{link}{plain}{ruled}</w:styles>'


def numbering_part() -> str:
    """numbering.xml: dashes, figures, letters."""
    kinds = (
        (1, "bullet", "–", 6, "ListBullet"),
        (2, "decimal", "%1.", 8, "ListNumber"),
        (3, "lowerLetter", "(%1)", 8, "Recital"),
    )
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'{_hanging(mm, mm)}</w:pPr><w:rPr><w:color w:val="{PRIMARY}"/></w:rPr></w:lvl></w:abstractNum>'
        for n, kind, text, mm, style in kinds
    )
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, *_ in kinds)
    return f'{HEAD}<w:numbering xmlns:w="{W}">{definitions}{uses}</w:numbering>'


def settings_part(tag: str) -> str:
    """settings.xml."""
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:autoHyphenation w:val="true"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{tag}"/></w:settings>'
    )


def font_table() -> str:
    """fontTable.xml: the font and what to take where it is not installed."""
    return (
        f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )
