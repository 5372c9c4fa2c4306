"""The small programme that no rule has anything to say about, `tests/rules/base`, changed and judged."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from seapgen.check.check import check_programme
from seapgen.check.repeated import without_repeats
from seapgen.compute import compute_results
from seapgen.intake.programme import load_programme
from tests.support.judged import reference
from tests.support.places import TESTS

RULES = TESTS / "rules"
TOWN = "municipalities/town"


def base(folder: Path) -> Path:
    """A copy of the base."""
    return Path(shutil.copytree(RULES / "base", folder / "programme"))


def judged(programme: Path) -> list[str]:
    """All that is found in a programme, one `code severity place` a line."""
    loaded = load_programme(programme)
    assert loaded.programme is not None
    results = compute_results(loaded.programme, reference())
    later = (*results.findings, *check_programme(loaded.programme, results, reference()))
    return sorted({f"{f.code} {f.severity} {f.source}" for f in without_repeats(loaded.findings, later, reference().rules)})


def changed(folder: Path, edits: Mapping[str, tuple[str, str]], added: Mapping[str, str]) -> list[str]:
    """What is found in the base with one text of some files exchanged and other files of the town added, places without folder."""
    return [line.replace(f"{TOWN}/", "") for line in judged(edited(folder, edits, added))]


def edited(folder: Path, edits: Mapping[str, tuple[str, str]], added: Mapping[str, str]) -> Path:
    """The base with one text of some files exchanged and other files of the town added."""
    copy = base(folder)
    for name, (old, new) in edits.items():
        path = copy / name if name == "programme.yaml" else copy / TOWN / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name}: {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for name, text in added.items():
        (copy / TOWN / name).write_text(text, encoding="utf-8")
    return copy
