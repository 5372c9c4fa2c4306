"""Writes files, or a whole folder, that were not there before: all of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from seapgen.model.errors import OutputNotWritableError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source
from seapgen.publish.refusal import refusing
from seapgen.publish.writer import PART, batch


def write_fresh(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path in a folder. Raises OutputNotWritableError where one is there already."""
    if there := [path for path in sorted(files) if (folder / path).exists()]:
        raise OutputNotWritableError([_there(path) for path in there])
    with batch(folder) as written:
        for path, content in sorted(files.items()):
            written.stage(path, content)
        written.commit()


def write_fresh_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with these files. One that is not there yet gets its name when all of it stands; an empty one is filled.

    Raises:
        OutputNotWritableError: the disk refuses; nothing is there then.
    """
    if folder.exists():
        write_fresh(folder, files)
        return
    made = folder.absolute()
    part = made.with_name(f".{made.name}{PART}")
    with refusing(folder):
        shutil.rmtree(part, ignore_errors=True)  # of a run that was killed
    try:
        write_fresh(part, files)
        with refusing(folder):
            part.rename(made)
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(part)
        raise


def _there(path: str) -> Finding:
    fact = msg("The file is there already; nothing was written.")
    return Finding("R15", Stage.RUN, Severity.ERROR, Source(path), fact, proposal=msg("Move it away, or choose another id."))
