"""A whole programme: `python -m benchmarks.programme` builds City_SEC, against docxtpl and LibreOffice in batch.

All plans in English as Word and PDF; the peer has two processes, each with docxtpl and a LibreOffice of its own, and so have we.
Then one cell is changed, and then nothing. Times are those of the clock, from the start of the first process to the end of
the last one: the machine must have nothing else to do. `--write` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.page import PAGE, with_tables
from benchmarks.peers import libreoffice
from benchmarks.peers.docxtpl_peer import painted, rendered
from benchmarks.peers.finished import flow, words
from benchmarks.peers.template import PICTURES, filling
from benchmarks.result import Limit, Table, limits_table, times
from benchmarks.word import DifferentWordsError

ROOT = Path(__file__).parents[1]
CITY = ROOT / "examples" / "city_sec"
ORDER = ("--lang", "en", "--format", "docx", "--format", "pdf")
QUANTITY = re.compile(r"(,)(\d+)((?:\.\d+)?,MWh)")  # the first of a table


@dataclass(frozen=True, slots=True)
class Run:
    """A command: seconds of the clock, and the most memory that one of its processes had, in MB."""

    seconds: float
    memory: float
    said: str = ""


def run(*commands: Sequence[str]) -> Run:
    """Commands side by side, until the last one has ended."""
    started = time.perf_counter()
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for command in commands]
    said = [process.stdout.read() for process in running if process.stdout]
    peaks = []
    for process in running:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peaks.append(used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))
    if any(process.returncode for process in running):
        raise RuntimeError(f"{commands} ended with {[process.returncode for process in running]}")
    return Run(time.perf_counter() - started, max(peaks), "".join(said))


def seapgen(folder: Path, out: Path, jobs: int) -> Run:
    """`seapgen build` with so many processes."""
    command = [sys.executable, "-m", "seapgen", "build", str(folder), "--out", str(out), *ORDER, "--jobs", str(jobs)]
    return run(command)


def timed(folder: Path, out: Path) -> tuple[Run, dict[str, float]]:
    """The same build by one process that says where its time went."""
    found = run([sys.executable, "-m", "benchmarks.timed_build", str(folder), str(out)])
    return found, json.loads(found.said)


def prepared(out: Path, work: Path, plans: int) -> list[Path]:
    """What the peer needs for the same documents, in two lists; refuses where its words are not ours. Not timed."""
    pictures = painted(work, PICTURES)
    listed = []
    for file in sorted(out.glob("seap/*/en/*.docx"))[:plans]:
        made = filling(flow(file.read_bytes()))
        template, data = work / f"{file.stem}-template.docx", work / f"{file.stem}.json"
        template.write_bytes(made.template)
        data.write_text(json.dumps(made.data), encoding="utf-8")
        shown = pictures[: made.pictures]
        mine, theirs = words(file.read_bytes()), words(rendered(template, made.data, shown))
        if mine != theirs:
            raise DifferentWordsError(f"{file.name}: ours alone {dict(mine - theirs)}, the peer alone {dict(theirs - mine)}")
        listed.append({"name": file.stem, "template": str(template), "data": str(data), "pictures": [str(p) for p in shown]})
    halves = [work / "first.json", work / "second.json"]
    for n, half in enumerate(halves):
        half.write_text(json.dumps(listed[n::2]), encoding="utf-8")
    return halves


def peers(halves: Sequence[Path], work: Path) -> Run:
    """Both processes of the peer at once; LibreOffice has made its profiles before."""
    commands = []
    for n, half in enumerate(halves):
        (work / f"peer-{n}").mkdir()
        commands.append(
            [sys.executable, "-m", "benchmarks.peers.batch", str(half), str(work / f"peer-{n}"), str(work / f"profile-{n}")]
        )
        first = work / f"warm-{n}"
        first.mkdir()
        shutil.copy(next(work.glob("*-template.docx")), first / "warm.docx")
        libreoffice.converted([first / "warm.docx"], first, work / f"profile-{n}")
    return run(*commands)


def change_a_cell(folder: Path) -> str:
    """Another amount in the first table that has one: the municipality's id."""
    for table in sorted(folder.glob("municipalities/*/consumption.csv")):
        text = table.read_text(encoding="utf-8")
        if found := QUANTITY.search(text):
            digits = str(int(found[2]) + 1)
            table.write_text(f"{text[: found.start()]}{found[1]}{digits}{found[3]}{text[found.end() :]}", encoding="utf-8")
            return table.parent.name
    raise ValueError("no table has an amount in MWh")


def keys(out: Path) -> dict[str, str]:
    """The keys of all jobs, by path."""
    said = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return {path: entry["job"] for path, entry in said["outputs"].items()}


def measured(folder: Path, work: Path, plans: int) -> list[Table]:
    """All tables; the limits last."""
    two, one = seapgen(folder, work / "two", 2), seapgen(folder, work / "one", 1)
    same = seapgen(folder, work / "two", 2)
    again = seapgen(folder, work / "two", 2)
    documents = len(list((work / "two").glob("seap/*/en/*.docx")))
    rows = [
        (f"seapgen, {documents} plans as Word and PDF, two processes", f"{two.seconds:.1f}", f"{two.memory:.0f}", "1"),
        ("seapgen, one process", f"{one.seconds:.1f}", f"{one.memory:.0f}", times(one.seconds, two.seconds)),
    ]
    limits = [
        Limit("one process as a multiple of two (at least)", -one.seconds / two.seconds, -1.7, None, ""),
        Limit("peak memory of any process, MB", max(two.memory, one.memory), 600, None, "MB"),
    ]
    if libreoffice.is_there():
        peer = peers(prepared(work / "two", work, plans), work)
        share = min(plans, documents) / documents
        who, seconds = f"docxtpl and {libreoffice.version()} in batch, two processes", peer.seconds / share
        rows.append((who, f"{seconds:.1f}", f"{peer.memory:.0f}", times(seconds, two.seconds)))
        limits.insert(0, Limit("programme: seapgen as a share of docxtpl and LibreOffice", two.seconds / seconds, 0.4, 0.2, ""))
    rows += [
        ("nothing changed, files just written (content is read)", f"{same.seconds:.2f}", f"{same.memory:.0f}", ""),
        ("nothing changed", f"{again.seconds:.2f}", f"{again.memory:.0f}", ""),
    ]
    more, promised = after_a_cell(folder, work)
    limits += [Limit("nothing changed", again.seconds * 1000, 1000, None, "ms"), *promised]
    head = ("what", "seconds", "MB at most", "to the first")
    return [
        Table("programme", f"City_SEC: {documents} plans", head, tuple(rows)),
        Table("cell", "After one changed cell", ("what", "seconds"), more),
        limits_table(limits, "programme-limits"),
    ]


def after_a_cell(folder: Path, work: Path) -> tuple[tuple[tuple[str, str], ...], list[Limit]]:
    """One cell changed in a copy of the programme: which jobs ran, and where the time went."""
    copy = Path(shutil.copytree(folder, work / "copy", ignore=shutil.ignore_patterns("build", "__pycache__")))
    shutil.copytree(work / "two", work / "changed")
    seapgen(copy, work / "changed", 2)  # settles the stamps of the copies
    before = keys(work / "changed")
    town = change_a_cell(copy)
    _, spent = timed(copy, work / "changed")
    seapgen(copy, work / "clean", 2)
    expected = sorted(path for path, key in keys(work / "clean").items() if before.get(path) != key)
    if sorted(spent["written"]) != expected:  # type: ignore[call-overload]
        raise RuntimeError(f"other jobs ran than those whose tree changed: {spent['written']} instead of {expected}")
    rest = spent["all"] - spent["render"] - spent["compose"]
    rows = (
        (f"a cell of {town}; {len(expected)} files whose tree changed, and no other, were made", f"{spent['all']:.2f}"),
        ("of this: rendering them", f"{spent['render']:.2f}"),
        ("composing what may have changed: the plans of the group", f"{spent['compose']:.2f}"),
        ("all else", f"{rest:.2f}"),
    )
    return rows, [Limit("after one changed cell, all else", rest * 1000, 1000, None, "ms")]


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programme", type=Path, default=CITY)
    parser.add_argument("--plans", type=int, default=1000, help="how many the peer makes; its time is scaled to all of them")
    parser.add_argument("--write", metavar="DATE", help="write the tables to docs/performance.md, with this date")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        found = measured(asked.programme.resolve(), Path(work), asked.plans)
    for each in found:
        print(each.plain(), end="\n\n")
    said = machine(asked.write or "Not written down", f"; {libreoffice.version()}" if libreoffice.is_there() else "")
    print(said)
    if asked.write:
        PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), found, said, "programme-machine"), encoding="utf-8")


if __name__ == "__main__":
    main()
