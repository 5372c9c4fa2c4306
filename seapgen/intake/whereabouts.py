"""Where a text stands in the input: for faults that show only when a document is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from seapgen.intake.guards.characters import composed
from seapgen.intake.guards.folder import read_text
from seapgen.model.source import Source

_TEXTS = (".yaml", ".csv", ".md", ".toml")


def whereabouts(root: Path, files: Iterable[str], letter: str, text: str) -> Source | None:
    """Line and column of a letter, in that line of the text files of a folder which has most words of the text around it.

    None where the letter stands in no file: it comes from elsewhere, or an escape stands for it.
    """
    words = set(text.split())
    lines = [found for file in files if file.endswith(_TEXTS) for found in _lines(root, file, letter)]
    best = max(lines, key=lambda found: sum(word in found[1] for word in words), default=None)
    return best[0] if best else None


def _lines(root: Path, file: str, letter: str) -> Iterator[tuple[Source, str]]:
    """The lines of a file that have a letter, with its first place; columns count letters as they are printed, composed."""
    text, _ = read_text(root, file)
    for number, raw in enumerate((text or "").splitlines(), 1):
        line = composed(raw)
        if letter in line:
            yield Source(file, number, line.index(letter) + 1), line
