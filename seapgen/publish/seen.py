"""What files were when they were last read: whoever finds size, times and inode as they were need not read them again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping
from os import stat_result
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

_GRAIN = 2_000_000_000  # nanoseconds; file systems stamp that coarsely, so what is younger may change without a new stamp


class Stamp(NamedTuple):
    """A file's digest, with what the system said of it just before it was read."""

    size: int
    modified: int  # nanoseconds, as `changed` and `read`
    changed: int
    inode: int
    read: int
    sha256: str

    def is_of(self, stat: stat_result) -> bool:
        """Whether the file is the one that was read. One that was then too young for its stamp to be trusted is not."""
        same = (self.size, self.modified, self.changed, self.inode) == (
            stat.st_size,
            stat.st_mtime_ns,
            stat.st_ctime_ns,
            stat.st_ino,
        )
        return same and self.read - max(self.modified, self.changed) > _GRAIN


class Seen:
    """Digests of files by a name; a file that looks as it did is not read."""

    def __init__(self, stamps: Mapping[str, Stamp]) -> None:
        self._known = stamps
        self.stamps: dict[str, Stamp] = {}

    @property
    def has_news(self) -> bool:
        """Whether a file had to be read."""
        return any(self._known.get(name) != stamp for name, stamp in self.stamps.items())

    def digest(self, name: str, path: Path) -> str:
        """The SHA-256 of a file; nothing where there is none, or none that can be read."""
        try:
            stat, now = path.stat(), time.time_ns()
            if not S_ISREG(stat.st_mode):
                return ""
            known = self._known.get(name)
            if known is None or not known.is_of(stat):
                sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
                known = Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino, now, sha256)
        except OSError:
            return ""
        self.stamps[name] = known
        return known.sha256
