from __future__ import annotations

import pytest

from seapgen.execute.run import run_jobs
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source


def doubled(n: int) -> int:
    """A job that any process can find."""
    return 2 * n


def refusing(n: int) -> int:
    """A job that refuses the third."""
    if n == 3:
        raise BrokenTemplateError([Finding("T1", Stage.TEMPLATE, Severity.ERROR, Source("x"), msg("Broken."))])
    return n


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_jobs(workers: int) -> None:
    """However many processes there are."""
    assert [2 * n for n in range(12)] == list(run_jobs(doubled, range(12), workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_refusal_keeps_its_findings(workers: int) -> None:
    """What a job refuses in another process is refused here, with its reasons."""
    with pytest.raises(BrokenTemplateError) as caught:
        list(run_jobs(refusing, range(6), workers=workers))

    assert ["T1"] == [f.code for f in caught.value.findings]


def test_no_jobs_have_no_outcomes() -> None:
    """Nothing is started for nothing."""
    assert [] == list(run_jobs(doubled, [], workers=0))
