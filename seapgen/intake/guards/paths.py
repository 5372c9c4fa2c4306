"""Names and paths that are safe on every computer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from seapgen.intake.guards.characters import FORBIDDEN, composed

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_PART = re.compile(r"[^\\:*?\"<>|/]{1,200}")


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device."""
    return _RESERVED.fullmatch(name) is not None


def is_inside(path: str) -> bool:
    """Whether a path of the data stays in the programme folder: relative, forward slashes, no `..`, no odd letters."""
    parts = path.split("/")
    return not PurePosixPath(path).is_absolute() and all(_is_part(part) for part in parts)


def _is_part(part: str) -> bool:
    """Whether every computer takes a text as the name of a file or folder."""
    if part in (".", "..") or is_reserved(part) or FORBIDDEN.search(part):
        return False
    return _PART.fullmatch(part) is not None


def clashes(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names in one folder that differ only by case or by the way their letters are composed."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        key = composed(name).casefold()
        if key in seen:
            yield seen[key], name
        seen.setdefault(key, name)
