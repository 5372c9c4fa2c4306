"""Writes files that were not there before: all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from seapgen.model.errors import OutputNotWritableError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source
from seapgen.publish.writer import batch


def write_fresh(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their path in a folder. Raises OutputNotWritableError where one is there already."""
    if there := [path for path in sorted(files) if (folder / path).exists()]:
        raise OutputNotWritableError([_there(path) for path in there])
    with batch(folder) as written:
        for path, content in sorted(files.items()):
            written.stage(path, content)
        written.commit()


def _there(path: str) -> Finding:
    fact = msg("The file is there already; nothing was written.")
    return Finding("R15", Stage.RUN, Severity.ERROR, Source(path), fact, proposal=msg("Move it away, or choose another id."))
