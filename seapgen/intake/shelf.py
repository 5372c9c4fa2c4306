"""The prose files of one folder, all languages together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from seapgen.intake.desk import Desk
from seapgen.intake.prose import FILE_NAME, read_prose
from seapgen.intake.rules import LoadRule
from seapgen.model.source import Source


@dataclass(slots=True)
class Shelf:
    """Section id -> language -> Markdown, where each section stands first, and where its text begins in each language."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    places: dict[str, Source] = field(default_factory=dict)
    text_places: dict[tuple[str, str], Source] = field(default_factory=dict)


def read_shelf(desk: Desk, folder: str, known: Collection[str], languages: tuple[str, ...]) -> Shelf:
    """The sections of `prose.<lang>.md` in a folder; a file in a language that the programme does not have is a finding."""
    shelf = Shelf()
    for path in desk.listing.inside(folder):
        match = FILE_NAME.fullmatch(path.rpartition("/")[2])
        if match is None:
            continue
        language = match[1]
        prose, findings = read_prose(desk.text(path) or "", path, known)
        desk.report(findings)
        if languages and language not in languages:
            names = ", ".join(languages)
            desk.report([LoadRule.LANGUAGE_UNKNOWN.at(Source(path), language, language=language, names=names)])
            continue
        for name, body in prose.texts.items():
            shelf.texts.setdefault(name, {})[language] = body
            shelf.places.setdefault(name, Source(path, prose.lines[name], 1))
            shelf.text_places[name, language] = Source(path, prose.first_lines[name], 1)
    return shelf
