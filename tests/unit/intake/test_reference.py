"""Reference data from files that a person may revise."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.intake.factor_set import read_factor_set
from seapgen.intake.programme import official_sets
from seapgen.intake.reference import load_reference
from seapgen.model.errors import InvalidInputError
from seapgen.model.vocabulary import Carrier, EmissionUnit

HEAD = "# id: own\n# approach: ipcc\n# unit: t_co2\n# year: 2020\n# electricity: ipcc_co2\n# source: A report, 2021\n"
SET = HEAD + "carrier,fuel,t_per_mwh,default,mark\ndiesel,gas_diesel_oil,0.267,yes,\ndiesel,blend,0.25,no,estimated\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data that is shipped."""
    return Path(shutil.copytree(resources.data(), tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__")))


def refused(data: Path) -> list[str]:
    """The findings of reference data that cannot be used."""
    with pytest.raises(InvalidInputError) as caught:
        load_reference(data)
    return [f"{f.code} {f.source}" for f in caught.value.findings]


def test_the_data_that_is_shipped_is_whole() -> None:
    """Every factor set, series, unit and threshold."""
    reference = load_reference(resources.data())
    assert set(reference.factor_sets) == set(official_sets())
    assert reference.units and reference.national_electricity and reference.rules.rules and reference.electricity_sources


def test_a_factor_knows_its_row() -> None:
    """`explain` names the line of the file."""
    own, findings = read_factor_set(SET, "factor_sets/own.csv")
    assert own is not None and findings == () and own.unit is EmissionUnit.T_CO2
    row = own.factor(Carrier.DIESEL)
    assert row is not None and (row.t_per_mwh, str(row.source)) == (Decimal("0.267"), "factor_sets/own.csv:8:3")


def test_a_programme_may_bring_its_own_set() -> None:
    """Beside the official ones."""
    own, _ = read_factor_set(SET, "factor_sets/own.csv")
    assert own is not None and load_reference(resources.data(), (own,)).factor_sets["own"] is own


def test_an_own_set_may_not_take_an_official_name() -> None:
    """Nothing official is replaced in silence."""
    name = official_sets()[0]
    own, _ = read_factor_set(SET.replace("id: own", f"id: {name}"), f"factor_sets/{name}.csv")
    assert own is not None
    with pytest.raises(InvalidInputError):
        load_reference(resources.data(), (own,))


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("# unit: t_co2\n", "", "L96 factor_sets/own.csv:1"),
        ("approach: ipcc", "approach: guess", "L96 factor_sets/own.csv:2:13"),
        ("id: own", "id: other", "L10 factor_sets/own.csv:1:7"),
        ("0.25,no", "0.25,yes", "L50 factor_sets/own.csv:9:4"),
        ("blend,0.25", "blend,many", "L45 factor_sets/own.csv:9:3"),
        ("diesel,blend", "coffee,blend", "L33 factor_sets/own.csv:9:1"),
    ],
)
def test_a_broken_factor_set_is_found_at_its_place(old: str, new: str, finding: str) -> None:
    """Head and rows."""
    made, findings = read_factor_set(SET.replace(old, new), "factor_sets/own.csv")
    assert made is None and [f"{f.code} {f.source}" for f in findings] == [finding]


def test_a_threshold_without_quotes_is_refused(data: Path) -> None:
    """A float would not be exact."""
    table = (data / "rules.toml").read_text(encoding="utf-8")
    (data / "rules.toml").write_text(table.replace('value = "0.15"', "value = 0.15"), encoding="utf-8")
    assert refused(data) == ["L98 data/rules.toml"]


def test_a_missing_file_of_reference_data_is_named(data: Path) -> None:
    """All of them at once."""
    (data / "units.csv").unlink()
    (data / "national_electricity.csv").unlink()
    assert refused(data) == ["L1 data/national_electricity.csv", "L1 data/units.csv"]


def test_a_unit_twice_is_refused(data: Path) -> None:
    """One conversion for a unit of a carrier."""
    with (data / "units.csv").open("a", encoding="utf-8") as stream:
        stream.write("kWh,,0.002,another\n")
    assert [f.split()[0] for f in refused(data)] == ["L50"]


def test_a_factor_set_names_a_series_that_exists(data: Path) -> None:
    """No silence where national electricity would be missing."""
    (data / "factor_sets" / "own.csv").write_text(SET.replace("ipcc_co2", "nowhere"), encoding="utf-8")
    assert refused(data) == ["L80 data/factor_sets/own.csv:1"]
