"""What the disk refuses, in words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seapgen.model.errors import OutputNotWritableError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn an error of the disk into a refusal that names the path and the reason.

    Raises:
        OutputNotWritableError: no space, no right, a file where a folder should be.
    """
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise OutputNotWritableError([
            Finding(
                "R11", Stage.RUN, Severity.ERROR, Source(path.as_posix()),
                msg("This file cannot be written: {reason}.", reason=reason),
                proposal=msg("Free space or rights, or choose another folder with --out."),
            )
        ]) from error  # fmt: skip
