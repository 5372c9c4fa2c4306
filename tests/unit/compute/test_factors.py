"""Which factor a leaf is computed with, and what happens where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.inventory import OwnFactor
from seapgen.model.municipality import Municipality, OwnValue
from seapgen.model.vocabulary import Carrier
from tests.unit.compute.made import all_of, computed, inventory, town, used

D = Decimal


def kind_and_factor(municipality: Municipality) -> tuple[str, Decimal]:
    """Where the only factor of an inventory comes from, and its value."""
    use = computed(municipality).inventories[0].factors[0]
    return use.kind, use.t_per_mwh


def test_the_set_s_default_is_used() -> None:
    """A carrier without a fuel takes the row that is marked as default."""
    assert kind_and_factor(town(used("residential", "natural_gas", "10"))) == ("set", D("0.202"))


def test_a_named_fuel_takes_its_own_row() -> None:
    """A fuel of the set is found by its name."""
    wood = used("residential", "other_biomass", "10", fuel="wood_not_sustainable")
    assert kind_and_factor(town(wood)) == ("set", D("0.403"))


def test_an_own_row_comes_before_everything() -> None:
    """A row of factors.csv replaces the set's."""
    own = OwnFactor(inventory_year=2010, carrier=Carrier.NATURAL_GAS, factor_t_per_mwh=D("0.21"))
    assert kind_and_factor(town(used("residential", "natural_gas", "10"), factors=(own,))) == ("own", D("0.21"))


def test_an_own_row_of_another_year_is_not_used() -> None:
    """A factor of one inventory year says nothing about another."""
    own = OwnFactor(inventory_year=2014, carrier=Carrier.NATURAL_GAS, factor_t_per_mwh=D("0.21"))
    assert kind_and_factor(town(used("residential", "natural_gas", "10"), factors=(own,))) == ("set", D("0.202"))


def test_a_stated_value_comes_before_the_national_one() -> None:
    """A number in the head of the inventory is used with its source."""
    head = {"inventories": (inventory(electricity=OwnValue(factor_t_per_mwh=D("0.3"), source="meter")),)}
    assert kind_and_factor(town(used("residential", "electricity", "10"), head=head)) == ("stated", D("0.3"))


def test_electricity_is_national_by_country_and_year() -> None:
    """Where the head says nothing, the series of the set gives the factor."""
    assert kind_and_factor(town(used("residential", "electricity", "10"))) == ("national", D("0.406"))


def test_greece_goes_by_both_of_its_codes() -> None:
    """EL of the EU is GR of the series."""
    assert kind_and_factor(town(used("residential", "electricity", "10"), head={"country": "EL"})) == ("national", D("0.779"))


@pytest.mark.parametrize("country", ["HR", "MT"])
def test_a_country_without_a_national_factor_is_a_finding(country: str) -> None:
    """The finding names the way out, and no sum over the missing tonnes is written."""
    results = all_of(
        town(used("residential", "electricity", "10"), used("tertiary", "natural_gas", "5"), head={"country": country})
    )
    (finding,) = results.findings
    figures = results.municipalities["town"].figures
    assert (finding.code, "inventory.2010.emissions_energy_t" in figures, "inventory.2010.energy_mwh" in figures) == (
        "F0",
        False,
        True,
    )


def test_what_is_complete_is_still_computed() -> None:
    """A missing factor of one sector does not take the tonnes of another."""
    found = computed(town(used("residential", "lignite", "10"), used("tertiary", "natural_gas", "5")))
    assert found.figure("inventory.2010.emissions_energy_t.tertiary").value == D("1.010")


def test_a_carrier_without_default_names_its_fuels() -> None:
    """The proposal lists what the set knows for the carrier; nothing is borrowed."""
    (finding,) = all_of(town(used("residential", "other_biomass", "10"))).findings
    assert finding.proposal is not None and "wood_not_sustainable, wood_sustainable" in str(finding.proposal.values)


def test_heat_has_no_factor_by_itself() -> None:
    """Heat asks for an own row or a local factor."""
    assert [f.code for f in all_of(town(used("residential", "heat_cold", "10"))).findings] == ["F0"]


def test_an_unknown_set_is_one_finding() -> None:
    """A set that is not there is said once, not for every carrier."""
    head = {"inventories": (inventory(factor_set="other"),)}
    results = all_of(town(used("residential", "natural_gas", "10"), used("residential", "diesel", "10"), head=head))
    assert [f.code for f in results.findings] == ["F0"]


def test_a_unit_without_conversion_is_a_finding() -> None:
    """Litres of gas cannot be turned into MWh; the row is left out and named."""
    results = all_of(town(used("residential", "natural_gas", "10", unit="l")))
    assert ([f.code for f in results.findings], results.municipalities["town"].inventories[0].leaves) == (["E0"], ())


def test_litres_go_by_the_heating_value() -> None:
    """84,000 litres of heating oil are 839.664 MWh in the unit table."""
    found = computed(town(used("municipal_buildings", "heating_oil", "84000", unit="l")))
    assert found.figure("inventory.2010.energy_mwh").value == D("839.664")
