"""The PDF keeps PDF/UA-1 and PDF/A-2a, and its bytes depend on the document alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.validators import pdf_problems
from tests.unit.render.pdf.sample import LANGUAGES, specimen_pdf

PROGRAM = """
import hashlib
from seapgen.render.pdf import render_pdf
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document
render_pdf(specimen_document("it"), default_theme())  # another document before it changes nothing
print(hashlib.sha256(render_pdf(specimen_document("en"), default_theme())).hexdigest())
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_specimen_keeps_both_standards(language: str) -> None:
    """An independent program finds nothing against PDF/UA-1 and PDF/A-2a."""
    assert pdf_problems(specimen_pdf(language)) == []


def test_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    """Another process, time zone, locale, hash seed and folder: the same bytes."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120
    )

    assert run.stdout.strip() == hashlib.sha256(specimen_pdf("en")).hexdigest(), run.stderr
