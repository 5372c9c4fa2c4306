"""Pictures that others made."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from seapgen.intake.guards.pictures import LONGEST_SIDE, decoded_picture, read_picture


def encoded(image: Image.Image, kind: str = "PNG", **settings: object) -> bytes:
    """The bytes of a picture file."""
    stream = io.BytesIO()
    image.save(stream, format=kind, **settings)
    return stream.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG whose head promises more than it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    """Black and white, grey, palette, colour, transparent."""
    image = decoded_picture(encoded(Image.new(mode, (30, 20))), "Someone")
    assert image is not None and (image.width_px, image.height_px, image.credit) == (30, 20, "Someone")


def test_a_photograph_for_print_is_taken() -> None:
    """CMYK as printers send it."""
    assert decoded_picture(encoded(Image.new("CMYK", (30, 20)), "JPEG")) is not None


def test_a_photograph_stands_upright_and_tells_nothing() -> None:
    """Turned as the camera says; place and time of the photograph are gone."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Anna"
    image = decoded_picture(encoded(Image.new("RGB", (30, 20)), "JPEG", exif=exif))
    assert image is not None and (image.width_px, image.height_px) == (20, 30) and b"Anna" not in image.png


def test_a_large_picture_is_made_smaller() -> None:
    """No plan of a hundred megabytes."""
    image = decoded_picture(encoded(Image.new("RGB", (5000, 1000))))
    assert image is not None and (image.width_px, image.height_px) == (LONGEST_SIDE, LONGEST_SIDE // 5)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", bomb(60_000, 60_000), bomb(2**31 - 1, 2**31 - 1),
        bomb(10, 10), encoded(Image.new("1", (20_000, 20_000))), encoded(Image.new("RGB", (300, 200)))[:-40],
        encoded(Image.new("RGB", (3, 2)), "GIF"),
        encoded(Image.new("RGB", (3, 2)), "TIFF"),
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_picture_of_a_sensible_size_is_refused(data: bytes) -> None:
    """Bombs, stumps, other formats."""
    assert decoded_picture(data) is None


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Law 8."""
    data = encoded(Image.effect_noise((40, 40), 9))
    assert decoded_picture(data) == decoded_picture(data)


def test_a_refused_picture_is_a_finding(tmp_path: Path) -> None:
    """At its file."""
    (tmp_path / "a.png").write_bytes(b"no")
    image, findings = read_picture(tmp_path, "a.png")
    assert image is None and [f"{f.code} {f.source}" for f in findings] == ["L93 a.png"]


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_damaged_picture_raises_nothing(place: int, noise: bytes) -> None:
    """Any bytes anywhere: a picture or none."""
    data = bytearray(encoded(Image.effect_noise((16, 16), 50)))
    data[place : place + len(noise)] = noise
    image = decoded_picture(bytes(data))
    assert image is None or image.png.startswith(b"\x89PNG")
