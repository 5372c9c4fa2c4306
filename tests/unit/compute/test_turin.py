"""The real inventory of Turin, as the city printed it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.units import Unit
from tests.unit.compute.made import computed, turin, values

D = Decimal
TURIN = turin()
PRINTED_TOLERANCE_T, PRINTED_TOLERANCE = D(1), D("0.005")


def test_final_energy_is_the_city_s_total() -> None:
    """The 51 rows add up to the printed energy."""
    assert computed(TURIN).figure("inventory.2019.energy_mwh").value == D("10479355")


def test_energy_emissions_are_the_products_of_the_rows() -> None:
    """The exact sum of energy times factor; printed with two decimals, 2,271,349.65."""
    assert computed(TURIN).figure("inventory.2019.emissions_energy_t").value == D("2271349.646")


def test_all_emissions_hold_waste_and_sinks() -> None:
    """Energy in CO2 and the rest in CO2 equivalents make a sum whose unit says that it is mixed."""
    figure = computed(TURIN).figure("inventory.2019.emissions_t")
    assert (figure.value, figure.unit) == (D("2396906.646"), Unit.T_MIXED)


def test_every_row_gives_the_printed_tonnes() -> None:
    """Each of the rows lies within a tonne or half a percent of what the city printed."""
    leaves = computed(TURIN).inventories[0].leaves
    printed = [(x, x.reported_t) for x in leaves if x.reported_t is not None]
    far = [x for x, reported in printed if abs(x.emissions_t - reported) > max(PRINTED_TOLERANCE_T, reported * PRINTED_TOLERANCE)]
    assert (len(leaves), len(printed), far) == (51, 47, [])


def test_reported_tonnes_are_never_used() -> None:
    """Without the column that holds what was printed, every figure but the comparison itself is the same."""
    with_column = {path: value for path, value in values(computed(TURIN)).items() if ".reported_" not in path}
    without = {path: value for path, value in values(computed(turin(with_reported=False))).items() if ".reported_" not in path}
    assert without == with_column


@given(st.integers(min_value=0))
def test_shuffled_rows_give_the_same_figures(seed: int) -> None:
    """The order of rows in the files changes no figure, to the last digit."""
    rows, others, factors = list(TURIN.consumption), list(TURIN.emissions), list(TURIN.factors)
    for part in (rows, others, factors):
        Random(seed).shuffle(part)
    shuffled = replace(TURIN, consumption=tuple(rows), emissions=tuple(others), factors=tuple(factors))
    assert values(computed(shuffled)) == values(computed(TURIN))


def test_municipal_share_is_small() -> None:
    """Buildings, lighting and fleet of the city cause 3.1 % of energy-related emissions."""
    share = computed(TURIN).figure("inventory.2019.emissions_share_pct.municipal").value
    assert isinstance(share, Decimal) and round(share, 1) == D("3.1")
