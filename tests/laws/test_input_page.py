"""docs/input.md tells a municipality every column and every key that seapgen reads."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from seapgen.model.action import Action
from seapgen.model.inventory import Consumption, NonEnergyEmission, OwnFactor, Production, Purchase, ReportedTotal, SectorTotal
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.vocabulary import ActionSector, Carrier, EstimateBasis, FinancingSource, Notation, Quality, Sector, Status
from tests.support.places import ROOT

PAGE = (ROOT / "docs/input.md").read_text(encoding="utf-8")
TABLES: dict[str, type[Noun]] = {
    "consumption.csv": Consumption,
    "sector_totals.csv": SectorTotal,
    "emissions.csv": NonEnergyEmission,
    "production.csv": Production,
    "purchases.csv": Purchase,
    "factors.csv": OwnFactor,
    "totals.csv": ReportedTotal,
    "actions.csv": Action,
}


def named(model: type[Noun]) -> list[str]:
    """The names under which a file gives the fields of a noun."""
    return [field.alias or name for name, field in model.model_fields.items()]


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_table(table: str) -> None:
    """The page lists the columns of each table in the order of its noun."""
    found = re.search(rf"^\| `{re.escape(table)}` \| `([^`]+)`", PAGE, re.MULTILINE)

    assert found
    assert named(TABLES[table]) == found[1].split()


def test_keys_are_those_of_the_municipality() -> None:
    """The page lists every key of municipality.yaml, and no other."""
    section = PAGE[PAGE.index("## municipality.yaml") : PAGE.index("## Tables")]
    rows = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)

    assert set(named(MunicipalityHead)) == {key for row in rows for key in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize(
    "closed_list", [Sector, Carrier, ActionSector, Status, FinancingSource, Quality, EstimateBasis, Notation]
)
def test_lists_are_complete(closed_list: type[StrEnum]) -> None:
    """The page lists every key that a row may have."""
    words = {word for row in re.findall(r"^\|.*\||^- .*(?:\n  .*)*", PAGE, re.MULTILINE) for word in re.findall(r"\w+", row)}

    assert set() == {str(key) for key in closed_list} - words
