"""Pictures that others made: bounded, decoded, and written anew without anything but their points.

A photograph (JPEG) may stay one, because as PNG it is ten times as large; everything else becomes a PNG.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from seapgen.intake.guards.folder import read_bytes
from seapgen.intake.rules import LoadRule
from seapgen.model.document import Image
from seapgen.model.finding import Finding
from seapgen.model.source import Source

if TYPE_CHECKING:
    from PIL.Image import Image as Raster

MOST_MEGAPIXELS = 40
LARGEST_FILE = 60 * 1024 * 1024
LONGEST_SIDE = 2400  # points: 20 cm at 300 dpi; a larger picture is made smaller
_QUALITY = 88  # of a JPEG: no loss that print shows
_DRAWING = re.compile(
    rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL | re.IGNORECASE
)
_HEAD = 4096  # bytes in which a drawing shows what it is


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a picture cannot be used; `value` is what was found."""

    rule: LoadRule
    value: str = ""

    def at(self, place: Source, file: str) -> Finding:
        """The finding, at the place that names the picture."""
        return self.rule.at(place, self.value, str(MOST_MEGAPIXELS), file=file, side=str(LONGEST_SIDE))


def read_picture(
    root: Path, file: str, place: Source, credit: str = "", *, is_photograph: bool = False
) -> tuple[Image | None, tuple[Finding, ...]]:
    """A PNG or JPEG of a folder without metadata, upright, at most `LONGEST_SIDE` on its longest side.

    `place` is where the data name the picture: findings stand there.
    """
    data, findings = read_bytes(root, file, LARGEST_FILE)
    if data is None:
        return None, findings
    image = decoded_picture(data, credit, is_photograph=is_photograph)
    return (None, (image.at(place, file),)) if isinstance(image, Flaw) else (image, ())


def picture_flaw(root: Path, file: str, place: Source) -> tuple[Finding, ...]:
    """What is wrong with a picture, found without writing it anew."""
    data, findings = read_bytes(root, file, LARGEST_FILE)
    if data is None:
        return findings
    raster = _opened(data, hasty=True)
    return (raster.at(place, file),) if isinstance(raster, Flaw) else ()


def decoded_picture(data: bytes, credit: str = "", *, is_photograph: bool = False) -> Image | Flaw:
    """The picture in some bytes, or its flaw. A PNG, but a JPEG where it was one and may stay so (`is_photograph`)."""
    raster = _opened(data)
    if isinstance(raster, Flaw):
        return raster
    return _clean(raster, credit, is_photograph=is_photograph and raster.format == "JPEG")


def _opened(data: bytes, *, hasty: bool = False) -> Raster | Flaw:
    """All points of a picture in memory; `hasty` decodes a JPEG at an eighth of its size, which finds the same damage."""
    from PIL import Image as Rasters  # heavy, and only programmes with pictures need it

    if _DRAWING.match(data[:_HEAD]):
        return Flaw(LoadRule.PICTURE_DRAWING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is bounded here, more tightly
            raster = Rasters.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            megapixels = raster.width * raster.height / 1_000_000
            if megapixels > MOST_MEGAPIXELS:
                return Flaw(LoadRule.PICTURE_TOO_LARGE, f"{megapixels:.0f}")
            if raster.format == "PNG" and getattr(raster, "n_frames", 1) > 1:
                return Flaw(LoadRule.PICTURE_MOVES)
            if hasty:
                raster.draft("L", (raster.width // 8, raster.height // 8))
            raster.load()
    except Exception:  # noqa: BLE001 - decoders leave many classes on hostile bytes: all say "no picture"
        return Flaw(LoadRule.PICTURE_REFUSED)
    return raster


def _clean(raster: Raster, credit: str, *, is_photograph: bool) -> Image | Flaw:
    """The points alone: upright, in eight bits a colour, not larger than print needs."""
    from PIL import Image as Rasters
    from PIL import ImageOps

    try:
        ImageOps.exif_transpose(raster, in_place=True)
        if raster.mode.startswith("I"):  # sixteen bits of grey
            raster = raster.point(lambda value: value * (1 / 256)).convert("L")
        mode = "RGBA" if raster.has_transparency_data else "RGB"
        upright = raster if raster.mode == mode else raster.convert(mode)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        clean = Rasters.new(mode, upright.size)
        clean.paste(upright)
        written = io.BytesIO()
        if is_photograph:
            clean.save(written, format="JPEG", quality=_QUALITY, optimize=True)
        else:
            clean.save(written, format="PNG", compress_level=9)
    except Exception:  # noqa: BLE001 - as above: what cannot be drawn is no picture
        return Flaw(LoadRule.PICTURE_REFUSED)
    return Image(written.getvalue(), clean.width, clean.height, credit, "jpeg" if is_photograph else "png")
