"""Real inventories through the folder form: those that reconcile raise no error, published defects are found where they stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from seapgen.model.finding import Finding
from tests.cases import convert, convert_vinkovci
from tests.support.judged import errors, judged, said
from tests.support.shared import CASES, SHARED, needs_cases, needs_dataset, needs_vinkovci

HERE = Path(__file__).parent
RECONCILING = ("turin_2019", "kranj_2018", "bergamo_2021", "gabrovo_2008", "prato_2019")


@cache
def found(case: str) -> tuple[Finding, ...]:
    """All findings of a case."""
    return judged(HERE / case)


@pytest.mark.parametrize("case", [*RECONCILING, "vinkovci_2011"])
def test_an_inventory_that_reconciles_raises_no_error(case: str) -> None:
    """Sums, factors and sizes as the cities printed them."""
    assert [] == errors(found(case))


@pytest.mark.parametrize("case", [*RECONCILING, "vinkovci_2011"])
def test_sums_that_are_printed_for_rows_that_reconcile_are_theirs(case: str) -> None:
    """F8 has nothing to say, not even as a warning."""
    assert [] == [said(f) for f in found(case) if f.code == "F8"]


def test_kozani_is_caught_at_the_tonnes_of_its_electricity() -> None:
    """F8: 86,018 t do not follow from 371,568 MWh and the printed factor; F3 cannot see it."""
    assert ["F8 consumption.csv:2:9"] == errors(found("kozani_2020"))
    assert "F3" not in {f.code for f in found("kozani_2020")}


@pytest.mark.parametrize(("line", "mwh"), [(14, 23_100), (15, 7_960)])
def test_the_buses_of_ioannina_are_caught_as_gigawatt_hours(line: int, mwh: int) -> None:
    """F8 names the row and the amount that the tonnes fit."""
    (finding,) = (f for f in found("ioannina_2019") if said(f) == f"F8 consumption.csv:{line}:9")

    assert finding.proposal is not None
    assert [mwh] == [getattr(value, "value", None) for _, value in finding.proposal.values]


def test_ioannina_has_the_tonnes_of_two_public_rows_swapped() -> None:
    """Not known before: 5,014.68 t are those of street lights, 5,044.75 t those of buildings. F8 stands at both."""
    assert {"F8 consumption.csv:7:9", "F8 consumption.csv:8:9"} <= set(errors(found("ioannina_2019")))


@pytest.mark.parametrize("line", [2, 6], ids=["buildings", "agriculture"])
def test_the_sums_of_limassol_are_caught(line: int) -> None:
    """F8: 380,199 t are not the sum of buildings; agriculture has the sum of public lighting."""
    assert f"F8 totals.csv:{line}:5" in {said(f) for f in found("limassol_2018")}


def test_the_other_sums_of_limassol_are_not_blamed() -> None:
    """Only those two."""
    printed = [f for f in found("limassol_2018") if f.code == "F8" and f.source.file.endswith("totals.csv")]

    assert [2, 6] == sorted(f.source.line for f in printed)


def test_the_sum_of_limassol_fits_if_its_charcoal_emits_nothing() -> None:
    """Not known before: F8 names the row of charcoal, 4,396 t, by which the sum of buildings lies lower."""
    hints = {f.source.line for f in found("limassol_2018") if f.code == "F8" and f.source.file.endswith("consumption.csv")}

    assert {7} == hints


def test_the_swapped_rows_of_vinkovci_are_found() -> None:
    """R1 stands at the tertiary row of the return as submitted, and proposes the swap."""
    (finding,) = (f for f in found("vinkovci_2011_submitted") if f.code == "R1")

    assert "R1 sector_totals.csv:4:4" == said(finding)
    assert finding.proposal is not None and "swapped" in finding.proposal.text


@pytest.mark.parametrize("case", ["vinkovci_2011", "turin_2019"])
def test_rows_that_are_right_are_not_taken_for_swapped(case: str) -> None:
    """R1 says nothing of the same city as calculated, nor of Turin."""
    assert [] == [said(f) for f in found(case) if f.code == "R1"]


@needs_cases
def test_the_folders_are_what_the_script_makes() -> None:
    """From the transcribed tables, byte by byte."""
    made = {f"{case.id}/{path}": text for case in convert.read(CASES) for path, text in convert.files(case).items()}

    assert made == {path: (HERE / path).read_text(encoding="utf-8") for path in made}


@needs_dataset
@needs_vinkovci
def test_the_folders_of_vinkovci_are_what_the_script_makes() -> None:
    """From the dataset and the city's calculation, byte by byte."""
    made = convert_vinkovci.files(SHARED)

    assert made == {path: (HERE / path).read_text(encoding="utf-8") for path in made}
