"""The files of an output folder as everybody sees them."""

from __future__ import annotations

import hashlib
from pathlib import Path


def visible(folder: Path) -> dict[str, Path]:
    """Every file by its path inside, without what a build keeps for itself: hidden names."""
    found = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    return {inside.as_posix(): path for inside, path in found if not any(part.startswith(".") for part in inside.parts)}


def sums(folder: Path) -> dict[str, str]:
    """The checksum of every visible file."""
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in visible(folder).items()}
