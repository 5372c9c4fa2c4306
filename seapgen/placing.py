"""Findings of a renderer get the place in the input that they come from: a document does not know its files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from seapgen.intake.whereabouts import whereabouts
from seapgen.model.errors import SeapgenError
from seapgen.model.finding import Finding
from seapgen.model.message import Verbatim
from seapgen.study import Study

LETTERS = "R21"  # letters that no font of the document has: `value` is the first, the message quotes the text
_RETURNS = "municipalities/"


@contextmanager
def placed(about: Study) -> Iterator[None]:
    """A refusal from inside leaves with its places; a text that is printed many times is one place."""
    try:
        yield
    except SeapgenError as error:
        found = [_placed(about, finding) for finding in error.findings]
        raise type(error)(list({(f.code, f.source, f.value): f for f in reversed(found)}.values())[::-1]) from error


def _placed(about: Study, finding: Finding) -> Finding:
    """The finding at its line of the data; as it is where it has one, or where its letters stand in no file of the programme."""
    if finding.code != LETTERS or not isinstance(finding.value, Verbatim):
        return finding
    quoted = dict(finding.message.values).get("text")
    others = tuple(f"{_RETURNS}{m.id}/" for m in about.programme.municipalities if m.id != finding.municipality)
    files = [file for file in about.programme.files if not file.startswith(others)]
    text = quoted.text if isinstance(quoted, Verbatim) else ""
    place = whereabouts(about.folder, files, finding.value.text, text)
    return replace(finding, source=place) if place else finding
