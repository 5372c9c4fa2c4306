"""Which rows are not printed, how important figures are, and what is said of sums that somebody printed before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from seapgen.compute.confidential import CELL, GROUP, LEAF, MARGIN, OTHER, WHOLE, rank
from seapgen.model.inventory import NonEnergyEmission, Production, ReportedTotal
from seapgen.model.source import Origin
from seapgen.model.vocabulary import Notation, Sector
from tests.unit.compute.made import computed, town, used

D = Decimal


@pytest.mark.parametrize(
    ("path", "importance"),
    [
        ("inventory.2010.energy_mwh", WHOLE), ("inventory.2010.emissions_t", WHOLE),
        ("inventory.2010.energy_mwh.group.buildings", GROUP), ("inventory.2010.energy_mwh.residential", MARGIN),
        ("inventory.2010.emissions_t.carrier.diesel", MARGIN), ("inventory.2010.energy_mwh.residential.diesel", CELL),
        ("inventory.2010.energy_mwh.municipal", OTHER), ("inventory.2010.energy_share_pct.residential", OTHER),
        ("inventory.2010.leaf.1.energy_mwh", LEAF), ("inventory.2010.non_energy.1.emissions_t", LEAF),
        ("inventory.2010", OTHER), ("target.2020.base_t", OTHER), ("plan.2020.energy_mwh", OTHER), ("x.inventory.energy_mwh", OTHER),
    ],
)  # fmt: skip
def test_a_figure_is_as_important_as_what_it_sums_up(path: str, importance: int) -> None:
    """Totals before macro-sectors, sectors and carriers, cells, leaves."""
    assert importance == rank(path.split("."))


ROWS = [
    used("residential", "electricity", "500"), used("residential", "natural_gas", "900"), used("residential", "heating_oil", "300"),
    used("tertiary", "electricity", "400"), used("tertiary", "natural_gas", "250"), used("tertiary", "heating_oil", "80"),
    used("public_transport", "diesel", "2000"),
    used("industry_non_ets", "electricity", "120").model_copy(update={"notation": Notation.C}),
]  # fmt: skip


def reported(*rows: tuple[str, str]) -> tuple[ReportedTotal, ...]:
    """Sums that somebody printed, each on its line of totals.csv."""
    made = [
        ReportedTotal(inventory_year=2010, level=level, key=key, energy_mwh=D(1), emissions_t=D(1))  # type: ignore[arg-type]
        for level, key in rows
    ]
    for line, row in enumerate(made, 2):
        row._origin = Origin("totals.csv", line, 1)
    return tuple(made)


def lines(file: str, **tables: object) -> set[int]:
    """Lines of a file that are not printed."""
    for line, row in enumerate(ROWS, 2):
        row._origin = Origin("consumption.csv", line, 1, {"quantity": (line, 5)})
    return {line for name, line in computed(town(*ROWS, **tables)).withheld.rows if name == file}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("level", "key", "is_hidden"),
    [
        ("sector", "industry_non_ets", True), ("sector", "residential", False), ("carrier", "heating_oil", False),
        ("total", "", False), ("group", "transport", False),
    ],
)  # fmt: skip
def test_a_sum_printed_before_goes_with_the_computed_one(level: str, key: str, is_hidden: bool) -> None:
    """Sector, carrier, macro-sector and total; one that has no computed sum tells nothing."""
    assert ({2} if is_hidden else set()) == lines("totals.csv", totals=reported((level, key)))


def test_a_printed_sum_of_the_carrier_of_the_secret_is_hidden_if_the_computed_one_is() -> None:
    """The paths of carriers and macro-sectors have a word before their key."""
    tables = {"totals": reported(("carrier", "electricity"), ("group", "buildings"))}
    hidden = computed(town(*ROWS, **tables)).withheld.paths  # type: ignore[arg-type]

    for stem in ("carrier.electricity", "group.buildings"):
        assert (f"inventory.2010.energy_mwh.{stem}" in hidden) is (f"reported.2010.{stem}.energy_mwh" in hidden)


def test_the_rows_of_what_is_withheld_are_named() -> None:
    """The confidential row, and one that would tell it; the others stay."""
    hidden = lines("consumption.csv")

    assert 9 in hidden
    assert 8 not in hidden and len(hidden) < len(ROWS)


def test_a_row_of_other_emissions_can_be_withheld() -> None:
    """It stands behind the leaves of energy."""
    rows = [
        NonEnergyEmission(inventory_year=2010, sector=Sector(sector), emissions_t=D(t), unit="t_co2e", notation=key)
        for sector, t, key in (("waste", 50, None), ("waste_water", 60, Notation.C), ("other_non_energy", 70, None))
    ]
    for line, row in enumerate(rows, 2):
        row._origin = Origin("emissions.csv", line, 1, {"emissions_t": (line, 4)})

    found = computed(town(*ROWS[:-1], emissions=tuple(rows))).withheld.rows
    assert ("emissions.csv", 3) in found


def plants(*mwh: int) -> Sequence[Production]:
    """Plants of which the second keeps its amounts confidential."""
    made = [
        Production(
            inventory_year=2010, product="electricity", plant=f"p{n}", produced_mwh=D(amount), emissions_t=D(0),
            notation="C" if n == 1 else None,
        )
        for n, amount in enumerate(mwh)
    ]  # fmt: skip
    for line, row in enumerate(made, 2):
        row._origin = Origin("production.csv", line, 1, {"produced_mwh": (line, 8), "emissions_t": (line, 11)})
    return tuple(made)


def test_the_row_of_a_confidential_plant_is_named() -> None:
    """Plants are counted by year and product, as the ledger counts them."""
    found = computed(town(*ROWS[:-1], production=plants(40, 50, 60))).withheld.rows
    hidden = {line for name, line in found if name == "production.csv"}

    assert 3 in hidden


def test_figures_made_of_printed_ones_only_are_printed() -> None:
    """Totals by inhabitant: the population's cell tells of no amount."""
    hidden = computed(town(*ROWS)).withheld.paths

    assert "inventory.2010.energy_mwh_per_capita" in computed(town(*ROWS)).figures
    assert "inventory.2010.energy_mwh_per_capita" not in hidden


def test_of_two_sums_alike_emissions_are_printed_before_energy() -> None:
    """Whoever reads a plan asks for the tonnes; with both, two carriers of one row could be told apart."""
    rows = [
        *ROWS[:-1], used("industry_non_ets", "electricity", "120").model_copy(update={"notation": Notation.C}),
        used("industry_non_ets", "natural_gas", "300"),
    ]  # fmt: skip
    hidden = computed(town(*rows)).withheld.paths

    assert "inventory.2010.emissions_t.industry_non_ets" not in hidden
    assert "inventory.2010.energy_mwh.industry_non_ets" in hidden


def test_plants_are_confidential_each_by_its_own_row() -> None:
    """An open plant in another year or of another product is not hidden with it."""
    rows = plants(40, 50, 60)
    heat = rows[0].model_copy(update={"product": "heat"})
    heat._origin = Origin("production.csv", 9, 1, {"produced_mwh": (9, 8), "emissions_t": (9, 11)})
    found = computed(town(*ROWS[:-1], used("residential", "heat_cold", "40"), production=(*rows, heat))).withheld.rows

    assert ("production.csv", 9) not in found
    assert {("production.csv", 3)} < {row for row in found if row[0] == "production.csv"}
