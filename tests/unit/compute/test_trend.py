"""What changed since the baseline: both electricity factors, three causes, actions and money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seapgen.compute import explain
from seapgen.model.inventory import Consumption, NonEnergyEmission
from seapgen.model.municipality import Municipality
from seapgen.model.results import MunicipalityResults
from seapgen.model.vocabulary import Approach, EmissionUnit, Scope, Sector
from tests.unit.compute.made import action, all_of, computed, inventory, target, town, used

D = Decimal
PEOPLE = {"population": {2010: 1000, 2014: 1050, 2018: 1100}}
HEADS = (inventory(), inventory(2014, "monitoring"))
LATEST = inventory(2018, "monitoring", electricity={"factor_t_per_mwh": D("0.3"), "source": ""})
TWO = {"inventories": HEADS, **PEOPLE}
THREE = {"inventories": (*HEADS, LATEST), **PEOPLE}
BEFORE = (
    used("tertiary", "electricity", "1000"),
    used("residential", "natural_gas", "5000"),
    used("residential", "heating_oil", "700"),
)
AFTER = (used("tertiary", "electricity", "500", year=2014), used("residential", "natural_gas", "5600", year=2014))
CAUSES = ("population", "activity", "factor")
ALL_CELLS = [
    (s, c)
    for s in ("tertiary", "residential", "public_lighting")
    for c in ("electricity", "natural_gas", "heating_oil", "diesel")
]

amounts = st.dictionaries(st.sampled_from(ALL_CELLS), st.decimals("0", "90000", places=2), min_size=1)


def value(found: MunicipalityResults, path: str) -> Decimal:
    """A figure's exact number."""
    number = found.figure(path).value
    assert isinstance(number, Decimal)
    return number


def rows(of_year: dict[tuple[str, str], Decimal], year: int) -> list[Consumption]:
    """Rows of one year."""
    return [used(sector, carrier, str(mwh), year=year) for (sector, carrier), mwh in of_year.items()]


def two_years(before: dict[tuple[str, str], Decimal], after: dict[tuple[str, str], Decimal]) -> MunicipalityResults:
    """A town with a baseline and a monitoring inventory."""
    return computed(town(*rows(before, 2010), *rows(after, 2014), head=TWO))


def parts(found: MunicipalityResults, key: str = "") -> Decimal:
    """The sum of the causes of a sector, or of all."""
    figures = (found.get(f"trend.2010-2014.emissions_t.by_{cause}{key}") for cause in CAUSES)
    return sum((f.value for f in figures if f is not None and isinstance(f.value, Decimal)), D(0))


@given(amounts, amounts)
@settings(max_examples=60)
def test_causes_add_up_to_the_change(before: dict[tuple[str, str], Decimal], after: dict[tuple[str, str], Decimal]) -> None:
    """In all and in every sector, exactly; cells that only one year has are part of it."""
    found = two_years(before, after)
    first, last = found.inventories

    assert parts(found) == value(found, "trend.2010-2014.emissions_t.updated_factor") == last.emissions_t() - first.emissions_t()
    for sector in {*first.sectors(), *last.sectors()}:
        assert parts(found, f".{sector}") == last.emissions_t(sector) - first.emissions_t(sector)


@given(amounts)
@settings(max_examples=30)
def test_the_same_energy_has_only_the_grid_as_cause(energy: dict[tuple[str, str], Decimal]) -> None:
    """The same rows with the same people: all that changes is the electricity factor."""
    head = {**TWO, "population": {2010: 1000, 2014: 1000}}
    found = computed(town(*rows(energy, 2010), *rows(energy, 2014), head=head))
    at = "trend.2010-2014.emissions_t"

    assert [value(found, f"{at}.{k}") for k in ("by_population", "constant_factor")] == [0, 0]
    assert abs(value(found, f"{at}.by_activity")) < D("1e-9")
    assert abs(value(found, f"{at}.by_factor") - value(found, f"{at}.updated_factor")) < D("1e-9")


def test_constant_and_updated_factor_differ_by_the_grid() -> None:
    """The later electricity, at both factors: 500 MWh × (0.35 − 0.406)."""
    found = computed(town(*BEFORE, *AFTER, head=TWO))
    changes = [value(found, f"trend.2010-2014.emissions_t.{kind}") for kind in ("updated_factor", "constant_factor")]

    assert changes[0] - changes[1] == D(500) * (D("0.35") - D("0.406"))


def test_sectors_without_electricity_are_the_same_at_both_factors() -> None:
    """A factor that a sector does not use changes nothing in it."""
    found = computed(town(*BEFORE, *AFTER, head=TWO))
    at = "trend.2010-2014.emissions_t"

    assert value(found, f"{at}.constant_factor.residential") == value(found, f"{at}.updated_factor.residential")
    assert value(found, f"{at}.constant_factor.tertiary") == -D(500) * D("0.406")


def test_changes_of_the_sectors_add_up() -> None:
    """Where both inventories have the same sectors, for energy and for both factors."""
    found = computed(town(*BEFORE, *AFTER, head=TWO))

    for name in ("energy_mwh", "emissions_t.updated_factor", "emissions_t.constant_factor"):
        at = f"trend.2010-2014.{name}"
        assert value(found, at) == value(found, f"{at}.tertiary") + value(found, f"{at}.residential")


def test_a_fall_is_written_without_its_minus_too() -> None:
    """A sentence says that it fell, so its number has no sign; what rose has no such figure."""
    found = computed(town(*BEFORE, *AFTER, head=TWO))

    assert value(found, "trend.2010-2014.fall.energy_mwh.tertiary") == 500
    assert found.get("trend.2010-2014.fall.emissions_t.by_population") is None
    assert value(found, "trend.2010-2014.fall.emissions_t.by_activity") == -value(
        found, "trend.2010-2014.emissions_t.by_activity"
    )


def test_without_people_there_are_two_causes() -> None:
    """A population of one year only explains nothing; energy and factor still add up."""
    found = computed(town(*BEFORE, *AFTER, head={**TWO, "population": {2010: 1000}}))

    assert found.get("trend.2010-2014.emissions_t.by_population") is None
    assert parts(found) == value(found, "trend.2010-2014.emissions_t.updated_factor")


def test_other_units_leave_only_energy() -> None:
    """Tonnes of CO2 and of CO2 equivalent are not compared."""
    thin = inventory(
        2014,
        "monitoring",
        factor_set=None,
        approach=Approach.LCA,
        unit=EmissionUnit.T_CO2E,
        electricity={"factor_t_per_mwh": D("0.5"), "source": ""},
    )
    found = computed(town(*BEFORE, AFTER[0], head={**TWO, "inventories": (inventory(), thin)}))

    assert [path for path in found.figures if path.startswith("trend.2010-2014.emissions")] == []
    assert value(found, "trend.2010-2014.energy_mwh") == -6200


def three() -> Municipality:
    """A baseline and two monitoring inventories."""
    late = (used("tertiary", "electricity", "800", year=2018), used("residential", "natural_gas", "5000", year=2018))
    return town(*BEFORE, *AFTER, *late, head=THREE)


def test_every_inventory_is_compared_with_the_baseline_and_with_the_one_before() -> None:
    """Three inventories, three trends."""
    found = computed(three())
    pairs = {path.split(".")[1] for path in found.figures if path.startswith("trend.")}

    assert pairs == {"2010-2014", "2010-2018", "2014-2018"}


def test_every_figure_of_a_trend_can_be_computed_again() -> None:
    """Down to the cells of the tables."""
    results = all_of(three())
    paths = [path for path in results.municipalities["town"].figures if path.startswith("trend.")]

    assert len(paths) > 60
    assert [path for path in paths if not explain(results, "town", path).holds] == []


def test_the_constant_factor_is_that_of_the_first_year() -> None:
    """Also where the later inventory gives a factor of its own."""
    found = computed(three())

    assert value(found, "trend.2010-2018.later_t.constant_factor.tertiary") == D(800) * D("0.406")
    assert value(found, "trend.2014-2018.later_t.constant_factor.tertiary") == D(800) * D("0.35")


def test_the_trend_counts_from_the_baseline() -> None:
    """An inventory before it is no part of the series."""
    heads = (inventory(2008, "inventory", electricity={"factor_t_per_mwh": D("0.4"), "source": ""}), *HEADS)
    found = computed(town(used("tertiary", "electricity", "900", year=2008), *BEFORE, *AFTER, head={**TWO, "inventories": heads}))

    assert {path.split(".")[1] for path in found.figures if path.startswith("trend.")} == {"2010-2014"}


def test_what_is_reached_is_a_share_of_the_promise() -> None:
    """100 t less, of 20 % of 1,000 t: half of it."""
    head = {**TWO, "targets": (target("20"),)}
    found = computed(
        town(used("residential", "natural_gas", "5000"), used("residential", "natural_gas", "4500", year=2014), head=head)
    )

    assert value(found, "trend.2010-2014.reached_pct.2020") == 50


def test_the_constant_factor_is_the_one_that_was_used() -> None:
    """A factor that the first inventory states comes before the national one; without electricity the national one holds."""
    own = inventory(electricity={"factor_t_per_mwh": D("0.5"), "source": ""})
    stated = computed(town(*BEFORE, *AFTER, head={**TWO, "inventories": (own, HEADS[1])}))
    without = computed(town(BEFORE[1], *AFTER, head=TWO))

    assert value(stated, "trend.2010-2014.later_t.constant_factor.tertiary") == D(500) * D("0.5")
    assert value(without, "trend.2010-2014.later_t.constant_factor") == D(5600) * D("0.202") + D(500) * D("0.406")


@pytest.mark.parametrize("more", [{"base_year": 2014}, {"scope": Scope.ALL}])
def test_a_promise_that_counts_otherwise_is_not_compared(more: dict[str, object]) -> None:
    """From another year, or with emissions that do not come from energy."""
    waste = NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, emissions_t=D(90), unit="t_co2")
    gas = (used("residential", "natural_gas", "5000"), used("residential", "natural_gas", "4500", year=2014))
    found = computed(town(*gas, head={**TWO, "targets": (target("20", **more),)}, emissions=(waste,)))

    assert found.get("target.2020.reduction_t") is not None
    assert found.get("trend.2010-2014.reached_pct.2020") is None


def test_a_rise_reaches_nothing() -> None:
    """No figure where emissions rose."""
    head = {**TWO, "targets": (target("20"),)}
    found = computed(
        town(used("residential", "natural_gas", "4500"), used("residential", "natural_gas", "5000", year=2014), head=head)
    )

    assert found.get("trend.2010-2014.reached_pct.2020") is None


ACTIONS = (
    action("A1", "residential", cost_eur="1000", spent_eur="250", co2_reduction_t="10"),
    action("A2", "residential", status="completed", cost_eur="500", spent_eur="600"),
    action("A3", "tertiary", status="cancelled", cost_eur="300", spent_eur="40"),
    action("A4", "tertiary", parent="A1", spent_eur="250"),
)


@pytest.mark.parametrize(
    ("path", "amount"),
    [
        ("monitoring.status.ongoing.actions", 1), ("monitoring.status.cancelled.actions", 1), ("monitoring.status.all.actions", 2),
        ("monitoring.status.ongoing.spent_eur", 250), ("monitoring.status.cancelled.spent_eur", 40),
        ("monitoring.status.all.spent_eur", 850), ("monitoring.status.all.cost_eur", 1500),
        ("monitoring.status.all.co2_reduction_t", 10), ("plan.spent_eur", 850),
    ],
)  # fmt: skip
def test_money_and_actions_are_counted_by_status(path: str, amount: int) -> None:
    """Cancelled actions by status but not in the plan; what a parent gives stands for its parts."""
    assert value(computed(town(*BEFORE, actions=ACTIONS)), path) == amount


def test_money_spent_is_a_share_of_the_cost() -> None:
    """850 of 1,500 EUR."""
    assert round(value(computed(town(*BEFORE, actions=ACTIONS)), "plan.spent_pct"), 2) == D("56.67")
