"""A return as JSON and back, without loss: nouns by their own models, and where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from seapgen.intake.parts import parts
from seapgen.model.action import Action
from seapgen.model.inventory import (
    Consumption,
    NonEnergyEmission,
    OwnFactor,
    Production,
    Purchase,
    ReportedTotal,
    SectorTotal,
)
from seapgen.model.municipality import Municipality, MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.source import Origin, Source

_TABLES = ("consumption", "sector_totals", "emissions", "production", "purchases", "factors", "totals", "actions")


class _Kept(BaseModel):
    """The shape of the JSON. `origins` are those of all nouns, in the order of `_nouns`; files without the folder."""

    model_config = ConfigDict(strict=True, extra="forbid", defer_build=True)

    head: MunicipalityHead
    consumption: tuple[Consumption, ...]
    sector_totals: tuple[SectorTotal, ...]
    emissions: tuple[NonEnergyEmission, ...]
    production: tuple[Production, ...]
    purchases: tuple[Purchase, ...]
    factors: tuple[OwnFactor, ...]
    totals: tuple[ReportedTotal, ...]
    actions: tuple[Action, ...]
    texts: Mapping[str, Mapping[str, str]]
    text_places: tuple[tuple[str, str, tuple[str, int, int]], ...]
    origins: tuple[tuple[str, int, int, Mapping[str, tuple[int, int]]], ...]


def packed(municipality: Municipality) -> str:
    """A return as JSON."""
    folder = f"{municipality.folder}/"
    places = municipality.text_places.items()
    found = _Kept.model_construct(
        head=municipality.head,
        **{name: getattr(municipality, name) for name in _TABLES},
        texts=municipality.texts,
        text_places=tuple((*key, (at.file.removeprefix(folder), at.line, at.column)) for key, at in places),
        origins=tuple((o.file.removeprefix(folder), o.line, o.column, o.fields) for o in map(_origin, _nouns(municipality))),
    )
    return found.model_dump_json(exclude_unset=True, by_alias=True)


def unpacked(content: str, folder: str) -> Municipality:
    """The return of such JSON. Raises ValueError for anything else."""
    kept = _built().model_validate_json(content)
    places = {(section, language): _at(folder, *at) for section, language, at in kept.text_places}
    tables = {name: getattr(kept, name) for name in _TABLES}
    municipality = Municipality(kept.head, folder, **tables, texts=kept.texts, text_places=places)
    for noun, (file, line, column, fields) in zip(_nouns(municipality), kept.origins, strict=True):
        noun._origin = Origin(f"{folder}/{file}", line, column, fields)  # as intake.nouns does
    return municipality


@cache
def _built() -> type[_Kept]:
    """The shape, once somebody needs it."""
    _Kept.model_rebuild()
    return _Kept


def _nouns(municipality: Municipality) -> Iterator[Noun]:
    for noun in (municipality.head, *(row for name in _TABLES for row in getattr(municipality, name))):
        yield from _within(noun)


def _within(noun: Noun) -> Iterator[Noun]:
    yield noun
    for inner in parts(noun):
        yield from _within(inner)


def _origin(noun: Noun) -> Origin:
    return noun._origin


def _at(folder: str, file: str, line: int, column: int) -> Source:
    return Source(f"{folder}/{file}", line, column)
