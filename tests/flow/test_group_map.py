"""The map of the group in the plans of its members: who is on it, who is marked, and when there is none."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html

from seapgen.model.artifact import FORMATS, Format
from seapgen.model.chart import PointMap
from seapgen.model.document import FigureBlock, Paragraph
from seapgen.model.inline import Inline, plain, walk
from seapgen.study import study
from tests.support.finished.files import finished, tree
from tests.support.finished.pdf import drawn_texts
from tests.support.places import TESTS
from tests.support.plans import composed

SPECIMEN = TESTS / "programmes" / "specimen"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp"
NAMES = ("Montelago", "Portoverde")


def figure(municipality: str = "montelago", language: str = "en", folder: Path | None = None) -> FigureBlock[Inline] | None:
    """The map of a plan."""
    document = composed(study(folder), municipality, language) if folder else tree(municipality, language)
    return next((b for b in walk(document.blocks) if isinstance(b, FigureBlock) and isinstance(b.content, PointMap)), None)


def without(folder: Path, *municipalities: str) -> Path:
    """The specimen in which some municipalities give no location."""
    programme = folder / "specimen"
    shutil.copytree(SPECIMEN, programme)
    for name in municipalities:
        head = programme / "municipalities" / name / "municipality.yaml"
        head.write_text(re.sub(r"^location: .*\n", "", head.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    return programme


@pytest.mark.parametrize("own", ["montelago", "portoverde"])
def test_the_map_marks_whom_the_plan_is_about(own: str) -> None:
    """One of the two members, each in its own plan."""
    found = figure(own)

    assert found is not None and isinstance(found.content, PointMap)
    assert [own.capitalize()] == [plain(point.label) for point in found.content.points if point.is_own]
    assert set(NAMES) == {plain(point.label) for point in found.content.points}


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_alternative_text_names_all_places(language: str) -> None:
    """For those who do not see the map."""
    found = figure(language=language)

    assert found is not None
    assert [] == [name for name in NAMES if name not in plain(found.alt)]


def test_one_place_makes_no_map(tmp_path: Path) -> None:
    """No empty figure either."""
    assert figure(folder=without(tmp_path, "portoverde")) is None


def test_no_place_makes_no_map(tmp_path: Path) -> None:
    """And no outlines are read."""
    assert figure(folder=without(tmp_path, *map(str.lower, NAMES))) is None


def test_a_member_without_location_is_named_below_the_map(tmp_path: Path) -> None:
    """A third member of which nothing is known but its name."""
    programme = without(tmp_path)
    third = programme / "municipalities" / "sassoalto"
    third.mkdir()
    (third / "municipality.yaml").write_text(
        "id: sassoalto\nname: {en: Sassoalto, it: Sassoalto}\ncountry: IT\nlanguages: [it]\npopulation: {2010: 900}\n"
        "agency: adria-agency\ngroup: two-towns\n", "utf-8",
    )  # fmt: skip
    document = composed(study(programme), "montelago", "en")
    said = [plain(node.children) for node in walk(document.blocks) if isinstance(node, Paragraph)]

    assert "Not on the map, because no location is given: Sassoalto." in said


def drawn(out: Path, form: Format) -> str:
    """What the map prints in a format."""
    file = finished(out, "montelago", "en", form)
    if form == "pdf":
        return next(text for text in drawn_texts(file) if "Natural Earth" in text)
    if form == "html":
        page = html.document_fromstring(file.decode())
        return next(svg for svg in page.xpath("//figure/svg") if "Natural Earth" in svg.text_content()).text_content()
    body = etree.fromstring(zipfile.ZipFile(BytesIO(file)).read("word/document.xml"))
    return "".join(next(g for g in body.iter(WPG) if "Natural Earth" in "".join(g.itertext())).itertext())


@pytest.mark.parametrize("form", FORMATS)
def test_names_scale_and_attribution_stand_on_the_map(finished_plans: Path, form: Format) -> None:
    """As letters in a vector drawing, in all formats."""
    text = drawn(finished_plans, form)

    assert [] == [said for said in (*NAMES, "10\u00a0km", "Outlines: Natural Earth") if said not in text]


def test_the_map_in_word_is_drawn_and_speaks(finished_plans: Path) -> None:
    """Shapes, no raster picture; one alternative text for all of them; no id twice."""
    package = zipfile.ZipFile(BytesIO(finished(finished_plans, "montelago", "en", "docx")))
    body = etree.fromstring(package.read("word/document.xml"))
    group = next(g for g in body.iter(WPG) if "Natural Earth" in "".join(g.itertext()))
    ids = body.xpath("//*[local-name() = 'docPr' or local-name() = 'cNvPr']/@id")
    said = group.xpath("ancestor::*[local-name() = 'inline']/*[local-name() = 'docPr']/@descr")
    found = figure()

    assert found is not None
    assert [plain(found.alt)] == said
    assert not group.xpath(".//*[local-name() = 'blip']")
    assert len(ids) == len(set(ids))
