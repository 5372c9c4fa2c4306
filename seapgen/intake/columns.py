"""The columns of each table, from the noun of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from seapgen.intake.annotations import alternatives, is_texts, origin
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
from seapgen.model.noun import Noun

CellKind = Literal["text", "number", "whole", "list", "texts"]

TABLES: Mapping[str, type[Noun]] = {
    "consumption.csv": Consumption, "sector_totals.csv": SectorTotal, "emissions.csv": NonEnergyEmission,
    "production.csv": Production, "purchases.csv": Purchase, "factors.csv": OwnFactor, "totals.csv": ReportedTotal,
    "actions.csv": Action,
}  # fmt: skip
_ALSO_NEEDED: Mapping[type[Noun], tuple[str, ...]] = {  # a row may leave these empty, a table may not leave them out
    Consumption: ("quantity", "unit"), SectorTotal: ("energy_mwh", "emissions_t"), NonEnergyEmission: ("emissions_t", "unit"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `title` for a field, `title.it` for its text in one language."""

    name: str
    field: str
    kind: CellKind
    language: str = ""


def columns(noun: type[Noun], languages: tuple[str, ...]) -> Mapping[str, Column]:
    """The columns a table may have, in the order of the noun; text columns once for each language."""
    found: dict[str, Column] = {}
    for field, info in noun.model_fields.items():
        kind = _kind(info.annotation)
        names = [(f"{field}.{language}", language) for language in languages] if kind == "texts" else [(field, "")]
        found |= {name: Column(name, field, kind, language) for name, language in names}
    return found


def text_fields(noun: type[Noun]) -> tuple[str, ...]:
    """The fields that have a column for each language."""
    return tuple(field for field, info in noun.model_fields.items() if _kind(info.annotation) == "texts")


def needed(noun: type[Noun]) -> tuple[str, ...]:
    """The columns a table must have."""
    return (*(field for field, info in noun.model_fields.items() if info.is_required()), *_ALSO_NEEDED.get(noun, ()))


def _kind(annotation: object) -> CellKind:
    if is_texts(annotation):
        return "texts"
    kinds = alternatives(annotation)
    if Decimal in kinds:
        return "number"
    if int in kinds:
        return "whole"
    return "list" if any(origin(kind) is tuple for kind in kinds) else "text"
