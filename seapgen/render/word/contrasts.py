"""Text of a stationery that cannot be read on its ground, as the Web Content Accessibility Guidelines 2.2 measure it (1.4.3).

The ground of a text is the shading of its run, paragraph, table cell or table style. Where none is set, it is white paper, or a
shape that is drawn there: a text is weak only if it is weak on all that it may stand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from seapgen.model.message import Message, msg
from seapgen.render.word.marks import NS, text_of
from seapgen.render.word.palette import WHITE, Palette, contrast
from seapgen.render.word.styles import IDS

_LARGE, _LARGE_BOLD = 36, 28  # half-points: 18 pt, or 14 pt bold
_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0
_ON_TABLE = {"table head": "firstRow", "table head number": "firstRow", "table total": "lastRow", "table total number": "lastRow"}
_ON_STYLE = {"action code": "action title", "hyperlink": "callout", "card unit": "card text"}  # what these letters stand in
_ON_COVER = ("title", "subtitle", "cover agency", "cover eyebrow", "cover status")  # judged where the cover prints them

Weak = tuple[Message, Message]


@dataclass(frozen=True, slots=True)
class _Look:
    """Colour `RRGGBB`, ground or nothing, size in half-points, weight."""

    colour: str
    ground: str | None
    size: int
    is_bold: bool

    @property
    def needed(self) -> float:
        """The contrast that letters of this size need."""
        return _ENOUGH_LARGE if self.size >= (_LARGE_BOLD if self.is_bold else _LARGE) else _ENOUGH


class _Sheet:
    """The styles of a stationery, in the colours of a palette."""

    def __init__(self, root: etree._Element, theme: etree._Element | None, palette: Palette) -> None:
        self._palette = palette
        self._slots = _slots(theme)
        self._styles = {str(s.get(f"{NS}styleId")): s for s in root.iter(f"{NS}style")}
        self.ids = {_value(s.find(f"{NS}name")).lower(): id_ for id_, s in self._styles.items()}
        defaults = root.find(f"{NS}docDefaults/{NS}rPrDefault")
        self.plain = self._with(_Look("000000", None, 20, False), defaults)  # noqa: FBT003 - the look of a text without style

    def look(self, id_: str, on: _Look) -> _Look:
        """The look that a style gives to a text that looked like `on`."""
        chain, seen = [], set[str]()
        while id_ in self._styles and id_ not in seen:
            seen.add(id_)
            chain.append(self._styles[id_])
            id_ = _value(self._styles[id_].find(f"{NS}basedOn"))
        for style in reversed(chain):
            on = self._with(on, style)
        return on

    def own(self, element: etree._Element, on: _Look) -> _Look:
        """The look of a paragraph or run: style, then its own properties."""
        properties = next((p for kind in ("pPr", "rPr") if (p := element.find(f"{NS}{kind}")) is not None), None)
        if properties is None:
            return on
        for kind in ("pStyle", "rStyle"):
            on = self.look(_value(properties.find(f"{NS}{kind}")), on)
        return self._with(on, element)

    def row_ground(self, row: str) -> str | None:
        """The shading that the table style gives to its first or last row."""
        style = self._styles.get(self.ids.get("seap table", ""))
        found = None if style is None else style.find(f"{NS}tblStylePr[@{NS}type='{row}']/{NS}tcPr/{NS}shd")
        return self.fill(found)

    def fill(self, shading: etree._Element | None) -> str | None:
        """The colour of a shading; nothing where it has none."""
        if shading is None:
            return None
        return self._colour(shading.get(f"{NS}fill"), shading, "themeFill")

    def dyed(self, value: str) -> str:
        """A colour as documents of the theme print it."""
        return self._palette.dye(f'"{value.upper()}"').strip('"')

    def slot(self, name: str) -> str:
        """A colour of the Word theme; white where it is unknown."""
        return self.dyed(self._slots.get(_SCHEME.get(name, name), WHITE))

    def _with(self, look: _Look, element: etree._Element | None) -> _Look:
        """The look changed by the properties of an element."""
        if element is None:
            return look
        run, paragraph = element.find(f"{NS}rPr"), element.find(f"{NS}pPr")
        colour, ground, size, is_bold = look.colour, look.ground, look.size, look.is_bold
        if paragraph is not None:
            ground = self.fill(paragraph.find(f"{NS}shd")) or ground
        if run is not None:
            ground = self.fill(run.find(f"{NS}shd")) or ground
            tint = run.find(f"{NS}color")
            colour = self._colour(tint.get(f"{NS}val"), tint, "themeColor") or colour if tint is not None else colour
            size = int(_value(run.find(f"{NS}sz")) or size)
            bold = run.find(f"{NS}b")
            is_bold = is_bold if bold is None else _value(bold) not in ("0", "false", "off")
        return _Look(colour, ground, size, is_bold)

    def _colour(self, value: str | None, element: etree._Element, slot: str) -> str | None:
        """The colour of an attribute: a slot of the Word theme goes before the value, unless it is tinted or shaded."""
        named = element.get(f"{NS}{slot}")
        mixed = any(element.get(f"{NS}{slot.removesuffix('Color')}{kind}") for kind in ("Tint", "Shade"))
        if named and not mixed and _SCHEME.get(named, named) in self._slots:
            return self.dyed(self._slots[_SCHEME.get(named, named)])
        return None if value is None or value == "auto" else self.dyed(value)


_SCHEME = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "text2": "dk2", "dark2": "dk2", "tx2": "dk2", "background1": "lt1", "light1": "lt1",
    "bg1": "lt1", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
}  # fmt: skip


def weak_contrasts(roots: Mapping[str, etree._Element], palette: Palette) -> Iterator[tuple[str, Weak]]:
    """Part and finding of every style that the body writes and every paragraph of the stationery that is weak."""
    sheet = _Sheet(roots["word/styles.xml"], roots.get("word/theme/theme1.xml"), palette)
    for name in sorted(IDS):
        if name in sheet.ids and name not in _ON_COVER and not name.startswith("seap "):
            look = _style_look(sheet, name)
            if weak := _weak(look, (look.ground or WHITE,), msg("the style {name}", name=name)):
                yield "word/styles.xml", weak
    for part, root in sorted(roots.items()):
        if part.startswith(("word/document.", "word/header", "word/footer")):
            yield from ((part, weak) for weak in _weak_paragraphs(sheet, root, _shapes(sheet, part, roots)))


def _style_look(sheet: _Sheet, name: str) -> _Look:
    """The look of a style that the body writes, on the ground where the body writes it."""
    on = sheet.plain
    if name in _ON_STYLE:
        on = sheet.look(sheet.ids.get(_ON_STYLE[name], ""), on)
    look = sheet.look(sheet.ids[name], on)
    if name in _ON_TABLE and look.ground is None:
        return _Look(look.colour, sheet.row_ground(_ON_TABLE[name]), look.size, look.is_bold)
    return look


def _weak_paragraphs(sheet: _Sheet, root: etree._Element, shapes: tuple[str, ...]) -> Iterator[Weak]:
    told: set[str] = set()
    for paragraph in root.iter(f"{NS}p"):
        words = " ".join(text_of(paragraph).split())
        if not words or words in told or "[[" in words:
            continue
        cell = next(paragraph.iterancestors(f"{NS}tc"), None)
        ground = None if cell is None else sheet.fill(cell.find(f"{NS}tcPr/{NS}shd"))
        look = sheet.own(paragraph, sheet.plain)
        for run in paragraph.iter(f"{NS}r"):
            if not "".join(t.text or "" for t in run.findall(f"{NS}t")).strip():
                continue
            seen = sheet.own(run, look)
            if weak := _weak(
                seen, (seen.ground or ground,) if seen.ground or ground else shapes, msg("“{words}”", words=words[:80])
            ):
                told.add(words)
                yield weak
                break


def _shapes(sheet: _Sheet, part: str, roots: Mapping[str, etree._Element]) -> tuple[str, ...]:
    """What a text without shading may stand on: paper, shapes of its part, and for the document those of all headers."""
    where = [
        root for name, root in sorted(roots.items()) if name == part or ("document" in part and name.startswith("word/header"))
    ]
    found = {WHITE: None}
    for root in where:
        for fill in root.iter("{*}solidFill"):
            for colour in () if _is_line(fill) else fill:
                value = str(colour.get("val"))
                found[sheet.dyed(value) if str(colour.tag).endswith("}srgbClr") else sheet.slot(value)] = None
    return tuple(found)


def _is_line(fill: etree._Element) -> bool:
    """Whether a fill is that of an outline: no text stands on it."""
    parent = fill.getparent()
    return parent is not None and etree.QName(parent).localname == "ln"


def _weak(look: _Look, grounds: tuple[str | None, ...], where: Message) -> Weak | None:
    best = max(contrast(look.colour, ground) for ground in grounds if ground)
    if best >= look.needed:
        return None
    ground = max((g for g in grounds if g), key=lambda g: contrast(look.colour, g))
    fact = msg(
        "Text of the colour #{colour} on #{ground} has a contrast of {value}, at least {limit} is needed: {where}.",
        colour=look.colour, ground=ground, value=f"{best:.2f}", limit=f"{look.needed:.1f}", where=where,
    )  # fmt: skip
    return fact, msg("Make one of the two colours darker or lighter.")


def _slots(theme: etree._Element | None) -> dict[str, str]:
    """The colours of the Word theme by slot."""
    found: dict[str, str] = {}
    scheme = None if theme is None else theme.find(".//{*}clrScheme")
    for slot in () if scheme is None else scheme:
        for colour in slot:
            value = colour.get("lastClr") or colour.get("val")
            if value and len(value) == 6:
                found[etree.QName(slot).localname] = value.upper()
    return found


def _value(element: etree._Element | None) -> str:
    """`w:val` of an element; empty where it is not there."""
    return "" if element is None else str(element.get(f"{NS}val") or "")
