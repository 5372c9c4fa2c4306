"""The specimen with pictures of our own (drawn here, CC0): crests, a photograph with a camera's notes, a map, a figure, a logo."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.places import ROOT

SECRETS = (b"Anna Bianchi", b"Camera One", b"12345-serial")  # what the photograph's file says beside its points
_LICENCE = "CC0 1.0"
IMAGES = f"""\
- file: municipalities/montelago/crest.png
  role: crest
  alt: {{en: Coat of arms of Montelago, it: Stemma di Montelago}}
  credit: Municipality of Montelago
  licence: {_LICENCE}
- file: municipalities/montelago/lake.jpg
  role: cover
  alt: {{en: The lake below the town, it: Il lago sotto il paese}}
  credit: Photo club “Lago”
  licence: {_LICENCE}
- file: pictures/terrain.png
  role: map
  municipality: montelago
  alt: {{en: "Heights around Montelago, from the lake to the ridge", it: "Rilievi attorno a Montelago, dal lago al crinale"}}
  caption: {{en: The terrain, it: Il territorio}}
  credit: Drawn for this test
  licence: {_LICENCE}
- file: pictures/square.jpg
  role: figure
  group: two-towns
  alt: {{en: The square on market day, it: La piazza nel giorno di mercato}}
  credit: Drawn for this test
  licence: {_LICENCE}
- file: pictures/logo.png
  role: logo
  alt: {{en: Programme for Two Towns, it: Programma per Due Comuni}}
  credit: Drawn for this test
  licence: {_LICENCE}
"""


def pictured(folder: Path) -> Path:
    """The specimen programme in a folder, with pictures."""
    programme = folder / "pictured"
    shutil.copytree(ROOT / "tests" / "programmes" / "specimen", programme)
    (programme / "pictures").mkdir()
    town = programme / "municipalities" / "montelago"
    _crest().save(town / "crest.png")
    (town / "lake.jpg").write_bytes(photograph(1500, 1000))
    _terrain().save(programme / "pictures" / "terrain.png")
    (programme / "pictures" / "square.jpg").write_bytes(photograph(900, 600))
    _logo().save(programme / "pictures" / "logo.png")
    (programme / "images.yaml").write_text(IMAGES, encoding="utf-8")
    head = programme / "programme.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("logos: []", "logos: [pictures/logo.png]"), encoding="utf-8")
    return programme


def photograph(width: int, height: int) -> bytes:
    """Sky, hills and water as a JPEG that names who took it, where, and with what."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        share = y / height
        sky, lake = (
            (round(120 + 110 * share), round(170 + 60 * share), 235),
            (30, round(110 - 40 * share), round(150 - 50 * share)),
        )
        draw.line(((0, y), (width, y)), fill=sky if share < 0.6 else lake)
    for n, green in enumerate(((120, 150, 130), (80, 120, 95), (45, 90, 65))):
        top = height * (0.35 + 0.08 * n)
        ridge = [(width * k / 12, top + height * 0.07 * ((k * (n + 3) * 7) % 5 - 2) / 2) for k in range(13)]
        draw.polygon([(0, height * 0.62), *ridge, (width, height * 0.62)], fill=green)
    exif = Image.Exif()
    exif[0x013B], exif[0x010F], exif[0x0110] = (secret.decode() for secret in SECRETS)
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (43.0, 42.0, 36.0), "E", (12.0, 56.0, 24.0)
    written = io.BytesIO()
    picture.save(written, format="JPEG", quality=90, exif=exif, comment=SECRETS[0])
    return written.getvalue()


def _crest() -> Image.Image:
    """A shield, half blue and half gold, on no ground."""
    picture = Image.new("RGBA", (400, 480), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    shield = [(20, 20), (380, 20), (380, 280), (200, 460), (20, 280)]
    draw.polygon(shield, fill=(30, 80, 160, 255))
    draw.polygon([(200, 20), (380, 20), (380, 280), (200, 460)], fill=(225, 175, 50, 255))
    draw.line([*shield, shield[0]], fill=(20, 30, 40, 255), width=10)
    draw.ellipse((140, 140, 260, 260), fill=(250, 250, 250, 255))
    return picture


def _terrain() -> Image.Image:
    picture = Image.new("RGB", (1200, 700), (236, 240, 224))
    draw = ImageDraw.Draw(picture)
    for n in range(9):
        draw.ellipse((420 + 45 * n, 80 + 30 * n, 1150 - 40 * n, 620 - 28 * n), outline=(150, 120, 80), width=4)
    draw.ellipse((60, 380, 420, 640), fill=(120, 175, 215))
    return picture


def _logo() -> Image.Image:
    picture = Image.new("RGB", (600, 200), "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((10, 10, 190, 190), fill=(11, 79, 92))
    draw.ellipse((230, 40, 350, 160), fill=(233, 180, 76))
    draw.ellipse((380, 40, 500, 160), fill=(35, 117, 103))
    return picture
