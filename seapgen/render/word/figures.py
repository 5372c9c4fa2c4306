"""Figures: native charts and pictures with alternative text, captions and sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from seapgen.model.chart import CostCurve, Counted, PointMap
from seapgen.model.document import FigureBlock, FigurePair, Image, Picture
from seapgen.model.inline import Inline, Text, plain
from seapgen.render.svg.labelling import Frame
from seapgen.render.word.captions import Captions
from seapgen.render.word.charts.drawing import FULL_PT, SMALL_PT, C, Canvas, Words
from seapgen.render.word.charts.native import book_name, members, native
from seapgen.render.word.inlines import Inlines
from seapgen.render.word.ledger import reference_name
from seapgen.render.word.map_shapes import MapShapes
from seapgen.render.word.package import store
from seapgen.render.word.palette import Inks
from seapgen.render.word.panels import cost_key
from seapgen.render.word.wordml import MEASURE, A, attribute, cell, emu, paragraph, row, shares, table

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLATE = (  # white behind a coat of arms, which may be of any colour, and a little around it
    '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="108000"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    "<a:miter/></a:ln>"
)
_SMALL_MM = (44.0, 20.0)
_FRONT = 251_658_240  # so high Word counts what stands in front of the text
_DOTS_PER_MM = 150 / 25.4  # a picture is not stretched below this
_WIDEST_MM, _HALF_MM, _HIGHEST_MM, _LEAST_MM = 166.0, 78.0, 200.0, 20.0


def inline_drawing(number: int, name: str, alt: str, width_mm: float, height_mm: float, uri: str, graphic: str) -> str:
    """A run with a drawing that stands in its line."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width_mm)}" cy="{emu(height_mm)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{attribute(name)}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


@dataclass(slots=True)
class Figures:
    """Writes figures and adds their parts to the package."""

    writer: Inlines
    captions: Captions
    inks: Inks
    alternatives: dict[str, str] = field(default_factory=dict)  # by the bookmark of the figure's number

    def block(self, figure: FigureBlock[Inline]) -> str:
        """A figure over the full measure: caption above, notes and source below."""
        caption = self.captions.caption("figure", figure.id, figure.number, figure.caption)
        below = cost_key(self.writer, figure.content) if isinstance(figure.content, CostCurve) else ""
        return (
            caption
            + self._drawing(figure, is_small=False)
            + below
            + self._notes(figure)
            + self.captions.source(self._source(figure))
        )

    def pair(self, pair: FigurePair[Inline]) -> str:
        """Two small figures side by side in a table that only lays them out."""
        widths, cells = shares([1, 1], MEASURE), []
        for width, figure in zip(widths, (pair.left, pair.right), strict=True):
            caption = self.captions.caption("figure", figure.id, figure.number, figure.caption, is_narrow=True)
            source = self.captions.source(self._source(figure), "SourceNarrow")
            cells.append(cell(width, caption + self._drawing(figure, is_small=True) + self._notes(figure) + source))
        return table(widths, [row(cells)])

    def _notes(self, figure: FigureBlock[Inline]) -> str:
        return "".join(self.writer.paragraph("TableNote", note) for note in figure.notes)

    def _source(self, figure: FigureBlock[Inline]) -> tuple[Inline, ...]:
        credit = figure.content.credit if isinstance(figure.content, Image) else ""
        gap = (Text("; "),) if figure.source and credit else ()
        return (*figure.source, *gap, *((Text(credit),) if credit else ()))

    def _drawing(self, figure: FigureBlock[Inline], *, is_small: bool) -> str:
        name = f"{plain(self.writer.labels.figure)} {figure.number}".strip()
        alt = plain(figure.alt) or plain(figure.caption)
        if figure.id and figure.number:
            self.alternatives[reference_name(figure.id)] = alt
        if isinstance(figure.content, Image):
            drawing = self.picture(figure.content, name, alt, _HALF_MM if is_small else _WIDEST_MM)
        elif isinstance(figure.content, PointMap):
            number, _ = self.writer.ledger.next_drawing()
            width = SMALL_PT if is_small else FULL_PT
            drawing = MapShapes(self.writer.ledger, self.inks).run(figure.content, number, name, alt, width)
        else:
            drawing = self._chart(figure.content, name, alt, is_small=is_small)
        return paragraph("Figure", drawing)

    def _chart(self, chart: Counted[Inline], name: str, alt: str, *, is_small: bool) -> str:
        ledger, labels = self.writer.ledger, self.writer.labels
        identity, number = ledger.next_drawing()
        words = Words(self.writer.spoken, plain(labels.value), plain(labels.total), plain(labels.year))
        made = native(chart, Canvas(self.inks, words, is_small))
        ledger.members += members(made, number)
        ledger.declare(f"word/charts/chart{number}.xml", _CHART_TYPE)
        ledger.declare(f"word/embeddings/{book_name(number)}", _BOOK_TYPE)
        key = ledger.relate("chart", f"charts/chart{number}.xml")
        return inline_drawing(identity, name, alt, made.width_mm, made.height_mm, C, f'<c:chart xmlns:c="{C}" r:id="{key}"/>')

    def picture(self, image: Image, name: str, alt: str, widest_mm: float) -> str:
        """A run with a picture, as wide as its dots allow."""
        ledger = self.writer.ledger
        identity, number = ledger.next_drawing()
        key = self._stored(image, number)
        width, height = _size(image, widest_mm)
        graphic = _picture(identity, name, key, width, height)
        return inline_drawing(identity, name, alt, width, height, _PICTURE, graphic)

    def small(self, picture: Picture[Inline]) -> str:
        """A run with a small picture in its line: a coat of arms, a logo."""
        alt, image = plain(picture.alt), picture.image
        return self.picture(image, alt, alt, min(_SMALL_MM[0], _SMALL_MM[1] * image.width_px / max(1, image.height_px)))

    def placed(self, picture: Picture[Inline], box: Frame, *, is_cropped: bool) -> str:
        """A run with a picture at a place on the page (millimetres), in front of everything; cropped to fill, or on a white plate."""
        identity, number = self.writer.ledger.next_drawing()
        key, alt = self._stored(picture.image, number), plain(picture.alt)
        look = _crop(picture.image, box) if is_cropped else ""
        graphic = _picture(identity, alt, key, box.x1 - box.x0, box.y1 - box.y0, look, "" if is_cropped else _PLATE)
        return front_drawing(identity, alt, box, _PICTURE, graphic)

    def _stored(self, image: Image, number: int) -> str:
        """The id of the relationship to a picture that is put into the package."""
        file = f"media/picture{number}.{image.form}"
        self.writer.ledger.members.append(store(f"word/{file}", image.data))
        self.writer.ledger.declare(f"word/{file}", f"image/{image.form}")
        return self.writer.ledger.relate("image", file)


def front_drawing(number: int, alt: str, box: Frame, uri: str, graphic: str) -> str:
    """A run with a drawing in front of the text, placed on the page in millimetres."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" behindDoc="0" locked="0"'
        f' relativeHeight="{_FRONT + number}" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(box.x0)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(box.y0)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu(box.x1 - box.x0)}" cy="{emu(box.y1 - box.y0)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="{attribute(alt)}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )


def _crop(image: Image, box: Frame) -> str:
    """What is cut off at each side so that a picture fills a box, in thousandths of a per cent."""
    wanted, given = (box.x1 - box.x0) / (box.y1 - box.y0), image.width_px / max(1, image.height_px)
    cut = round((1 - min(wanted / given, given / wanted)) / 2 * 100_000)
    return f'<a:srcRect l="{cut}" r="{cut}"/>' if given > wanted else f'<a:srcRect t="{cut}" b="{cut}"/>'


def _picture(identity: int, name: str, key: str, width: float, height: float, crop: str = "", plate: str = "") -> str:
    return (
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{identity}" name="{attribute(name)}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/>{crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{plate}</pic:spPr></pic:pic>'
    )


def _size(image: Image, widest_mm: float) -> tuple[float, float]:
    """Width and height on paper in millimetres."""
    width = min(widest_mm, max(_LEAST_MM, image.width_px / _DOTS_PER_MM))
    height = width * image.height_px / max(1, image.width_px)
    return (width, height) if height <= _HIGHEST_MM else (width * _HIGHEST_MM / height, _HIGHEST_MM)
