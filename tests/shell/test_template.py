"""`seapgen template new` and `seapgen template check` as an agency uses them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.places import TESTS
from tests.unit.render.word.sample import opened, packed

FILES = ("agency.yaml", "stationery/default.docx", "stationery/texts.toml", "theme.toml")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A programme of one town, whose agency is not there yet."""
    folder = tmp_path / "programme"
    shutil.copytree(TESTS / "programmes" / "minimal", folder)
    return folder


def joined(programme: Path) -> None:
    """The town says that the agency looks after it."""
    path = programme / "municipalities" / "town" / "municipality.yaml"
    path.write_text("agency: ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


def test_a_new_look_passes_the_check_and_builds_at_once(programme: Path) -> None:
    """What is made is said on standard output, what to do next on standard error."""
    run = seapgen("template", "new", "ours", cwd=programme)
    joined(programme)
    check = seapgen("template", "check", ".", "--strict", cwd=programme)
    build = seapgen("build", ".", "--format", "docx", cwd=programme)

    assert run.stdout.split() == [f"agencies/ours/{path}" for path in FILES]
    assert "agency: ours" in run.stderr and "seapgen template check" in run.stderr
    assert (check.returncode, build.returncode) == (ExitCode.OK, ExitCode.OK), check.stdout + build.stderr


def test_nothing_is_written_over(programme: Path) -> None:
    """All files that are in the way are named, and none is touched, none made."""
    theme = programme / "agencies" / "ours" / "theme.toml"
    theme.parent.mkdir(parents=True)
    theme.write_text("# mine\n", encoding="utf-8")
    run = seapgen("template", "new", "ours", "--programme", str(programme))

    assert run.returncode == ExitCode.OUTPUT_NOT_WRITABLE
    assert "R15" in run.stderr and "agencies/ours/theme.toml" in run.stderr
    assert [p.name for p in theme.parent.rglob("*")] == ["theme.toml"] and theme.read_text(encoding="utf-8") == "# mine\n"


def test_an_agency_that_is_there_keeps_its_own_file(programme: Path) -> None:
    """Only its look is new."""
    head = programme / "agencies" / "ours" / "agency.yaml"
    head.parent.mkdir(parents=True)
    head.write_text("id: ours\nname: {en: Ours}\ncountry: IT\nlanguages: [en]\n", encoding="utf-8")
    before = head.read_text(encoding="utf-8")
    run = seapgen("template", "new", "ours", "--programme", str(programme))

    assert (run.returncode, head.read_text(encoding="utf-8")) == (ExitCode.OK, before)


@pytest.mark.parametrize("name", ["Our Agency", "../ours", "con", ""])
def test_a_name_that_is_no_id_is_refused(name: str, programme: Path) -> None:
    """Nothing is made outside the folder of agencies."""
    run = seapgen("template", "new", name, "--programme", str(programme))

    assert run.returncode == ExitCode.USAGE and "Traceback" not in run.stderr
    assert not (programme / "agencies").exists() and not (programme / "ours").exists()


def test_findings_stand_under_their_file_and_name_the_paragraph(programme: Path) -> None:
    """Several files, all at once, with codes; JSON has the part of the Word file too."""
    seapgen("template", "new", "ours", "--programme", str(programme))
    agency = programme / "agencies" / "ours"
    members = opened((agency / "stationery" / "default.docx").read_bytes())
    members["word/footerText.xml"] = members["word/footerText.xml"].replace(b"{{ footer }}", b"Call us: {{ telephone }}")
    document = members["word/document.xml"].replace(b"[[model page: text]]", b"[[chapter: programme]]")
    members["word/document.xml"] = document
    (agency / "stationery" / "default.docx").write_bytes(packed(members))
    run = seapgen("template", "check", str(programme))
    found = json.loads(seapgen("template", "check", str(programme), "--json").stdout)["findings"]

    assert run.returncode == ExitCode.BROKEN_TEMPLATE
    assert run.stdout.splitlines()[0] == "agencies/ours/stationery/default.docx"
    assert "Call us: {{ telephone }}" in run.stdout
    assert {(f["code"], f["sheet"]) for f in found} == {("T41", "word/footerText.xml"), ("T44", None), ("T50", None)}


def test_a_stationery_with_flaws_stops_the_build_with_its_place(programme: Path) -> None:
    """Nothing is written, also not the formats that need no stationery where its marks are wrong."""
    seapgen("template", "new", "ours", "--programme", str(programme))
    joined(programme)
    shell = programme / "agencies" / "ours" / "stationery" / "default.docx"
    members = opened(shell.read_bytes())
    members["word/document.xml"] = members["word/document.xml"].replace(b"{{ eyebrow }}", b"{% for x in y %}")
    shell.write_bytes(packed(members))
    run = seapgen("build", ".", "--out", "out", "--format", "docx", cwd=programme)

    assert run.returncode == ExitCode.BROKEN_TEMPLATE
    assert "T42" in run.stderr and "agencies/ours/stationery/default.docx" in run.stderr
    assert not list(programme.rglob("*-en.docx"))


def test_a_text_without_the_language_of_a_document_stops_its_word_file(programme: Path) -> None:
    """A draft prints another language, marked; PDF and page have no such text."""
    seapgen("template", "new", "ours", "--programme", str(programme))
    joined(programme)
    folder = programme / "agencies" / "ours" / "stationery"
    (folder / "texts.toml").write_text('[slogan]\nit = "Aria pulita"\n', encoding="utf-8")
    members = opened((folder / "default.docx").read_bytes())
    members["word/footerText.xml"] = members["word/footerText.xml"].replace(b"{{ footer }}", b"{{ slogan }}")
    (folder / "default.docx").write_bytes(packed(members))
    word = seapgen("build", ".", "--format", "docx", cwd=programme)
    page = seapgen("build", ".", "--format", "html", cwd=programme)
    draft = seapgen("build", ".", "--format", "docx", "--draft", cwd=programme)
    made = opened((programme / "build/seap/town/en/seap-town-en.docx").read_bytes())

    assert (word.returncode, page.returncode, draft.returncode) == (ExitCode.MISSING_TRANSLATION, ExitCode.OK, ExitCode.OK)
    assert "agencies/ours/stationery/texts.toml" in word.stderr and "M6" in word.stderr
    assert b"[it] Aria pulita" in made["word/footerText.xml"]
