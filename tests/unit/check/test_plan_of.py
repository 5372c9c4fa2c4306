"""The plan of a return: its year, the inventory that it counts from, and its largest actions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.check.plan import amount, plan_of
from seapgen.model.action import Action
from seapgen.model.municipality import InventoryHead, Target
from seapgen.model.source import Source
from seapgen.model.vocabulary import InventoryKind, Sector
from tests.unit.check.cases import case, column, placed
from tests.unit.check.nouns import Town, good_leaves
from tests.unit.compute.made import action

D = Decimal
TARGET = Target(reduction_pct=D(20), target_year=2020, base_year=2012)
HEADS = (
    InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set"),
    InventoryHead(year=2012, kind=InventoryKind.INVENTORY, factor_set="set"),
)
YEARS = {2010: good_leaves(), 2012: good_leaves()}


def actions(*rows: Action) -> tuple[Action, ...]:
    """The rows at lines of actions.csv."""
    return tuple(placed(row, "actions.csv", line) for line, row in enumerate(rows, 2))


def test_a_plan_answers_its_target() -> None:
    """Year and base year are the target's, whatever the actions say."""
    plan = plan_of(
        case(Town(heads=HEADS, leaves=YEARS, targets=[TARGET]), actions=actions(action("A1", "tertiary", end_year=2030)))
    )

    assert (2020, 2012) == (plan.year, plan.base.year if plan.base else None)


def test_a_plan_without_target_ends_with_its_last_action() -> None:
    """It counts from the baseline; actions without a last year say nothing."""
    rows = actions(action("A1", "tertiary", end_year=2018), action("A2", "tertiary"), action("A3", "tertiary", end_year=2016))
    plan = plan_of(case(Town(heads=HEADS, leaves=YEARS), actions=rows))

    assert (2018, 2010) == (plan.year, plan.base.year if plan.base else None)


def test_a_plan_without_inventory_counts_from_none() -> None:
    """Nothing is invented."""
    plan = plan_of(case(Town(heads=())))

    assert (None, None) == (plan.year, plan.base)


def test_the_largest_action_is_that_of_the_sectors_asked_for() -> None:
    """The place is the cell of the effect."""
    small, large = actions(action("A1", "tertiary", co2_reduction_t="0.5"), action("A2", "residential", co2_reduction_t="9"))
    plan = plan_of(case(Town(), actions=(small, large)))

    assert Source("actions.csv", 3, column(large, "co2_reduction_t")) == plan.largest("co2_reduction_t")
    assert Source("actions.csv", 2, column(small, "co2_reduction_t")) == plan.largest("co2_reduction_t", [Sector.TERTIARY])


def test_where_no_action_brings_anything_the_file_is_named() -> None:
    """An effect of zero is none."""
    plan = plan_of(case(Town(), actions=actions(action("A1", "tertiary", co2_reduction_t="0"))))

    assert Source("municipalities/town/actions.csv") == plan.largest("co2_reduction_t")


@pytest.mark.parametrize(("stated", "expected"), [({"energy_saving_mwh": "7"}, D(7)), ({}, D(0))])
def test_what_an_action_does_not_say_is_zero(stated: dict[str, str], expected: Decimal) -> None:
    """No action has an effect that nobody stated."""
    assert expected == amount(action("A1", "tertiary", **stated), "energy_saving_mwh")
