"""From the files of the example to its figures: load, then compute."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.compute import compute_results, explain
from seapgen.intake.programme import load_programme
from seapgen.intake.reference import load_reference
from seapgen.model.results import MunicipalityResults, Results

TABLES = ("consumption.csv", "emissions.csv", "factors.csv")


def results_of(folder: Path) -> Results:
    """Load a programme folder and compute it."""
    loaded = load_programme(folder)
    assert loaded.programme is not None
    return compute_results(loaded.programme, load_reference(resources.data(), loaded.programme.factor_sets))


def turin(folder: Path) -> MunicipalityResults:
    """The example's only municipality."""
    return results_of(folder).municipalities["turin"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the example that a test may change."""
    return Path(shutil.copytree(resources.folder("examples") / "turin", tmp_path / "turin"))


def rewrite(path: Path, *, without: str = "", upside_down: bool = False) -> None:
    """Write a table again without a column, or with its rows in the other order."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [n for n in rows[0] if n != without]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(reversed(rows) if upside_down else rows)


def numbers(results: MunicipalityResults, *, printed: bool = True) -> dict[str, object]:
    """Every figure's value by path, if wished without those that speak of what was printed before."""
    return {p: d.figure.value for p, d in results.figures.items() if printed or "reported" not in p}


def test_the_example_s_sums_are_the_city_s() -> None:
    """Energy and emissions of the 51 rows, with and without waste and land use."""
    found = turin(resources.folder("examples") / "turin")
    paths = ("energy_mwh", "emissions_energy_t", "emissions_t")
    assert [found.figure(f"inventory.2019.{p}").value for p in paths] == [
        Decimal("10479355"),
        Decimal("2271349.646"),
        Decimal("2396906.646"),
    ]


def test_the_example_loads_and_computes_without_findings() -> None:
    """Nothing is wrong with the files, and nothing stands in the way of a figure."""
    folder = resources.folder("examples") / "turin"
    assert (load_programme(folder).findings, results_of(folder).findings) == ((), ())


def test_the_plan_misses_its_target_by_a_little() -> None:
    """The illustrative actions leave less than one per cent of the promise open."""
    gap = turin(resources.folder("examples") / "turin").figure("target.2030.gap_pct").value
    assert isinstance(gap, Decimal) and Decimal(0) < gap < Decimal(1)


def test_budget_and_financing_agree_with_the_actions() -> None:
    """The budget is the public cost, its sources make a hundred, and what is open is the same seen from both sides."""
    found = turin(resources.folder("examples") / "turin")
    pairs = (("budget_eur", "cost_eur"), ("financing_eur.not_secured", "unfunded_eur"))
    assert all(found.figure(f"plan.{a}").value == found.figure(f"plan.{b}").value for a, b in pairs)
    assert found.figure("plan.financing_pct.total").value == Decimal(100)


def test_printed_tonnes_are_compared_and_never_used(copied: Path) -> None:
    """Without the column `reported_t`, every other figure stays as it is."""
    before = numbers(turin(copied), printed=False)
    rewrite(copied / "municipalities" / "turin" / "consumption.csv", without="reported_t")
    assert numbers(turin(copied), printed=False) == before


def test_rows_may_stand_in_any_order(copied: Path) -> None:
    """Tables upside down give the same figures, to the last digit."""
    before = numbers(turin(copied))
    for name in TABLES:
        rewrite(copied / "municipalities" / "turin" / name, upside_down=True)
    assert numbers(turin(copied)) == before


@pytest.mark.parametrize("name", ["examples/turin", "tests/programmes/specimen", "tests/programmes/minimal"])
def test_every_figure_can_be_computed_again(name: str) -> None:
    """Each derivation gives its figure's value again, to the last digit."""
    results = results_of(resources.folder("examples").parent / name)
    wrong = [(m, p) for m, r in results.municipalities.items() for p in r.figures if not explain(results, m, p).holds]
    assert wrong == []


def test_the_specimen_s_electricity_is_local() -> None:
    """(17,702.5 − 310 − 100) MWh × 0.483 by 17,702.5 MWh."""
    found = results_of(resources.folder("examples").parent / "tests/programmes/specimen").municipalities["montelago"]
    value = found.figure("factor.2010.electricity").value
    assert isinstance(value, Decimal) and round(value, 6) == Decimal("0.471813")


def test_a_country_without_guidebook_factor_is_told_so(copied: Path) -> None:
    """Croatia is not in the guidebook of 2010: without the city's own row, electricity has no factor."""
    folder = copied / "municipalities" / "turin"
    head = folder / "municipality.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("country: IT", "country: HR"), encoding="utf-8")
    own = folder / "factors.csv"
    kept = [line for line in own.read_text(encoding="utf-8").splitlines(keepends=True) if "electricity" not in line]
    own.write_text("".join(kept), encoding="utf-8")
    (finding,) = results_of(copied).findings
    assert (finding.code, finding.source.file) == ("F0", "municipalities/turin/consumption.csv")
