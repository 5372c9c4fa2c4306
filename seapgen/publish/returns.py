"""The returns that a build has read, in a hidden file of the output folder, for the next build: no part of the output.

The first line is the digest of the rest, which is JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from seapgen.model.kept import KeptReturn
from seapgen.publish.packing import Json, packed_findings, unpacked_findings

NAME = ".seapgen-returns.json"
_SCHEMA = 1


def read_returns(out: Path, reader: str) -> Mapping[str, KeptReturn]:
    """What the last build has read, if the same program did it; nothing where there is nothing that can be understood."""
    try:
        sha256, _, content = (out / NAME).read_bytes().partition(b"\n")
        if sha256 != _sum(content):
            return {}
        raw = json.loads(content)
        if (raw["schema"], raw["reader"]) != (_SCHEMA, reader):
            return {}
        returns: dict[str, dict[str, Json]] = raw["returns"]
        return {key: _unpacked(each["content"], each["findings"], each["files"]) for key, each in returns.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return {}


def _unpacked(content: Json, findings: Json, files: Json) -> KeptReturn:
    if not isinstance(content, str) or not isinstance(files, list):
        raise TypeError("this is no return")
    return KeptReturn(content, unpacked_findings(findings), tuple(str(file) for file in files))


def write_returns(out: Path, reader: str, returns: Mapping[str, KeptReturn]) -> None:
    """Keep them for the next build. What cannot be written is not kept: the next build is slower, not different."""
    packed: dict[str, Json] = {
        key: {"content": each.content, "findings": packed_findings(each.findings), "files": list(each.files)}
        for key, each in returns.items()
    }
    unfinished = out / f"{NAME}.new"
    with suppress(OSError):
        content = json.dumps({"schema": _SCHEMA, "reader": reader, "returns": packed}).encode()
        unfinished.write_bytes(_sum(content) + b"\n" + content)
        unfinished.replace(out / NAME)


def _sum(content: bytes) -> bytes:
    """Whoever edits the file by hand, or a disk that loses a part, makes it worthless, not wrong."""
    return hashlib.sha256(content).hexdigest().encode()
