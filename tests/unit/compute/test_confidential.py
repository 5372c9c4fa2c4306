"""Confidential amounts: counted in sums, and not to be worked out from all that is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from seapgen.compute import explain
from seapgen.model.explanation import Explanation
from seapgen.model.inventory import Consumption, NonEnergyEmission, Production, ReportedTotal
from seapgen.model.municipality import Municipality
from seapgen.model.results import MunicipalityResults
from seapgen.model.source import Origin
from seapgen.model.vocabulary import Carrier, Notation, Sector
from seapgen.model.withheld import shown
from tests.unit.compute.made import D, all_of, computed, inventory, town, used

SECTORS = ("municipal_buildings", "tertiary", "residential", "industry_non_ets", "public_transport", "agriculture")
FACTORS = {"electricity": "0.406", "natural_gas": "0.202", "heating_oil": "0.279", "diesel": "0.267"}
GROUPS = {"buildings": SECTORS[:4], "transport": SECTORS[4:5], "other": SECTORS[5:]}
FAMILIES = ("energy_mwh", "emissions_energy_t")
Cell = tuple[str, str]
Equation = dict[Cell, Fraction]
COMMON = [
    used("residential", "electricity", "500"), used("residential", "natural_gas", "900"), used("residential", "heating_oil", "300"),
    used("tertiary", "electricity", "400"), used("tertiary", "natural_gas", "250"), used("tertiary", "heating_oil", "80"),
    used("public_transport", "diesel", "2000"),
]  # fmt: skip


def secret(row: Consumption) -> Consumption:
    """The row with its amount kept confidential."""
    return row.model_copy(update={"notation": Notation.C})


def hidden(*rows: Consumption, **more: object) -> set[str]:
    """What is withheld, behind the inventory's year."""
    return {p.removeprefix("inventory.2010.") for p in computed(town(*rows, **more)).withheld.paths}  # type: ignore[arg-type]


def printed(*rows: Consumption) -> MunicipalityResults:
    """Results as everybody may see them."""
    return shown(all_of(town(*rows))).municipalities["town"]


# The reader's own sums, written down apart from the program: which cells a printed number adds up, and how many times each.


def seen(results: MunicipalityResults, cells: Mapping[Cell, Decimal]) -> list[Equation]:
    """One equation for each printed number of tables A and B, with subtotals and totals."""
    return [
        {cell: times(family, cell) for cell in members}
        for family in FAMILIES
        for key, members in sums(tuple(cells)).items()
        if (figure := results.get(f"inventory.2010.{family}{key}")) is not None and not figure.is_withheld
    ]


def sums(cells: Sequence[Cell]) -> dict[str, list[Cell]]:
    """Every key of a printed sum, with the cells it adds up."""
    found: dict[str, list[Cell]] = {"": list(cells)}
    for sector, carrier in cells:
        group = next(name for name, members in GROUPS.items() if sector in members)
        keys = (f".{sector}.{carrier}", f".{sector}", f".carrier.{carrier}", f".group.{group}")
        for key in (*keys, *([".municipal"] if sector == "municipal_buildings" else [])):
            found.setdefault(key, []).append((sector, carrier))
    return found


def times(family: str, cell: Cell) -> Fraction:
    """What a MWh of a cell counts in a family."""
    return Fraction(FACTORS[cell[1]]) if family != "energy_mwh" else Fraction(1)


def rank(equations: Sequence[Equation]) -> int:
    """How many equations say something that the others do not."""
    left, found = [dict(e) for e in equations], 0
    while left:
        first = left.pop()
        pivot = next((cell for cell, factor in first.items() if factor), None)
        if pivot is None:
            continue
        found += 1
        for other in left:
            share = other.get(pivot, Fraction(0)) / first[pivot]
            for cell, factor in first.items():
                other[cell] = other.get(cell, Fraction(0)) - share * factor
    return found


amounts = st.one_of(st.just(0), st.integers(1, 40), st.integers(1000, 2_000_000))
tables = st.dictionaries(
    st.tuples(st.sampled_from(SECTORS), st.sampled_from(tuple(FACTORS))), st.tuples(amounts, st.integers(0, 5)), min_size=1, max_size=18
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(tables)
def test_no_confidential_cell_can_be_solved_from_printed_numbers(table: dict[Cell, tuple[int, int]]) -> None:
    """Whatever is confidential in whatever inventory, the equations of the printed tables leave it open.

    The reader knows every factor, every zero, and every amount below a tenth of the confidential one.
    """
    cells = {cell: D(amount) for cell, (amount, _) in table.items()}
    secrets = [cell for cell, (_, draw) in table.items() if draw == 0]
    rows = [secret(row) if cell in secrets else row for cell, row in ((c, used(*c, str(v))) for c, v in cells.items())]
    equations = seen(printed(*rows), cells)
    for cell in secrets:
        small = [{c: Fraction(1)} for c, v in cells.items() if c != cell and (v == 0 or v * 10 < cells[cell])]
        known = [*equations, *small]
        assert rank([*known, {cell: Fraction(1)}]) == rank(known) + 1, cell


@settings(max_examples=60, deadline=None)
@given(tables, st.randoms())
def test_what_is_withheld_does_not_depend_on_the_order_of_rows(table: dict[Cell, tuple[int, int]], chance: object) -> None:
    """The same rows in another order withhold the same figures."""
    rows = [secret(used(*c, str(v))) if draw == 0 else used(*c, str(v)) for c, (v, draw) in table.items()]
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert hidden(*rows) == hidden(*mixed)


def test_nothing_is_withheld_where_nothing_is_confidential() -> None:
    """A return without the key C shows everything."""
    assert hidden(*COMMON) == set()


def test_a_confidential_amount_counts_in_sums() -> None:
    """Totals are exact: 4,430 MWh of the rest and 120 MWh that nobody sees."""
    results = printed(*COMMON, secret(used("industry_non_ets", "electricity", "120")))
    assert results.figure("inventory.2010.energy_mwh").value == D(4550)


def test_the_cell_and_everything_made_of_it_is_withheld() -> None:
    """Energy, tonnes, shares and the implied factor of a cell go together."""
    found = hidden(*COMMON, secret(used("industry_non_ets", "electricity", "120")))
    families = ("energy_mwh", "emissions_energy_t", "emissions_t", "energy_share_pct", "emissions_share_pct", "implied_factor")
    assert {f"{family}.industry_non_ets.electricity" for family in families} <= found


def test_a_sector_with_one_carrier_is_withheld_with_its_cell() -> None:
    """Where the row has one cell its sum is the cell: another sector's sum is left out with it."""
    found = hidden(*COMMON, secret(used("agriculture", "diesel", "120")))
    sectors = {p for p in found if p in {f"energy_mwh.{s}" for s in SECTORS}}
    assert "energy_mwh.agriculture" in sectors
    assert len(sectors) > 1


def test_two_cells_of_a_row_do_not_protect_each_other_where_both_tables_are_printed() -> None:
    """Energy and tonnes of a row of two carriers are two equations for two amounts: one of the two sums is left out too."""
    found = hidden(
        *COMMON, secret(used("industry_non_ets", "electricity", "120")), used("industry_non_ets", "natural_gas", "100")
    )
    assert {"energy_mwh.industry_non_ets", "emissions_energy_t.industry_non_ets"} & found


def test_the_smallest_cells_that_protect_are_left_out() -> None:
    """Of the other cells of the carrier, 400 MWh are left out and 500 MWh are printed."""
    found = hidden(
        *COMMON, secret(used("industry_non_ets", "electricity", "120")), used("industry_non_ets", "natural_gas", "100")
    )
    assert "energy_mwh.tertiary.electricity" in found
    assert "energy_mwh.residential.electricity" not in found


def test_a_small_amount_is_no_cover() -> None:
    """Beside 2,000 MWh a sector of 5 MWh protects nothing: it is printed, and larger ones are left out."""
    found = hidden(*COMMON[:-1], secret(used("public_transport", "diesel", "2000")), used("agriculture", "diesel", "5"))
    assert "energy_mwh.carrier.diesel" in found


def test_a_total_that_is_the_confidential_amount_is_withheld() -> None:
    """An inventory of one amount has nothing that it could be hidden in."""
    assert "energy_mwh" in hidden(secret(used("residential", "electricity", "500")))


def test_totals_and_macro_sectors_stay_where_anything_can_stay() -> None:
    """The most important sums are printed first."""
    found = hidden(*COMMON, secret(used("industry_non_ets", "electricity", "120")))
    assert not {"energy_mwh", "emissions_energy_t", "energy_mwh.group.buildings", "emissions_energy_t.group.buildings"} & found


def test_other_emissions_can_be_confidential() -> None:
    """An amount beside energy is hidden in the other ones of its kind."""

    def waste(item: str, tonnes: str, notation: Notation | None = None) -> NonEnergyEmission:
        sector = Sector.WASTE if item != "plant" else Sector.WASTE_WATER
        return NonEnergyEmission(
            inventory_year=2010, sector=sector, item=item, emissions_t=D(tonnes), unit="t_co2", notation=notation
        )  # fmt: skip

    found = hidden(*COMMON, emissions=(waste("a", "50", Notation.C), waste("b", "60"), waste("plant", "70")))
    assert {p for p in found if "non_energy" in p} == {"non_energy.1.emissions_t", "non_energy.2.emissions_t"}


def plant(number: int, mwh: str, notation: Literal["C"] | None = None) -> Production:
    """A plant in a row of `production.csv`, with emissions of a tenth of a tonne for each MWh."""
    row = Production(
        inventory_year=2010, product="electricity", produced_mwh=D(mwh), emissions_t=D(mwh) / 10, notation=notation
    )  # fmt: skip
    columns = {"produced_mwh": (number, 6), "emissions_t": (number, 9)}
    row._origin = Origin("production.csv", number, 1, columns)
    return row


def test_a_confidential_plant_is_hidden_in_the_sum_of_plants() -> None:
    """With two others the sum is printed and the smaller of them goes with the confidential one; alone its sum goes too."""
    three = hidden(*COMMON, production=(plant(2, "70", "C"), plant(3, "50"), plant(4, "60")))
    assert {p for p in three if p.startswith("production.")} == {
        f"production.2010.electricity.{n}.{what}" for n in (1, 2) for what in ("produced_mwh", "emissions_t")
    }
    assert "local_electricity.made_mwh" in hidden(*COMMON, production=(plant(2, "70", "C"),))


def test_a_sum_printed_before_is_withheld_with_the_computed_one() -> None:
    """`totals.csv` would tell what the table leaves out."""
    before = ReportedTotal(inventory_year=2010, level="sector", key="agriculture", energy_mwh=D(120))
    results = computed(town(*COMMON, secret(used("agriculture", "diesel", "120")), totals=(before,)))
    assert "reported.2010.sector.agriculture.energy_mwh" in results.withheld.paths


def test_changes_of_what_is_withheld_are_withheld() -> None:
    """A change since the baseline would tell the later amount."""
    later = [row.model_copy(update={"inventory_year": 2014}) for row in COMMON]
    rows = [*COMMON, used("agriculture", "diesel", "120"), *later, secret(used("agriculture", "diesel", "100", year=2014))]
    head = {"inventories": (inventory(), inventory(2014, "monitoring"))}
    results = computed(town(*rows, head=head))
    assert "trend.2010-2014.energy_mwh.agriculture" in results.withheld.paths
    assert "trend.2010-2014.energy_mwh" not in results.withheld.paths


def test_explaining_names_the_formula_and_no_value() -> None:
    """The tree of a printed sum has no value of a withheld leaf in it, nor the cell's."""
    municipality = town(*COMMON, secret(used("industry_non_ets", "electricity", "123.457")))
    assert "123.457" not in repr(explained(municipality, "inventory.2010.energy_mwh"))
    assert explained(municipality, "inventory.2010.energy_mwh.industry_non_ets.electricity").formula.name == "sum"


def test_a_withheld_figure_is_evaluated_again_with_its_value() -> None:
    """The formula holds, although nobody is told the number."""
    municipality = town(*COMMON, secret(used("industry_non_ets", "electricity", "123.457")))
    assert explained(municipality, "inventory.2010.emissions_energy_t.industry_non_ets.electricity").holds


def test_what_explains_a_figure_is_still_named() -> None:
    """Of a printed sum and of a withheld one the parts are told, without their values."""
    municipality = town(*COMMON, secret(used("industry_non_ets", "electricity", "123.457")))
    for path in ("inventory.2010.energy_mwh", "inventory.2010.energy_mwh.industry_non_ets.electricity"):
        assert explained(municipality, path).inputs


def explained(municipality: Municipality, path: str) -> Explanation:
    """The tree as the command shows it."""
    return explain(shown(all_of(municipality)), "town", path)


def test_an_amount_beside_another_key_does_not_count() -> None:
    """NO with a quantity is an error of the row; the amount is in no sum."""
    row = used("industry_non_ets", "electricity", "120").model_copy(update={"notation": Notation.NO})
    assert computed(town(*COMMON, row)).figure("inventory.2010.energy_mwh").value == D(4430)


def test_every_carrier_of_these_tests_has_its_factor() -> None:
    """The reader's factors are those that the inventory was computed with."""
    results = computed(town(*COMMON))
    found = {str(use.carrier): use.t_per_mwh for use in results.inventories[0].factors}
    assert found == {str(Carrier(c)): D(f) for c, f in FACTORS.items()}
