from __future__ import annotations

from datetime import date

import pytest

from seapgen.check.accepted import accept
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Words, msg
from seapgen.model.programme import Accepted
from seapgen.model.source import Source
from tests.unit.check.cases import placed

FINDING = Finding(
    "I8", Stage.INVENTORY, Severity.WARNING, Source("municipalities/town/consumption.csv", 8, 6), msg("A cell is empty."), "town"
)


def acceptance(**over: str | None) -> Accepted:
    """What a person wrote."""
    return Accepted(**{"code": "I8", "reason": {"en": "It is so."}, "by": "Agency", "on": date(2012, 7, 20), **over})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "over",
    [
        {}, {"municipality": "town"}, {"place": "consumption.csv"}, {"place": "consumption.csv:8"},
        {"place": "consumption.csv:8:6"}, {"place": "municipalities/town/consumption.csv"},
    ],
)  # fmt: skip
def test_an_accepted_finding_is_marked_with_its_reason(over: dict[str, str]) -> None:
    """Code, municipality and place are compared as far as they are given."""
    (finding,) = accept([FINDING], [acceptance(**over)])

    assert (True, Words({"en": "It is so."})) == (finding.accepted, finding.reason)


@pytest.mark.parametrize(
    "over", [{"code": "I7"}, {"municipality": "other"}, {"place": "totals.csv"}, {"place": "consumption.csv:9"}]
)
def test_an_acceptance_that_meets_nothing_is_mentioned(over: dict[str, str]) -> None:
    """What was accepted once and is gone should not stay in the file."""
    first, idle = accept([FINDING], [acceptance(**over)])

    assert (False, "R12", Severity.INFO) == (first.accepted, idle.code, idle.severity)


@pytest.mark.parametrize("municipality", [None, "town"])
def test_an_idle_acceptance_is_named_where_it_stands(municipality: str | None) -> None:
    """The line of accepted.yaml, and the municipality if it names one."""
    written = placed(acceptance(code="I7", municipality=municipality), "accepted.yaml", 4)
    (idle,) = accept([], [written])

    assert (Stage.INVENTORY, written.here, municipality or "") == (idle.stage, idle.source, idle.municipality)
