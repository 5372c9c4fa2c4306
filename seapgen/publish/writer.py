"""The atomic writer: a file is whole or absent, and a batch shows only when all of it has been written.

Each file is written beside its place under a hidden name and flushed to the disk; when the whole batch stands, the names
are swapped. A killed run leaves hidden parts behind, which the next run sweeps away.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from seapgen.publish.refusal import refusing

PART = ".seapgen-part"


class Batch:
    """Files that appear together. Leaving the block without `commit` leaves the folder as it was."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._staged: list[tuple[Path, Path]] = []
        self._made: list[Path] = []

    def __enter__(self) -> Batch:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for part, _ in self._staged:
            with suppress(OSError):  # the error that ends the block matters more
                part.unlink(missing_ok=True)
        for made in reversed(self._made):
            with suppress(OSError):
                made.rmdir()  # only where nothing came of it

    def stage(self, path: str, content: bytes) -> None:
        """Write a file under its hidden name."""
        target = self._folder / path
        part = target.with_name(f".{target.name}{PART}")
        with refusing(target):
            self._make(target.parent)
            self._staged.append((part, target))
            write_through(part, content)

    def commit(self) -> None:
        """Give all files their names, in the order in which they were staged."""
        for part, target in self._staged:
            with refusing(target):
                part.replace(target)
        for folder in dict.fromkeys(target.parent for _, target in self._staged):
            flush_folder(folder)
        self._staged.clear()

    def _make(self, folder: Path) -> None:
        missing = [f for f in (folder, *folder.parents) if not f.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self._made.append(each)


@contextmanager
def batch(folder: Path) -> Iterator[Batch]:
    """A batch of files that is swept of earlier parts first."""
    sweep(folder)
    with Batch(folder) as files:
        yield files


def sweep(folder: Path) -> None:
    """Remove the parts that a killed run left behind."""
    for part in folder.rglob(f".*{PART}"):
        with refusing(part):
            part.unlink(missing_ok=True)


def remove(folder: Path, path: str) -> None:
    """Remove a file, and folders that have become empty."""
    target = folder / path
    with refusing(target):
        target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        with refusing(parent):
            parent.rmdir()


def write_through(path: Path, content: bytes) -> None:
    """Write a file that is on the disk afterwards."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make the new names last through a power cut; Windows cannot open folders and needs no such thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
