"""Publish: finished files into the output folder, all or none, with the manifest last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from seapgen.model.artifact import Artifact
from seapgen.model.errors import WorkerLostError
from seapgen.publish.manifest import Entry, Manifest, entry
from seapgen.publish.parts import Parts
from seapgen.publish.writer import remove

INTERRUPTIONS = (KeyboardInterrupt, WorkerLostError)  # after which the same build goes on where this one was


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known of a build before its files are made.

    `kept` are files of earlier builds that stay; `stale` those that nobody can ask for any more: they are removed, and nothing
    else is.
    """

    version: str
    inputs: Mapping[str, str]
    findings: Mapping[str, int]
    kept: Mapping[str, Entry]
    stale: tuple[str, ...] = ()


def publish(folder: Path, artifacts: Iterable[Artifact], edition: Edition) -> Manifest:
    """Write what comes in, drop what is stale, then say so in the manifest, which is answered.

    A build that is interrupted leaves its finished files to the next one, out of sight.

    Raises:
        OutputNotWritableError: nothing has changed then, or what has changed is known to the next build.
    """
    parts = Parts(folder)
    written: dict[str, Entry] = {}
    try:
        for artifact in artifacts:
            parts.keep(artifact.path, artifact.job, artifact.content)
            written[artifact.path] = entry(artifact)
        manifest = Manifest(edition.version, edition.inputs, {**edition.kept, **written}, edition.findings)
        parts.appear(manifest, lambda: _remove(folder, edition.stale))
    except INTERRUPTIONS:
        raise
    except BaseException:
        parts.clear()
        raise
    parts.clear()
    return manifest


def _remove(folder: Path, stale: Iterable[str]) -> None:
    """Before the old manifest goes, or a killed build would leave files that no manifest knows."""
    for path in stale:
        remove(folder, path)
