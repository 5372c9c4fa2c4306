"""Promises in tonnes, and what the plan leaves open."""

from __future__ import annotations

from decimal import Decimal

from seapgen.model.inventory import NonEnergyEmission
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Scope, Sector, TargetBasis
from tests.unit.compute.made import action, computed, target, town, used

D = Decimal
GAS = used("residential", "natural_gas", "10000")  # 2020 t
LANDFILL = NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, item="landfill", emissions_t=D(80), unit="t_co2e")


def test_an_absolute_target_is_a_share_of_the_base() -> None:
    """20 % of 2,020 t."""
    assert computed(town(GAS, head={"targets": (target("20"),)})).figure("target.2020.reduction_t").value == D("404")


def test_a_target_per_capita_counts_both_populations() -> None:
    """20 % less per head allows 1,616 t for 1,000 and 1,777.6 t for 1,100 inhabitants; 242.4 t are to be avoided."""
    found = computed(town(GAS, head={"targets": (target("20", basis=TargetBasis.PER_CAPITA),)}))
    assert (found.figure("target.2020.allowed_t").value, found.figure("target.2020.reduction_t").value) == (
        D("1777.6"),
        D("242.4"),
    )


def test_a_target_per_capita_without_population_has_no_tonnes() -> None:
    """No population of the target year: absent, not guessed."""
    head = {"targets": (target("20", basis=TargetBasis.PER_CAPITA),), "population": {2010: 1000}}
    assert computed(town(GAS, head=head)).get("target.2020.reduction_t") is None


def test_the_scope_energy_leaves_waste_out() -> None:
    """Only energy-related emissions are the base."""
    found = computed(town(GAS, head={"targets": (target("20"),)}, emissions=(LANDFILL,)))
    assert found.figure("target.2020.base_t").value == D("2020")


def test_the_scope_all_counts_waste_and_names_the_mixed_unit() -> None:
    """Waste in CO2 equivalents joins energy in CO2."""
    found = computed(town(GAS, head={"targets": (target("20", scope=Scope.ALL),)}, emissions=(LANDFILL,)))
    figure = found.figure("target.2020.base_t")
    assert (figure.value, figure.unit) == (D("2100"), Unit.T_MIXED)


def test_a_gap_is_positive_where_tonnes_are_missing() -> None:
    """404 t promised, 300 t planned: 104 t are missing, and there is no surplus."""
    found = computed(town(GAS, head={"targets": (target("20"),)}, actions=(action("A1", "residential", co2_reduction_t="300"),)))
    assert (found.figure("target.2020.gap_t").value, found.get("target.2020.surplus_t")) == (D("104"), None)


def test_a_surplus_is_a_negative_gap() -> None:
    """404 t promised, 500 t planned."""
    found = computed(town(GAS, head={"targets": (target("20"),)}, actions=(action("A1", "residential", co2_reduction_t="500"),)))
    assert (found.figure("target.2020.gap_t").value, found.figure("target.2020.surplus_t").value) == (D("-96"), D("96"))


def test_coverage_and_gap_make_a_hundred() -> None:
    """Both are per cent of the promised reduction."""
    found = computed(town(GAS, head={"targets": (target("20"),)}, actions=(action("A1", "residential", co2_reduction_t="101"),)))
    assert (found.figure("plan.2020.coverage_pct").value, found.figure("target.2020.gap_pct").value) == (D("25"), D("75"))
