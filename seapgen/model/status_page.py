"""The status of a programme printed in one language, ready to be shown as a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seapgen.model.report import NOTHING, Said


@dataclass(frozen=True, slots=True)
class Cell:
    """A stage of a municipality. `kind` is done, part, bad or open; `word` says the same to those who do not see the sign."""

    kind: str
    word: Said
    text: Said = NOTHING
    late: Said = NOTHING
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class ShownTown:
    """A row of the table."""

    name: Said
    remarks: tuple[Said, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ShownAgency:
    """An agency with its municipalities, the worst first."""

    name: Said
    summary: Said
    towns: tuple[ShownTown, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many municipalities have reached a stage, wholly and in part, of how many; with the deadline of the stage."""

    label: Said
    number: Said
    whole: int
    part: int
    of: int
    note: Said = NOTHING


@dataclass(frozen=True, slots=True)
class ToDo:
    """Who does what next; `late` says how late the latest of it is."""

    who: Said
    what: Said
    late: Said = NOTHING


@dataclass(frozen=True, slots=True)
class ShownLanguage:
    """The documents in a language."""

    name: Said
    expected: int
    made: int
    untranslated: int
    note: Said = NOTHING


@dataclass(frozen=True, slots=True)
class StatusPage:
    """The whole page. `tag` is the BCP 47 tag of its language; `words` are its labels by name."""

    tag: str
    title: Said
    programme: Said
    day: Said
    lead: tuple[Said, ...]  # sentences
    alarm: Said  # errors in files of the programme, which stop every document
    bars: tuple[Bar, ...]
    todo: tuple[ToDo, ...]
    steps: tuple[Said, ...]
    agencies: tuple[ShownAgency, ...]
    languages: tuple[ShownLanguage, ...]
    shared: Said  # what files of the programme lack
    words: Mapping[str, Said]
