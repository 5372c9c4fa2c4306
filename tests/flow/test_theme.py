"""A garish theme in the finished files: every colour, the font, the logo and the name, in Word, PDF and page."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from seapgen import resources
from seapgen.model.artifact import FORMATS, Format
from seapgen.model.order import Order
from seapgen.pipeline import build
from tests.support.places import EXAMPLES

GARISH = {
    "primary": "#7A0099", "primary-soft": "#FFD6F5", "primary-line": "#A000C8", "primary-mid": "#9A2EB3", "accent": "#FFE800",
    "accent-tint": "#FFFBD1", "ink": "#330011", "muted": "#7D1F5A", "line": "#FF99CC", "tint": "#FFF0FA", "tint-strong": "#FFE0F5",
    "saving": "#00664D", "warning": "#B3001E", "series-1": "#0033CC", "series-2": "#FF6600", "series-3": "#00B3A1",
    "series-4": "#CC0000", "series-5": "#333399", "series-6": "#FF66FF", "series-7": "#99FF00", "series-8": "#AAAA77",
}  # fmt: skip
FEW = {"primary-mid", "series-7", "series-8"}  # this town has six sectors, and no chart that needs the middle tone
UNUSED = {"docx": FEW, "pdf": FEW, "html": set[str]()}  # a page declares all
FAMILY = "Garish Sans"
every_format = pytest.mark.parametrize("form", FORMATS)


def own_font(folder: Path, source: str, weight: int) -> None:
    """A font of the house under another name."""
    font = TTFont(resources.folder("templates") / "fonts" / source)
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 16):
            font["name"].setName(FAMILY, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (6, 17, 2):
            font["name"].setName(
                "GarishSans" if record.nameID == 6 else "Regular",
                record.nameID,
                record.platformID,
                record.platEncID,
                record.langID,
            )
    font["OS/2"].usWeightClass = weight
    folder.mkdir(exist_ok=True)
    font.save(folder / f"garish-{weight}.ttf")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example town's plan in the garish theme, by format; its shell is the house's."""
    place = tmp_path_factory.mktemp("garish")
    programme = place / "programme"
    shutil.copytree(EXAMPLES / "own_letterhead", programme)
    agency = programme / "agencies" / "valdora"
    shutil.rmtree(agency / "stationery")
    colours = "\n".join(f'{name} = "{value}"' for name, value in GARISH.items())
    Image.new("RGB", (320, 80), "#12FE34").save(agency / "logo.png")
    for source, weight in (("SourceSans3_400Regular.ttf", 400), ("SourceSans3_600SemiBold.ttf", 700)):
        own_font(agency / "fonts", source, weight)
    theme = f'logo = "logo.png"\n[names]\norganisation = {{en = "Garish & Sons"}}\n[colours]\n{colours}\n[fonts]\ntext = ["{FAMILY}"]\nfallback = "Arial"\n'
    (agency / "theme.toml").write_text(theme, encoding="utf-8")
    build(programme, place / "out", Order(languages=("en",)))
    return {form: (place / f"out/seap/roccalta/en/seap-roccalta-en.{form}").read_bytes() for form in FORMATS}


def parts(content: bytes) -> dict[str, bytes]:
    """Members of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawn(content: bytes) -> set[str]:
    """All colours that the drawing commands of a PDF set, as `#RRGGBB`."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        for place in [*pdf.pages, *forms]:
            for command in pikepdf.parse_content_stream(place):
                numbers = [n for n in command.operands if not isinstance(n, (pikepdf.Name, pikepdf.Dictionary))]
                if str(command.operator) in ("rg", "RG", "sc", "SC", "scn", "SCN") and len(numbers) == 3:
                    found.add("#" + "".join(f"{round(float(n) * 255):02X}" for n in numbers))
    return found


def colours(form: Format, content: bytes) -> set[str]:
    """The colours of a finished file."""
    if form == "pdf":
        return drawn(content)
    text = b"".join(c for n, c in parts(content).items() if n.endswith(".xml")).decode() if form == "docx" else content.decode()
    return {f"#{value.upper()}" for value in re.findall(r"""["'#]([0-9A-Fa-f]{6})\b""", text)}


@every_format
def test_every_colour_of_the_theme_is_printed(form: Format, made: dict[str, bytes]) -> None:
    """Values in the finished file, not in the tree; none of the house's is left."""
    found = colours(form, made[form])
    missing = {name for name, value in GARISH.items() if value not in found}

    assert missing == UNUSED[form]


@every_format
def test_no_colour_of_the_house_is_left(form: Format, made: dict[str, bytes]) -> None:
    """Neither in text nor in charts, lists, bands."""
    house = set(re.findall(r'= "(#[0-9A-F]{6})"', (resources.folder("templates") / "theme.toml").read_text(encoding="utf-8")))

    assert house & colours(form, made[form]) == set()


@every_format
def test_the_logo_is_on_the_cover(form: Format, made: dict[str, bytes]) -> None:
    """Its points, which nothing else has."""
    content = made[form]
    if form == "docx":
        pictures = [c for n, c in parts(content).items() if n.startswith("word/media/")]
    elif form == "html":
        pictures = [
            base64.b64decode(data) for data in re.findall(rb'<img class="logo" src="data:image/png;base64,([^"]+)"', content)
        ]
    else:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
            pictures = [_saved(pikepdf.PdfImage(o).as_pil_image()) for o in images]

    assert [(Image.open(io.BytesIO(p)).size, Image.open(io.BytesIO(p)).convert("RGB").getpixel((5, 5))) for p in pictures] == [
        ((320, 80), (0x12, 0xFE, 0x34))
    ]


def _saved(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format="PNG")
    return stream.getvalue()


@every_format
def test_the_font_is_the_themes(form: Format, made: dict[str, bytes]) -> None:
    """Word names it with its substitute; PDF and page carry the agency's files, and the house's for the labels of charts."""
    content = made[form]
    if form == "docx":
        found = set(
            re.findall(r'<w:font w:name="([^"]*)"><w:altName w:val="([^"]*)"', parts(content)["word/fontTable.xml"].decode())
        )
        assert found == {(FAMILY, "Arial")}
    elif form == "html":
        rules = re.findall(r'@font-face\{font-family:"([^"]*)";font-weight:(\d+)', content.decode())
        assert {(FAMILY, "400"), (FAMILY, "700"), ("Seapgen Text", "400")} <= set(rules)
        assert f':root{{--font:"{FAMILY}","Seapgen Text"' in content.decode()
    else:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            names = {
                str(o["/FontName"]).partition("+")[2]
                for o in pdf.objects
                if isinstance(o, pikepdf.Dictionary) and "/FontName" in o
            }
        assert {name for name in names if "Garish" in name} and {name for name in names if "SourceSans" in name}


@every_format
def test_the_name_of_the_organisation_is_printed(form: Format, made: dict[str, bytes]) -> None:
    """With its ampersand, letter by letter."""
    if form == "pdf":
        with pikepdf.open(io.BytesIO(made[form])) as pdf:
            assert str(pdf.docinfo["/Author"]) == "Garish & Sons"
    elif form == "docx":
        assert b"<dc:creator>Garish &amp; Sons</dc:creator>" in parts(made[form])["docProps/core.xml"]
    else:
        assert 'name="author" content="Garish &amp; Sons"' in made[form].decode()


def test_bullets_of_lists_have_the_colour_of_the_theme(made: dict[str, bytes]) -> None:
    """In Word they stand in the list definitions."""
    numbering = parts(made["docx"])["word/numbering.xml"].decode()
    levels = [level for level in re.findall(r"<w:lvl .*?</w:lvl>", numbering) if 'w:numFmt w:val="bullet"' in level]

    assert levels and all('w:color w:val="7A0099"' in level for level in levels)


def test_series_of_charts_in_word_follow_the_word_theme(made: dict[str, bytes]) -> None:
    """So that a theme changed in Word changes them; the slots hold the agency's colours."""
    found = parts(made["docx"])
    theme = found["word/theme/theme1.xml"].decode()
    slots = dict(re.findall(r'<a:(accent\d)><a:srgbClr val="([0-9A-F]{6})"', theme))

    assert slots == {f"accent{n}": GARISH[f"series-{n}"].removeprefix("#") for n in range(1, 7)}
    assert any(b'schemeClr val="accent1"' in c for n, c in found.items() if n.startswith("word/charts/chart"))
