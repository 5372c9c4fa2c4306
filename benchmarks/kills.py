"""Builds that are killed, and builds that meet: `python -m benchmarks.kills --kills 200 --rounds 20`.

A build of a small programme in three formats is killed with its whole process group (SIGKILL) at a random moment: before anything
is written, while files are made, while they get their names. Half of the moments are spread over the time of a whole build, half
over the short time in which it writes. A third of the builds starts from an empty folder, a third from the finished output of an
older version of the programme, a third from whatever the kill before has left. After each kill every visible file must be one of
the clean build or of the older one, byte for byte; then the build is run again, and all must be as a clean build leaves it.

In a round of two builders both start at once in one folder, each with another version of the programme; every second round
the one that comes second waits. What stands there afterwards must be one version, whole.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.page import PAGE, with_tables
from benchmarks.result import Table

ROOT = Path(__file__).parents[1]
MINIMAL = ROOT / "tests" / "programmes" / "minimal"
TOWNS = ("town", "second", "third")
PARTS = ".seapgen-parts"
BUSY = 75
Sums = Mapping[str, str]


@dataclass(slots=True)
class Score:
    """What was counted; everything but the first numbers of each kind must be zero."""

    kills: int = 0
    while_writing: int = 0  # of these: when finished files lay aside, or had begun to get their names
    torn: list[str] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)
    resumed: int = 0  # builds that took over what a killed one had finished
    orphans: int = 0
    rounds: int = 0
    waited: int = 0
    refused: int = 0
    mixed: int = 0

    def is_clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.torn or self.unlike or self.orphans or self.mixed)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the programme, what a clean build makes of it, and how many seconds that takes."""

    folder: Path
    clean: Sums
    seconds: float


def version(work: Path, name: str, replaced: tuple[str, str]) -> Version:
    """A programme of three towns, built once undisturbed."""
    folder = work / name
    shutil.copytree(MINIMAL, folder)
    for town in TOWNS:
        place = folder / "municipalities" / town
        shutil.copytree(MINIMAL / "municipalities" / "town", place, dirs_exist_ok=True)
        head = (place / "municipality.yaml").read_text(encoding="utf-8")
        (place / "municipality.yaml").write_text(head.replace("id: town", f"id: {town}"), encoding="utf-8")
        table = (place / "consumption.csv").read_text(encoding="utf-8")
        (place / "consumption.csv").write_text(table.replace(*replaced), encoding="utf-8")
    out, start = work / f"{name}-clean", time.monotonic()
    finished = started(folder, out)
    if finished.wait() != 0:
        raise RuntimeError("the clean build failed")
    return Version(folder, sums(out), time.monotonic() - start)


def started(folder: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    """A build in a process group of its own."""
    command = [sys.executable, "-m", "seapgen", "build", str(folder), "--out", str(out), "--jobs", "2", *more]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE if "--explain" in more else subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, **quiet)


def sums(folder: Path) -> dict[str, str]:
    """Checksums of the visible files."""
    found = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    return {
        inside.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for inside, path in found
        if not any(part.startswith(".") for part in inside.parts)
    }


def kill(out: Path, new: Version, chance: random.Random, score: Score) -> None:
    """Start a build, kill it and all it has started at a random moment."""
    run = started(new.folder, out)
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, new.seconds))
    else:
        while run.poll() is None and not (out / PARTS).is_dir():
            time.sleep(0.002)
        time.sleep(chance.uniform(0, new.seconds / 3))
    with suppress(ProcessLookupError):  # it had finished
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    score.kills += 1
    score.while_writing += (out / PARTS).is_dir()
    score.orphans += lives(run.pid)


def lives(group: int) -> bool:
    """Whether a process of a group is left after a moment."""
    for _ in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.02)
    return True


def killed(work: Path, kills: int, seed: int, score: Score) -> None:
    """So many kills, each with what must hold afterwards."""
    old, new = version(work, "old", ("1000", "1001")), version(work, "new", ("", ""))
    chance, out, allowed = random.Random(seed), work / "out", {*old.clean.items(), *new.clean.items()}
    for number in range(kills):
        if number % 3 != 2:
            shutil.rmtree(out, ignore_errors=True)
        if number % 3 == 1:
            shutil.copytree(work / "old-clean", out)
        kill(out, new, chance, score)
        score.torn += [f"{number}: {name}" for name in sorted(set(sums(out).items()) - allowed)] if out.exists() else []
        if number % 3 != 1 or chance.random() < 0.5:  # else the next kill meets what this one has left
            again = started(new.folder, out, "--explain")
            _, said = again.communicate()
            score.resumed += b"interrupted" in said
            score.unlike += [] if sums(out) == new.clean else [str(number)]


def met(work: Path, rounds: int, score: Score) -> None:
    """So many rounds of two builders in one folder."""
    versions = version(work, "one", ("1000", "1002")), version(work, "two", ("1000", "1003"))
    out = work / "both"
    for number in range(rounds):
        if number % 4 < 2:
            shutil.rmtree(out, ignore_errors=True)
        wait = ("--wait", "120") if number % 2 else ()
        runs = [started(each.folder, out, *wait) for each in versions]
        codes = sorted(run.wait() for run in runs)
        score.rounds += 1
        score.waited += codes == [0, 0]
        score.refused += codes == [0, BUSY]
        score.mixed += codes not in ([0, 0], [0, BUSY]) or sums(out) not in [each.clean for each in versions]


def table(score: Score) -> Table:
    """As it stands on the page."""
    rows = (
        ("builds killed at random moments (SIGKILL to the process group)", f"{score.kills}"),
        ("of these while finished files lay aside or got their names", f"{score.while_writing}"),
        ("files that were neither the old nor the new ones, whole", f"{len(score.torn)}"),
        ("processes left behind", f"{score.orphans}"),
        ("next builds that took over finished files", f"{score.resumed}"),
        ("next builds with other bytes than a clean one", f"{len(score.unlike)}"),
        ("rounds of two builders in one folder", f"{score.rounds}"),
        ("the second one waited, and both ended with 0", f"{score.waited}"),
        ("the second one was refused (75)", f"{score.refused}"),
        ("mixed outputs", f"{score.mixed}"),
    )
    return Table("kills", "Builds that are killed, and builds that meet", ("what was counted", "number"), rows)


def measured(kills: int, rounds: int, seed: int) -> Score:
    """All of it, in a folder that goes afterwards."""
    score = Score()
    with tempfile.TemporaryDirectory() as folder:
        killed(Path(folder), kills, seed, score)
        met(Path(folder), rounds, score)
    return score


def main() -> None:
    """Count, print, and write the table into the page if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--write", action="store_true", help="write the table to docs/performance.md")
    asked = parser.parse_args()
    score = measured(asked.kills, asked.rounds, asked.seed)
    print(table(score).plain())
    for line in (*score.torn, *score.unlike):
        print(line)
    if asked.write:
        PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), [table(score)]), encoding="utf-8")
    sys.exit(not score.is_clean())


if __name__ == "__main__":
    main()
