"""Letters to municipalities, the mail merge: load, compute, validate, fill, publish; all of an order or none.

They have a folder, `letters`, with a manifest of its own in the output folder, so a build and they leave each other alone.
A letter that somebody has edited (a date, the votes) is not written over unless that is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from seapgen import __version__
from seapgen.letters.choice import Planned, free_of_errors, planned, possible_paths
from seapgen.letters.filling import Filling
from seapgen.model.artifact import Artifact
from seapgen.model.errors import SeapgenError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.order import LetterOrder, Posted
from seapgen.model.source import Source
from seapgen.model.verdict import counts, is_error, refusal
from seapgen.publish.lock import lock
from seapgen.publish.manifest import Manifest, digests, read_manifest
from seapgen.publish.publish import Edition, publish
from seapgen.study import Study, study

FOLDER = "letters"


def write_letters(folder: Path, out: Path, order: LetterOrder) -> Posted:
    """Fill every letter of an order and put it into `out/letters`.

    Raises:
        SeapgenError: something stands in the way, and nothing has been written. With `keep_going` the letters that are free of
            errors are written, and the findings say what stands in the way of the others.
    """
    about = study(folder)
    letters, missing = planned(about, order)
    todo, stopped = free_of_errors(about, letters, order)
    made, said = _filled(about, todo)
    found = [*stopped, *missing, *said]
    if any(is_error(f) for f in found) and not order.keep_going:
        raise refusal([f for f in found if is_error(f)])
    with lock(out):  # the build's own lock: it sweeps the whole output folder of unfinished files
        return _posted(about, out / FOLDER, made, found, order)


def _filled(about: Study, letters: Sequence[Planned]) -> tuple[list[Artifact], list[Finding]]:
    """The letters as files, and what was found on the way; all problems are told at once."""
    made: list[Artifact] = []
    said: list[Finding] = []
    filling = Filling(about)
    for letter in letters:
        town, file = letter.municipality, letter.file
        try:
            content = filling.letter(town, file)
        except SeapgenError as error:
            said += (replace(f, municipality=town.id) for f in error.findings)
            continue
        made.append(Artifact(letter.path, content, "letter", town.id, file.language, "docx", _sum(content)))
    return made, said


def _posted(about: Study, folder: Path, made: Sequence[Artifact], said: Sequence[Finding], order: LetterOrder) -> Posted:
    """Write what is new; leave what is right, and what somebody has edited."""
    before, possible = read_manifest(folder), possible_paths(about)
    reused = [a for a in made if _digest(folder / a.path) == a.job]
    kept = [a for a in made if a not in reused and not order.force and _is_edited(folder, a.path, before)]
    written = [a for a in made if a not in reused and a not in kept]
    stale = tuple(sorted(p for p in before.outputs if p not in possible and not _is_edited(folder, p, before)))
    entries = {path: entry for path, entry in before.outputs.items() if path not in stale}
    edition = Edition(__version__, digests(about.folder, about.programme.files), counts(about.findings), entries, stale)
    publish(folder, written, edition)
    findings = (*said, *(_edited(f"{FOLDER}/{a.path}") for a in kept))
    return Posted(_paths(written), _paths(reused), _paths(kept), tuple(f"{FOLDER}/{p}" for p in stale), findings)


def _paths(artifacts: Iterable[Artifact]) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{a.path}" for a in artifacts)


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _digest(path: Path) -> str:
    return _sum(path.read_bytes()) if path.is_file() else ""


def _is_edited(folder: Path, path: str, manifest: Manifest) -> bool:
    """Whether a file is there that is not what was written last."""
    known = manifest.outputs.get(path)
    return (folder / path).is_file() and (known is None or _digest(folder / path) != known.sha256)


def _edited(path: str) -> Finding:
    fact = msg("Somebody has edited this letter; it was left as it is.")
    way_out = msg("Move it away, or write over it with --force.")
    return Finding("R14", Stage.RUN, Severity.WARNING, Source(path), fact, proposal=way_out)
