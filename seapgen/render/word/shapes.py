"""Decorative shapes: fields of colour, contour lines, and the stripe of the municipality's sectors. Lengths in millimetres."""

from __future__ import annotations

import math
from collections.abc import Sequence

from seapgen.model.chart import amount
from seapgen.model.document import StripePart
from seapgen.model.inline import Inline
from seapgen.render.word.palette import Ink, Inks, Palette
from seapgen.render.word.wordml import attribute, emu, paragraph

FIELD_MM, BAND_MM = 68.0, 3.0
COVER_FIELD_MM, COVER_BAND_MM = 201.0, 12.0
PAGE_MM, PAGE_WIDTH_MM = 297.0, 210.0
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_URI = {"wps": "wordprocessingShape", "wpg": "wordprocessingGroup"}


def anchored(number: int, name: str, box: tuple[float, float, float, float], graphic: str, needs: str) -> str:
    """A run with a drawing behind the text, placed on the page (x, y, width, height), hidden from screen readers."""
    x, y, w, h = box
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="{needs}"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"'
        f' simplePos="0" relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{emu(x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu(w)}" cy="{emu(h)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}" descr="">{DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/{_URI[needs]}">{graphic}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _at(x: float, w: float, h: float) -> str:
    return f'<a:xfrm><a:off x="{emu(x)}" y="0"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm>'


def rectangle(w: float, h: float, ink: Ink, x: float = 0, identity: str = "") -> str:
    """A filled rectangle; with an identity it is a member of a group."""
    return (
        f'<wps:wsp>{identity}<wps:cNvSpPr/><wps:spPr>{_at(x, w, h)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{ink.xml()}</a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def contours(w: float, h: float, ink: Ink) -> str:
    """The quiet contour lines of the cover: circles, clipped to the field."""
    paths = []
    for n in range(9):
        radius, cx, cy = 34 + 13 * n, 130 + 5 * n, 130 + 2 * n
        is_drawing = False
        for degree in range(0, 363, 3):
            x, y = cx + radius * math.cos(math.radians(degree)), cy + radius * math.sin(math.radians(degree))
            is_inside = 0 <= x <= w and 0 <= y <= h
            if is_inside:
                tag = "lnTo" if is_drawing else "moveTo"
                paths.append(f'<a:{tag}><a:pt x="{emu(x)}" y="{emu(y)}"/></a:{tag}>')
            is_drawing = is_inside
    path = f'<a:path w="{emu(w)}" h="{emu(h)}" fill="none">{"".join(paths)}</a:path>'
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{_at(0, w, h)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom><a:noFill/>'
        f'<a:ln w="8890"><a:solidFill>{ink.xml()}</a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def stripe(parts: Sequence[StripePart[Inline]], palette: Palette, number: int, y: float, height: float) -> str:
    """Emissions by sector as a band across the page: a paragraph with one group of rectangles; an accent without data."""
    inks = Inks(palette)
    # binary fractions are good enough to draw; nothing is printed from them
    widths = [(max(float(amount(p.share)), 0.0), inks.series(p.tone)) for p in parts]
    total = sum(w for w, _ in widths)
    if not total:
        widths, total = [(1.0, inks["accent"])], 1.0
    x, drawn = 0.0, []
    for n, (width, ink) in enumerate(widths, 1):
        w = PAGE_WIDTH_MM * width / total
        drawn.append(rectangle(w, height, ink, x, f'<wps:cNvPr id="{number + n}" name="Sector {n}"/>'))
        x += w
    size = f'<a:off x="0" y="0"/><a:ext cx="{emu(PAGE_WIDTH_MM)}" cy="{emu(height)}"/>'
    inner = size.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    group = f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{size}{inner}</a:xfrm></wpg:grpSpPr>{''.join(drawn)}</wpg:wgp>"
    return paragraph("SectionEnd", anchored(number, "Stripe", (0, y, PAGE_WIDTH_MM, height), group, "wpg"))
