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
MADE: list[tuple[Figure, Figure]] = [
    (amount.energy(D("9.5")), Figure("", D("9.5"), Unit.MWH, digits=2)),
    (amount.energy(D("-9.5")), Figure("", D("-9.5"), Unit.MWH, digits=2)),
    (amount.energy(D("10.5")), Figure("", D("10.5"), Unit.MWH)),
    (amount.energy(D(9)), Figure("", D(9), Unit.MWH)),
    (amount.tonnes(D("9.5")), Figure("", D("9.5"), Unit.T_MIXED, digits=2)),
    (amount.tonnes(D("10.5"), EmissionUnit.T_CO2), Figure("", D("10.5"), Unit.T_CO2)),
    (amount.energy_per_head(D("0.05")), Figure("", D("0.05"), Unit.MWH_PER_HEAD, digits=4)),
    (amount.energy_per_head(D("0.1")), Figure("", D("0.1"), Unit.MWH_PER_HEAD)),
    (amount.tonnes_per_head(D(3), EmissionUnit.T_CO2), Figure("", D(3), Unit.T_CO2_PER_HEAD)),
    (amount.factor(D("0.202"), EmissionUnit.T_CO2), Figure("", D("0.202"), Unit.T_CO2_PER_MWH)),
    (amount.factor(D("0.0102"), EmissionUnit.T_CO2), Figure("", D("0.0102"), Unit.T_CO2_PER_MWH, digits=4)),
    (amount.factor(D("0.1002"), EmissionUnit.T_CO2), Figure("", D("0.1002"), Unit.T_CO2_PER_MWH)),
    (amount.factor(D("0.01"), EmissionUnit.T_CO2), Figure("", D("0.01"), Unit.T_CO2_PER_MWH)),
    (amount.percent(D("12.5")), Figure("", D("12.5"), Unit.PERCENT)),
    (amount.percent(D(12)), Figure("", D(12), Unit.PERCENT, digits=0)),
    (amount.year(2010), Figure("", D(2010), Unit.YEAR)),
    (amount.count(3), Figure("", D(3), Unit.COUNT)),
    (amount.megawatts(D(21)), Figure("", D(21), Unit.MW)),
    (_times(D(3)), Figure("", D(3), Unit.RATIO)),
]


@pytest.mark.parametrize(("made", "wanted"), MADE)
def test_an_amount_has_its_unit_and_digits(made: Figure, wanted: Figure) -> None:
    """Small amounts show what matters in them; none pretends to be a figure of the results."""
    assert wanted == made


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
