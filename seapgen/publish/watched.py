"""The files that a build may read: whatever stands in a programme folder, and the program itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

MOST = 20_000  # files; beyond them, and with links to folders, nothing is promised
_MADE = "build"  # the output folder's usual name: what the program writes is no input
_COMPILED = "__pycache__"


class UnclearError(Exception):
    """A folder that cannot be overlooked."""


def inputs(folder: Path, out: Path) -> dict[str, Path]:
    """Every file and folder of a programme by its path inside, without hidden folders and what the program writes there.

    Folders end with a slash: an empty one in the place of a municipality is an input too. Raises UnclearError.
    """
    written = {out.resolve(), (folder / _MADE).resolve()}
    found: dict[str, Path] = {}
    for path, end in _below(folder, written):
        found[path.relative_to(folder).as_posix() + end] = path
        if len(found) > MOST:
            raise UnclearError
    return found


def program(roots: dict[str, Path]) -> dict[str, Path]:
    """Every file of the program by its path below a root. Raises UnclearError."""
    return {
        f"{name}/{path.relative_to(root).as_posix()}": path
        for name, root in roots.items()
        for path, end in _below(root, set())
        if not end
    }


def _below(folder: Path, left_out: set[Path]) -> Iterator[tuple[Path, str]]:
    """Files, and folders with a slash."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as scan:
                entries = list(scan)
        except OSError:
            raise UnclearError from None
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and entry.name != _COMPILED and Path(entry.path).resolve() not in left_out:
                    waiting.append(Path(entry.path))
                    yield Path(entry.path), "/"
            elif entry.is_symlink() and entry.is_dir():
                raise UnclearError
            else:
                yield Path(entry.path), ""
