from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.finding import Severity
from seapgen.model.inventory import Consumption
from seapgen.model.municipality import InventoryHead, Target
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit, InventoryKind, Sector, TargetBasis
from tests.unit.check.nouns import Town, good_leaves, hits, judged, leaf, noted


def head(year: int, kind: InventoryKind = InventoryKind.BASELINE) -> InventoryHead:
    """The head of an inventory."""
    return InventoryHead(year=year, kind=kind, factor_set="set")


def without(*sectors: Sector) -> Town:
    """A town whose inventory lacks some sectors."""
    return Town(leaves={2010: [x for x in good_leaves() if x.sector not in sectors]})


def test_the_good_town_is_good() -> None:
    """The town that all tests spoil has no findings itself."""
    assert () == judged(Town())


@pytest.mark.parametrize(
    ("year", "severities"),
    [
        (1989, [Severity.ERROR]), (1990, []), (2015, []), (2016, [Severity.WARNING]), (2020, [Severity.WARNING]),
        (2021, [Severity.ERROR]),
    ],
)  # fmt: skip
def test_an_inventory_year_lies_between_1990_and_the_issue_date(year: int, severities: list[Severity]) -> None:
    """I1 knows the first year of the Covenant's data and the year of issue; a few years later is suspicious."""
    assert severities == [f.severity for f in hits(Town(heads=[head(year)], population={year: 8000}), "I1")]


def test_a_missing_population_is_a_warning() -> None:
    """I2 does not stop a plan whose target is absolute."""
    (finding,) = hits(Town(population={}), "I2")

    assert Severity.WARNING == finding.severity


def test_a_missing_population_is_an_error_where_the_target_needs_it() -> None:
    """I2 stops a plan whose target is one per inhabitant."""
    target = Target(reduction_pct=Decimal(20), target_year=2020, base_year=2010, basis=TargetBasis.PER_CAPITA)
    (finding,) = hits(Town(population={}, targets=[target]), "I2")

    assert Severity.ERROR == finding.severity


def test_a_population_in_thousands_is_found() -> None:
    """I2 takes less than a hundred inhabitants for a slip."""
    (finding,) = hits(Town(population={2010: 8}), "I2")

    assert Severity.WARNING == finding.severity


def test_emissions_without_approach_are_found() -> None:
    """I3 wants a factor set, or approach and unit."""
    assert 1 == len(hits(Town(heads=[InventoryHead(year=2010, kind=InventoryKind.BASELINE)]), "I3"))


def test_approach_and_unit_are_enough() -> None:
    """I3 is content with a thin return's own words."""
    said = InventoryHead(year=2010, kind=InventoryKind.BASELINE, approach=Approach.IPCC, unit=EmissionUnit.T_CO2)

    assert [] == hits(Town(heads=[said]), "I3")


def test_monitoring_without_baseline_is_found() -> None:
    """I4 asks what a monitoring inventory is compared with."""
    assert 1 == len(hits(Town(heads=[head(2014, InventoryKind.MONITORING)]), "I4"))


@pytest.mark.parametrize(("later", "n"), [(2009, 1), (2014, 0)])
def test_monitoring_follows_the_baseline(later: int, n: int) -> None:
    """I4 asks for the right order of years."""
    assert n == len(hits(Town(heads=[head(2010), head(later, InventoryKind.MONITORING)]), "I4"))


def test_an_inventory_without_target_year_of_the_covenant_needs_no_baseline() -> None:
    """I4 leaves inventories alone that are no monitoring."""
    assert [] == hits(Town(heads=[head(2010, InventoryKind.INVENTORY)]), "I4")


def test_two_key_sectors_are_too_few() -> None:
    """I5 is the Covenant's criterion."""
    (finding,) = hits(without(Sector.TERTIARY, Sector.MUNICIPAL_BUILDINGS), "I5")

    assert Severity.ERROR == finding.severity


def test_three_key_sectors_are_enough() -> None:
    """I5 lets one of the four go."""
    assert [] == hits(without(Sector.TERTIARY), "I5")


def test_energy_under_no_sector_cannot_be_judged() -> None:
    """I5 warns where the missing sectors may hide in rows that are not allocated."""
    some = leaf(Sector.BUILDINGS_NOT_ALLOCATED, Carrier.NATURAL_GAS, "50000")
    transport = [x for x in good_leaves() if x.sector is Sector.PRIVATE_COMMERCIAL_TRANSPORT]
    (finding,) = hits(Town(leaves={2010: [*transport, some]}), "I5")

    assert Severity.WARNING == finding.severity


def test_two_inventories_of_one_year_are_found() -> None:
    """I6 wants each year once."""
    assert 1 == len(hits(Town(heads=[head(2010), head(2010, InventoryKind.INVENTORY)]), "I6"))


def test_a_row_that_stands_twice_is_found() -> None:
    """I7 compares the whole key of a leaf."""
    row = Consumption(inventory_year=2010, sector=Sector.TERTIARY, carrier=Carrier.COAL, quantity=Decimal(1), unit="MWh")
    other = row.model_copy(update={"item": "schools"})

    assert 1 == len(hits(Town(consumption=[row, other, row]), "I7"))


def test_silence_about_a_fuel_is_found() -> None:
    """I8 asks for a quantity or a notation key."""
    gas = [x for x in good_leaves() if (x.sector, x.carrier) != (Sector.RESIDENTIAL, Carrier.NATURAL_GAS)]
    (finding,) = hits(Town(leaves={2010: gas}), "I8")

    assert "municipalities/town/consumption.csv" == str(finding.source)


def test_a_notation_key_breaks_the_silence() -> None:
    """I8 is content with a reason."""
    gas = [x for x in good_leaves() if (x.sector, x.carrier) != (Sector.RESIDENTIAL, Carrier.NATURAL_GAS)]
    said = noted(Sector.RESIDENTIAL, Carrier.HEAT_COLD)

    assert [] == hits(Town(leaves={2010: gas}, notation=[said]), "I8")


def test_industry_may_be_silent() -> None:
    """I8 looks at the four key sectors only."""
    assert [] == hits(Town().spoilt(Sector.INDUSTRY_NON_ETS, Carrier.NATURAL_GAS, "100"), "I8")
