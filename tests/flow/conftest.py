"""Files that several flow tests look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import seapgen
from tests.support.finished.files import build_plans
from tests.support.turin import TURIN


@pytest.fixture(scope="session")
def turin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Turin's plan as the command builds it: two languages, three formats."""
    out = tmp_path_factory.mktemp("turin")
    run = seapgen("build", str(TURIN), "--out", str(out), "--lang", "en", "--lang", "it")
    assert run.returncode == 0, run.stderr
    return out / "seap" / "turin"


@pytest.fixture(scope="session")
def finished_plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plans of `tests.support.finished.files`, in two languages and three formats."""
    return build_plans(tmp_path_factory.mktemp("plans"))
