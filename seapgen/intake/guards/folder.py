"""What stands in a programme folder, looked at before anything is opened."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from seapgen.intake.guards.characters import FORBIDDEN, forbidden, replaced, shown
from seapgen.intake.guards.paths import clashes
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.source import Source

MOST_FILES = 20_000
DEEPEST_FOLDER = 12
LARGEST = {".csv": 20 * 1024 * 1024}
LARGEST_TEXT = 1024 * 1024
MOST_LETTERS = 20  # forbidden letters that are listed for a file
_OUTPUT = "build"  # what the program writes is no input
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(slots=True)
class Listing:
    """Relative paths with forward slashes; hidden names and the output folder are left out."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def inside(self, folder: str) -> tuple[str, ...]:
        """The files directly in a folder, sorted."""
        return tuple(sorted(f for f in self.files if f.rpartition("/")[0] == folder))

    def below(self, folder: str) -> tuple[str, ...]:
        """All files of a folder and its folders, sorted."""
        return tuple(sorted(f for f in self.files if f.startswith(f"{folder}/")))

    def subfolders(self, folder: str) -> tuple[str, ...]:
        """The folders directly in a folder, sorted."""
        return tuple(sorted(f for f in self.folders if f.rpartition("/")[0] == folder))


def listing(root: Path) -> Listing:
    """Walk a folder without following a link to a folder or out of it; stops at its limits."""
    found, waiting = Listing(), [""]
    while waiting:
        folder = waiting.pop()
        if folder.count("/") > DEEPEST_FOLDER or len(found.files) + len(found.folders) > MOST_FILES:
            place = Source(shown(folder))
            found.findings.append(LoadRule.TOO_MANY_FILES.at(place, "", str(MOST_FILES), depth=str(DEEPEST_FOLDER)))
            break
        waiting += _look(root, folder, found)
    return found


def _look(root: Path, folder: str, found: Listing) -> list[str]:
    """Enter the names of one folder; answers the folders in it."""
    try:
        with os.scandir(root / folder) as scan:
            entries = sorted(islice(scan, MOST_FILES + 1), key=lambda e: e.name)
    except OSError:
        found.findings.append(LoadRule.FILE_UNREADABLE.at(Source(shown(folder or "."))))
        return []
    names = [e for e in entries if not e.name.startswith(".") and (folder or e.name != _OUTPUT)]
    for one, other in clashes(e.name for e in names):
        found.findings.append(LoadRule.NAMES_CLASH.at(Source(_below(folder, shown(other))), name=one, other=other))
    inner: list[str] = []
    for entry in names:
        path = _below(folder, entry.name)
        if letter := FORBIDDEN.search(entry.name):
            found.findings.append(LoadRule.FORBIDDEN_CHARACTER.at(Source(shown(path)), name=shown(letter.group())))
        elif entry.is_symlink() and not _stays(root, path):
            found.findings.append(LoadRule.LINK_REFUSED.at(Source(path)))
        elif entry.is_dir(follow_symlinks=False):
            found.folders.add(path)
            inner.append(path)
        else:
            found.files.add(path)
    return inner


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _stays(root: Path, path: str) -> bool:
    """Whether a link points to a file inside the folder."""
    try:
        target = (root / path).resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or in a circle
        return False
    return target.is_file() and target.is_relative_to(root.resolve())


def read_bytes(root: Path, path: str, limit: int) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of an ordinary file of at most `limit` bytes."""
    full = root / path
    try:
        if not full.is_file():
            return None, (LoadRule.FILE_UNREADABLE.at(Source(path)),)
        with full.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError:
        return None, (LoadRule.FILE_UNREADABLE.at(Source(path)),)
    if len(data) > limit:
        return None, (LoadRule.FILE_TOO_LARGE.at(Source(path), "", str(limit)),)
    return data, ()


def read_text(root: Path, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a data file: UTF-8 with or without byte-order mark, forbidden letters found and replaced."""
    data, findings = bytes_of(root, path)
    return (None, findings) if data is None else decoded(data, path)


def bytes_of(root: Path, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a data file, up to the size that one of its kind may have."""
    return read_bytes(root, path, LARGEST.get(Path(path).suffix, LARGEST_TEXT))


def decoded(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The letters of a file and what is wrong with them."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        ends = list(_LINE_END.finditer(before))
        column = len(before[ends[-1].end() if ends else 0 :].decode("utf-8", "replace")) + 1
        return None, (LoadRule.NOT_UTF8.at(Source(path, len(ends) + 1, column)),)
    letters = tuple(
        LoadRule.FORBIDDEN_CHARACTER.at(Source(path, line, column), name=name)
        for name, line, column in islice(forbidden(text), MOST_LETTERS)
    )
    return (replaced(text) if letters else text), letters
