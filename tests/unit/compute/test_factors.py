"""Which factor a leaf is computed with, and what happens where there is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen import resources
from seapgen.compute import compute_results
from seapgen.intake.reference import load_reference
from seapgen.model.factors import FactorRow, FactorSet
from seapgen.model.inventory import OwnFactor
from seapgen.model.message import Message, Verbatim, Words
from seapgen.model.municipality import CitedSource, Municipality, OwnValue
from seapgen.model.source import Origin, Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit
from tests.unit.compute.made import all_of, computed, inventory, programme, reference, town, used

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


def test_the_default_of_several_fuels_is_named() -> None:
    """The annex says which fuel was taken, because the return does not."""
    several = FactorSet(
        "made", Approach.IPCC, EmissionUnit.T_CO2, 2010, "A table",
        (FactorRow(Carrier.COAL, "anthracite", D("0.354"), is_default=False), FactorRow(Carrier.COAL, "lump", D("0.341"), is_default=True)),
    )  # fmt: skip
    found = compute_results(
        programme(town(used("residential", "coal", "10"))), replace(reference(), factor_sets={"made": several})
    )
    (use,) = found.municipalities["town"].inventories[0].factors
    assert (use.default_fuel, use.t_per_mwh) == ("lump", D("0.341"))


def test_the_only_fuel_of_a_carrier_is_no_choice() -> None:
    """Natural gas needs no name behind it."""
    (use,) = computed(town(used("residential", "natural_gas", "10"))).inventories[0].factors
    assert use.default_fuel == ""


def test_life_cycle_emissions_in_co2_alone_are_refused() -> None:
    """No country has a national electricity factor of that kind; one finding says so, not one for each row."""
    lca = replace(reference().factor_sets["made"], approach=Approach.LCA, electricity="")
    known = replace(reference(), factor_sets={"made": lca})
    found = compute_results(
        programme(town(used("residential", "electricity", "10"), used("tertiary", "natural_gas", "5"))), known
    )
    assert [(f.code, f.message.text.partition(" counts ")[2]) for f in found.findings] == [
        ("F0", "life cycle emissions in CO₂ alone; no national electricity factor counts so.")
    ]


def test_life_cycle_emissions_in_co2_equivalents_are_not_refused() -> None:
    """These have national factors."""
    lca = replace(reference().factor_sets["made"], approach=Approach.LCA, unit=EmissionUnit.T_CO2E)
    found = compute_results(
        programme(town(used("residential", "electricity", "10"))), replace(reference(), factor_sets={"made": lca})
    )
    assert found.findings == ()


@pytest.mark.parametrize("carrier", ["coal", "liquid_gas", "other_fossil", "plant_oil", "biofuel", "other_biomass"])
@pytest.mark.parametrize("name", ["com2010-ipcc-co2", "com2010-ipcc-co2e", "com2023-ipcc-co2", "com2023-ipcc-co2e"])
def test_every_carrier_of_several_fuels_has_one_default(name: str, carrier: str) -> None:
    """The official sets name one fuel for each carrier, so that the annex can print it."""
    rows = [r for r in load_reference(resources.data(), ()).factor_sets[name].rows if r.carrier == carrier]
    assert [r.is_default for r in rows].count(True) == 1


def test_nothing_is_taken_for_sustainable_unless_somebody_says_so() -> None:
    """No default of an official set claims that a plant grew sustainably."""
    sets = load_reference(resources.data(), ()).factor_sets.values()
    assert [
        r.fuel for s in sets for r in s.rows if r.is_default and r.fuel.endswith("_sustainable") and "_not_" not in r.fuel
    ] == []


def test_a_stated_factor_knows_its_source_and_cell() -> None:
    """The text of the source, or its key where nobody lists it; the cell of the value."""
    wish = OwnValue(factor_t_per_mwh=D("0.3"), source="meter")
    wish._origin = Origin("municipality.yaml", 9, 5, {"factor_t_per_mwh": (9, 40)})
    head = {"inventories": (inventory(electricity=wish),), "sources": {"meter": CitedSource(text={"en": "Meters"})}}
    use = computed(town(used("residential", "electricity", "10"), head=head)).inventories[0].factors[0]

    assert (Words({"en": "Meters"}), Source("municipality.yaml", 9, 40)) == (use.citation, use.source)


def test_a_national_factor_knows_its_series() -> None:
    """A reader wants to know whose number it is."""
    use = computed(town(used("residential", "electricity", "10"))).inventories[0].factors[0]

    assert Verbatim("A series") == use.citation


def test_a_local_factor_says_what_it_is_computed_from() -> None:
    """It has no source but the return itself."""
    head = {"inventories": (inventory(electricity="local"),)}
    use = computed(town(used("residential", "electricity", "10"), head=head)).inventories[0].factors[0]

    assert isinstance(use.citation, Message) and "local production" in use.citation.text
