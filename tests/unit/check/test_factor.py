from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.finding import Severity
from seapgen.model.inventory import Consumption, OwnFactor
from seapgen.model.municipality import InventoryHead, OwnValue
from seapgen.model.vocabulary import Carrier, EmissionUnit, InventoryKind, Sector
from tests.unit.check.nouns import Town, good_leaves, hits, leaf, used_factor

D = Decimal
ZERO = Decimal(0)


@pytest.mark.parametrize(("carrier", "n"), [(Carrier.DIESEL, 1), (Carrier.OTHER_BIOMASS, 0), (Carrier.ELECTRICITY, 0)])
def test_fossil_energy_has_emissions(carrier: Carrier, n: int) -> None:
    """F1 lets biomass and electricity be clean."""
    assert n == len(hits(Town().spoilt(Sector.TERTIARY, carrier, "100", emissions_t=ZERO), "F1"))


def test_a_leaf_without_any_factor_is_not_judged_twice() -> None:
    """F1 leaves it to F0, which says that the factor is missing."""
    assert [] == hits(Town().spoilt(Sector.TERTIARY, Carrier.DIESEL, "100", emissions_t=ZERO, factor=None), "F1")


@pytest.mark.parametrize(("direct", "n"), [(True, 1), (False, 0)])
def test_what_is_burnt_on_the_spot_has_emissions(direct: bool, n: int) -> None:
    """F1 judges thin returns by direct and indirect."""
    town = Town(leaves={2010: [leaf(Sector.TERTIARY, None, "100", emissions_t=ZERO, direct=direct)]}, has_carriers=False)

    assert n == len(hits(town, "F1"))


@pytest.mark.parametrize(("reported", "n"), [(D(5), 1), (ZERO, 0), (None, 0)])
def test_emissions_come_from_energy(reported: Decimal | None, n: int) -> None:
    """F2 finds tonnes beside an energy of zero."""
    assert n == len(hits(Town().spoilt(Sector.TERTIARY, Carrier.DIESEL, "0", reported_t=reported), "F2"))


@pytest.mark.parametrize(("value", "n"), [("0.245", 0), ("0.573", 0), ("0.6", 1), ("483", 1)])
def test_a_stated_electricity_factor_is_compared_with_the_national_one(value: str, n: int) -> None:
    """F3 knows the reference of the year (0.406) and the highest of the series (0.573)."""
    assert n == len(hits(Town(uses=[used_factor(Carrier.ELECTRICITY, value, "stated")]), "F3"))


@pytest.mark.parametrize(("value", "n"), [("0.9", 0), ("1.2", 1), ("-0.1", 1)])
def test_a_local_electricity_factor_has_its_own_limit(value: str, n: int) -> None:
    """F4 allows twice the highest national factor, and nothing below zero."""
    town = Town(uses=[used_factor(Carrier.ELECTRICITY, value, "local")])

    assert (n, 0) == (len(hits(town, "F4")), len(hits(town, "F3")))


@pytest.mark.parametrize(("value", "n"), [("0.202", 0), ("0.24", 0), ("0.25", 1), ("-0.2", 1), ("202", 1)])
def test_a_factor_above_all_known_ones_is_found(value: str, n: int) -> None:
    """F5 allows 1.2 times the highest factor of the carrier."""
    assert n == len(hits(Town(uses=[used_factor(Carrier.NATURAL_GAS, value, "own")]), "F5"))


@pytest.mark.parametrize(("carrier", "value", "n"), [
    (Carrier.NATURAL_GAS, "0.0002", 1), (Carrier.NATURAL_GAS, "0.15", 0), (Carrier.OTHER_BIOMASS, "0.007", 0),
])  # fmt: skip
def test_a_fossil_factor_is_not_too_low(carrier: Carrier, value: str, n: int) -> None:
    """F6 looks at fossil fuels only."""
    assert n == len(hits(Town(uses=[used_factor(carrier, value, "own")]), "F6"))


def heated(**head: object) -> Town:
    """A town with heat from networks."""
    row = Consumption(inventory_year=2010, sector=Sector.TERTIARY, carrier=Carrier.HEAT_COLD, quantity=D(9), unit="MWh")
    inventory = InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set", **head)  # type: ignore[arg-type]
    return Town(heads=[inventory], consumption=[row])


def test_heat_without_factor_gets_a_proposal() -> None:
    """F7 names the evaluators' default."""
    (finding,) = hits(heated(), "F7")

    assert Severity.INFO == finding.severity
    assert finding.proposal is not None
    assert "0.569" in str(finding.proposal.values)


def test_heat_with_a_factor_needs_no_proposal() -> None:
    """F7 sees the head of the inventory and the table of factors."""
    tabled = heated()
    tabled.factors = [OwnFactor(inventory_year=2010, carrier=Carrier.HEAT_COLD, factor_t_per_mwh=D("0.161"))]

    assert [] == hits(heated(heat=OwnValue(factor_t_per_mwh=D("0.161"), source="utility")), "F7")
    assert [] == hits(tabled, "F7")


@pytest.mark.parametrize(("unit", "n"), [(EmissionUnit.T_CO2E, 1), (EmissionUnit.T_CO2, 0)])
def test_two_inventories_count_alike(unit: EmissionUnit, n: int) -> None:
    """F9 compares approach and unit with the baseline."""
    heads = (
        InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set"),
        InventoryHead(year=2014, kind=InventoryKind.MONITORING, factor_set="set"),
    )

    assert n == len(hits(Town(heads=heads, unit={2014: unit}), "F9"))


@pytest.mark.parametrize(("by", "n"), [("0.1", 1), ("1", 0), ("10", 1)])
def test_emissions_per_inhabitant_are_usual(by: str, n: int) -> None:
    """F10 warns at both ends; the good town emits 3.3 t per inhabitant."""
    leaves = [leaf(x.sector, x.carrier, str(x.energy_mwh * D(by))) for x in good_leaves()]

    assert n == len(hits(Town(leaves={2010: leaves}), "F10"))
