"""The type checker keeps an outline from being rendered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

SOURCE = """
from seapgen.model.document import Document, Paragraph
from seapgen.model.inline import Inline, Planned, Text
from seapgen.model.message import msg

def render(document: Document[Inline]) -> bytes:
    return b""

def build(outline: Document[Planned], page: Document[Inline]) -> None:
    render({argument})

def block() -> Paragraph[Inline]:
    return Paragraph(({child},))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("argument", "child", "errors"), [("page", 'Text("x")', 0), ("outline", 'Text("x")', 1), ("page", 'msg("x")', 1)]
)
def test_an_outline_cannot_be_given_to_a_renderer(tmp_path: Path, argument: str, child: str, errors: int) -> None:
    """What has met no language is refused before the program runs."""
    path = tmp_path / "probe.py"
    path.write_text(SOURCE.format(argument=argument, child=child), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", f"--cache-dir={tmp_path}", str(path)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)

    assert found.stdout.count("error:") == errors, found.stdout + found.stderr
