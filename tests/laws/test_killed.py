"""Builds that die, and builds that meet: whole files or none, and the same bytes in the end."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from benchmarks.kills import PARTS, Score, Version, killed, lives, met, started, sums, version
from tests.support.command import seapgen
from tests.support.places import EXAMPLES

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is POSIX")]
KILLS, ROUNDS, SEED = 12, 4, 7


def test_a_killed_build_leaves_whole_files_and_resumes(tmp_path: Path) -> None:
    """Killed with all its processes at random moments; the next build ends with the bytes of a clean one."""
    score = Score()
    killed(tmp_path, KILLS, SEED, score)

    assert (KILLS, [], [], 0) == (score.kills, score.torn, score.unlike, score.orphans)
    assert score.resumed


def test_two_builders_mix_nothing(tmp_path: Path) -> None:
    """The second one waits, or is refused with 75; what stands in the end is one version, whole."""
    score = Score()
    met(tmp_path, ROUNDS, score)

    assert (ROUNDS, 0) == (score.waited + score.refused, score.mixed)


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Version:
    """A programme of three towns, built once."""
    return version(tmp_path_factory.mktemp("towns"), "towns", ("", ""))


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_whoever_is_told_to_end_leaves_no_half_output(towns: Version, tmp_path: Path, told: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end with 130: no visible file, no process left, and the next build goes on."""
    run = started(towns.folder, tmp_path / "out")
    until_a_file_is_finished(run, tmp_path / "out")
    run.send_signal(told)

    assert 130 == run.wait(60)
    assert {} == sums(tmp_path / "out")
    assert not lives(run.pid)
    again = seapgen("build", str(towns.folder), "--out", str(tmp_path / "out"), "--explain")
    assert "interrupted" in again.stderr
    assert towns.clean == sums(tmp_path / "out")


def test_a_killed_process_of_the_pool_is_told(tmp_path: Path) -> None:
    """The build ends with 7 and its reason, not with a traceback: it has 43 plans to make, so it cannot be done before."""
    run = started(EXAMPLES / "city_sec", tmp_path / "out", "--lang", "en", "--explain")
    until_a_file_is_finished(run, tmp_path / "out")
    for child in children(run.pid):
        os.kill(child, signal.SIGKILL)
    _, said = run.communicate(timeout=60)

    assert 7 == run.returncode
    assert b"R23" in said
    assert b"Traceback" not in said
    assert {} == sums(tmp_path / "out")


def until_a_file_is_finished(run: subprocess.Popen[bytes], out: Path) -> None:
    """Wait for the first file that lies aside, whole."""
    while run.poll() is None and not [part for part in out.glob(f"{PARTS}/*") if part.suffix != ".new"]:
        time.sleep(0.005)


def children(process: int) -> list[int]:
    """The processes that a process has started to render, as Linux tells."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            command = (stat.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == process and b"spawn_main" in command:
            found.append(int(stat.parent.name))
    return found
