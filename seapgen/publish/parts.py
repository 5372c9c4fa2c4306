"""Finished files that wait for the rest of their build: each is whole, and known by the key of its job.

They lie in a hidden folder of the output folder. When all of a build are there they get their names, and the hidden folder goes.
What a killed build leaves is taken over by the next one, as far as it wants the very same jobs. A manifest is laid beside them
before the first of them gets its name: it tells the next build which files had got theirs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from seapgen.publish.manifest import NAME, Manifest, read_manifest
from seapgen.publish.refusal import refusing
from seapgen.publish.writer import flush_folder, write_through

FOLDER = ".seapgen-parts"
_UNFINISHED = ".new"


class Parts:
    """The hidden folder of an output folder."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._folder = out / FOLDER
        self._named: dict[Path, Path] = {}  # where it goes -> where it lies

    def finished(self, job: str) -> bytes | None:
        """What an earlier build has finished for a job; nothing where it is not there, or not whole."""
        with suppress(OSError):
            for path in self._folder.glob(f"{job}.*"):
                content = path.read_bytes()
                if path == self._path(job, content):
                    return content
        return None

    def keep(self, target: str, job: str, content: bytes) -> None:
        """Write a finished file, unless it lies here already."""
        path = self._path(job, content)
        with refusing(self._out / target):
            if self.finished(job) != content:
                self._write(path, content)
        self._named[self._out / target] = path

    def appear(self, manifest: Manifest, first: Callable[[], None]) -> None:
        """Give all files their names, and the manifest last; `first` runs when everything has been written."""
        with refusing(self._out / NAME):
            self._write(self._folder / NAME, manifest.to_bytes())
        flush_folder(self._folder)
        first()
        for target, path in self._named.items():
            with refusing(target):
                target.parent.mkdir(parents=True, exist_ok=True)
                path.replace(target)
        for folder in dict.fromkeys(target.parent for target in self._named):
            flush_folder(folder)
        with refusing(self._out / NAME):
            (self._folder / NAME).replace(self._out / NAME)
        flush_folder(self._out)

    def clear(self) -> None:
        """Remove the parts that got no name; a manifest of files that got theirs stays for the next build."""
        with suppress(OSError):  # the error that ends a build matters more
            for path in self._folder.iterdir():
                if path.name != NAME:
                    path.unlink()
            self._folder.rmdir()

    def _path(self, job: str, content: bytes) -> Path:
        return self._folder / f"{job}.{hashlib.sha256(content).hexdigest()[:32]}"

    def _write(self, path: Path, content: bytes) -> None:
        """Under its name only when it is on the disk."""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + _UNFINISHED)
        write_through(unfinished, content)
        unfinished.replace(path)


def last_known(out: Path) -> Manifest:
    """The manifest of an output folder, with the files that a killed build had given their names."""
    known, begun = read_manifest(out), read_manifest(out / FOLDER)
    there = {
        path: entry for path, entry in begun.outputs.items() if known.outputs.get(path) != entry and _is(out / path, entry.sha256)
    }
    return replace(known, outputs={**known.outputs, **there})


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
