"""Slips of the hand in reconciling inventories are found where they are."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from seapgen.model.finding import Finding, Severity
from seapgen.model.source import Source
from tests.support.judged import judged, said
from tests.support.perturbed import CASES, KINDS, RECONCILING, Slip, slips, written

SEED = 2026
COUNT = 100


@cache
def before(case: str) -> frozenset[tuple[str, Source]]:
    """What is found in a case as the city printed it."""
    return frozenset((f.code, f.source) for f in judged(CASES / case))


def news(slip: Slip, folder: Path) -> list[Finding]:
    """What is found with the slip and was not found without."""
    return [f for f in judged(written(slip, folder)) if (f.code, f.source) not in before(slip.case)]


def is_at(finding: Finding, slip: Slip) -> bool:
    """Whether a finding stands in the file, at a line that is wrong, in a column that was changed or is compared with it."""
    head = slip.text.splitlines()[0].split(",")
    columns = {head.index(name) + 1 for name in (*slip.columns, "reported_t") if name in head}
    place = finding.source
    return place.file.endswith(f"/{slip.file}") and place.line in slip.lines and place.column in {*columns, 0}


@cache
def outcome(folder: Path) -> tuple[tuple[Slip, tuple[Finding, ...]], ...]:
    """Every slip with what is newly found."""
    return tuple((slip, tuple(news(slip, folder))) for slip in slips(COUNT, SEED))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Slip, tuple[Finding, ...]], ...]:
    """A hundred slips."""
    return outcome(tmp_path_factory.mktemp("slips"))


Outcome = tuple[tuple[Slip, tuple[Finding, ...]], ...]


def test_ninety_five_of_a_hundred_slips_are_found_at_the_cell(found: Outcome, capsys: pytest.CaptureFixture[str]) -> None:
    """Those that are missed are printed."""
    missed = [(slip, new) for slip, new in found if not any(is_at(f, slip) for f in new)]
    with capsys.disabled():
        for slip, new in missed:
            rows = [slip.text.splitlines()[line - 1] for line in slip.lines]
            sys.stdout.write(f"\nmissed: {slip.case} {slip.kind} {rows}; found: {[said(f) for f in new]}")

    assert COUNT == len(found)
    assert len(missed) <= COUNT - 95


@pytest.mark.parametrize("kind", ["× 1000", "÷ 1000", "comma for point", "negative", "duplicate"])
def test_slips_that_change_sums_are_all_found_and_weigh(kind: str, found: Outcome) -> None:
    """Not one is missed, and each finding at the cell is an error or a warning."""
    light = [
        slip for slip, new in found
        if slip.kind == kind and not any(is_at(f, slip) and f.severity is not Severity.INFO for f in new)
    ]  # fmt: skip

    assert [] == light


def test_the_slips_take_turns(found: Outcome) -> None:
    """All seven kinds, in all five inventories."""
    assert (set(KINDS), set(RECONCILING)) == ({s.kind for s, _ in found}, {s.case for s, _ in found})


def test_a_slip_is_a_slip(found: Outcome) -> None:
    """Every spoilt table differs from the printed one in the lines that are named."""
    for slip, _ in found:
        (folder,) = (CASES / slip.case / "municipalities").iterdir()
        printed = (folder / slip.file).read_text(encoding="utf-8").splitlines()
        spoilt = slip.text.splitlines()
        assert printed != spoilt
        assert all(printed[line - 1] != spoilt[line - 1] for line in slip.lines if slip.kind != "duplicate")
