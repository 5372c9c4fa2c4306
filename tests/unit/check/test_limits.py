"""Rules of energy and factors at their very limits, and where something to compare with is absent."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from seapgen.check.coverage import Coverage
from seapgen.model.finding import Finding
from seapgen.model.inventory import NonEnergyEmission, SectorTotal
from seapgen.model.municipality import InventoryHead, Target
from seapgen.model.source import Source
from seapgen.model.vocabulary import (
    Carrier,
    InventoryKind,
    Sector,
    TargetBasis,
)
from tests.unit.check.cases import found, placed
from tests.unit.check.nouns import (
    GOOD_CELLS,
    Town,
    good_leaves,
    hits,
    leaf,
)

D = Decimal
BASE = InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set")
LATER = InventoryHead(year=2014, kind=InventoryKind.MONITORING, factor_set="set")


def town_of(leaves: Iterable[tuple[Sector, Carrier, str]]) -> Town:
    """A town of some cells."""
    return Town(leaves={2010: [leaf(*cell) for cell in leaves]})


def test_monitoring_in_the_year_of_the_baseline_is_not_later() -> None:
    """I4 asks for a later year."""
    same = LATER.model_copy(update={"year": 2010})

    assert 1 == len(hits(Town(heads=[BASE, same]), "I4"))


@pytest.mark.parametrize(("base_year", "severity"), [(2010, "error"), (2014, "warning")])
def test_a_population_in_thousands_is_an_error_where_the_target_needs_it(base_year: int, severity: str) -> None:
    """I2 asks whether the target of that year is one per inhabitant."""
    target = Target(reduction_pct=D(20), target_year=2020, base_year=base_year, basis=TargetBasis.PER_CAPITA)
    (finding,) = hits(Town(population={2010: 8}, targets=[target]), "I2")

    assert severity == finding.severity


def test_every_inventory_is_asked_for_its_key_sectors() -> None:
    """I5 goes on behind one that is complete."""
    few = [x for x in good_leaves() if x.sector is Sector.RESIDENTIAL]

    assert 1 == len(hits(Town(heads=[BASE, LATER], leaves={2010: good_leaves(), 2014: few}), "I5"))


@pytest.mark.parametrize(("mwh", "is_covered"), [("0", False), ("0.5", True)])
def test_a_sector_is_covered_by_energy_of_its_own(mwh: str, is_covered: bool) -> None:
    """A row of nothing covers nothing; half a MWh does."""
    rest = [cell for cell in GOOD_CELLS if cell[0] is not Sector.TERTIARY]
    (inventory,) = town_of([*rest, (Sector.TERTIARY, Carrier.COAL, mwh)]).results().municipalities["town"].inventories

    assert is_covered is ((Sector.TERTIARY,) in Coverage.of(inventory).covered)


@pytest.mark.parametrize(("has_carriers", "file"), [(True, "consumption.csv"), (False, "sector_totals.csv")])
def test_an_inventory_is_named_by_the_file_of_its_energy(has_carriers: bool, file: str) -> None:
    """E2 and I5 have no row to point at."""
    (finding,) = hits(Town(leaves={2010: []}, has_carriers=has_carriers), "E2")

    assert Source(f"municipalities/town/{file}") == finding.source


@pytest.mark.parametrize("name", ["energy_mwh", "emissions_t"])
def test_a_negative_sector_total_is_named_at_its_own_cell(name: str) -> None:
    """E1 knows both columns."""
    amounts = {"energy_mwh": D(1), "emissions_t": D(1), name: D(-1)}
    row = placed(SectorTotal(inventory_year=2010, sector=Sector.TERTIARY, type="direct", **amounts))  # type: ignore[arg-type]

    assert [row.at(name)] == [f.source for f in hits_of("E1", sector_totals=(row,))]


def hits_of(code: str, **tables: object) -> list[Finding]:
    """The findings of one rule in the good town with other tables."""
    return found(code, Town(), **tables)


def test_a_negative_emission_is_named_at_its_amount() -> None:
    """E1, in emissions.csv."""
    row = placed(NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, emissions_t=D(-5), unit="t_co2e"))

    assert [row.at("emissions_t")] == [f.source for f in hits_of("E1", emissions=(row,))]


@pytest.mark.parametrize(("mwh", "n"), [("0", 0), ("0.5", 1)])
def test_any_coal_in_transport_is_found_but_none_is_not(mwh: str, n: int) -> None:
    """E9 has no limit."""
    assert n == len(hits(Town().spoilt(Sector.PUBLIC_TRANSPORT, Carrier.COAL, mwh), "E9"))


@pytest.mark.parametrize(("loose", "rest", "n"), [("1100000", "1100000", 0), ("1100001", "9000000", 1), ("600", "600", 0)])
def test_energy_under_no_sector_may_reach_its_limits(loose: str, rest: str, n: int) -> None:
    """E11: 1,100,000 MWh, or half of all."""
    town = town_of([(Sector.BUILDINGS_NOT_ALLOCATED, Carrier.COAL, loose), (Sector.TERTIARY, Carrier.COAL, rest)])

    assert n == len(hits(town, "E11"))


@pytest.mark.parametrize("part", ["0.3", "1.7"])
def test_a_change_of_seventy_per_cent_is_let_pass(part: str) -> None:
    """E12 speaks beyond it."""
    later = [leaf(x.sector, x.carrier, str(x.energy_mwh * D(part))) for x in good_leaves()]

    assert [] == hits(Town(heads=[BASE, LATER], leaves={2010: good_leaves(), 2014: later}), "E12")
