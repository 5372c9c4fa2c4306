"""Pictures that others made."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from seapgen.intake.guards.pictures import LONGEST_SIDE, Flaw, decoded_picture, picture_flaw, read_picture
from seapgen.intake.rules import LoadRule
from seapgen.model.source import Source
from tests.support.places import ROOT


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


def oversized_jpeg(width: int, height: int) -> bytes:
    """A small JPEG whose head says that it is large."""
    data = bytearray(encoded(Image.new("L", (8, 8)), "JPEG"))
    frame = data.index(b"\xff\xc0") + 5
    data[frame : frame + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def moving() -> bytes:
    """A PNG of two frames."""
    frames = [Image.new("L", (8, 8), shade) for shade in (0, 255)]
    return encoded(frames[0], save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    """Black and white, grey, palette, colour, transparent."""
    image = decoded_picture(encoded(Image.new(mode, (30, 20))), "Someone")
    assert not isinstance(image, Flaw) and (image.width_px, image.height_px, image.credit) == (30, 20, "Someone")


def test_a_photograph_for_print_is_taken() -> None:
    """CMYK as printers send it."""
    assert not isinstance(decoded_picture(encoded(Image.new("CMYK", (30, 20)), "JPEG")), Flaw)


def test_a_photograph_stands_upright_and_tells_nothing() -> None:
    """Turned as the camera says; place and time of the photograph are gone."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Anna"
    image = decoded_picture(encoded(Image.new("RGB", (30, 20)), "JPEG", exif=exif))
    assert not isinstance(image, Flaw) and (image.width_px, image.height_px) == (20, 30) and b"Anna" not in image.data


def test_a_large_picture_is_made_smaller() -> None:
    """No plan of a hundred megabytes."""
    image = decoded_picture(encoded(Image.new("RGB", (5000, 1000))))
    assert not isinstance(image, Flaw) and (image.width_px, image.height_px) == (LONGEST_SIDE, LONGEST_SIDE // 5)


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
    assert isinstance(decoded_picture(data), Flaw)


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (encoded(Image.new("1", (10_000, 10_000))), LoadRule.PICTURE_TOO_LARGE),
        (oversized_jpeg(10_000, 10_000), LoadRule.PICTURE_TOO_LARGE),
        (b"<svg onload='alert(1)'/>", LoadRule.PICTURE_DRAWING),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- by -->\n<!DOCTYPE svg>\n<svg\n/>", LoadRule.PICTURE_DRAWING),
        (moving(), LoadRule.PICTURE_MOVES),
        (encoded(Image.new("L", (8, 8)), "BMP"), LoadRule.PICTURE_REFUSED),
        (encoded(Image.effect_noise((64, 64), 60), "JPEG")[:-900], LoadRule.PICTURE_REFUSED),
    ],
    ids=("large-png", "large-jpeg", "drawing", "drawing-with-head", "moving", "bitmap", "half"),
)
def test_a_refusal_says_what_is_wrong(data: bytes, rule: LoadRule, tmp_path: Path) -> None:
    """The same reason whether the picture is only looked at or decoded for print."""
    (tmp_path / "a.png").write_bytes(data)
    flaw = decoded_picture(data)
    findings = picture_flaw(tmp_path, "a.png", Source("images.yaml", 1, 10))
    assert isinstance(flaw, Flaw)
    assert (rule, [rule.code]) == (flaw.rule, [f.code for f in findings])


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    """A scan with 65,536 greys does not turn into white."""
    scan = Image.new("I;16", (3, 1))
    for x, shade in enumerate((0, 64, 255)):
        scan.putpixel((x, 0), shade * 256 + 128)
    image = decoded_picture(encoded(scan))
    assert not isinstance(image, Flaw)
    with Image.open(io.BytesIO(image.data)) as written:
        assert [(shade,) * 3 for shade in (0, 64, 255)] == [written.getpixel((x, 0)) for x in range(3)]


MEASURED = """
import resource, sys, time
from pathlib import Path
from PIL import Image, PngImagePlugin, JpegImagePlugin
from seapgen.intake.guards.pictures import decoded_picture
data = Path(sys.argv[1]).read_bytes()
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
decoded_picture(data)
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("data", [encoded(Image.new("1", (10_000, 10_000))), oversized_jpeg(10_000, 10_000)], ids=("png", "jpeg"))
def test_a_hundred_megapixels_cost_nothing(data: bytes, tmp_path: Path) -> None:
    """Refused by its head: within a second, and without memory for its points (300 MB of them, in colours)."""
    (tmp_path / "bomb").write_bytes(data)
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path / "bomb")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seconds, kilobytes = map(float, run.stdout.split())
    assert (len(data) < 50_000, seconds < 1, kilobytes < 20_000) == (True, True, True), run.stdout


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Law 8."""
    data = encoded(Image.effect_noise((40, 40), 9))
    assert decoded_picture(data) == decoded_picture(data)


def test_a_refused_picture_is_a_finding(tmp_path: Path) -> None:
    """At the place that names it."""
    (tmp_path / "a.png").write_bytes(b"no")
    image, findings = read_picture(tmp_path, "a.png", Source("images.yaml", 3, 9))
    assert image is None and [f"{f.code} {f.source}" for f in findings] == ["L93 images.yaml:3:9"]


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_damaged_picture_raises_nothing(place: int, noise: bytes) -> None:
    """Any bytes anywhere: a picture or none."""
    data = bytearray(encoded(Image.effect_noise((16, 16), 50)))
    data[place : place + len(noise)] = noise
    image = decoded_picture(bytes(data))
    assert isinstance(image, Flaw) or image.data.startswith(b"\x89PNG")


def test_a_photograph_stays_small_and_tells_nothing() -> None:
    """A JPEG that may stay one is upright, has no camera, place or colour profile, and is no larger than it was by much."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    data = encoded(
        Image.effect_noise((60, 20), 60).convert("RGB"), "JPEG", exif=exif, comment=b"by somebody", icc_profile=b"profile"
    )
    image = decoded_picture(data, is_photograph=True)
    assert not isinstance(image, Flaw)
    with Image.open(io.BytesIO(image.data)) as written:
        assert ("JPEG", (20, 60), {}) == (written.format, written.size, dict(written.getexif()))
        assert {"jfif", "jfif_version", "jfif_unit", "jfif_density"} >= set(written.info)
    assert image == decoded_picture(data, is_photograph=True)
    assert (image.form, b"Camera" in image.data) == ("jpeg", False)
