"""All measurements in one run: `make bench` prints them, `make bench-page DATE=2026-11-30` also writes docs/performance.md."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks import pdf, profile, steps, trees, word
from benchmarks.machine import machine
from benchmarks.page import PAGE, with_tables
from benchmarks.peers import libreoffice
from benchmarks.result import Limit, Table, limits_table
from benchmarks.subjects import TURIN, Subject, another, subject
from benchmarks.word import Rivals, rivals

BATCH, ROUNDS = 5, 2
ABSENT = "LibreOffice is not installed: the comparison of PDF files is left out."


def tables(folder: Path) -> Iterator[Table]:
    """Every table as soon as it is measured; the limits last."""
    limits: list[Limit] = []
    found = trees.measure()  # first, because it wants the first tree of the process
    yield trees.table(found)
    yield steps.table(steps.measure())
    against = word.measure(_rivals(folder, 1, word.RUNS + 1))
    yield word.table(against, version("docxtpl"))
    limits += [*trees.limits(found), *word.limits(against)]
    if libreoffice.is_there():
        rounds = [_rivals(folder, 100 + n * BATCH) for n in range(ROUNDS)]
        batches = pdf.measure(rounds, folder)
        yield pdf.table(batches, libreoffice.version(), pdf.start_up(rounds[0][0], folder / "single"))
        limits += pdf.limits(batches)
    yield profile.modules_table(_others(200, 20))
    yield profile.blocks_table(_others(300, 20))
    yield limits_table(limits)


def _rivals(folder: Path, first: int, count: int = BATCH) -> list[Rivals]:
    return [rivals(each, folder, f"turin-{n}") for n, each in enumerate(_others(first, count), first)]


def _others(first: int, count: int) -> list[Subject]:
    """Plans like Turin's, with data that no other measurement has seen."""
    return [another(subject(*TURIN), number) for number in range(first, first + count)]


def main() -> None:
    """Measure, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", metavar="DATE", help="write the tables to docs/performance.md, with this date")
    date = parser.parse_args().write
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for each in tables(Path(folder)):
            found.append(each)
            print(each.plain(), end="\n\n", flush=True)
    has_peer = libreoffice.is_there()
    said = machine(date or "Not written down", f"; {libreoffice.version()}" if has_peer else f". {ABSENT}")
    print(said)
    if date:
        PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8"), found, said), encoding="utf-8")


if __name__ == "__main__":
    main()
