"""Law 8: output is a function of input."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.support.command import seapgen
from tests.support.places import EXAMPLES

pytestmark = pytest.mark.slow
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {
    "TZ": "Pacific/Auckland",
    "LANG": "it_IT.UTF-8",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "4711",
    "USER": "anna",
    "SOURCE_DATE_EPOCH": "1",
}


def sums(folder: Path) -> dict[str, str]:
    """The checksum of every file under a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_programme_gives_the_same_bytes(tmp_path: Path) -> None:
    """Folder, copy time, time zone, locale, user and hash seed change no byte of Turin's files, the manifest included."""
    copy = tmp_path / "another folder" / "törin"
    shutil.copytree(EXAMPLES / "turin", copy, copy_function=shutil.copyfile)
    (tmp_path / "here").mkdir()

    first = seapgen("build", str(EXAMPLES / "turin"), "--out", str(tmp_path / "one"), cwd=tmp_path / "here", **HERE)
    second = seapgen("build", ".", "--out", str(tmp_path / "two"), cwd=copy, **ELSEWHERE)

    assert (0, 0) == (first.returncode, second.returncode), first.stderr + second.stderr
    assert {".docx", ".pdf", ".html", ".json"} == {Path(name).suffix for name in sums(tmp_path / "one")}
    assert sums(tmp_path / "one") == sums(tmp_path / "two")
