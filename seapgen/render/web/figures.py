"""Figures of a page: the drawings of a chart in two widths, or a picture as data URI."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from seapgen.model.chart import Chart
from seapgen.model.document import FigureBlock, Image, Picture
from seapgen.model.inline import Inline, plain
from seapgen.render.svg import SCREEN_NARROW, SCREEN_WIDE, ScreenInk, paint
from seapgen.render.svg.ink import Pen

_HALF = 360.0  # a figure of a pair has one drawing for every screen
_TAG = re.compile(r"<[a-z]+ [^<>]*>")
_IDENTITY = re.compile(r' data-[a-z-]+="[^"]*"')
_FIGURE = re.compile(r' data-(?:width-)?figure="[^"]*"')
Size = Literal["full", "half"]


class PageInk(ScreenInk):
    """The ink of the screen with the order of painting as an attribute: the checker of stylesheets does not know the property."""

    __slots__ = ()

    def text(self, pen: Pen) -> str:
        """Attributes of a text."""
        return super().text(pen) + (' paint-order="stroke"' if pen.halo else "")


def drawings(chart: Chart[Inline], figure: FigureBlock[Inline], anchor: str, size: Size) -> Markup:
    """The chart as SVG: wide for a desk and paper, narrow for a phone. The stylesheet shows one of them."""
    if size == "half":
        return _drawing(chart, figure, "both", anchor, _HALF, narrow=True)
    wide = _drawing(chart, figure, "wide", anchor, SCREEN_WIDE, narrow=False)
    return wide + _drawing(chart, figure, "narrow", anchor, SCREEN_NARROW, narrow=True)


def _drawing(chart: Chart[Inline], figure: FigureBlock[Inline], name: str, anchor: str, width: float, *, narrow: bool) -> Markup:
    alt = plain(figure.alt)
    ink = PageInk(name=name, id=f"{anchor}-{name}", title=plain(figure.caption) or alt, alt=alt)
    svg = _lighter(paint(chart, ink=ink, width=width, narrow=narrow), _IDENTITY if name == "narrow" else _FIGURE)
    return Markup(svg)  # ours: the painter escapes every text


def _lighter(svg: str, left_out: re.Pattern[str]) -> str:
    """A drawing without ids, which the table under it has, and once without values: a third of its weight is saved.

    Texts cannot be touched: in them `<` and `>` are escaped, so they are no tags.
    """
    return _TAG.sub(lambda tag: left_out.sub("", tag[0]), svg)


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of a page: its address, what it shows in words, and its size in points."""

    source: str
    alt: str
    width: int
    height: int


def shown(found: Picture[Inline] | None) -> PictureView | None:
    """The view of a picture that may be missing."""
    if found is None:
        return None
    return PictureView(picture(found.image), plain(found.alt), found.image.width_px, found.image.height_px)


def picture(image: Image) -> str:
    """A picture as data URI: the page needs no other file."""
    return data_uri(image.data, image.form)


def data_uri(data: bytes, form: str = "png") -> str:
    """A picture's bytes inside an address."""
    return f"data:image/{form};base64," + base64.b64encode(data).decode("ascii")
