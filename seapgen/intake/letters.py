"""Which letters there are: Word files in `letters/<language>/` of the house and of an agency, whose own win by file name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seapgen import resources
from seapgen.intake.guards.folder import read_bytes
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.noun import ID_PATTERN, LANGUAGE_PATTERN
from seapgen.model.source import Source

LARGEST = 20 * 1024 * 1024
HOUSE = "templates/letters"
_ENDING = ".docx"


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter's name, language and place; `shown` is how lists and findings name the place."""

    name: str
    language: str
    root: Path
    path: str  # below the root
    shown: str
    is_house: bool

    def read(self) -> bytes:
        """The Word file. Raises BrokenTemplateError where it cannot be read or is too large."""
        content, findings = read_bytes(self.root, self.path, LARGEST)
        if content is None:
            raise BrokenTemplateError(findings)
        return content


def find_letters(programme: Path, agency: str | None) -> tuple[tuple[LetterFile, ...], tuple[Finding, ...]]:
    """The letters of an agency by name and language, and files whose names cannot be used."""
    found = {(f.name, f.language): f for f in _letters(resources.folder("templates"), "letters", HOUSE, is_house=True)}
    below = f"agencies/{agency}/letters"
    own = tuple(_letters(programme, below, below, is_house=False)) if agency else ()
    found |= {(f.name, f.language): f for f in own if _is_usable(f)}
    return tuple(found[key] for key in sorted(found)), tuple(_unusable(f) for f in own if not _is_usable(f))


def _letters(root: Path, below: str, shown: str, *, is_house: bool) -> Iterator[LetterFile]:
    """Files that end in .docx; what begins with a full stop or `~` is Word's or the system's."""
    for path in sorted((root / below).glob("*/*")):
        if path.suffix == _ENDING and path.name[0] not in ".~":
            inner = f"{path.parent.name}/{path.name}"
            yield LetterFile(path.stem, path.parent.name, root, f"{below}/{inner}", f"{shown}/{inner}", is_house)


def _is_usable(file: LetterFile) -> bool:
    return bool(re.match(ID_PATTERN, file.name) and re.match(LANGUAGE_PATTERN, file.language))


def _unusable(file: LetterFile) -> Finding:
    fact = msg("The letter “{name}” cannot be used: its name, or that of its folder.", name=file.name)
    way_out = msg(
        "Name the folder by its language (it), the file with small letters, digits and hyphens (notice-of-meeting.docx)."
    )
    return Finding("T68", Stage.TEMPLATE, Severity.ERROR, Source(file.shown), fact, proposal=way_out)
