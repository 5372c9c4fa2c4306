"""The local factors of electricity and heat."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from seapgen.compute import compute_results
from seapgen.compute.formulas import FORMULAS
from seapgen.model.inventory import Production, Purchase
from seapgen.model.results import MunicipalityResults
from seapgen.model.vocabulary import Approach, Carrier
from tests.unit.compute.made import all_of, computed, inventory, programme, reference, town, used

D = Decimal


def plant(mwh: str, emissions: str | None = "0", **more: object) -> Production:
    """A local plant."""
    base = {"inventory_year": 2010, "product": "electricity", "produced_mwh": D(mwh)}
    return Production.model_validate(base | {"emissions_t": None if emissions is None else D(emissions)} | more)


def green(buyer: str, mwh: str) -> Purchase:
    """Certified green electricity."""
    return Purchase.model_validate(
        {
            "inventory_year": 2010,
            "buyer": buyer,
            "product": "certified_green_electricity",
            "purchased_mwh": D(mwh),
            "emissions_t": D(0),
        }
    )


def efe(*plants: Production, bought: tuple[Purchase, ...] = (), consumption: str = "1000") -> object:
    """The local factor of a town."""
    head = {"inventories": (inventory(electricity="local"),)}
    found = computed(town(used("tertiary", "electricity", consumption), head=head, production=plants, purchases=bought))
    return found.figure("factor.2010.electricity_local").value


def test_prato_s_published_factor_is_not_reproducible() -> None:
    """From what Prato printed for 2019 follows 0.3884, not the printed 0.385.

    846,251.40 MWh of electricity used, 53,588 of its own from the sun and 630 from water, national factor 0.415.
    """
    factor = FORMULAS["efe"].function(D("846251.40"), D("0.415"), D("53588") + D("630"), D(0), D(0), D(0))
    assert round(factor, 4) == D("0.3884")


def test_own_solar_power_lowers_the_factor() -> None:
    """(1000 − 100) × 0.406 / 1000."""
    assert efe(plant("100")) == D("0.3654")


def test_emissions_of_own_production_count() -> None:
    """A gas engine adds its tonnes."""
    assert efe(plant("100", "50")) == D("0.4154")


def test_green_purchases_of_the_local_authority_count() -> None:
    """GEP is what the local authority buys."""
    assert efe(bought=(green("local_authority", "100"),)) == D("0.3654")


def test_green_purchases_of_others_do_not_count() -> None:
    """What others buy leaves the national factor as it is."""
    assert efe(bought=(green("others", "100"),)) == D("0.406")


def test_a_net_exporter_has_the_other_form() -> None:
    """More made than used: (CO2LPE + CO2GEP) / (LPE + GEP), never a negative factor."""
    assert efe(plant("1500", "30"), bought=(green("local_authority", "100"),)) == D("0.01875")


@pytest.mark.parametrize("more", [{"ets": "yes"}, {"capacity_mw": Decimal(21)}])
def test_large_plants_are_part_of_the_national_factor(more: dict[str, Any]) -> None:
    """Plants of emissions trading or above 20 MW are not local production."""
    assert efe(plant("100", **more)) == D("0.406")


def test_a_plant_s_fuel_gives_its_tonnes() -> None:
    """Without stated tonnes, the fuel is multiplied by its factor: 200 MWh of gas are 40.4 t."""
    assert efe(plant("100", None, input_carrier=Carrier.NATURAL_GAS, input_mwh=D(200))) == D("0.4058")


def test_a_plant_without_tonnes_and_fuel_is_a_finding() -> None:
    """An empty cell is not zero: the local factor is not computed."""
    head = {"inventories": (inventory(electricity="local"),)}
    results = all_of(town(used("tertiary", "electricity", "10"), head=head, production=(plant("5", None),)))
    assert {f.code for f in results.findings} == {"S0", "F0"}


def test_the_local_factor_of_heat() -> None:
    """(local + imported − exported tonnes) / heat used."""
    heat = {"product": "heat", "produced_mwh": None}
    plants = (plant("0", "300", **heat), plant("0", "50", flow="imported", **heat), plant("0", "30", flow="exported", **heat))
    head = {"inventories": (inventory(heat="local"),)}
    found = computed(town(used("residential", "heat_cold", "2000"), head=head, production=plants))
    assert found.figure("factor.2010.heat_cold").value == D("0.16")


CHP = {"technology": "chp", "plant": "Works"}


def supplied(*plants: Production) -> MunicipalityResults:
    """A town that uses 2,000 MWh of heat and 1,000 MWh of electricity, both with local factors."""
    head = {"inventories": (inventory(electricity="local", heat="local"),)}
    rows = (used("residential", "heat_cold", "2000"), used("tertiary", "electricity", "1000"))
    return computed(town(*rows, head=head, production=plants))


def test_the_heat_of_a_chp_plant_takes_its_part_of_the_emissions() -> None:
    """1,800 MWh of heat need 2,000 of fuel at 0.90 and 400 MWh of electricity need 1,000 at 0.40: of 606 t, 404 t are the heat's.

    606 t are 3,000 MWh of gas at 0.202; 404 t over 2,000 MWh are 0.202 t/MWh.
    """
    heat = plant("1800", None, product="heat", input_carrier=Carrier.NATURAL_GAS, input_mwh=D(3000), **CHP)
    results = supplied(heat, plant("400", None, **CHP))
    assert results.figure("factor.2010.heat_cold").value == D("0.202")


def test_the_electricity_of_a_chp_plant_takes_the_rest() -> None:
    """202 t of 606 t are the electricity's: [(1,000 − 400) × 0.406 + 202] / 1,000 = 0.4456 t/MWh."""
    heat = plant("1800", None, product="heat", input_carrier=Carrier.NATURAL_GAS, input_mwh=D(3000), **CHP)
    results = supplied(heat, plant("400", None, **CHP))
    assert results.figure("factor.2010.electricity_local").value == D("0.4456")


def test_the_whole_may_stand_in_the_row_of_the_electricity() -> None:
    """Stated tonnes of the plant divide as those of its fuel do."""
    results = supplied(plant("1800", None, product="heat", **CHP), plant("400", "606", **CHP))
    assert results.figure("factor.2010.heat_cold").value == D("0.202")


def test_emissions_stated_for_both_products_are_taken_as_stated() -> None:
    """Somebody has divided them already: 300 t over 2,000 MWh."""
    results = supplied(plant("1800", "300", product="heat", **CHP), plant("400", "306", **CHP))
    assert results.figure("factor.2010.heat_cold").value == D("0.15")


def test_rows_of_other_plants_are_not_divided() -> None:
    """Another plant's row is no twin: its emissions are not known, which the computation says."""
    results = supplied(plant("1800", "606", product="heat", **CHP), plant("400", None, technology="chp", plant="Other"))
    assert results.get("factor.2010.electricity_local") is None


def test_imported_and_exported_heat_of_a_chp_plant_s_town() -> None:
    """(404 + 50 − 30) / 2,000: what comes from a neighbour counts, what goes to one does not."""
    heat = {"product": "heat", "produced_mwh": None}
    made = plant("1800", "606", product="heat", **CHP), plant("400", None, **CHP)
    moved = plant("0", "50", flow="imported", **heat), plant("0", "30", flow="exported", **heat)
    assert supplied(*made, *moved).figure("factor.2010.heat_cold").value == D("0.212")


def test_green_electricity_of_unknown_life_cycle_emissions_has_no_figure() -> None:
    """Nothing is written that is no number; where only burning counts it is zero."""
    unknown = green("local_authority", "100").model_copy(update={"emissions_t": None})
    sets = reference().factor_sets
    by_life_cycle = replace(reference(), factor_sets={"made": replace(sets["made"], approach=Approach.LCA)})
    whole = programme(town(used("tertiary", "natural_gas", "1000"), purchases=(unknown,)))
    found = [compute_results(whole, known).municipalities["town"].figures for known in (reference(), by_life_cycle)]

    assert [True, False] == ["inventory.2010.local_electricity.green_t" in figures for figures in found]
