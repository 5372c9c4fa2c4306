"""One build at a time in an output folder.

The lock is the operating system's, on a file in the folder, so it ends with its process, however that ends. The file is
taken away afterwards; who has opened it in that very moment sees that its name is gone, and starts again.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from seapgen.model.errors import LockedError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source
from seapgen.publish.refusal import refusing

NAME = ".seapgen-lock"
_PAUSE = 0.05  # seconds between two looks at a folder that is held
_ATTEMPTS = 20  # to open a file whose folder comes and goes


@contextmanager
def lock(folder: Path, wait: float = 0) -> Iterator[None]:
    """Hold the folder while the block runs. A folder that was made for it and stays empty goes again.

    Raises:
        LockedError: another build holds it, and still does after `wait` seconds; the finding names its process.
        OutputNotWritableError: the folder cannot be made or written.
    """
    path = folder / NAME
    is_new = not folder.exists()
    handle = _seized(path, time.monotonic() + wait)
    try:
        os.truncate(handle, 0)
        os.write(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode())
        yield
    finally:
        with suppress(OSError):  # Windows lets nobody remove an open file: there it stays
            path.unlink()
        os.close(handle)
        with suppress(OSError):
            if is_new:
                folder.rmdir()


def _seized(path: Path, deadline: float) -> int:
    """The open file, locked, and still the one with that name."""
    while True:
        with refusing(path):
            handle = _opened(path)
        is_ours = _try_lock(handle)
        if is_ours and _is_named(handle, path):
            return handle
        os.close(handle)
        if not is_ours:
            if time.monotonic() >= deadline:
                raise LockedError([_held_by(path)])
            time.sleep(_PAUSE)


def _opened(path: Path) -> int:
    """The file; its folder may go away in between, when another build leaves nothing behind."""
    for _ in range(_ATTEMPTS):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)


def _is_named(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _try_lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _held_by(path: Path) -> Finding:
    owner = ""
    with suppress(OSError):
        owner = path.read_text(encoding="utf-8").strip()
    return Finding(
        "R10", Stage.RUN, Severity.ERROR, Source(path.as_posix()),
        msg("Another build holds this folder: {owner}.", owner=owner or "?"),
        proposal=msg("Wait until it has finished, or choose another folder with --out."),
    )  # fmt: skip
