"""The Word styles of the house, from its tokens; their names are what a stationery must have."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.render.word.palette import FONT, HOUSE, WHITE
from seapgen.render.word.wordml import GUTTER, HEAD, MEASURE, W, indent

PRIMARY, INK, MUTED, LINE = HOUSE["primary"], HOUSE["ink"], HOUSE["muted"], HOUSE["line"]
TINT, TINT_STRONG, ACCENT, ACCENT_TINT = HOUSE["tint"], HOUSE["tint-strong"], HOUSE["accent"], HOUSE["accent-tint"]
LIGHT = f"{FONT} Light"
_THEME = {PRIMARY: "text2", INK: "text1", WHITE: "background1", TINT: "background2"}  # slots as text and cells name them


def theme_colour(value: str, word: str = "themeColor") -> str:
    """The attribute that ties a colour to the Word theme, where that holds it."""
    return f' w:{word}="{_THEME[value]}"' if value in _THEME else ""


def face(
    size: float | None = None, colour: str | None = None, *, bold: bool = False, light: bool = False, extra: str = ""
) -> str:
    """Run properties in schema order. Bold, not a SemiBold face: a reader without the font still gets bold letters."""
    parts = [f'<w:rFonts w:ascii="{LIGHT}" w:hAnsi="{LIGHT}" w:cs="{LIGHT}"/>' if light else ""]
    parts.append("<w:b/><w:bCs/>" if bold else "")
    parts.append(f'<w:color w:val="{colour}"{theme_colour(colour)}/>' if colour else "")
    parts.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "")
    return "".join(parts) + extra


def shade(value: str) -> str:
    """Paragraph or cell shading."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"{theme_colour(value, "themeFill")}/>'


def rule(side: str, size: float, colour: str, space: int = 0) -> str:
    """One border; size in points."""
    return f'<w:{side} w:val="single" w:sz="{round(size * 8)}" w:space="{space}" w:color="{colour}"{theme_colour(colour)}/>'


def pace(before: float = 0, after: float = 0, line: float = 0, how: str = "auto") -> str:
    """Spacing in points; `line` is a multiple (auto) or points (exact, atLeast), which do not depend on the font."""
    leading = f' w:line="{round(line * (240 if how == "auto" else 20))}" w:lineRule="{how}"' if line else ""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{leading}/>'


def exact(line: float, before: float = 0, after: float = 0) -> str:
    """Spacing with lines of one height."""
    return pace(before, after, line, "exact")


def tabs(*stops: tuple[int, str]) -> str:
    """Tab stops."""
    return "<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for at, kind in stops) + "</w:tabs>"


@dataclass(frozen=True, slots=True)
class Style:
    """A Word style; `paragraph` and `run` hold properties in schema order."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based: str | None = "Normal"
    next: str | None = None
    kind: str = "paragraph"
    is_quick: bool = True
    priority: int = 20

    def xml(self) -> str:
        """The w:style element."""
        default = ' w:default="1"' if self.id in ("Normal", "DefaultParagraphFont") else ""
        custom = "" if self.name[:1].islower() or self.name in _BUILT_IN else ' w:customStyle="1"'
        parts = [f'<w:style w:type="{self.kind}"{default}{custom} w:styleId="{self.id}"><w:name w:val="{self.name}"/>']
        parts.append(f'<w:basedOn w:val="{self.based}"/>' if self.based and self.based != self.id else "")
        parts.append(f'<w:next w:val="{self.next}"/>' if self.next else "")
        parts.append(f'<w:uiPriority w:val="{self.priority}"/>' + ("<w:qFormat/>" if self.is_quick else ""))
        parts.append(f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else "")
        parts.append(f"<w:rPr>{self.run}</w:rPr>" if self.run else "")
        return "".join(parts) + "</w:style>"


_BUILT_IN = {
    "Normal", "Body Text", "Title", "Subtitle", "List Bullet", "List Number", "TOC Heading", "Hyperlink", "Default Paragraph Font",
}  # fmt: skip
NEXT = "BodyText"
KEEP = "<w:keepNext/><w:keepLines/>"


def numbered(number: int, level: int = 0) -> str:
    """Numbering properties of a style."""
    where = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{where}<w:numId w:val="{number}"/></w:numPr>'


def _box(fill: str, edge: str) -> str:
    """A panel made of paragraph borders: neighbours with equal borders and indents join to one box."""
    sides = rule("top", 0.5, fill, 9) + rule("left", 3, edge, 11) + rule("bottom", 0.5, fill, 9) + rule("right", 0.5, fill, 11)
    return f"<w:pBdr>{sides}</w:pBdr>{shade(fill)}"


def _paragraph(id_: str, name: str, properties: str, run: str = "", *, based: str = "Normal", after: str | None = None,
               priority: int = 20, quick: bool = True) -> Style:  # fmt: skip
    return Style(id_, name, properties, run, based, after, "paragraph", quick, priority)


def _character(id_: str, name: str, run: str, *, based: str = "DefaultParagraphFont", priority: int = 20) -> Style:
    return Style(id_, name, "", run, based, None, "character", priority != 99, priority)


_H1 = indent(GUTTER, hanging=GUTTER)
_HEADING_1 = pace(10, 51.5, 0.9)  # brings the title above, the lead below the band
_PLAIN_1 = pace(45.5, 58.3, 0.9)  # without numeral the line is lower: the same baseline, the same lead
_IN_BOX = indent(GUTTER + 240, right=240)
_TOC_TABS = tabs((GUTTER, "left"), (MEASURE, "right"))
_CARD_EDGES = rule("top", 2, PRIMARY, 7) + rule("left", 0.5, LINE, 6) + rule("bottom", 0.5, TINT, 5) + rule("right", 0.5, LINE, 6)
_RIGHT = '<w:jc w:val="right"/>'

_PROSE = (
    Style("Normal", "Normal", "<w:widowControl/>" + pace(0, 0, 13.7, "atLeast"), based=None, priority=0),
    _paragraph("BodyText", "Body Text", pace(0, 6.5) + indent(GUTTER), priority=1),
    _paragraph("Eyebrow", "Eyebrow", "<w:keepNext/>" + pace(0, 7) + indent(GUTTER), face(9.6, PRIMARY, bold=True), after="Lead"),
    _paragraph("Lead", "Lead", pace(0, 15, 18, "atLeast") + indent(GUTTER), face(13.5, PRIMARY, light=True), after=NEXT),
    _paragraph("ListBullet", "List Bullet", numbered(3) + pace(0, 4) + indent(GUTTER + 300, hanging=300), based="BodyText"),
    _paragraph("ListNumber", "List Number", numbered(4) + pace(0, 4) + indent(GUTTER + 300, hanging=300), based="BodyText"),
    _paragraph("FootnoteText", "footnote text", exact(9.8, 0, 2) + indent(GUTTER), face(7.6), quick=False, priority=99),
    _paragraph("SectionEnd", "Section End", exact(1), face(1), quick=False, priority=99),
)
_COVER = (
    _paragraph("Title", "Title", KEEP + pace(0, 12, 0.78), face(60, WHITE, bold=True), after="Subtitle", priority=10),
    _paragraph("Subtitle", "Subtitle", pace(0, 0, 0.85), face(21, WHITE, light=True), priority=11),
    _paragraph("CoverAgency", "Cover Agency", pace(), face(12, WHITE, bold=True)),
    _paragraph("CoverStatus", "Cover Status", pace() + _RIGHT, face(9.5, INK, bold=True, extra=shade(ACCENT))),
    _paragraph("CoverEyebrow", "Cover Eyebrow", pace(0, 6), face(12.5, WHITE)),
    _paragraph("CoverLabel", "Cover Label", pace(0, 1), face(7.6, MUTED)),
    _paragraph("CoverFact", "Cover Fact", pace(0, 8), face(10.6, bold=True)),
)
_HEADINGS = (
    _paragraph("Heading1", "heading 1", f'{KEEP}{numbered(1)}{shade(PRIMARY)}{_HEADING_1}{_H1}<w:outlineLvl w:val="0"/>',
               face(27, WHITE, bold=True), after="Lead", priority=9),
    _paragraph("Heading1Plain", "Heading 1 Plain", numbered(6) + _PLAIN_1, based="Heading1", after="Lead", priority=9),
    _paragraph("Heading1Annex", "Heading 1 Annex", numbered(2), based="Heading1", after="Lead", priority=9),
    _paragraph("Heading1Profile", "Heading 1 Profile", numbered(7) + shade(TINT) + _PLAIN_1, face(None, PRIMARY),
               based="Heading1", after="Lead", priority=9),
    _paragraph("Heading2", "heading 2", f'{KEEP}{numbered(1, 1)}{pace(19, 6, 0.85)}{_H1}<w:outlineLvl w:val="1"/>',
               face(16, PRIMARY, bold=True), after=NEXT, priority=9),
    _paragraph("Heading2Plain", "Heading 2 Plain", f'<w:numPr><w:numId w:val="0"/></w:numPr>{indent(GUTTER)}',
               based="Heading2", after=NEXT, priority=9),
    _paragraph("Heading3", "heading 3", f'{KEEP}{pace(15, 5, 0.9)}{indent(GUTTER)}<w:outlineLvl w:val="2"/>',
               face(12, bold=True), after=NEXT, priority=9),
    _paragraph("TOCHeading", "TOC Heading", f'{numbered(6)}{_PLAIN_1}<w:outlineLvl w:val="9"/>', based="Heading1", after=NEXT,
               priority=39),
    _paragraph("TOC1", "toc 1", f"<w:keepNext/>{_TOC_TABS}{pace(6, 0)}{_H1}", face(10.6, PRIMARY, bold=True), after=NEXT,
               quick=False, priority=39),
    _paragraph("TOC2", "toc 2", f"{_TOC_TABS}{pace(0, 0)}{_H1}", face(9, MUTED), after=NEXT, quick=False, priority=39),
)  # fmt: skip
_FIGURES = (
    _paragraph("Caption", "caption", f"{KEEP}{tabs((GUTTER, 'left'))}{exact(12, 16, 5)}{_H1}", face(9.2, bold=True),
               after="Figure", priority=35),
    _paragraph("CaptionNarrow", "Caption Narrow", exact(12, 12, 5) + indent(0, right=120), based="Caption", after="Figure",
               priority=35),
    _paragraph("Figure", "Figure", "<w:keepNext/>" + pace(0, 2, 1.0), after="Source"),
    _paragraph("Source", "Source", exact(9.8, 3, 13), face(7.6, MUTED), after=NEXT),
    _paragraph("SourceNarrow", "Source Narrow", exact(9.8, 3) + indent(0, right=160), based="Source", after=NEXT),
    _paragraph("ChartAxis", "Chart Axis", "<w:keepNext/>" + exact(10, 2, 2), face(8, MUTED, bold=True), after="Figure"),
    _paragraph("ChartKey", "Chart Key", exact(10.4), face(8)),
)  # fmt: skip
_TABLES = (
    _paragraph("TableText", "Table Text", exact(11), face(8.5)),
    _paragraph("TableNumber", "Table Number", _RIGHT, based="TableText"),
    _paragraph("TableTotal", "Table Total", "", face(bold=True), based="TableText"),
    _paragraph("TableTotalNumber", "Table Total Number", _RIGHT, based="TableTotal"),
    _paragraph("TableGroup", "Table Group", "<w:keepNext/>", face(None, PRIMARY, bold=True), based="TableText"),
    _paragraph("TableHead", "Table Head", "<w:keepNext/>", face(None, WHITE, bold=True), based="TableText"),
    _paragraph("TableHeadNumber", "Table Head Number", _RIGHT, based="TableHead"),
    _paragraph("TableNote", "Table Note", "<w:keepNext/>" + exact(9.8, 4), face(7.6, MUTED), after="Source"),
    _paragraph("AfterTable", "After Table", exact(6), face(4)),
)
_PANELS = (
    _paragraph("KeyLabel", "Key Label", f"<w:pBdr>{rule('top', 2, PRIMARY, 7)}</w:pBdr>{exact(11, 5)}{indent(0, right=170)}",
               face(8.6, bold=True), after="KeyFigure"),
    _paragraph("KeyFigure", "Key Figure", exact(30), face(25, PRIMARY, bold=True), after="KeyNote"),
    _paragraph("KeyNote", "Key Note", exact(9.8) + indent(0, right=170), face(7.6, MUTED)),
    _paragraph("AfterKeys", "After Keys", exact(14), face(4)),
    _paragraph("CalloutTitle", "Callout Title", f"{KEEP}{_box(ACCENT_TINT, ACCENT)}{pace(14)}{_IN_BOX}", face(10.6, bold=True),
               after="Callout"),
    _paragraph("Callout", "Callout", f"<w:keepLines/>{_box(ACCENT_TINT, ACCENT)}{pace()}{_IN_BOX}"),
    _paragraph("CalloutList", "Callout List", f"<w:keepLines/>{numbered(5)}{_box(ACCENT_TINT, ACCENT)}{pace()}{_IN_BOX}",
               based="Callout"),
    _paragraph("CalloutNumber", "Callout Number", f"<w:keepLines/>{numbered(8)}{_box(ACCENT_TINT, ACCENT)}{pace()}{_IN_BOX}",
               based="Callout"),
    _paragraph("AfterCallout", "After Callout", exact(20), face(4)),
    _paragraph("ActionTitle", "Action Title",
               f"{KEEP}<w:pBdr>{_CARD_EDGES}</w:pBdr>{shade(TINT)}{tabs((GUTTER, 'left'), (MEASURE - 120, 'right'))}"
               f"{pace(11, 0, 0.85)}{indent(GUTTER, right=120, hanging=GUTTER - 120)}",
               face(11.6), based="Heading3", after="CardText"),
    _paragraph("CardLabel", "Card Label", exact(9.6), face(7.6, MUTED), after="CardText"),
    _paragraph("CardText", "Card Text", exact(11.7), face(9)),
    _paragraph("CardYield", "Card Yield", exact(16.5), face(13, PRIMARY, bold=True)),
    _paragraph("FactLabel", "Fact Label", exact(9.8), face(7.6, MUTED), after="FactValue"),
    _paragraph("FactValue", "Fact Value", exact(13.4), face(10.5, PRIMARY, bold=True)),
    _paragraph("SignatureLine", "Signature Line", f"<w:pBdr>{rule('top', 0.5, LINE, 5)}</w:pBdr>{pace()}{indent(0, right=280)}",
               face(9, bold=True)),
    _paragraph("Imprint", "Imprint", tabs((GUTTER, "left")) + pace(0, 5) + _H1, face(8.8)),
    _paragraph("ImprintTitle", "Imprint Title", KEEP + pace(320, 10) + indent(GUTTER), face(16, PRIMARY, bold=True), after="Imprint"),
    _paragraph("Header", "header", tabs((MEASURE, "right")) + exact(10), face(7.6, MUTED), quick=False, priority=99),
    _paragraph("Footer", "footer", tabs((MEASURE, "right")) + pace(), face(7.6, MUTED), quick=False, priority=99),
)  # fmt: skip
# Character styles inside bold paragraphs never say bold themselves: Word toggles it, two make none.
_CHARACTERS = (
    Style("DefaultParagraphFont", "Default Paragraph Font", based=None, kind="character", is_quick=False, priority=1),
    _character("Hyperlink", "Hyperlink", face(None, PRIMARY, extra='<w:u w:val="single"/>'), priority=99),
    _character("Draft", "Draft", f'<w:u w:val="dotted" w:color="{HOUSE["warning"]}"/>{shade(ACCENT_TINT)}'),
    _character("CaptionLabel", "Caption Label", face(None, PRIMARY)),
    _character("TableUnit", "Table Unit", face(7.8)),
    _character("KeyUnit", "Key Unit", face(9.5, PRIMARY)),
    _character("CardUnit", "Card Unit", face(8.4, MUTED)),
    _character("ActionCode", "Action Code", face(16, PRIMARY)),
    _character("Status", "Status", face(7.6, WHITE, extra=shade(PRIMARY))),
    _character("StatusDone", "Status Done", shade(HOUSE["saving"]), based="Status"),
    _character("PageNumber", "page number", face(9, PRIMARY, bold=True), priority=99),
    _character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', priority=99),
)
STYLES = (*_PROSE, *_COVER, *_HEADINGS, *_FIGURES, *_TABLES, *_PANELS, *_CHARACTERS)
_TABLE_IDS = {"seap table": "SEAPTable", "seap action card": "SEAPCard", "seap panel": "SEAPPanel"}
NAMES = frozenset(style.name for style in STYLES)
IDS = {style.name.lower(): style.id for style in STYLES} | _TABLE_IDS
"""What the body writes, by the name that no language of Word changes."""


def _cells(x: int, y: int) -> str:
    sides = (("top", y), ("left", x), ("bottom", y), ("right", x))
    return "<w:tblCellMar>" + "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in sides) + "</w:tblCellMar>"


def _table_style(id_: str, name: str, properties: str, more: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="40"/><w:qFormat/><w:tblPr>{properties}</w:tblPr>{more}</w:style>'
    )


def _table_styles() -> str:
    normal = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        f'<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cells(0, 0)}</w:tblPr></w:style>'
    )
    edges = rule("bottom", 0.5, LINE) + rule("insideH", 0.5, LINE)
    grid = f'<w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{edges}</w:tblBorders>{_cells(85, 44)}'
    first = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:trPr><w:tblHeader/></w:trPr>'
        f'<w:tcPr><w:tcBorders>{rule("insideV", 0.5, PRIMARY)}</w:tcBorders>{shade(PRIMARY)}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    last = (
        '<w:tblStylePr w:type="lastRow"><w:tblPr/>'
        f"<w:tcPr><w:tcBorders>{rule('bottom', 1, PRIMARY)}</w:tcBorders>{shade(TINT_STRONG)}</w:tcPr></w:tblStylePr>"
    )
    card = "".join(rule(side, 0.5, LINE) for side in ("left", "bottom", "right"))
    return (
        normal
        + _table_style("SEAPTable", "SEAP Table", grid, f'<w:tcPr><w:vAlign w:val="center"/></w:tcPr>{first}{last}')
        + _table_style("SEAPCard", "SEAP Action Card", f"<w:tblBorders>{card}</w:tblBorders>{_cells(120, 60)}")
        + _table_style("SEAPPanel", "SEAP Panel", _cells(0, 0))
    )


def styles_part() -> str:
    """styles.xml: colour and face live in the defaults, so that table styles may still override them."""
    theme = 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {theme}/><w:color w:val="{INK}" w:themeColor="text1"/><w:sz w:val="20"/>'
        '<w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f'{HEAD}<w:styles xmlns:w="{W}">{defaults}{"".join(s.xml() for s in STYLES)}{_table_styles()}</w:styles>'
