from __future__ import annotations

from dataclasses import replace

import pytest

from seapgen.model.errors import ExitCode
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source
from seapgen.model.verdict import blocked, counts, exit_code, worst_first

FINDING = Finding("E1", Stage.INVENTORY, Severity.ERROR, Source("x.csv", 2, 1), msg("Wrong."), "town")
ACCEPTED = replace(FINDING, accepted=True)
WARNING = replace(FINDING, severity=Severity.WARNING)


def at(stage: Stage) -> Finding:
    """An error of a stage."""
    return replace(FINDING, stage=stage)


@pytest.mark.parametrize(
    ("findings", "strict", "code"),
    [
        ([], True, ExitCode.OK), ([WARNING], False, ExitCode.OK), ([WARNING], True, ExitCode.WARNINGS),
        ([ACCEPTED], True, ExitCode.OK), ([at(Stage.LOAD)], False, ExitCode.INVALID_INPUT),
        ([at(Stage.SUBMISSION)], False, ExitCode.INVALID_INPUT), ([at(Stage.TEMPLATE)], False, ExitCode.BROKEN_TEMPLATE),
        ([at(Stage.TRANSLATION)], False, ExitCode.MISSING_TRANSLATION),
        ([at(Stage.TRANSLATION), at(Stage.TEMPLATE)], False, ExitCode.BROKEN_TEMPLATE),
        ([at(Stage.TEMPLATE), at(Stage.PLAN), WARNING], True, ExitCode.INVALID_INPUT),
    ],
)  # fmt: skip
def test_the_code_is_that_of_the_first_thing_to_mend(findings: list[Finding], strict: bool, code: ExitCode) -> None:
    """Data before templates before translations; what is accepted stops nothing."""
    assert code == exit_code(findings, strict=strict)


def test_documents_are_stopped_by_errors_of_their_municipality() -> None:
    """Submission comes after the draft, and warnings and accepted errors stop nothing."""
    elsewhere = replace(FINDING, municipality="other")

    assert {"town": (FINDING,), "other": (elsewhere,)} == blocked([FINDING, elsewhere, WARNING, ACCEPTED, at(Stage.SUBMISSION)])


def test_accepted_errors_count_as_information() -> None:
    """They are remarks."""
    assert {"error": 1, "warning": 1, "info": 1} == counts([FINDING, WARNING, ACCEPTED])


def test_the_worst_comes_first() -> None:
    """By severity, then by place; accepted ones last."""
    later = replace(FINDING, source=Source("x.csv", 10, 1))
    warning, accepted = replace(WARNING, code="E2"), replace(ACCEPTED, code="E3")

    assert [FINDING, later, warning, accepted] == worst_first([accepted, warning, later, FINDING])


def test_what_says_the_same_stands_once() -> None:
    """As its worst."""
    assert [FINDING] == worst_first([ACCEPTED, WARNING, FINDING, FINDING])
