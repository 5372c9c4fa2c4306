"""A map of places as a group of shapes that Word can draw at any size and a person can edit. Lengths in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from seapgen.model.chart import Locator, PointMap
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.labelling import Frame, Pair
from seapgen.render.svg.lettering import broken, width_of
from seapgen.render.svg.map_layout import Layout, laid_out, missing
from seapgen.render.word.ledger import Ledger
from seapgen.render.word.palette import Ink, Inks
from seapgen.render.word.wordml import A, attribute, clean, sized

_SIZE, _SMALL, _LINE = 8.5, 7.6, 10.5  # letters, small letters, and the height of a line of those
_THIN, _THICK = 0.5, 0.8
_EMU = 12700  # in a point
_TEXT_BOX, _PLAIN = '<wps:cNvSpPr txBox="1"/>', "<wps:cNvSpPr/>"
_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


@dataclass(slots=True)
class MapShapes:
    """Draws one map; `drawn` gathers its shapes from the ground up."""

    ledger: Ledger
    inks: Inks
    drawn: list[str] = field(default_factory=list)

    def run(self, chart: PointMap[Inline], number: int, name: str, alt: str, width: float) -> str:
        """A run with the map, as wide as given; its alternative text speaks for all shapes."""
        layout = laid_out(chart, width, _SIZE)
        whole = Frame(0, 0, layout.width, layout.height)
        self._box(whole, self.inks["tint-strong"], None)
        self._land(chart.land, layout.share, (0, 0), layout.width, layout.height, self.inks["muted"])
        if chart.locator and layout.corner:
            self._locator(chart.locator, layout)
        self._box(whole, None, self.inks["muted"])
        self._points(chart, layout)
        height = self._foot(chart, layout)
        return _group(self.drawn, number, name, alt, (layout.width, height))

    def _shape(self, frame: Frame, geometry: str, paint: str, words: str = "") -> None:
        identity, _ = self.ledger.next_drawing()
        self.drawn.append(
            f'<wps:wsp><wps:cNvPr id="{identity}" name="Map {identity}"/>{_TEXT_BOX if words else _PLAIN}'
            f'<wps:spPr><a:xfrm><a:off x="{_emu(frame.x0)}" y="{_emu(frame.y0)}"/>'
            f'<a:ext cx="{_emu(frame.x1 - frame.x0)}" cy="{_emu(frame.y1 - frame.y0)}"/></a:xfrm>{geometry}{paint}</wps:spPr>'
            f"{words or '<wps:bodyPr/>'}</wps:wsp>"
        )

    def _box(self, frame: Frame, ink: Ink | None, edge: Ink | None) -> None:
        self._shape(frame, _preset("rect"), _paint(ink, edge, _THIN))

    def _land(
        self, rings: Iterable[Sequence[tuple[int, int]]], share: float, at: Pair, width: float, height: float, edge: Ink | None
    ) -> None:
        """Outlines as paths of one shape, each filled for itself: a country inside another one is no hole."""
        size = f'w="{_emu(width)}" h="{_emu(height)}"'
        paths = "".join(f"<a:path {size}>{_steps(ring, share)}</a:path>" for ring in rings)
        if paths:
            geometry = (
                "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
                f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
            )
            self._shape(Frame(*at, at[0] + width, at[1] + height), geometry, _paint(self.inks["white"], edge, _THIN))

    def _locator(self, locator: Locator, layout: Layout) -> None:
        corner, share = layout.corner, layout.share
        assert corner is not None
        self._box(corner, self.inks["tint-strong"], None)
        self._land(locator.land, share, (corner.x0, corner.y0), corner.x1 - corner.x0, corner.y1 - corner.y0, None)
        self._box(corner, None, self.inks["muted"])
        self._dot(corner.x0 + locator.x * share, corner.y0 + locator.y * share, 3.0, self.inks["warning"])

    def _dot(self, x: float, y: float, radius: float, ink: Ink) -> None:
        frame = Frame(x - radius, y - radius, x + radius, y + radius)
        self._shape(frame, _preset("ellipse"), _paint(ink, self.inks["white"], _THICK))

    def _line(self, start: Pair, end: Pair) -> None:
        """A straight line; its box is turned over where it does not run to the right and down."""
        left, right = sorted((start[0], end[0]))
        top, bottom = sorted((start[1], end[1]))
        corners = [(start[0] - left, start[1] - top), (end[0] - left, end[1] - top)]
        size = f'w="{_emu(right - left)}" h="{_emu(bottom - top)}"'
        steps = "".join(
            f'<a:{tag}><a:pt x="{_emu(x)}" y="{_emu(y)}"/></a:{tag}>'
            for tag, (x, y) in zip(("moveTo", "lnTo"), corners, strict=True)
        )
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path {size} fill="none">{steps}</a:path></a:pathLst></a:custGeom>'
        )
        self._shape(Frame(left, top, right, bottom), geometry, _paint(None, self.inks["muted"], _THICK))

    def _points(self, chart: PointMap[Inline], layout: Layout) -> None:
        for spot, at in zip(layout.spots, layout.names, strict=True):
            if at.leader:
                self._line(*at.leader)
            self._dot(spot.x, spot.y, spot.radius, self.inks["warning" if spot.is_first else "primary"])
        for n, (point, at) in enumerate(zip(chart.points, layout.names, strict=True), 1):
            text = str(n) if at.is_number else plain(point.label)
            self._text(at.x, at.y, text, _SIZE, self.inks["ink"], is_bold=point.is_own)

    def _text(
        self, x: float, base: float, text: str, size: float, ink: Ink, *, is_bold: bool = False, side: str = "left"
    ) -> None:
        """A text on its base line, in a box that is a little wider: another font may stand for ours. `side` is where x is."""
        width = width_of(text, size, bold=is_bold) * 1.08 + 2
        bold = "<w:b/><w:bCs/>" if is_bold else ""
        look = f'<w:rPr>{bold}<w:color w:val="{ink.value}"/>{sized(size)}</w:rPr>'
        words = (
            '<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
            f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr><w:r>{look}'
            f'<w:t xml:space="preserve">{clean(text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
            '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
        )
        left = x - width if side == "right" else x
        self._shape(Frame(left, base - size, left + width, base + size * 0.42), _preset("rect"), _paint(None, None, 0), words)

    def _foot(self, chart: PointMap[Inline], layout: Layout) -> float:
        """Scale bar and attribution below the map, then the names that numbers stand for; where the drawing ends."""
        y, bar, muted = layout.height + 12, chart.scale * layout.share, self.inks["muted"]
        for start, end in (((0.0, y), (bar, y)), ((0.0, y - 3), (0.0, y + 3)), ((bar, y - 3), (bar, y + 3))):
            self._line(start, end)
        self._text(bar + 5, y + _SMALL * 0.35, plain(chart.scale_label), _SMALL, muted)
        self._text(layout.width, y + _SMALL * 0.35, plain(chart.attribution), _SMALL, muted, side="right")
        names = missing(chart, layout)
        lines = broken(names, layout.width, _SMALL) if names else ()
        for n, line in enumerate(lines, 1):
            self._text(0, y + 6 + n * _LINE, line, _SMALL, muted)
        return y + 8 + len(lines) * _LINE


def _emu(points: float) -> int:
    return round(points * _EMU)


def _preset(kind: str) -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def _paint(ink: Ink | None, edge: Ink | None, width: float) -> str:
    filled = f"<a:solidFill>{ink.xml()}</a:solidFill>" if ink else "<a:noFill/>"
    line = (
        f'<a:ln w="{_emu(width)}"><a:solidFill>{edge.xml()}</a:solidFill><a:round/></a:ln>'
        if edge
        else "<a:ln><a:noFill/></a:ln>"
    )
    return filled + line


def _steps(ring: Sequence[tuple[int, int]], share: float) -> str:
    tags = ("moveTo", *("lnTo",) * (len(ring) - 1))
    points = (
        f'<a:{tag}><a:pt x="{_emu(x * share)}" y="{_emu(y * share)}"/></a:{tag}>' for tag, (x, y) in zip(tags, ring, strict=True)
    )
    return "".join(points) + "<a:close/>"


def _group(drawn: Sequence[str], number: int, name: str, alt: str, size: Pair) -> str:
    """A run with the group; older readers than Word 2010 leave it out."""
    extent = f'cx="{_emu(size[0])}" cy="{_emu(size[1])}"'
    frame = f'<a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/>'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{_URI}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{''.join(drawn)}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
