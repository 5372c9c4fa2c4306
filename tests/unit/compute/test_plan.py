"""Actions, their cost and their sums."""

from __future__ import annotations

from decimal import Decimal

from seapgen.model.action import Action
from seapgen.model.programme import Economics
from seapgen.model.results import MunicipalityResults
from tests.unit.compute.made import action, computed, target, town, used

D = Decimal
GAS = used("residential", "natural_gas", "10000")
POWER = used("residential", "electricity", "5000")
ECONOMICS = Economics(discount_rate_pct=D(4), energy_price_eur_per_mwh={"electricity": D(180), "natural_gas": D(75)})


def planned(*actions: Action, economics: Economics | None = ECONOMICS) -> MunicipalityResults:
    """The results of a town with these actions."""
    return computed(town(GAS, POWER, head={"targets": (target("20"),)}, actions=actions), economics=economics)


def test_cost_per_tonne_is_recomputed() -> None:
    """310,000 EUR for 106 t a year."""
    found = planned(action("A01", "public_lighting", cost_eur="310000", co2_reduction_t="106"))
    assert found.figure("action.A01.cost_per_tonne_eur").value == D("2924.528301886792453")


def test_payback_counts_private_money_too() -> None:
    """Public and private cost by the money saved."""
    found = planned(action("A01", "residential", cost_eur="100", private_cost_eur="900", annual_saving_eur="50"))
    assert found.figure("action.A01.payback_years").value == D(20)


def test_abatement_is_annualised_cost_less_saving() -> None:
    """310,000 EUR over 20 years at 4 % are 22,810.34 EUR a year; less 46,800 EUR, by 106 t: about −226 EUR/t."""
    given = {"cost_eur": "310000", "co2_reduction_t": "106", "annual_saving_eur": "46800", "lifetime_years": "20"}
    value = planned(action("A01", "public_lighting", **given)).figure("action.A01.abatement_eur_per_t").value
    assert isinstance(value, Decimal) and round(value, 2) == D("-226.32")


def test_no_discount_rate_spreads_the_cost_evenly() -> None:
    """At 0 % the yearly cost is cost by lifetime."""
    given = {"cost_eur": "1000", "co2_reduction_t": "10", "annual_saving_eur": "0", "lifetime_years": "20"}
    found = planned(action("A01", "residential", **given), economics=Economics(discount_rate_pct=D(0)))
    assert found.figure("action.A01.abatement_eur_per_t").value == D(5)


def test_no_lifetime_no_abatement_cost() -> None:
    """A life is not guessed."""
    found = planned(action("A01", "residential", cost_eur="1000", co2_reduction_t="10", annual_saving_eur="5"))
    assert found.get("action.A01.abatement_eur_per_t") is None


def test_money_saved_follows_from_prices_where_none_is_stated() -> None:
    """300 MWh at the mean price of 10,000 MWh of gas and 5,000 MWh of electricity, 110 EUR."""
    given = {"cost_eur": "1000", "energy_saving_mwh": "300", "res_production_mwh": "0"}
    assert planned(action("A01", "residential", **given)).figure("action.A01.yearly_saving_eur").value == D(33000)


def test_sums_are_those_of_the_sectors() -> None:
    """The plan's reduction is the sum over its sectors."""
    found = planned(action("A1", "residential", co2_reduction_t="10"), action("A2", "local_electricity", co2_reduction_t="5"))
    parts = [found.figure(f"plan.2020.reduction_t.{s}").value for s in ("residential", "local_electricity")]
    assert (found.figure("plan.2020.reduction_t").value, parts) == (D(15), [D(10), D(5)])


def test_cancelled_actions_do_not_count() -> None:
    """Neither in tonnes nor in number."""
    found = planned(
        action("A1", "residential", co2_reduction_t="10"), action("A2", "residential", status="cancelled", co2_reduction_t="5")
    )
    assert (found.figure("plan.2020.reduction_t").value, found.figure("plan.actions").value) == (D(10), D(1))


def test_a_lump_sum_and_the_effects_of_its_parts_count_once() -> None:
    """The parent's cost stands for its parts; the parts give the tonnes that the parent leaves open."""
    found = planned(
        action("A1", "residential", cost_eur="900"),
        action("A2", "residential", parent="A1", cost_eur="400", co2_reduction_t="3"),
        action("A3", "residential", parent="A1", co2_reduction_t="4"),
    )
    amounts = tuple(found.figure(p).value for p in ("plan.cost_eur", "plan.2020.reduction_t", "plan.actions"))
    assert amounts == (D(900), D(7), D(1))


def test_actions_in_a_circle_come_to_an_end() -> None:
    """A parent of itself through another is not followed for ever; no amount is counted twice."""
    found = planned(
        action("A1", "residential", parent="A2", co2_reduction_t="3"),
        action("A2", "residential", parent="A1", co2_reduction_t="3"),
    )
    assert found.get("plan.2020.reduction_t") is None


def test_what_nobody_secured_is_unfunded() -> None:
    """Only `yes` is secured; an empty cell is not."""
    found = planned(
        action("A1", "residential", cost_eur="60", secured="yes"), action("A2", "residential", cost_eur="30", secured="no"),
        action("A3", "residential", cost_eur="10"),
    )  # fmt: skip
    assert (found.figure("plan.unfunded_eur").value, found.figure("plan.unfunded_pct").value) == (D(40), D(40))


def test_what_remains_of_a_sector() -> None:
    """Its emissions of the inventory less its actions."""
    found = planned(action("A1", "residential", co2_reduction_t="50"))
    assert found.figure("plan.2020.remaining_t.residential").value == D("4000")


def test_a_row_that_is_not_divided_bears_the_actions_of_its_sectors() -> None:
    """Transport is counted as a whole: what buses and cars avoid together is missing there."""
    transport = used("transport_not_allocated", "diesel", "10000")
    those = (
        action("A01", "public_transport", co2_reduction_t="40"),
        action("A02", "private_commercial_transport", co2_reduction_t="60"),
    )

    found = computed(town(GAS, transport, head={"targets": (target("20"),)}, actions=those), economics=ECONOMICS)

    before, after = (
        found.figure("inventory.2010.emissions_energy_t.transport_not_allocated"),
        found.figure("plan.2020.remaining_t.transport_not_allocated"),
    )
    assert D(100) == before.value - after.value


def test_a_sector_with_a_row_of_its_own_keeps_its_actions() -> None:
    """Only what has no row is borne by the row that is not divided."""
    rows = (used("transport_not_allocated", "diesel", "10000"), used("public_transport", "diesel", "500"))
    those = (
        action("A01", "public_transport", co2_reduction_t="40"),
        action("A02", "private_commercial_transport", co2_reduction_t="60"),
    )

    found = computed(town(*rows, head={"targets": (target("20"),)}, actions=those), economics=ECONOMICS)

    assert D(60) == found.figure("plan.2020.reduction_undivided_t.transport_not_allocated").value
