"""What the README tells a municipality to do works as it is written there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command import seapgen
from tests.support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """The smallest programme, typed from the README."""
    town = tmp_path / "my-programme" / "municipalities" / "town"
    town.mkdir(parents=True)
    for path, text in re.findall(r"^```yaml\n# (\S+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        (tmp_path / "my-programme" / path).write_text(text, encoding="utf-8")
    (table,) = re.findall(r"^```csv\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    (town / "consumption.csv").write_text(table, encoding="utf-8")
    return town.parents[1]


def test_the_smallest_programme_has_no_error(programme: Path) -> None:
    """`seapgen check my-programme` accepts what the README calls the least that is legal."""
    run = seapgen("check", "my-programme", cwd=programme.parent)

    assert run.returncode == 0, run.stdout + run.stderr


def test_the_smallest_programme_can_be_built(programme: Path) -> None:
    """The three files and the manifest are where the README says, and standard output names them."""
    run = seapgen("build", "my-programme", cwd=programme.parent)
    built = programme.parent / "build"
    promised = [re.sub("<id>", "town", p).replace("<language>", "en") for p in re.findall(r"`build/(seap/[^`]+\.docx)`", README)]

    assert run.returncode == 0, run.stderr
    assert promised
    assert [True] * 3 == [(built / promised[0]).with_suffix(suffix).is_file() for suffix in (".docx", ".pdf", ".html")]
    assert (built / "manifest.json").is_file()
    assert "seap-town-en.pdf" in run.stdout


def test_all_problems_are_told_at_once(programme: Path) -> None:
    """Two faults in two files give two findings with their places, exit code 3, and nothing is written."""
    (programme / "programme.yaml").write_text(
        (programme / "programme.yaml").read_text(encoding="utf-8") + "colour: blue\n", encoding="utf-8"
    )
    table = programme / "municipalities/town/consumption.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("tertiary", "schools"), encoding="utf-8")

    run = seapgen("build", "my-programme", cwd=programme.parent)
    told = run.stdout + run.stderr

    assert run.returncode == 3
    assert "programme.yaml:6" in told
    assert "consumption.csv:3" in told
    assert not (programme.parent / "build").exists()
