"""Law 8: output is a function of input, wherever, whenever and from whatever it is made."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.support.command import seapgen
from tests.support.installed import Installation
from tests.support.outputs import sums
from tests.support.places import EXAMPLES, ROOT, TESTS

pytestmark = pytest.mark.slow
Sums: TypeAlias = dict[str, str]
PROGRAMMES = {"turin": EXAMPLES / "turin", "specimen": TESTS / "programmes" / "specimen"}
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LANG": "it_IT.UTF-8",
    "LC_ALL": "POSIX",
    "PYTHONCOERCECLOCALE": "0",  # so that the encoding of files is ASCII where nobody names one
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4711",
    "USER": "anna",
    "SOURCE_DATE_EPOCH": "1",
}
INSTALLED = {"TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "PYTHONHASHSEED": "99"}
# Python imports this at its start: every folder is then listed backwards, as another file system might do.
BACKWARDS = """
import os
_listdir, _scandir = os.listdir, os.scandir

class Backwards:
    def __init__(self, *where):
        with _scandir(*where) as entries:
            self.entries = iter(sorted(entries, key=lambda e: e.name, reverse=True))
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *why): pass
    def close(self): pass

os.scandir = Backwards
os.listdir = lambda *where: sorted(_listdir(*where), reverse=True)
"""


def copied(programme: str, folder: Path) -> Path:
    """A copy under another name, its files made from the last to the first and long ago."""
    source, copy = PROGRAMMES[programme], folder / "another folder" / "törin"
    for path in sorted((p for p in source.rglob("*") if p.is_file()), reverse=True):
        target = copy / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (1_000_000_000, 1_000_000_000))
    return copy


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sums]:
    """Both programmes, built from the checkout by one worker."""
    out = tmp_path_factory.mktemp("here")
    for name, folder in PROGRAMMES.items():
        run = seapgen("build", str(folder), "--out", str(out / name), "--draft", "--jobs", "1", cwd=out, **HERE)
        assert run.returncode == 0, run.stderr
    return {name: sums(out / name) for name in PROGRAMMES}


@pytest.mark.parametrize(("programme", "files"), [("turin", 7), ("specimen", 13)])
def test_all_formats_are_compared(programme: str, files: int, here: dict[str, Sums]) -> None:
    """Three formats, two languages, one document a municipality, and the manifest."""
    assert {".docx", ".pdf", ".html", ".json"} == {Path(name).suffix for name in here[programme]}
    assert files == len(here[programme])


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_same_programme_gives_the_same_bytes(programme: str, here: dict[str, Sums], tmp_path: Path) -> None:
    """Folder, age and order of files, time zone, locale, user, hash seed and number of workers change no byte of any file."""
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "start"), str(ROOT)))

    run = seapgen(
        "build", ".", "--out", str(tmp_path / "out"), "--draft", "--jobs", "4",
        cwd=copied(programme, tmp_path), **{**ELSEWHERE, "PYTHONPATH": path},
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    assert here[programme] == sums(tmp_path / "out")


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_the_wheel_gives_the_same_bytes(programme: str, here: dict[str, Sums], installed: Installation, tmp_path: Path) -> None:
    """What is installed from the wheel makes the same files as the checkout, from its own code and templates."""
    run = installed.run("build", str(copied(programme, tmp_path)), "--out", str(tmp_path / "out"), "--draft", **INSTALLED)

    assert run.returncode == 0, run.stderr
    assert here[programme] == sums(tmp_path / "out")
