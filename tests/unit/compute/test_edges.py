"""What is written at the very edge: no fall of nothing, no surplus of a plan that just reaches, order apart from the file's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.finding import Finding
from seapgen.model.inventory import NonEnergyEmission, SectorTotal
from seapgen.model.message import Term, Verbatim
from seapgen.model.source import Origin, Source
from seapgen.model.vocabulary import Approach, EmissionUnit, Notation, Sector
from tests.unit.compute.made import action, all_of, computed, inventory, target, town, used, values

D = Decimal
THIN = {"inventories": (inventory(factor_set=None, detail="sector_totals", approach=Approach.IPCC, unit=EmissionUnit.T_CO2),)}


def emitted(sector: str, tonnes: str, notation: Notation | None = None) -> NonEnergyEmission:
    """Emissions that do not come from energy."""
    return NonEnergyEmission(inventory_year=2010, sector=Sector(sector), emissions_t=D(tonnes), unit="t_co2", notation=notation)


def thin(sector: str, energy: str | None, tonnes: str | None, kind: str = "direct") -> SectorTotal:
    """A sector total."""
    return SectorTotal(
        inventory_year=2010, sector=Sector(sector), type=kind,  # type: ignore[arg-type]
        energy_mwh=None if energy is None else D(energy), emissions_t=None if tonnes is None else D(tonnes),
    )  # fmt: skip


@pytest.mark.parametrize(("tonnes", "surplus"), [("20.2", None), ("20.1", None), ("20.3", D("0.1"))])
def test_a_plan_that_just_reaches_its_target_has_no_surplus(tonnes: str, surplus: Decimal | None) -> None:
    """A tenth of 202 t is promised."""
    head = {"targets": (target("10"),)}
    made = town(
        used("residential", "natural_gas", "1000"), head=head, actions=(action("A1", "residential", co2_reduction_t=tonnes),)
    )

    assert surplus == values(computed(made)).get("target.2020.surplus_t")


def test_small_amounts_that_rise_are_no_fall() -> None:
    """Half a tonne more is not half a tonne less; nothing more is neither."""
    heads = {"inventories": (inventory(2010), inventory(2014, "monitoring")), "population": {2010: 1000, 2014: 1000}}
    more = computed(
        town(used("residential", "natural_gas", "100"), used("residential", "natural_gas", "102", year=2014), head=heads)
    )

    assert [] == [path for path in more.figures if ".fall." in path]


def test_an_empty_sector_total_ends_nothing() -> None:
    """The rows behind it are written down."""
    found = computed(town(head=THIN, sector_totals=(thin("residential", None, None), thin("tertiary", "5", "1"))))

    assert [Sector.TERTIARY] == [x.sector for x in found.inventories[0].leaves]


def test_a_sector_total_has_no_item_and_no_fuel() -> None:
    """What is not stated is zero in the leaf, and a finding."""
    (leaf,) = computed(town(head=THIN, sector_totals=(thin("tertiary", None, "1"),))).inventories[0].leaves
    (other,) = computed(town(head=THIN, sector_totals=(thin("tertiary", "1", None),))).inventories[0].leaves

    assert ("", "", D(0), D(1)) == (leaf.item, leaf.fuel, leaf.energy_mwh, leaf.emissions_t)
    assert (D(1), D(0)) == (other.energy_mwh, other.emissions_t)


def test_sector_totals_stand_in_the_order_of_their_amounts() -> None:
    """Not in that of the file; what is not stated comes first."""
    rows = tuple(thin("tertiary", e, t) for e, t in (("0.5", "3"), (None, "3"), ("0.5", "0.5"), ("0.5", None)))
    for one in (rows, rows[::-1]):
        leaves = computed(town(head=THIN, sector_totals=one)).inventories[0].leaves
        assert [(D(0), D(3)), (D("0.5"), D(0)), (D("0.5"), D("0.5")), (D("0.5"), D(3))] == [
            (x.energy_mwh, x.emissions_t) for x in leaves
        ]


def test_other_emissions_stand_in_the_order_of_their_amounts() -> None:
    """Not in that of the file."""
    rows = (emitted("waste", "0.5"), emitted("waste", "-1"), emitted("waste", "0"), emitted("waste", "7"))
    found = computed(town(emissions=rows)).inventories[0].non_energy

    assert [D(-1), D(0), D("0.5"), D(7)] == [x.emissions_t for x in found]


def test_an_emission_beside_another_key_does_not_count() -> None:
    """A key that says why there is none is stronger than an amount; C says that it is kept confidential."""
    rows = (emitted("waste", "5", Notation.NE), emitted("waste_water", "6", Notation.C))
    found = computed(town(emissions=rows)).inventories[0].non_energy

    assert [D(6)] == [x.emissions_t for x in found]


def test_money_of_an_action_counts_once_however_deep_its_parts_are() -> None:
    """The cost of the whole stands for the part of its part."""
    rows = (
        action("A1", "residential", cost_eur="100"),
        action("A2", "residential", parent="A1"),
        action("A3", "residential", parent="A2", cost_eur="40"),
    )

    assert D(100) == values(computed(town(actions=rows)))["plan.cost_eur"]


def test_a_circle_of_parts_comes_to_an_end() -> None:
    """Each is the part of the next."""
    rows = tuple(action(f"A{n}", "residential", parent=f"A{n % 3 + 1}", cost_eur="5") for n in (1, 2, 3))

    assert computed(town(actions=rows)).figures is not None


def test_actions_are_counted_by_the_cells_of_their_ids() -> None:
    """A count knows what it counted."""
    row = action("A1", "residential", cost_eur="100")
    row._origin = Origin("actions.csv", 2, 0, {"id": (2, 3)})
    cells = {
        str(each.source)
        for path, derived in computed(town(actions=(row,))).figures.items()
        if path.endswith(("actions", "count"))
        for each in derived.derivation.inputs
        if not isinstance(each, str)
    }

    assert "actions.csv:2:3" in cells


# ------------------------------------------------------------------------------------------- what stands in the way


def missing(fuel: str = "", factor_set: str | None = "made") -> Finding:
    """The only finding about a factor."""
    head = {"inventories": (inventory(factor_set=factor_set),)}
    rows = used("residential", "heat_cold" if factor_set == "made" and not fuel else "other_biomass", "10", fuel=fuel)
    (finding,) = [f for f in all_of(town(rows, head=head)).findings if f.code == "F0"]
    return finding


@pytest.mark.parametrize(("factor_set", "said"), [("other", "not known"), (None, "names no factor set")])
def test_a_factor_set_that_is_not_there_is_told_in_full(factor_set: str | None, said: str) -> None:
    """Where it is named, and which there are."""
    head = {"inventories": (inventory(factor_set=factor_set),)}
    made = town(used("residential", "natural_gas", "10"), head=head)
    made.head._origin = Origin("municipality.yaml", 1, 1, {"inventories": (9, 1)})
    (finding,) = all_of(made).findings

    assert Source("municipality.yaml", 9, 1) == finding.source
    assert said in finding.message.text
    assert finding.proposal is not None and Verbatim("made") == dict(finding.proposal.values)["sets"]
    assert "town" == finding.municipality


def test_a_fuel_without_factor_is_named() -> None:
    """With its carrier, and the fuels that there are."""
    finding = missing("peat")
    told = dict(finding.message.values)

    assert (Term("carrier.other_biomass"), Verbatim("peat")) == (told["carrier"], told["fuel"])
    assert finding.proposal is not None and "wood_not_sustainable, wood_sustainable" in repr(finding.proposal)
