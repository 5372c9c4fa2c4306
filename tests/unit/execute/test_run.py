from __future__ import annotations

import multiprocessing
import os
import signal
import time

import pytest

from seapgen.execute.run import Crew
from seapgen.execute.workers import Worker, end
from seapgen.model.errors import BrokenTemplateError, WorkerLostError
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


def dying(n: int) -> int:
    """A job whose process is ended at the fifth."""
    if n == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def slow(n: int) -> int:
    """A job that takes its time from the third on."""
    time.sleep(60 if n > 2 else 0)
    return n


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_jobs(workers: int) -> None:
    """However many processes there are."""
    with Crew(workers) as crew:
        assert [2 * n for n in range(12)] == list(crew.run(doubled, range(12)))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_refusal_keeps_its_findings(workers: int) -> None:
    """What a job refuses in another process is refused here, with its reasons."""
    with pytest.raises(BrokenTemplateError) as caught, Crew(workers) as crew:
        list(crew.run(refusing, range(6)))

    assert ["T1"] == [f.code for f in caught.value.findings]


def test_no_jobs_have_no_outcomes() -> None:
    """Nothing is started for nothing."""
    with Crew(0) as crew:
        assert [] == list(crew.run(doubled, []))
        assert [] == multiprocessing.active_children()


def large(n: int) -> bytes:
    """A job whose outcome is larger than any pipe holds."""
    return bytes(20_000_000)


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_process_that_dies_amidst_its_answer_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the rest of what it was sending."""
    began = Worker()
    began._line.send((large, 0))
    assert began._line.poll(30)
    os.kill(began._process.pid or 0, signal.SIGKILL)
    monkeypatch.setattr(began._line, "send", lambda _: None)

    with pytest.raises(WorkerLostError):
        began.do(large, 0)
    end([began])


def test_processes_that_were_started_early_do_the_jobs() -> None:
    """After they have loaded what they need."""
    with Crew(2) as crew:
        crew.start(os.getpid)
        started = multiprocessing.active_children()
        assert [2 * n for n in range(3)] == list(crew.run(doubled, range(3)))

        assert 2 == len(started)
        assert {p.pid for p in started} == {p.pid for p in multiprocessing.active_children()}


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")
def test_a_process_that_dies_is_a_refusal() -> None:
    """What it had finished before is handed over, and the finding says what to do."""
    with pytest.raises(WorkerLostError) as caught, Crew(2) as crew:
        list(crew.run(dying, range(12)))

    assert "--jobs 1" in str(caught.value.findings[0].proposal)
    assert [] == multiprocessing.active_children()


def test_whoever_stops_taking_outcomes_leaves_no_process() -> None:
    """Jobs in hand are not waited for."""
    started = time.monotonic()
    with Crew(2) as crew:
        outcomes = crew.run(slow, range(12))
        assert [0, 1] == [next(outcomes), next(outcomes)]

    assert [] == multiprocessing.active_children()
    assert time.monotonic() - started < 30
