"""A municipality among its peers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen.compute import compute_results, explain
from seapgen.model.inventory import Consumption
from seapgen.model.peers import UNION, Distribution, Peers
from seapgen.model.results import Cell, MunicipalityResults, Results
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach
from tests.unit.compute.made import programme, reference, town, used

D = Decimal
KEY = "peers.2010.energy_mwh_per_capita.key_sectors"
ROWS = (
    used("municipal_buildings", "natural_gas", "300"),
    used("public_lighting", "electricity", "100"),
    used("tertiary", "natural_gas", "2000"),
    used("residential", "natural_gas", "6000"),
    used("private_commercial_transport", "diesel", "4000"),
    used("industry_non_ets", "natural_gas", "5000"),
)


def row(metric: str, *values: str, country: str = "IT") -> Distribution:
    """A distribution of 70 signatories."""
    return Distribution(country, "", metric, 70, tuple(map(D, values)), Source("data/peers.csv", 9, 1))


PEERS = Peers(
    {
        ("IT", ""): {
            "energy_mwh_per_capita.key_sectors": row("energy_mwh_per_capita.key_sectors", "2", "4", "8", "10", "16", "30", "40"),
            "emissions_t_per_capita": row("emissions_t_per_capita", "1", "2", "3", "4", "5", "6", "7"),
        },
        (UNION, ""): {"residential_tertiary_ratio": row("residential_tertiary_ratio", "4", "5", "6", "7", "8", "9", "10", country=UNION)},
    },
    "A dataset",
)  # fmt: skip


def results(*rows: Consumption, **head: object) -> Results:
    """A town of 1,000 inhabitants among these peers."""
    return compute_results(programme(town(*rows, head=head)), replace(reference(), peers=PEERS))


def computed(*rows: Consumption, **head: object) -> MunicipalityResults:
    """Its figures."""
    return results(*rows, **head).municipalities["town"]


def value(found: MunicipalityResults, path: str) -> object:
    """The value of a figure, or None."""
    figure = found.get(path)
    return figure.value if figure else None


def test_the_place_lies_on_a_straight_line_between_two_percentiles() -> None:
    """12.4 MWh of 10 to 16: 50 % and two fifths of the way to 75 %."""
    assert D(60) == value(computed(*ROWS), f"{KEY}.percentile")


def test_industry_does_not_count_among_the_key_sectors() -> None:
    """12,400 MWh of 1,000 inhabitants."""
    assert D("12.4") == value(computed(*ROWS), KEY)


@pytest.mark.parametrize("mwh", ["1", "60000"])
def test_beyond_the_first_and_the_last_percentile_there_is_no_place(mwh: str) -> None:
    """The median is named all the same."""
    rows = [r.model_copy(update={"quantity": D(mwh)}) if r.sector == "residential" else r for r in ROWS[3:]]
    found = computed(*[used("tertiary", "electricity", "1"), used("public_lighting", "electricity", "1"), *rows[:1],
                       used("public_transport", "diesel", "1")])  # fmt: skip

    assert value(found, f"{KEY}.percentile") is None
    assert D(10) == value(found, f"{KEY}.median")


@pytest.mark.parametrize("left_out", range(1, 5))
def test_an_inventory_without_a_key_sector_is_not_compared(left_out: int) -> None:
    """Peers that report all four use more for that reason alone."""
    rows = [r for n, r in enumerate(ROWS) if n != left_out and not (left_out == 1 and n == 0)]

    assert value(computed(*rows), KEY) is None


def test_energy_under_no_sector_is_not_compared() -> None:
    """It belongs to one of the four."""
    assert value(computed(*ROWS, used("buildings_not_allocated", "natural_gas", "1")), KEY) is None


def test_tonnes_by_another_approach_are_not_compared() -> None:
    """The peers' are by that of the IPCC."""
    assert value(computed(*ROWS), "peers.2010.emissions_t_per_capita") is not None
    lca = replace(reference().factor_sets["made"], approach=Approach.LCA)
    other = compute_results(programme(town(*ROWS)), replace(reference(), peers=PEERS, factor_sets={"made": lca}))

    assert value(other.municipalities["town"], "peers.2010.emissions_t_per_capita") is None


def test_the_number_says_who_the_peers_are() -> None:
    """Those of the country, or of the Union; of the size, or all."""
    found = computed(*ROWS)

    assert (D(70), D(70)) == (
        value(found, f"{KEY}.n.country.all"),
        value(found, "peers.2010.residential_tertiary_ratio.n.union.all"),
    )


def test_tonnes_of_peers_have_a_mixed_unit() -> None:
    """Signatories report CO2 and CO2 equivalents."""
    figure = computed(*ROWS).get("peers.2010.emissions_t_per_capita.median")

    assert figure is not None
    assert Unit.T_MIXED_PER_HEAD == figure.unit


def test_a_place_is_explained_down_to_the_dataset() -> None:
    """Both percentiles name their cells and the source."""
    found = explain(results(*ROWS), "town", f"{KEY}.percentile")
    cells = [x for x in found.inputs if isinstance(x, Cell)]

    assert found.holds
    assert ["data/peers.csv:9:8", "data/peers.csv:9:8", "data/peers.csv:9:9", "data/peers.csv:9:9"] == [
        str(c.source) for c in cells
    ]
    assert "A dataset" in {getattr(c.label, "text", "") for c in cells}


def test_without_inhabitants_nothing_is_compared_per_inhabitant() -> None:
    """Shares still are."""
    found = computed(*ROWS, population={})

    assert (None, D(3)) == (value(found, KEY), value(found, "peers.2010.residential_tertiary_ratio"))
