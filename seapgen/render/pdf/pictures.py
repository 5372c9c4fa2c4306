"""Charts and images as SVG text, which is all that the page template draws."""

from __future__ import annotations

import base64
import re

from seapgen.model.chart import Chart
from seapgen.model.document import Image, StripePart
from seapgen.model.inline import Inline, plain
from seapgen.model.theme import Theme
from seapgen.render.pdf.json_value import Json
from seapgen.render.pdf.lines import Lines, Room
from seapgen.render.svg import PAPER_FULL, PAPER_HALF, PaperInk, paint
from seapgen.render.svg.canvas import Mark

_TALLEST = 560.0  # points: leaves room for caption and source on a page
_DPI = 150  # a picture is never spread thinner than this
_HEIGHT = re.compile(r'viewBox="0 0 \S+ (\S+)"')
_SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}


class BrokenPictureError(ValueError):
    """Bytes that are no picture."""


def drawing(content: Chart[Inline] | Image, theme: Theme, *, half: bool) -> dict[str, Json]:
    """The picture as `svg` and its `width` in points."""
    full = PAPER_HALF if half else PAPER_FULL
    if isinstance(content, Image):
        width = min(full, content.width_px * 72 / _DPI, _TALLEST * content.width_px / max(content.height_px, 1))
        return {"svg": framed(content), "width": round(width, 2)}
    svg = paint(content, ink=PaperInk(theme), width=full)
    found = _HEIGHT.search(svg)
    height = float(found[1]) if found else 0.0
    return {"svg": svg, "width": round(full * min(1.0, _TALLEST / max(height, 1.0)), 2)}


def framed(image: Image) -> str:
    """A picture inside an SVG."""
    return raster(image.data, image.width_px, image.height_px, image.form)


def raster(content: bytes, width: int, height: int, form: str = "png") -> str:
    """A raster picture inside an SVG, because the template takes text only.

    Raises `BrokenPictureError` where the bytes do not begin as its form does: Typst would leave such a picture out in silence.
    """
    if not content.startswith(_SIGNATURES[form]):
        raise BrokenPictureError(f"no {form.upper()}")
    data = base64.b64encode(content).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" href="data:image/{form};base64,{data}"/></svg>'
    )


def logo(png: bytes | None) -> str | None:
    """The agency's logo, as wide and high as its header says."""
    if png is None:
        return None
    return raster(png, int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))


def stripe(parts: tuple[StripePart[Inline], ...], lines: Lines, room: Room) -> list[Json]:
    """The fields of the stripe with their names, as shares of their sum; sinks have no width."""
    shares = [max(Mark.of(part.share).value, 0.0) for part in parts]
    whole = sum(shares) or 1.0
    return [
        {"share": share / whole, "tone": (part.tone - 1) % 8 + 1, "name": lines.line(part.name, room), "text": plain(part.share)}
        for part, share in zip(parts, shares, strict=True)
        if share
    ]
