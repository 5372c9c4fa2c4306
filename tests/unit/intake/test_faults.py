"""Every fault has its finding, with its place. A folder holds what differs from the smallest programme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from seapgen.intake.programme import load_programme
from tests.unit.intake.programmes import FAULTS, found, minimal


@pytest.mark.parametrize("fault", sorted(FAULTS.iterdir()), ids=lambda folder: folder.name)
def test_a_fault_is_found_at_its_place_and_nothing_else_is(fault: Path, tmp_path: Path) -> None:
    """Exactly the expected findings: no fault is missed, none makes another one up."""
    programme = minimal(tmp_path)
    shutil.copytree(fault, programme, dirs_exist_ok=True)
    (programme / "expected.txt").unlink()
    assert sorted((fault / "expected.txt").read_text(encoding="utf-8").splitlines()) == sorted(found(load_programme(programme)))
