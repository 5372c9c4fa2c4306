"""The script that makes the peers' table."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping
from decimal import Decimal

import pytest

from seapgen import resources
from seapgen.data.make_peers import quantile, signatories, text
from tests.support.shared import DATASET, needs_dataset

D = Decimal
SECTORS = {
    "Municipal buildings and facilities": "500",
    "Institutional/tertiary buildings and facilities": "2000",
    "Residential buildings and facilities": "8000",
    "Transportation": "5000",
}


def rows(number: int = 1, **over: str) -> list[Mapping[str, str]]:
    """The baseline of a town of 1,000 inhabitants: 15.5 MWh each."""
    common = {
        "GCoM_ID": f"IT{number:04}", "emission_inventory_id": str(number), "type_of_emissions": "direct_emissions",
        "type_of_emission_inventory": "baseline_emission_inventory", "population_in_the_inventory_year": "1000",
        "emission_factor_type": "IPCC", "emissions": "1000",
    }  # fmt: skip
    return [{**common, "emission_inventory_sector": s, "activity_data": mwh, **over} for s, mwh in SECTORS.items()]


def test_a_good_baseline_counts() -> None:
    """All of its sectors are there."""
    (one,) = signatories(rows())

    assert (D(15500), D(4000)) == (one.mwh(*("municipal", "tertiary", "residential", "transport")), sum(one.emissions.values()))


@pytest.mark.parametrize(
    "over",
    [
        {"type_of_emission_inventory": "monitoring_emission_inventory"},
        {"population_in_the_inventory_year": "99", "activity_data": "100"},
        {"population_in_the_inventory_year": ""},
        {"emission_inventory_sector": "Transportation"},
        {"activity_data": "-1"},
        {"activity_data": "200"},
        {"activity_data": "30000"},
    ],
)
def test_what_cannot_be_compared_with_is_left_out(over: dict[str, str]) -> None:
    """A monitoring inventory, nobody or too few, a sector twice, below zero, too little or too much for each inhabitant."""
    assert [] == list(signatories(rows(**over)))


def test_fewer_than_fifty_make_no_row() -> None:
    """49 signatories are no distribution."""
    assert ["IT,", "IT,under_10000"] == sorted(_groups(50) - _groups(49))


def _groups(n: int) -> set[str]:
    made = text([row for number in range(n) for row in rows(number)])
    return {f"{r['country']},{r['size']}" for r in csv.DictReader(made.splitlines()[3:]) if r["country"] == "IT"}


def test_life_cycle_tonnes_are_not_mixed_with_others() -> None:
    """Their energy counts."""
    made = text([row for number in range(50) for row in rows(number, emission_factor_type="LCA")])
    metrics = {r["metric"] for r in csv.DictReader(made.splitlines()[3:])}

    assert "energy_mwh_per_capita" in metrics
    assert not {m for m in metrics if m.startswith(("emissions", "implied"))}


def test_the_order_of_rows_does_not_matter() -> None:
    """Backwards, the same table."""
    every = [row for number in range(60) for row in rows(number, activity_data=str(2000 + number))]

    assert text(every) == text(every[::-1])


@pytest.mark.parametrize(("percent", "expected"), [(1, "1.0400"), (25, "2.0000"), (50, "3.0000"), (95, "4.8000")])
def test_percentiles_are_interpolated(percent: int, expected: str) -> None:
    """Between the two signatories on either side."""
    assert D(expected) == quantile([D(n) for n in range(1, 6)], percent)


@needs_dataset
def test_the_table_that_is_shipped_is_the_one_that_the_script_makes() -> None:
    """Byte by byte, from the dataset."""
    with gzip.open(DATASET, "rt", encoding="utf-8", newline="") as file:
        made = text(csv.DictReader(file))

    assert (resources.data() / "peers.csv").read_text(encoding="utf-8") == made
