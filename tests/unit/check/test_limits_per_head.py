"""Rules E4 to E7 and F1 to F4 at their very limits, and where something to compare with is absent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from seapgen.check.check import check_programme
from seapgen.check.national import highest_national, national_reference
from seapgen.model.inventory import Consumption, OwnFactor
from seapgen.model.message import Figure, Term
from seapgen.model.municipality import Covenant, InventoryHead
from seapgen.model.peers import Peers
from seapgen.model.source import Source
from seapgen.model.vocabulary import (
    Approach,
    Carrier,
    EmissionUnit,
    InventoryKind,
    Sector,
)
from tests.unit.check.cases import case, found
from tests.unit.check.nouns import (
    CONSUMPTION,
    Town,
    good_leaves,
    hits,
    leaf,
    programme,
    reference,
    shipped,
    used_factor,
)

D = Decimal
ZERO = D(0)
BASE = InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set")
LATER = InventoryHead(year=2014, kind=InventoryKind.MONITORING, factor_set="set")


def only(sector: Sector, carrier: Carrier | None, mwh: str, people: int = 1000) -> Town:
    """A town of so many people with one leaf."""
    return Town(population={2010: people}, leaves={2010: [leaf(sector, carrier, mwh)]})


def usual(metric: str, percent: int) -> Decimal:
    """What so many per cent of Italy's signatories do not exceed."""
    known = shipped().peers.of("IT").of(metric)
    assert known is not None
    return known.knot(percent).value


@pytest.mark.parametrize(
    ("code", "carrier", "supply", "percent", "ratio"),
    [("E4", Carrier.ELECTRICITY, "networks", 95, 1), ("E5", Carrier.COAL, "fuels", 95, 2)],
)
def test_the_limit_of_what_is_suspicious_is_not(code: str, carrier: Carrier, supply: str, percent: int, ratio: int) -> None:
    """E4 and E5 speak above it."""
    limit = usual(f"energy_mwh_per_capita.buildings.{supply}", percent) * ratio * 1000

    assert [] == hits(only(Sector.TERTIARY, carrier, str(limit)), code)
    assert 1 == len(hits(only(Sector.TERTIARY, carrier, str(limit + D("0.1"))), code))


@pytest.mark.parametrize(
    ("code", "carrier", "supply", "ratio"), [("E4", Carrier.ELECTRICITY, "networks", 5), ("E5", Carrier.COAL, "fuels", 6)]
)
def test_the_limit_of_outliers_is_only_suspicious(code: str, carrier: Carrier, supply: str, ratio: int) -> None:
    """E4 and E5: an error above it."""
    limit = usual(f"energy_mwh_per_capita.buildings.{supply}", 99) * ratio * 1000
    at, above = (hits(only(Sector.TERTIARY, carrier, str(mwh)), code)[0] for mwh in (limit, limit + D("0.1")))

    assert ("warning", "error") == (at.severity, above.severity)


def test_ten_kilowatt_hours_are_next_to_nothing() -> None:
    """E4: the limit itself is."""
    assert 1 == len(hits(only(Sector.TERTIARY, Carrier.ELECTRICITY, "10"), "E4"))
    assert [] == hits(only(Sector.TERTIARY, Carrier.ELECTRICITY, "10.1"), "E4")


def test_without_peers_next_to_nothing_is_still_found() -> None:
    """E4 has a lower limit of its own; nothing is said of upper ones."""
    alone = replace(reference(), peers=Peers())
    small, large = (only(Sector.TERTIARY, Carrier.ELECTRICITY, mwh) for mwh in ("9", "900000"))
    codes = [[f.code for f in check_programme(programme(t), t.results(), alone) if f.code == "E4"] for t in (small, large)]

    assert [["E4"], []] == codes


def test_the_larger_of_two_populations_counts() -> None:
    """E4: towns grow, and some state the energy of the year when they joined."""
    town = only(Sector.TERTIARY, Carrier.ELECTRICITY, "40000")
    town.population = {2010: 1000, 2012: 40000}
    joined = {"covenant": Covenant(signed_on=date(2012, 5, 1))}

    assert 1 == len(hits(town, "E4"))
    assert [] == found("E4", town, joined)


@pytest.mark.parametrize(
    ("sector", "mwh", "n"),
    [
        (Sector.PRIVATE_COMMERCIAL_TRANSPORT, "92000", 0), (Sector.PRIVATE_COMMERCIAL_TRANSPORT, "92001", 1),
        (Sector.TERTIARY, "60000", 1), (Sector.TERTIARY, "59999", 0),
    ],
)  # fmt: skip
def test_a_thousandfold_begins_at_five_times_the_usual_and_ends_where_its_thousandth_is_rare(
    sector: Sector, mwh: str, n: int
) -> None:
    """E7: transport above 5 × 18.4 MWh; services from 1000 × 0.06 MWh."""
    assert n == len(hits(only(sector, Carrier.DIESEL, mwh), "E7"))


@pytest.mark.parametrize(
    ("sector", "word"),
    [(Sector.TERTIARY, "sector.tertiary"), (Sector.PRIVATE_COMMERCIAL_TRANSPORT, "sector_group.transport")],
)
def test_a_thousandfold_names_its_sector(sector: Sector, word: str) -> None:
    """E7 calls transport as a whole by its own word."""
    (finding,) = hits(only(sector, Carrier.DIESEL, "2000000"), "E7")

    assert Term(word) == dict(finding.message.values)["sector"]


def test_fossil_energy_without_emissions_is_told_in_full() -> None:
    """F1: the cell, the fact and the energy, however little."""
    (finding,) = hits(Town().spoilt(Sector.TERTIARY, Carrier.DIESEL, "0.5", emissions_t=ZERO), "F1")

    assert Source(CONSUMPTION, 2, 6) == finding.source
    assert finding.message.text.startswith("Fossil energy")
    assert isinstance(finding.value, Figure) and D("0.5") == finding.value.value


@pytest.mark.parametrize(("mwh", "n"), [("5", 1), ("4.9", 0)])
def test_little_fuel_of_a_thin_return_emits_no_whole_tonne(mwh: str, n: int) -> None:
    """F1 asks from 5 MWh on."""
    town = Town(leaves={2010: [leaf(Sector.TERTIARY, None, mwh, emissions_t=ZERO, direct=True)]}, has_carriers=False)

    assert n == len(hits(town, "F1"))


def test_half_a_tonne_without_energy_is_found() -> None:
    """F2 has no limit."""
    assert 1 == len(hits(Town().spoilt(Sector.TERTIARY, Carrier.DIESEL, "0", reported_t=D("0.5")), "F2"))


@pytest.mark.parametrize(("value", "n"), [("-0.203", 0), ("-0.204", 1)])
def test_a_factor_may_differ_by_one_and_a_half_times_the_reference(value: str, n: int) -> None:
    """F3: 0.406 − 1.5 × 0.406."""
    assert n == len(hits(Town(uses=[used_factor(Carrier.ELECTRICITY, value, "stated")]), "F3"))


def test_every_inventory_is_asked_for_its_electricity_factor() -> None:
    """F3 goes on behind one with a local factor."""
    town = Town(heads=[BASE, LATER], leaves={2010: good_leaves(), 2014: good_leaves()})
    results = town.results()
    first, second = results.municipalities["town"].inventories
    local, stated = (used_factor(Carrier.ELECTRICITY, "0.9", kind) for kind in ("local", "stated"))
    both = (replace(first, factors=(local,)), replace(second, factors=(stated,)))
    changed = replace(results, municipalities={"town": replace(results.municipalities["town"], inventories=both)})

    assert 1 == len([f for f in check_programme(programme(town), changed, reference()) if f.code == "F3"])


SERIES = {
    ("ipcc_co2", "IT", 2010): D("0.1"), ("ipcc_ghg", "IT", 2010): D("0.2"), ("lca_ghg", "IT", 2010): D("0.3"),
    ("guidebook2010_ipcc", "IT", 0): D("0.4"), ("guidebook2010_lca", "IT", 0): D("0.5"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("approach", "unit", "of_the_year", "highest"),
    [
        (Approach.IPCC, EmissionUnit.T_CO2, "0.1", "0.4"), (Approach.IPCC, EmissionUnit.T_CO2E, "0.2", "0.4"),
        (Approach.LCA, EmissionUnit.T_CO2E, "0.3", "0.5"),
    ],
)  # fmt: skip
def test_a_factor_is_compared_with_the_series_that_counts_alike(
    approach: Approach, unit: EmissionUnit, of_the_year: str, highest: str
) -> None:
    """F3, F4: the series of the year, and the guidebook's beside it."""
    asked = replace(case(Town()), reference=replace(reference(), national_electricity=SERIES))
    inventory = replace(asked.inventories[0], approach=approach, unit=unit)

    assert (D(of_the_year), D(highest)) == (national_reference(asked, inventory), highest_national(asked, inventory))


def test_an_unknown_country_has_no_factor() -> None:
    """Then nothing limits a local factor."""
    asked = replace(case(Town()), reference=replace(reference(), national_electricity={}))

    assert (None, ZERO) == (national_reference(asked, asked.inventories[0]), highest_national(asked, asked.inventories[0]))


@pytest.mark.parametrize(("value", "n"), [("0", 0), ("1.146", 0), ("1.147", 1)])
def test_a_local_factor_may_be_nothing_or_twice_the_highest(value: str, n: int) -> None:
    """F4: 2 × 0.573."""
    assert n == len(hits(Town(uses=[used_factor(Carrier.ELECTRICITY, value, "local")]), "F4"))


def test_a_factor_far_below_is_measured_by_the_reference() -> None:
    """F3 names the highest only to one above it."""
    (finding,) = hits(Town(uses=[used_factor(Carrier.ELECTRICITY, "-0.3", "stated")]), "F3")

    assert isinstance(finding.limit, Figure) and D("0.406") == finding.limit.value


def heated() -> Town:
    """A town with heat from networks, and a factor of its own for gas only."""
    row = Consumption(inventory_year=2010, sector=Sector.TERTIARY, carrier=Carrier.HEAT_COLD, quantity=D(9), unit="MWh")
    gas = OwnFactor(inventory_year=2010, carrier=Carrier.NATURAL_GAS, factor_t_per_mwh=D("0.21"))
    return Town(consumption=[row], factors=[gas])


@pytest.mark.parametrize(("approach", "default"), [(Approach.IPCC, "0.569"), (Approach.LCA, "0.672")])
def test_the_default_of_heat_counts_as_the_inventory_does(approach: Approach, default: str) -> None:
    """F7; the factor of another carrier is none of heat."""
    town = heated()
    results = town.results()
    made = results.municipalities["town"]
    counted = replace(made, inventories=tuple(replace(i, approach=approach) for i in made.inventories))
    whole = replace(results, municipalities={"town": counted})
    (finding,) = [f for f in check_programme(programme(town), whole, reference()) if f.code == "F7"]

    assert finding.proposal is not None and default in repr(finding.proposal.values)


@pytest.mark.parametrize(("carrier", "value", "code", "n"), [
    (Carrier.NATURAL_GAS, "0.2424", "F5", 0), (Carrier.NATURAL_GAS, "0.2425", "F5", 1), (Carrier.NATURAL_GAS, "0", "F6", 0),
])  # fmt: skip
def test_other_factors_may_reach_their_limits(carrier: Carrier, value: str, code: str, n: int) -> None:
    """F5: 1.2 × 0.202; F6 leaves a factor of nothing to F1."""
    assert n == len(hits(Town(uses=[used_factor(carrier, value, "own")]), code))


@pytest.mark.parametrize(("tonnes", "n"), [("4000", 0), ("3999", 1), ("160000", 0), ("160001", 1)])
def test_emissions_per_inhabitant_may_reach_their_limits(tonnes: str, n: int) -> None:
    """F10: half a tonne, and twenty, for each of 8,000."""
    whole = leaf(Sector.TERTIARY, Carrier.NATURAL_GAS, "9000", emissions_t=D(tonnes))

    assert n == len(hits(Town(leaves={2010: [whole]}), "F10"))


def test_every_inventory_is_asked_for_its_heat() -> None:
    """F7 goes on behind one without any."""
    town = heated()
    town.consumption = [town.consumption[0].model_copy(update={"inventory_year": 2014})]
    town.heads, town.leaves = [BASE, LATER], {2010: good_leaves(), 2014: good_leaves()}

    assert 1 == len(hits(town, "F7"))


def test_half_a_megawatt_hour_is_an_amount() -> None:
    """E8 names it; of nothing there is nothing to say."""
    assert 1 == len(hits(only(Sector.TERTIARY, Carrier.COAL, "0.5"), "E8"))
    assert [] == hits(only(Sector.TERTIARY, Carrier.COAL, "0"), "E8")
