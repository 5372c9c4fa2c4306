"""Returns that were read before: the same nouns, places and findings as if they were read again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seapgen.intake import archive as archives
from seapgen.intake.archive import Archive
from seapgen.intake.kept import packed, unpacked
from seapgen.intake.programme import Loaded, load_programme
from seapgen.model.kept import KeptReturn
from tests.support.places import EXAMPLES, TESTS
from tests.unit.intake.programmes import FAULTS, TOWN, minimal

PROGRAMMES = {
    "city_sec": EXAMPLES / "city_sec", "turin": EXAMPLES / "turin", "specimen": TESTS / "programmes" / "specimen",
    "two-groups": TESTS / "programmes" / "two-groups", "rules": TESTS / "rules" / "base",
}  # fmt: skip
CHANGES: dict[str, Callable[[Path], object]] = {
    "a cell": lambda folder: (folder / TOWN / "consumption.csv").write_text("inventory_year,sector\n"),
    "another file": lambda folder: (folder / TOWN / "notes.txt").write_text("?"),
    "a new text": lambda folder: (folder / TOWN / "prose.en.md").write_text("## introduction\n\nHello.\n"),
    "other languages": lambda folder: (folder / "programme.yaml").write_text(
        (folder / "programme.yaml").read_text().replace("languages: [en]", "languages: [en, it]")
    ),
    "a file described as a picture": lambda folder: (folder / "images.yaml").write_text(
        f"- {{file: {TOWN}/notes.txt, role: figure, alt: {{en: x}}, credit: x, licence: CC0}}\n"
    ),
    "a file that is no text": lambda folder: (folder / TOWN / "totals.csv").write_bytes(b"\xff\xfe\x00"),
    "a file less": lambda folder: (folder / TOWN / "consumption.csv").unlink(),
}


def again(folder: Path, before: Archive) -> tuple[Loaded, Archive]:
    """The folder read once more, with what was kept."""
    archive = Archive(before.kept())
    return load_programme(folder, archive), archive


def read(folder: Path) -> tuple[Loaded, Archive]:
    """The folder read for the first time."""
    archive = Archive()
    return load_programme(folder, archive), archive


@pytest.fixture
def nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a return is found out."""

    def refused(*_: object) -> None:
        raise AssertionError("a return was read again")

    monkeypatch.setattr(archives, "read_return", refused)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_return_is_the_same_after_it_was_kept(name: str) -> None:
    """Values with their types, texts, and the place of every field."""
    programme = load_programme(PROGRAMMES[name]).programme
    assert programme is not None
    returns = programme.municipalities

    found = [unpacked(packed(each), each.folder) for each in returns]

    assert found == list(returns)
    assert repr(found) == repr(list(returns))  # a word and a member of a closed list are equal, and are not the same


def test_nothing_is_read_twice(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """All returns come from the archive, and what was loaded is the same."""
    first, before = read(PROGRAMMES["two-groups"])
    request.getfixturevalue("nothing_read")

    assert again(PROGRAMMES["two-groups"], before)[0] == first


@pytest.mark.parametrize("fault", sorted(FAULTS.iterdir()), ids=lambda folder: folder.name)
def test_what_was_found_is_found_again(fault: Path, tmp_path: Path) -> None:
    """A return with faults has the same findings when it was kept."""
    programme = minimal(tmp_path)
    shutil.copytree(fault, programme, dirs_exist_ok=True)
    first, before = read(programme)

    assert repr(again(programme, before)[0]) == repr(first)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_return_depends_on_is_noticed(change: str, tmp_path: Path) -> None:
    """What is loaded with an archive is what is loaded without."""
    programme = minimal(tmp_path)
    (programme / TOWN / "totals.csv").write_text("inventory_year,level,key,energy_mwh,emissions_t\n")
    if change == "a file described as a picture":
        (programme / TOWN / "notes.txt").write_text("?")
    _, before = read(programme)
    CHANGES[change](programme)

    found, archive = again(programme, before)

    assert repr(found) == repr(read(programme)[0])
    assert archive.has_news or not archive.kept()


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"head": {"id": 3}}', "\x00"])
def test_what_cannot_be_understood_is_read_again(content: str, tmp_path: Path) -> None:
    """A file that somebody has edited makes nothing wrong."""
    programme = minimal(tmp_path)
    first, before = read(programme)
    broken = {key: KeptReturn(content, each.findings, each.files) for key, each in before.kept().items()}

    assert load_programme(programme, Archive(broken)) == first


def test_a_return_with_too_many_findings_is_not_kept(tmp_path: Path) -> None:
    """Some of them are left out, so they cannot be told again."""
    programme = minimal(tmp_path)
    table = programme / TOWN / "consumption.csv"
    table.write_text(table.read_text() + "2010,nowhere,,coal,,1,MWh,,\n" * 600)

    assert not read(programme)[1].kept()
