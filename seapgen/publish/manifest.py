"""The manifest: what was built from what. It is written last, so what it says is there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from seapgen.model.artifact import Artifact
from seapgen.model.message import Message, msg

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished file; `job` is the key of everything that went into it."""

    sha256: str
    bytes: int
    product: str
    scope: str
    language: str
    format: str
    job: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Inputs and outputs with their SHA-256, by path; paths are relative to programme and output folder."""

    version: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, Entry] = field(default_factory=dict)
    findings: Mapping[str, int] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The file, the same bytes for the same facts."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def entry(artifact: Artifact) -> Entry:
    """What the manifest says about an artifact."""
    return Entry(
        hashlib.sha256(artifact.content).hexdigest(), len(artifact.content), artifact.product, artifact.scope, artifact.language,
        artifact.format, artifact.job,
    )  # fmt: skip


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an earlier build; an empty one where there is none, or none that can be read: then all is built anew."""
    try:
        raw = json.loads((folder / NAME).read_text(encoding="utf-8"))
        outputs = {path: Entry(**each) for path, each in raw["outputs"].items()}
        return Manifest(raw["version"], raw["inputs"], outputs, raw["findings"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def reason_to_write(
    folder: Path, path: str, job: str, manifest: Manifest, digest: Callable[[], str] | None = None
) -> Message | None:
    """Why a file must be made; None where it comes from the very same job and still is what the manifest says.

    `digest` answers the SHA-256 of the file where that is known without reading it.
    """
    known = manifest.outputs.get(path)
    if known is None:
        return msg("not built before")
    if known.job != job:
        return msg("its content, look or renderer has changed")
    if not (folder / path).is_file():
        return msg("the file was missing")
    if (digest() if digest else hashlib.sha256((folder / path).read_bytes()).hexdigest()) != known.sha256:
        return msg("the file had been changed by hand")
    return None


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The SHA-256 of input files that exist."""
    there = ((name, folder / name) for name in sorted(names))
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there if path.is_file()}
