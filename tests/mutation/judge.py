"""Which mutants the tests kill: run in the folder `mutants`, it writes a JSON object of mutant -> the test that failed, or "".

    python -m tests.mutation.judge OUT [--jobs N] [--seconds N] [--tests PATH …] [--mutants FILE]

The tests are collected once and run once with an eye on the functions that each of them calls. Then every mutant gets a process of
its own, a fork of that one, in which the tests that call its function run, the quickest first, until one fails or the time is up. What tests have
cached is forgotten before, else a mutant would not be asked.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from mutmut.mutation import trampoline

from tests.mutation.mutation import mutations

TESTS = (
    "tests/unit/compute", "tests/unit/check", "tests/flow/test_rules.py", "tests/flow/test_rule_degrees.py",
    "tests/flow/test_golden_findings.py", "tests/flow/test_golden_figures.py", "tests/cases/test_cases.py",
)  # fmt: skip
ARGUMENTS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow", "--assert=plain", "--tb=no")
ACTIVE = "MUTANT_UNDER_TEST"
NO_TEST = "no test"  # no test calls the function
MOST_SECONDS = 15.0  # of tests for one mutant; slower ones are not asked where a function has so many
KEPT = frozenset({"reference", "shipped"})  # caches of reference data, which no mutant changes


class Judge:
    """A plugin of pytest that replaces its loop over the tests; `found` has an entry for each mutant afterwards."""

    def __init__(self, mutants: Sequence[str], parts: Sequence[Path], most_seconds: float = MOST_SECONDS) -> None:
        self._mutants, self._parts, self._most_seconds = mutants, parts, most_seconds
        self._seconds: dict[str, float] = {}
        self._called: dict[str, list[pytest.Item]] = defaultdict(list)
        self._killers: dict[str, set[str]] = defaultdict(set)  # of this worker

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The tests once as they are, then the mutants."""
        failed = self._look(session)
        if failed:
            sys.exit(f"{failed} fails without any mutant.")
        gc.freeze()  # else each fork copies what its collections touch
        workers = [self._worker(session, self._mutants[n :: len(self._parts)], part) for n, part in enumerate(self._parts)]
        for worker in workers:
            os.waitpid(worker, 0)
        return True

    def _look(self, session: pytest.Session) -> str:
        """Run every test, note its time and the functions that it calls."""
        hits: set[str] = set()
        trampoline.record_trampoline_hit = lambda name, **_: hits.add(name)
        _CACHES[:] = _caches_of_tests()
        os.environ[ACTIVE] = "stats"
        for item, following in _in_turn(session.items):
            hits.clear()
            _forget()
            start = time.monotonic()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            self._seconds[item.nodeid] = time.monotonic() - start
            for name in hits:
                self._called[name].append(item)
            if session.testsfailed:
                return item.nodeid
        os.environ[ACTIVE] = ""
        return ""

    def _worker(self, session: pytest.Session, mutants: Sequence[str], part: Path) -> int:
        """A process that judges some mutants one after the other, and writes each at once."""
        child = os.fork()
        if not child:
            with part.open("a", encoding="utf-8") as file:
                for mutant in mutants:
                    file.write(json.dumps([mutant, self._killer(session, mutant)]) + "\n")
                    file.flush()
            os._exit(0)
        return child

    def _killer(self, session: pytest.Session, mutant: str) -> str:
        """The test that fails with a mutant; empty where it survives."""
        tests = self._called.get(mutant.rpartition("__mutmut_")[0])
        if not tests:
            return NO_TEST
        tests = self._in_order(mutant, tests)
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.write(writer, _run(session, mutant, tests, 30 + 20 * sum(self._seconds[t.nodeid] for t in tests)).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as answer:
            told = answer.read().decode()
        _, status = os.waitpid(child, 0)
        if told:
            self._killers[mutant.rpartition("__mutmut_")[0]].add(told)
        return told if not status else f"ended by signal {status}"

    def _in_order(self, mutant: str, tests: Sequence[pytest.Item]) -> list[pytest.Item]:
        """Tests that have killed a mutant of the same function before the others, quick ones first, as far as the time goes."""
        before = self._killers[mutant.rpartition("__mutmut_")[0]]
        asked, seconds = [], 0.0
        for test in sorted(tests, key=lambda t: (t.nodeid not in before, self._seconds[t.nodeid])):
            seconds += self._seconds[test.nodeid]
            if asked and seconds > self._most_seconds:
                break
            asked.append(test)
        return asked


def _run(session: pytest.Session, mutant: str, tests: Sequence[pytest.Item], seconds: float) -> str:
    """The test that fails first, in this process; the process ends itself where nothing comes to an end."""
    signal.alarm(int(seconds))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    os.environ[ACTIVE] = mutant
    _forget()
    try:
        for item, following in _in_turn(tests):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return item.nodeid
    except BaseException as error:  # noqa: BLE001 - also an exit that a mutant causes is a kill
        return f"stopped: {error!r}"
    return ""


def _in_turn(tests: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    return zip(tests, (*tests[1:], None), strict=True)


_CACHES: list[functools._lru_cache_wrapper[object]] = []


def _caches_of_tests() -> list[functools._lru_cache_wrapper[object]]:
    """What functions of tests cache, reference data aside."""
    found = [each for each in gc.get_objects() if isinstance(each, functools._lru_cache_wrapper)]
    return [each for each in found if each.__module__.startswith("tests.") and each.__name__ not in KEPT]  # type: ignore[attr-defined]


def _forget() -> None:
    for each in _CACHES:
        each.cache_clear()


def main() -> None:
    """Judge the mutants that a file names line by line, or all, by some tests, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="of tests for one mutant")
    parser.add_argument("--tests", nargs="+", default=TESTS)
    parser.add_argument("--mutants", type=Path)
    asked = parser.parse_args()
    names = asked.mutants.read_text(encoding="utf-8").split() if asked.mutants else [name for name, _ in mutations(Path())]
    parts = [asked.out.with_suffix(f".{n}") for n in range(asked.jobs)]
    judged = {mutant for part in parts if part.is_file() for mutant in _read(part)}
    os.environ[ACTIVE] = ""
    pytest.main([*ARGUMENTS, *asked.tests], plugins=[Judge([n for n in names if n not in judged], parts, asked.seconds)])
    found = {mutant: killer for part in parts for mutant, killer in _read(part).items()}
    asked.out.write_text(json.dumps(dict(sorted(found.items())), indent=1), encoding="utf-8")


def _read(part: Path) -> dict[str, str]:
    """What a worker has found; a run that was ended goes on behind it."""
    return dict(json.loads(line) for line in part.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    main()
