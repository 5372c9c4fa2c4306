"""Pictures of a programme in all formats: described, credited, and without what a camera wrote into their files."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from seapgen.illustrations import illustrated
from seapgen.model.artifact import FORMATS
from seapgen.model.order import Order
from seapgen.pipeline import build
from seapgen.study import study
from tests.support import validators
from tests.support.finished.files import READERS
from tests.support.pictured import SECRETS, photograph, pictured

LANGUAGES = ("en", "it")
SHOWN = {  # alternative texts in the order of the plan: cover, profile, imprint
    "en": [
        "Coat of arms of Montelago", "The lake below the town", "Heights around Montelago, from the lake to the ridge",
        "The square on market day", "Programme for Two Towns",
    ],
    "it": [
        "Stemma di Montelago", "Il lago sotto il paese", "Rilievi attorno a Montelago, dal lago al crinale",
        "La piazza nel giorno di mercato", "Programma per Due Comuni",
    ],
}  # fmt: skip
TERMS = ("Municipality of Montelago, CC0 1.0", "Photo club “Lago”, CC0 1.0", "Drawn for this test, CC0 1.0")
everywhere = pytest.mark.parametrize("form", FORMATS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programme with pictures."""
    return pictured(tmp_path_factory.mktemp("pictured"))


@pytest.fixture(scope="module")
def out(programme: Path) -> Path:
    """Where its plans are."""
    build(programme, programme.parent / "out", Order(languages=LANGUAGES, draft=True))
    return programme.parent / "out"


def path(municipality: str, language: str, form: str) -> str:
    """Where a file of a plan is."""
    return f"seap/{municipality}/{language}/seap-{municipality}-{language}.{form}"


def rasters(content: bytes, form: str) -> Iterator[bytes]:
    """All raster pictures inside a file, as far as it keeps their files."""
    if form == "docx":
        package = zipfile.ZipFile(io.BytesIO(content))
        yield from (package.read(name) for name in package.namelist() if name.startswith("word/media/"))
    elif form == "html":
        yield from (base64.b64decode(found) for found in re.findall(rb'src="data:image/\w+;base64,([^"]+)"', content))
    else:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
            yield from (o.read_raw_bytes() for o in found if o.get("/Filter") == "/DCTDecode")


@everywhere
@every_language
def test_every_picture_is_described_in_the_language_of_the_document(out: Path, language: str, form: str) -> None:
    """Cover, profile and imprint: each alternative text stands in each format."""
    alts = READERS[form]((out / path("montelago", language, form)).read_bytes()).alts

    assert [] == [said for said in SHOWN[language] if said not in alts]


@everywhere
def test_a_picture_of_the_group_is_shown_by_its_other_members_too(out: Path, form: str) -> None:
    """And a crest is not."""
    alts = READERS[form]((out / path("portoverde", "en", form)).read_bytes()).alts

    assert ("The square on market day" in alts, "Coat of arms of Montelago" in alts) == (True, False)


@everywhere
def test_credit_and_licence_are_printed(out: Path, form: str) -> None:
    """Under the picture, or in the imprint where it has no caption."""
    said = " ".join(READERS[form]((out / path("montelago", "en", form)).read_bytes()).lines)

    assert [] == [terms for terms in TERMS if terms not in said]


@everywhere
def test_nobody_learns_who_took_a_photograph_where_and_with_what(out: Path, form: str) -> None:
    """The names are in the file that was handed in, and in no file that is made of it."""
    content = (out / path("montelago", "en", form)).read_bytes()
    inside = [content, *rasters(content, form)]

    assert all(secret in photograph(60, 40) for secret in SECRETS)
    assert len(inside) > 2
    assert [] == [secret for secret in SECRETS for part in inside if secret in part]
    assert [] == [part[:4] for part in inside[1:] if _has_notes(part)]


def _has_notes(raster: bytes) -> bool:
    with Image.open(io.BytesIO(raster)) as opened:
        return bool(dict(opened.getexif())) or "comment" in opened.info


def test_a_photograph_stays_a_photograph(programme: Path) -> None:
    """As PNG it would make a plan many times as large."""
    pictures = illustrated(study(programme), "montelago").gallery.pictures

    assert {"crest.png": "png", "lake.jpg": "jpeg", "terrain.png": "png", "square.jpg": "jpeg", "logo.png": "png"} == {
        Path(file).name: picture.form for file, picture in pictures.items()
    }


def test_pictures_carry_no_path_of_a_machine(programme: Path) -> None:
    """They are known by their path in the programme."""
    gallery = illustrated(study(programme), "montelago").gallery

    assert str(programme) not in repr(gallery)
    assert all((programme / file).is_file() for file in gallery.pictures)


def test_another_photograph_makes_the_files_of_its_plan_anew(programme: Path, tmp_path: Path) -> None:
    """Nothing but points of one picture changed: the plans that show it are made again, those of others are not."""
    order = Order(languages=("en",), draft=True, formats=("html",))
    build(programme, tmp_path / "out", order)
    lake = programme / "municipalities/montelago/lake.jpg"
    before = lake.read_bytes()
    lake.write_bytes(photograph(900, 700))
    written = [name for name, _ in build(programme, tmp_path / "out", order).written]
    lake.write_bytes(before)

    assert [path("montelago", "en", "html")] == written


@pytest.mark.slow
@every_language
def test_a_plan_with_pictures_and_a_map_conforms(out: Path, language: str) -> None:
    """PDF/UA-1 and PDF/A-2a, the Open XML SDK."""
    assert [] == validators.pdf_problems((out / path("montelago", language, "pdf")).read_bytes())
    assert [] == validators.ooxml_problems(out / path("montelago", language, "docx"))


@pytest.mark.slow
def test_a_page_with_pictures_and_a_map_is_html_and_accessible(out: Path) -> None:
    """The W3C's checker and axe find nothing."""
    pages = [path("montelago", language, "html") for language in LANGUAGES]

    assert [] == validators.html_problems(out / page for page in pages)
    assert [] == validators.browser_problems(out, pages)
