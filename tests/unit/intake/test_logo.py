"""The logo of a theme: drawn anew, or refused at the line that names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from seapgen import resources
from seapgen.cli.app import app
from seapgen.intake.theme import load_theme
from seapgen.model.errors import BrokenTemplateError, ExitCode
from seapgen.model.finding import Stage
from tests.support.places import TESTS
from tests.unit.intake.programmes import FAULTS

HOUSE = resources.folder("templates") / "theme.toml"
AGENCY = "agencies/adria-agency"
BROKEN = FAULTS / "pictures-that-are-none"
CODES = {
    "hundred-megapixels.png": "L99", "hundred-megapixels.jpg": "L99", "drawing.svg": "L100", "drawing.png": "L100",
    "page.png": "L93", "half.jpg": "L93", "half.png": "L93", "moving.png": "L101", "moving.gif": "L93",
    "nowhere.png": "T86", "../theme.toml": "T86",
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_a_logo_that_cannot_be_used_is_refused_at_its_line(name: str, code: str, tmp_path: Path) -> None:
    """A hundred megapixels, a drawing with a script, a file that lies, moves or ends too soon, one that is not there."""
    shutil.copytree(BROKEN, tmp_path, dirs_exist_ok=True)
    theme = tmp_path / "theme.toml"
    theme.write_text(f'# an agency\n\nlogo = "{name}"\n', encoding="utf-8")

    with pytest.raises(BrokenTemplateError) as caught:
        load_theme([HOUSE, theme], ["templates/theme.toml", f"{AGENCY}/theme.toml"])

    assert [(code, f"{AGENCY}/theme.toml:3", Stage.TEMPLATE)] == [(f.code, str(f.source), f.stage) for f in caught.value.findings]


def test_a_build_with_a_bad_logo_writes_nothing(tmp_path: Path) -> None:
    """Exit 5, the line, the reason and the way out; no file."""
    programme = tmp_path / "programme"
    shutil.copytree(TESTS / "programmes" / "specimen", programme)
    shutil.copyfile(BROKEN / "drawing.svg", programme / AGENCY / "logo.svg")
    (programme / AGENCY / "theme.toml").write_text('logo = "logo.svg"\n', encoding="utf-8")

    run = CliRunner().invoke(app, ["build", str(programme), "--out", str(tmp_path / "out"), "--draft"])

    assert (ExitCode.BROKEN_TEMPLATE, True) == (run.exit_code, f"{AGENCY}/theme.toml:1" in run.output), run.output
    assert "Export it as PNG" in run.output
    assert [] == [p for p in tmp_path.rglob("out/**/*") if p.is_file()]


@pytest.mark.parametrize("mode", ["CMYK", "L", "I;16", "P", "RGBA"])
def test_a_logo_in_any_colours_is_taken(mode: str, tmp_path: Path) -> None:
    """Printers' colours, greys of eight and sixteen bits, a palette, transparency."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (40, 20)).save(tmp_path / "logo.png", format=kind)
    (tmp_path / "theme.toml").write_text('logo = "logo.png"\n', encoding="utf-8")

    logo = load_theme([HOUSE, tmp_path / "theme.toml"], ["house", "agency"]).logo_png

    assert logo is not None and logo.startswith(b"\x89PNG")
