"""Amounts as findings print them: exact, with unit and digits, and without an id of a figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from seapgen.check import amount
from seapgen.check.peers import _times
from seapgen.model.message import Figure, Term
from seapgen.model.units import Unit
from seapgen.model.vocabulary import ActionSector, EmissionUnit, Sector

D = Decimal
CO2 = EmissionUnit.T_CO2


@pytest.mark.parametrize(
    ("made", "of", "wanted"),
    [
        (amount.energy, ("9.5",), Figure("", D("9.5"), Unit.MWH, digits=2)),
        (amount.energy, ("-9.5",), Figure("", D("-9.5"), Unit.MWH, digits=2)),
        (amount.energy, ("10.5",), Figure("", D("10.5"), Unit.MWH)),
        (amount.energy, ("9",), Figure("", D(9), Unit.MWH)),
        (amount.tonnes, ("9.5",), Figure("", D("9.5"), Unit.T_MIXED, digits=2)),
        (amount.tonnes, ("10.5", CO2), Figure("", D("10.5"), Unit.T_CO2)),
        (amount.energy_per_head, ("0.05",), Figure("", D("0.05"), Unit.MWH_PER_HEAD, digits=4)),
        (amount.energy_per_head, ("0.1",), Figure("", D("0.1"), Unit.MWH_PER_HEAD)),
        (amount.tonnes_per_head, ("3", CO2), Figure("", D(3), Unit.T_CO2_PER_HEAD)),
        (amount.factor, ("0.202", CO2), Figure("", D("0.202"), Unit.T_CO2_PER_MWH)),
        (amount.factor, ("0.0102", CO2), Figure("", D("0.0102"), Unit.T_CO2_PER_MWH, digits=4)),
        (amount.factor, ("0.1002", CO2), Figure("", D("0.1002"), Unit.T_CO2_PER_MWH)),
        (amount.factor, ("0.01", CO2), Figure("", D("0.01"), Unit.T_CO2_PER_MWH)),
        (amount.percent, ("12.5",), Figure("", D("12.5"), Unit.PERCENT)),
        (amount.percent, ("12",), Figure("", D(12), Unit.PERCENT, digits=0)),
        (amount.megawatts, ("21",), Figure("", D(21), Unit.MW)),
        (_times, ("3",), Figure("", D(3), Unit.RATIO)),
    ],
)
def test_an_amount_has_its_unit_and_digits(made: Callable[..., Figure], of: tuple[str, ...], wanted: Figure) -> None:
    """Small amounts show what matters in them; none pretends to be a figure of the results."""
    assert wanted == made(D(of[0]), *of[1:])


@pytest.mark.parametrize(("made", "unit"), [(amount.year, Unit.YEAR), (amount.count, Unit.COUNT)])
def test_years_and_counts_are_whole(made: Callable[[int], Figure], unit: Unit) -> None:
    """They are exact as every amount."""
    assert Figure("", D(2010), unit) == made(2010)


@pytest.mark.parametrize(
    ("name", "of", "key"),
    [
        (amount.heading_name, "buildings", "sector_group.buildings"), (amount.heading_name, "transport", "sector_group.transport"),
        (amount.heading_name, "other", "action_sector.other"), (amount.heading_name, "land_use", "action_sector.land_use"),
        (amount.action_sector_name, Sector.TERTIARY, "sector.tertiary"),
        (amount.action_sector_name, ActionSector.LAND_USE, "action_sector.land_use"),
    ],
)  # fmt: skip
def test_actions_stand_under_words_of_their_own(name: Callable[[object], Term], of: object, key: str) -> None:
    """The sheet of actions has headings that the inventory lacks."""
    assert Term(key) == name(of)
