"""Sums, shares and properties of an inventory."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from seapgen.model.inventory import Consumption, NonEnergyEmission, SectorTotal
from seapgen.model.municipality import InventoryHead
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit, InventoryKind, Notation, Sector
from tests.unit.compute.made import all_of, computed, inventory, town, used, values

D = Decimal
AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=3, allow_nan=False)
CELLS = st.tuples(st.sampled_from(("residential", "tertiary", "private_commercial_transport", "municipal_fleet")),
                  st.sampled_from(("natural_gas", "electricity", "diesel", "heating_oil")))  # fmt: skip
TABLES = st.dictionaries(CELLS, AMOUNTS, min_size=1).map(lambda cells: tuple(used(s, c, str(v)) for (s, c), v in cells.items()))
LOCAL = {"inventories": (inventory(electricity="national"),)}


@given(TABLES, TABLES)
def test_inventories_add_up(first: tuple[Consumption, ...], second: tuple[Consumption, ...]) -> None:
    """The emissions of two tables together are the sum of each alone, exactly."""
    named = tuple(r.model_copy(update={"item": "second"}) for r in second)
    parts = [computed(town(*rows)).figure("inventory.2010.emissions_t").value for rows in (first, named)]
    assert isinstance(parts[0], Decimal) and isinstance(parts[1], Decimal)
    assert computed(town(*first, *named)).figure("inventory.2010.emissions_t").value == parts[0] + parts[1]


@given(TABLES)
def test_units_do_not_matter(rows: tuple[Consumption, ...]) -> None:
    """The same energy in GWh gives the same figures."""
    scaled = tuple(r.model_copy(update={"quantity": (r.quantity or D(0)) / 1000, "unit": "GWh"}) for r in rows)
    assert values(computed(town(*scaled))) == values(computed(town(*rows)))


@given(TABLES)
def test_double_energy_is_double_emissions(rows: tuple[Consumption, ...]) -> None:
    """Twice the consumption emits twice as much."""
    doubled = tuple(r.model_copy(update={"quantity": (r.quantity or D(0)) * 2}) for r in rows)
    once, twice = (computed(town(*r)).figure("inventory.2010.emissions_energy_t").value for r in (rows, doubled))
    assert isinstance(once, Decimal) and twice == once * 2


@given(TABLES.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_order_does_not_matter(tables: tuple[tuple[Consumption, ...], list[Consumption]]) -> None:
    """Shuffled rows give the same figures under the same paths."""
    rows, shuffled = tables
    assert values(computed(town(*shuffled))) == values(computed(town(*rows)))


@given(TABLES)
def test_sectors_carriers_and_total_agree(rows: tuple[Consumption, ...]) -> None:
    """Sums by sector and by carrier are the same total, to the last digit."""
    found = computed(town(*rows))
    total = found.figure("inventory.2010.emissions_energy_t").value
    by_sector = [found.get(f"inventory.2010.emissions_energy_t.{s}") for s in Sector]
    by_carrier = [found.get(f"inventory.2010.emissions_energy_t.carrier.{c}") for c in Carrier]
    sums = [sum((f.value for f in fs if f and isinstance(f.value, Decimal)), D(0)) for fs in (by_sector, by_carrier)]
    assert sums == [total, total]


def test_a_notation_key_is_no_zero() -> None:
    """A cell that was not estimated is noted and makes no figure."""
    row = used("industry_non_ets", "natural_gas", None).model_copy(update={"notation": Notation.NE})
    found = computed(town(used("residential", "natural_gas", "10"), row))
    noted = [(x.sector, x.key) for x in found.inventories[0].notation]
    assert (noted, found.get("inventory.2010.energy_mwh.industry_non_ets")) == ([(Sector.INDUSTRY_NON_ETS, Notation.NE)], None)


def test_no_rows_no_figures() -> None:
    """An inventory without rows has no total, rather than a total of zero."""
    assert computed(town()).get("inventory.2010.energy_mwh") is None


def test_a_leaf_can_be_walked_to() -> None:
    """Leaves are numbered in the order of the template."""
    found = computed(town(used("public_transport", "diesel", "3"), used("residential", "natural_gas", "10")))
    assert [found.figure(f"inventory.2010.leaf.{n}.emissions_t").value for n in (1, 2)] == [D("2.020"), D("0.801")]


def test_groups_and_municipal_are_sums_of_sectors() -> None:
    """Buildings, transport, and what the municipality itself uses."""
    found = computed(town(used("municipal_buildings", "natural_gas", "10"), used("residential", "natural_gas", "20"),
                          used("municipal_fleet", "diesel", "5")))  # fmt: skip
    sums = [found.figure(f"inventory.2010.energy_mwh.{k}").value for k in ("group.buildings", "group.transport", "municipal")]
    assert sums == [D(30), D(5), D(15)]


def test_shares_are_of_energy_related_emissions() -> None:
    """Waste does not lower the share of a sector that uses energy."""
    waste = NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, emissions_t=D(1000), unit="t_co2")
    found = computed(town(used("residential", "natural_gas", "10"), emissions=(waste,)))
    assert found.figure("inventory.2010.emissions_share_pct.residential").value == D(100)


def test_one_unit_stays_one_unit() -> None:
    """Waste in the unit of the energy leaves the total in that unit."""
    waste = NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, emissions_t=D(1), unit="t_co2")
    found = computed(town(used("residential", "natural_gas", "10"), emissions=(waste,)))
    assert found.figure("inventory.2010.emissions_t").unit is Unit.T_CO2


def test_the_renewable_share_counts_renewable_carriers() -> None:
    """Wood beside gas: a quarter."""
    found = computed(
        town(used("residential", "natural_gas", "30"), used("residential", "other_biomass", "10", fuel="wood_sustainable"))
    )
    assert found.figure("inventory.2010.energy_share_pct.renewable").value == D(25)


def test_per_head_divides_by_the_inventory_year_s_population() -> None:
    """2,020 t for 1,000 inhabitants."""
    found = computed(town(used("residential", "natural_gas", "10000")))
    assert found.figure("inventory.2010.emissions_t_per_capita").value == D("2.02")


THIN = InventoryHead(
    year=2010, kind=InventoryKind.BASELINE, detail="sector_totals", approach=Approach.IPCC, unit=EmissionUnit.T_CO2E
)


def thin(energy: str | None, emissions: str | None, kind: str = "direct") -> SectorTotal:
    """A row of `sector_totals.csv`."""
    amounts = {"energy_mwh": energy and D(energy), "emissions_t": emissions and D(emissions)}
    return SectorTotal.model_validate({"inventory_year": 2010, "sector": Sector.RESIDENTIAL, "type": kind, **amounts})


def test_a_thin_return_has_sectors_but_no_carriers() -> None:
    """Totals by sector, direct and indirect, in the unit of the head."""
    found = computed(town(head={"inventories": (THIN,)}, sector_totals=(thin("100", "20"), thin("50", "25", "indirect"))))
    assert not found.inventories[0].has_carriers
    paths = ("emissions_t.residential", "emissions_t.direct", "emissions_t.indirect")
    assert [found.figure(f"inventory.2010.{p}").value for p in paths] == [D(45), D(20), D(25)]


def test_half_a_sector_total_is_a_finding() -> None:
    """Energy without emissions: no total of emissions, and a remark."""
    results = all_of(town(head={"inventories": (THIN,)}, sector_totals=(thin("100", None),)))
    assert ([f.code for f in results.findings], results.municipalities["town"].get("inventory.2010.emissions_t")) == (
        ["E0"],
        None,
    )


def test_the_trend_shows_the_grid_apart() -> None:
    """Half the electricity at 0.35 instead of 0.406: −231 t in all, −203 t at the old factor."""
    heads = {"inventories": (inventory(), inventory(2014, "monitoring"))}
    found = computed(town(used("tertiary", "electricity", "1000"), used("tertiary", "electricity", "500", year=2014), head=heads))
    changes = [found.figure(f"trend.2010-2014.emissions_t.{k}").value for k in ("updated_factor", "constant_factor")]
    assert changes == [D("-231"), D("-203")]


def test_two_heads_of_one_year_give_one_inventory() -> None:
    """The first counts; that there are two is a finding of the check."""
    head = {"inventories": (inventory(), inventory(kind="monitoring"))}
    found = computed(replace(town(used("residential", "natural_gas", "1"), head=head)))
    assert [i.kind for i in found.inventories] == ["baseline"]
