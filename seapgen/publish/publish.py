"""Publish: finished files into the output folder, all or none, with the manifest last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from seapgen.model.artifact import Artifact
from seapgen.publish.manifest import NAME, Entry, Manifest, entry
from seapgen.publish.writer import batch, remove


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known of a build before its files are made.

    `reused` are files of an earlier build that are still right; `stale` those that nobody asks for any more: they are
    removed, and nothing else is.
    """

    version: str
    inputs: Mapping[str, str]
    findings: Mapping[str, int]
    kept: Mapping[str, Entry]
    stale: tuple[str, ...] = ()


def publish(folder: Path, artifacts: Iterable[Artifact], edition: Edition) -> tuple[str, ...]:
    """Write what comes in, drop what is stale, then say so in the manifest; returns the paths written.

    Raises:
        OutputNotWritableError: nothing has changed then.
    """
    written: dict[str, Entry] = {}
    with batch(folder) as files:
        for artifact in artifacts:
            files.stage(artifact.path, artifact.content)
            written[artifact.path] = entry(artifact)
        manifest = Manifest(edition.version, edition.inputs, {**edition.kept, **written}, edition.findings)
        files.stage(NAME, manifest.to_bytes())
        for path in edition.stale:  # before the old manifest goes, or a killed run would leave files that no manifest knows
            remove(folder, path)
        files.commit()
    return tuple(written)
