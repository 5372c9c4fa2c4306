"""Bad input ends in an exit code and a list of places: never a traceback, never half an output."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from seapgen.cli.app import app
from seapgen.model.errors import ExitCode
from tests.support.places import TESTS

FAULTS = TESTS / "faults"
REFUSED = {ExitCode.INVALID_INPUT, ExitCode.MISSING_TRANSLATION, ExitCode.BROKEN_TEMPLATE}


def programme(folder: Path, fault: Path) -> Path:
    """The smallest programme with the files of a fault laid over it."""
    copy = folder / "programme"
    shutil.copytree(TESTS / "programmes" / "minimal", copy)
    shutil.copytree(fault, copy, dirs_exist_ok=True)
    (copy / "expected.txt").unlink(missing_ok=True)
    return copy


@pytest.mark.parametrize("fault", sorted(FAULTS.iterdir()), ids=lambda folder: folder.name)
def test_a_fault_is_told_with_its_places(fault: Path, tmp_path: Path) -> None:
    """`check` prints every expected place and refuses what `build` would refuse, without a traceback."""
    run = CliRunner().invoke(app, ["check", str(programme(tmp_path, fault))])
    expected = [line.split(" ", 1) for line in (fault / "expected.txt").read_text(encoding="utf-8").splitlines()]
    said = run.output
    assert "Traceback" not in said
    assert "bug" not in said
    assert [place for _, place in expected if place not in said] == []


@pytest.mark.parametrize("fault", sorted(FAULTS.iterdir()), ids=lambda folder: folder.name)
def test_a_refused_programme_leaves_nothing_behind(fault: Path, tmp_path: Path) -> None:
    """Where `build` refuses, no file has been written; where it does not, what it found is no error."""
    out = tmp_path / "out"
    run = CliRunner().invoke(app, ["build", str(programme(tmp_path, fault)), "--out", str(out), "--format", "html"])
    assert run.exit_code in {*REFUSED, ExitCode.OK}, run.output
    written = [p for p in out.rglob("*") if p.is_file()] if out.exists() else []
    assert bool(written) == (run.exit_code == ExitCode.OK)


def test_a_missing_factor_is_an_error_at_its_cell(tmp_path: Path) -> None:
    """Nothing is borrowed from another factor set: the carrier's cell is named, and the way out."""
    run = CliRunner().invoke(app, ["check", str(programme(tmp_path, FAULTS / "missing-factor"))])
    assert run.exit_code == ExitCode.INVALID_INPUT
    assert "consumption.csv:3:" in run.output
    assert "factors.csv" in run.output


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("chapters/seap/01-summary.md", "# {% trans %}Summary{% endtrans %} [#summary]\n\n{{ keyfigures('nothing') }}\n", "01-summary.md:3"),
        ("chapters/seap/01-summary.md", "# {% trans %}Summary{% endtrans %} [#summary]\n\n{% trans %}{{ nowhere }}{% endtrans %}\n", "01-summary.md:3"),
        ("chapters/seap/01-summary.md", "# {% trans %}Summary{% endtrans %} [#summary]\n\n{{ ''.__class__ }}\n", "01-summary.md:3"),
        ("theme.toml", '[colours]\nprimary = "#EEEEEE"\n', "theme.toml"),
    ],
)  # fmt: skip
def test_a_broken_template_is_exit_5_at_its_line(name: str, text: str, place: str, tmp_path: Path) -> None:
    """An agency's own template that cannot be used stops its documents; nothing is written."""
    copy = tmp_path / "programme"
    shutil.copytree(TESTS / "programmes" / "specimen", copy)
    path = copy / "agencies" / "adria-agency" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    run = CliRunner().invoke(app, ["build", str(copy), "--out", str(tmp_path / "out"), "--format", "html", "--draft"])
    assert run.exit_code == ExitCode.BROKEN_TEMPLATE, run.output
    assert place in run.output
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").rglob("*.html"))
