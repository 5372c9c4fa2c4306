from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.finding import Severity
from seapgen.model.inventory import Consumption, NonEnergyEmission
from seapgen.model.municipality import InventoryHead
from seapgen.model.source import Origin
from seapgen.model.vocabulary import Carrier, InventoryKind, Sector
from tests.unit.check.nouns import CONSUMPTION, Town, good_leaves, hits, leaf

D = Decimal
HEADS = (
    InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set"),
    InventoryHead(year=2014, kind=InventoryKind.MONITORING, factor_set="set"),
)


def consumed(quantity: str) -> Town:
    """A town with one row of a quantity."""
    row = Consumption(inventory_year=2010, sector=Sector.TERTIARY, carrier=Carrier.COAL, quantity=D(quantity), unit="MWh")
    return Town(consumption=[row])


@pytest.mark.parametrize(("quantity", "n"), [("-1", 1), ("0", 0), ("5", 0)])
def test_energy_below_zero_is_found(quantity: str, n: int) -> None:
    """E1 looks at the amounts as handed in."""
    assert n == len(hits(consumed(quantity), "E1"))


@pytest.mark.parametrize(("sector", "n"), [(Sector.AFOLU, 0), (Sector.WASTE, 1)])
def test_only_land_use_takes_up_emissions(sector: Sector, n: int) -> None:
    """E1 lets sinks be negative."""
    row = NonEnergyEmission(inventory_year=2010, sector=sector, emissions_t=D(-5), unit="t_co2e")

    assert n == len(hits(Town(emissions=[row]), "E1"))


def test_an_inventory_without_energy_is_found() -> None:
    """E2 wants some energy."""
    assert 1 == len(hits(Town(leaves={2010: []}), "E2"))


@pytest.mark.parametrize(("mwh", "n"), [("0.9", 1), ("1", 0), ("0", 0)])
def test_a_cell_below_one_megawatt_hour_is_mentioned(mwh: str, n: int) -> None:
    """E3 names what the evaluators drop."""
    assert n == len(hits(Town().spoilt(Sector.TERTIARY, Carrier.COAL, mwh), "E3"))


def test_a_small_part_of_a_large_cell_is_not_mentioned() -> None:
    """E3 looks at sector and carrier together, not at single items."""
    assert [] == hits(Town().spoilt(Sector.TERTIARY, Carrier.NATURAL_GAS, "0.2", item="kiosk"), "E3")


@pytest.mark.parametrize(
    ("code", "carrier"),
    [
        ("E9", Carrier.COAL), ("E9", Carrier.LIGNITE), ("E10", Carrier.HEAT_COLD), ("E10", Carrier.SOLAR_THERMAL),
        ("E10", Carrier.GEOTHERMAL),
    ],
)  # fmt: skip
def test_what_drives_no_vehicle_is_found_in_transport(code: str, carrier: Carrier) -> None:
    """E9 and E10 name the cell."""
    (finding,) = hits(Town().spoilt(Sector.PUBLIC_TRANSPORT, carrier, "10"), code)

    assert f"{CONSUMPTION}:2:6" == str(finding.source)


def test_heating_oil_in_transport_is_a_warning() -> None:
    """E10: it would burn, but is not sold for it; most likely diesel is meant."""
    (finding,) = hits(Town().spoilt(Sector.PUBLIC_TRANSPORT, Carrier.HEATING_OIL, "10"), "E10")

    assert Severity.WARNING == finding.severity


def test_the_cell_of_a_carrier_that_drives_nothing_is_the_carrier() -> None:
    """E9 names the column that is wrong, where the row is known."""
    row = Consumption(inventory_year=2010, sector=Sector.MUNICIPAL_FLEET, carrier=Carrier.COAL, quantity=D(9), unit="MWh")
    row._origin = Origin(CONSUMPTION, 7, 1, {"carrier": (7, 4), "quantity": (7, 6)})
    town = Town(consumption=[row]).spoilt(Sector.MUNICIPAL_FLEET, Carrier.COAL, "9", source=row.at("quantity"))
    (finding,) = hits(town, "E9")

    assert f"{CONSUMPTION}:7:4" == str(finding.source)


def test_a_return_of_sector_totals_knows_transport_only_as_a_whole() -> None:
    """E11 does not call it energy under no sector there."""
    leaves = [
        leaf(Sector.RESIDENTIAL, None, "10000", direct=True),
        leaf(Sector.TRANSPORT_NOT_ALLOCATED, None, "90000", direct=True),
    ]

    assert [] == hits(Town(leaves={2010: leaves}, has_carriers=False), "E11")
    assert 1 == len(hits(Town().spoilt(Sector.TRANSPORT_NOT_ALLOCATED, Carrier.DIESEL, "900000"), "E11"))


@pytest.mark.parametrize("code", ["E9", "E10"])
def test_coal_and_heat_may_be_used_in_houses(code: str) -> None:
    """E9 and E10 look at transport only."""
    town = Town(leaves={2010: [leaf(Sector.TERTIARY, Carrier.COAL, "10"), leaf(Sector.TERTIARY, Carrier.HEAT_COLD, "10")]})

    assert [] == hits(town, code)


@pytest.mark.parametrize(("mwh", "n"), [("90000", 0), ("110000", 1)])
def test_more_than_half_under_no_sector_is_a_warning(mwh: str, n: int) -> None:
    """E11 looks at the share: the good town uses 102,020 MWh."""
    assert n == len(hits(Town().spoilt(Sector.BUILDINGS_NOT_ALLOCATED, Carrier.NATURAL_GAS, mwh), "E11"))


@pytest.mark.parametrize(("part", "n"), [("0.2", 1), ("0.4", 0), ("1.6", 0), ("1.8", 1)])
def test_a_large_change_between_inventories_is_a_warning(part: str, n: int) -> None:
    """E12 compares monitoring with the baseline, up and down."""
    later = [leaf(x.sector, x.carrier, str(x.energy_mwh * D(part))) for x in good_leaves()]
    found = hits(Town(heads=HEADS, leaves={2010: good_leaves(), 2014: later}), "E12")

    assert [Severity.WARNING] * n == [f.severity for f in found]
