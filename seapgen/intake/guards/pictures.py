"""Pictures that others made: bounded, decoded, and written anew without anything but their points."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from seapgen.intake.guards.folder import read_bytes
from seapgen.intake.rules import LoadRule
from seapgen.model.document import Image
from seapgen.model.finding import Finding
from seapgen.model.source import Source

MOST_MEGAPIXELS = 40
LARGEST_FILE = 60 * 1024 * 1024
LONGEST_SIDE = 2400  # points: 20 cm at 300 dpi; a larger picture is made smaller


def read_picture(root: Path, file: str, credit: str = "") -> tuple[Image | None, tuple[Finding, ...]]:
    """A PNG or JPEG of a folder as a PNG without metadata, upright, at most `LONGEST_SIDE` on its longest side."""
    data, findings = read_bytes(root, file, LARGEST_FILE)
    if data is None:
        return None, findings
    image = decoded_picture(data, credit)
    return image, () if image else (LoadRule.PICTURE_REFUSED.at(Source(file), "", str(MOST_MEGAPIXELS)),)


def decoded_picture(data: bytes, credit: str = "") -> Image | None:
    """The picture in some bytes, or nothing where they are no PNG or JPEG, damaged, or too large."""
    from PIL import Image as Raster  # heavy, and only programmes with pictures need it
    from PIL import ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is bounded here, more tightly
            with Raster.open(io.BytesIO(data), formats=("PNG", "JPEG")) as raster:
                if raster.width * raster.height > MOST_MEGAPIXELS * 1_000_000:
                    return None
                raster.load()
                upright = ImageOps.exif_transpose(raster)
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        clean = Raster.new(upright.mode, upright.size)
        clean.paste(upright)
        written = io.BytesIO()
        clean.save(written, format="PNG", compress_level=9)
    except Exception:  # noqa: BLE001 - decoders leave many classes on hostile bytes: all say "no picture"
        return None
    return Image(written.getvalue(), clean.width, clean.height, credit)
