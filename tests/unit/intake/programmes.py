"""Programme folders for the tests of intake: copies of the contract's examples, with something changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from seapgen.intake.programme import Loaded, load_programme
from tests.support.places import TESTS

PROGRAMMES = TESTS / "programmes"
FAULTS = TESTS / "faults"
TOWN = "municipalities/town"
CONSUMPTION = f"{TOWN}/consumption.csv"
HEAD = f"{TOWN}/municipality.yaml"


def minimal(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A copy of the smallest programme with some files written over it."""
    copy = folder / "programme"
    shutil.copytree(PROGRAMMES / "minimal", copy)
    for name, text in (files or {}).items():
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return copy


def found(loaded: Loaded) -> list[str]:
    """The findings of a programme as `CODE file:line:column`."""
    return [f"{f.code} {f.source}" for f in loaded.findings]


def load(folder: Path, files: dict[str, str | bytes] | None = None) -> list[str]:
    """The findings of the smallest programme with some files written over it."""
    return found(load_programme(minimal(folder, files)))
