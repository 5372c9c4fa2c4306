"""Files and folders that mean harm, and those that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seapgen.intake.guards import folder as guard
from seapgen.intake.guards.paths import clashes, is_inside, is_reserved
from seapgen.intake.programme import load_programme
from tests.unit.intake.programmes import CONSUMPTION, HEAD, TOWN, found, load, minimal


def test_a_link_out_of_the_programme_is_refused(tmp_path: Path) -> None:
    """Nobody's letters get into a plan by a link."""
    programme = minimal(tmp_path)
    (tmp_path / "secret.md").write_text("# strategy.vision\n\nSecret.\n", encoding="utf-8")
    (programme / TOWN / "prose.en.md").symlink_to(tmp_path / "secret.md")
    loaded = load_programme(programme)
    assert found(loaded) == [f"L4 {TOWN}/prose.en.md"]
    assert loaded.programme is not None and loaded.programme.municipalities[0].texts == {}


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    """A link to a folder above would never end."""
    programme = minimal(tmp_path)
    (programme / "municipalities" / "loop").symlink_to(programme, target_is_directory=True)
    assert found(load_programme(programme)) == ["L4 municipalities/loop"]


def test_a_link_inside_the_programme_is_followed(tmp_path: Path) -> None:
    """Two towns may share a file."""
    programme = minimal(tmp_path)
    (programme / TOWN / "consumption.csv").rename(programme / "shared.txt")
    (programme / TOWN / "consumption.csv").symlink_to(programme / "shared.txt")
    assert found(load_programme(programme)) == []


def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    """It leads nowhere."""
    programme = minimal(tmp_path)
    (programme / "images.yaml").symlink_to(programme / "images.yaml")
    assert found(load_programme(programme)) == ["L4 images.yaml"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Only ordinary files are opened."""
    programme = minimal(tmp_path)
    os.mkfifo(programme / "accepted.yaml")
    assert found(load_programme(programme)) == ["L5 accepted.yaml"]


def test_a_text_of_more_than_a_megabyte_is_not_read(tmp_path: Path) -> None:
    """YAML beyond its limit is refused before the reader sees it."""
    assert load(tmp_path, {HEAD: b"a" * (guard.LARGEST_TEXT + 1)}) == [f"L2 {HEAD}"]


def test_a_table_may_be_larger_than_a_text(tmp_path: Path) -> None:
    """Tables have 20 megabytes."""
    note = "x" * 100_000
    rows = "".join(f'2019,residential,natural_gas,1,MWh,f{n},"{note}"\n' for n in range(20))
    assert load(tmp_path, {CONSUMPTION: "inventory_year,sector,carrier,quantity,unit,fuel,note\n" + rows}) == []


def test_too_many_files_are_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong folder (a whole disk) is told, not read."""
    monkeypatch.setattr(guard, "MOST_FILES", 10)
    codes = [f.split()[0] for f in load(tmp_path, {f"municipalities/m{n}/x.txt": "" for n in range(20)})]
    assert "L3" in codes


def test_a_folder_in_a_folder_ends_somewhere(tmp_path: Path) -> None:
    """Nesting is bounded."""
    assert "L3" in [f.split()[0] for f in load(tmp_path, {"a/" * 20 + "x.txt": ""})]


def test_names_that_differ_by_case_only_clash(tmp_path: Path) -> None:
    """On Windows and macOS one of the two files would vanish."""
    assert f"L6 {TOWN}" in load(tmp_path, {"municipalities/Town/x.txt": ""})


def test_names_that_differ_by_composition_only_clash() -> None:
    """ή as one letter or as two is the same name."""
    assert list(clashes(["\u03ae.md", "\u03b7\u0301.md"])) == [("\u03ae.md", "\u03b7\u0301.md")]


def test_hidden_files_and_former_output_are_no_input(tmp_path: Path) -> None:
    """`.git` and `build` are left alone."""
    assert load(tmp_path, {".git/config.yaml": "{{{", "build/seap/x.yaml": "{{{", ".DS_Store": b"\xff"}) == []


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "a/../../b", "a//b", "a\\b", "C:/x", "con.png", "a/\u202e.png", "", ".", "~/../x"]
)
def test_a_path_that_could_leave_is_refused(path: str) -> None:
    """Traversal in every spelling."""
    assert not is_inside(path)


@pytest.mark.parametrize("path", ["crest.png", "municipalities/town/Stemma del Comune.png", "λογότυπο.jpg"])
def test_an_ordinary_path_is_accepted(path: str) -> None:
    """Spaces and Greek are fine."""
    assert is_inside(path)


@pytest.mark.parametrize("name", ["con", "nul", "COM1", "lpt9.txt", "aux"])
def test_names_of_devices_are_known(name: str) -> None:
    """Windows cannot make such a folder."""
    assert is_reserved(name)


def test_findings_of_one_file_are_bounded(tmp_path: Path) -> None:
    """Ten thousand broken rows end in five hundred findings and a word that there are more."""
    rows = "2019,residential,natural_gas,x,MWh\n" * 10_000
    findings = load(tmp_path, {CONSUMPTION: "inventory_year,sector,carrier,quantity,unit\n" + rows})
    assert len(findings) == 501 and f"L13 {CONSUMPTION}:502" in findings
