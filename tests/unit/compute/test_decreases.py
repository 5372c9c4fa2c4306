"""Which changes a waterfall draws as one step, and what they make together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.compute.decreases import small
from tests.unit.compute.made import action, computed, target, town, used

D = Decimal
BIG = {name: D(-5000) for name in "abcde"}
GAS = used("residential", "natural_gas", "1000000")  # 202,000 t
SECTORS = (
    "residential",
    "tertiary",
    "municipal_buildings",
    "public_transport",
    "industry_non_ets",
    "public_lighting",
    "municipal_fleet",
)


def test_many_changes_with_two_small_ones_have_a_common_step() -> None:
    """Seven changes; two of them are less than 1 % of 100,000."""
    assert small({**BIG, "x": D(-999), "y": D(-1)}, D(100_000)) == ("x", "y")


def test_one_per_cent_is_not_small() -> None:
    """Of 100,000 t, 1,000 are drawn alone; what is left is one small change, which needs no common step."""
    assert small({**BIG, "x": D(-1000), "y": D(-1)}, D(100_000)) == ()


def test_a_rise_counts_by_its_size() -> None:
    """A large rise is not small because it is more than nothing."""
    assert small({**BIG, "x": D(7000), "y": D(-1), "z": D(2)}, D(100_000)) == ("y", "z")


def test_six_changes_are_told_apart_however_small_they_are() -> None:
    """They have room."""
    assert small({name: D(-1) for name in "abcdef"}, D(100_000)) == ()


def test_a_change_of_nothing_is_no_step() -> None:
    """Six changes and a seventh of zero are six."""
    assert small({**{name: D(-1) for name in "abcdef"}, "g": D(0)}, D(100_000)) == ()


@pytest.mark.parametrize("base", [None, D(0)])
def test_without_a_base_nothing_is_small(base: Decimal | None) -> None:
    """There is nothing to be one per cent of."""
    assert small({name: D(-1) for name in "abcdefgh"}, base) == ()


def test_the_common_step_is_the_sum_of_its_members() -> None:
    """The figure is made of the figures of its sectors, so a reader can go back to them."""
    tonnes = ("9000", "8000", "7000", "6000", "5000", "30", "4")
    actions = tuple(action(f"A{n}", sector=s, co2_reduction_t=D(t)) for n, (s, t) in enumerate(zip(SECTORS, tonnes, strict=True)))
    found = computed(town(GAS, head={"targets": (target("20"),)}, actions=actions)).derived("plan.2020.change_further_t")

    assert found.figure.value == D(-34)
    assert found.derivation.inputs == ("plan.2020.change_t.public_lighting", "plan.2020.change_t.municipal_fleet")
