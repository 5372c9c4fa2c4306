"""Formulas by hand-made numbers: every part counts, with its sign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.compute.chp import of_heat
from seapgen.compute.decomposition import together
from seapgen.compute.economics import saved_money, weighted_mean
from seapgen.compute.formulas import largest_difference
from seapgen.compute.supply import efe, efe_exporter

D = Decimal


def test_emissions_of_green_electricity_raise_the_local_factor() -> None:
    """((1000 − 100 − 200) × 0.4 + 30 + 10) ÷ 1000."""
    assert D("0.32") == efe(D(1000), D("0.4"), D(100), D(30), D(200), D(10))


def test_emissions_of_green_electricity_raise_an_exporter_s_factor() -> None:
    """(30 + 10) ÷ (300 + 100)."""
    assert D("0.1") == efe_exporter(D(300), D(30), D(100), D(10))


def test_a_plant_that_makes_nothing_emits_nothing_for_its_heat() -> None:
    """There is nothing to divide by."""
    assert D(0) == of_heat(D(0), D(0), D(50))


def test_saved_energy_and_own_electricity_are_both_worth_money() -> None:
    """10 × 60 + 5 × 200."""
    assert D(1600) == saved_money(D(10), D(60), D(5), D(200))


def test_an_amount_without_price_is_no_mean() -> None:
    """Inputs come in pairs."""
    assert D(75) == weighted_mean(D(1), D(60), D(3), D(80))
    with pytest.raises(ValueError, match="zip"):
        weighted_mean(D(1), D(60), D(3))


def test_the_largest_difference_is_that_of_a_pair() -> None:
    """Without pairs nothing differs; half a pair is none."""
    assert D(4) == largest_difference(D(10), D(9), D(1), D(5))
    assert D(0) == largest_difference()
    with pytest.raises(ValueError, match="zip"):
        largest_difference(D(1), D(2), D(3))


def test_parts_together_are_their_sum() -> None:
    """Nothing is lost."""
    assert D(6) == together(D(1), D(2), D(3))
