"""What a new programme begins with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the id that its folder or entry has."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Start:
    """A programme before its first file: everything that has to be known to write one that can be built.

    The first of the languages is the language of reference; `spoken` are those of the municipalities and the agency.
    """

    programme: Named
    languages: tuple[str, ...]
    spoken: tuple[str, ...]
    country: str
    agency: Named
    municipalities: tuple[Named, ...]
    issue_date: date
    baseline_year: int
    electricity_t_per_mwh: Decimal  # of the country in that year
    group: Named | None = None


@dataclass(frozen=True, slots=True)
class StartWish:
    """The same as somebody typed it; a name may carry its id, `lodz=Łódź`."""

    title: str
    languages: tuple[str, ...]
    country: str
    agency: str
    municipalities: tuple[str, ...]
    issue_date: str
    baseline_year: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Started:
    """What was made: the paths of the files, and the languages that documents can be made in at once."""

    files: tuple[str, ...]
    languages: tuple[str, ...]
    unwritten: tuple[str, ...]
    municipalities: tuple[Named, ...]
