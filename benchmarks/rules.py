"""The rules over real inventories: how many signatories a second, and how often each rule finds something.

`python -m benchmarks.rules [DATASET] [--write]` makes nouns of the rows, computes and judges every signatory, and
prints CPU time and hits. `--write` puts the hits into docs/checks-hits.csv; what a person judged there is kept.
"""

from __future__ import annotations

import argparse
import csv
import gc
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clock import once
from benchmarks.result import Table
from benchmarks.signatories import DATASET, programmes, read
from seapgen.check.check import check_programme
from seapgen.check.rules import RULES
from seapgen.compute.results import compute_results
from seapgen.model.finding import Finding
from seapgen.model.programme import Programme
from seapgen.model.results import Results
from seapgen.study import reference_data

PAGE = Path(__file__).resolve().parents[1] / "docs" / "checks-hits.csv"
COLUMNS = ("code", "severity", "hits", "signatories", "looked_at", "true", "false", "open", "remark")
LEAST = 500  # signatories a second and core


@dataclass(slots=True)
class Run:
    """CPU seconds and findings of all programmes."""

    compute: float = 0
    check: float = 0
    municipalities: int = 0
    findings: tuple[Finding, ...] = ()


def measure(every: Sequence[Programme], rounds: int = 3) -> Run:
    """Compute and judge every programme, the best of some rounds; nouns and reference data are there before."""
    run, reference = Run(), reference_data()
    gc.collect()
    gc.freeze()
    for programme in every:
        results: list[Results] = []
        found: list[tuple[Finding, ...]] = []
        compute = [lambda p=programme, r=results: r.append(compute_results(p, reference))] * rounds
        run.compute += min(map(once, compute))
        check = [
            lambda p=programme, n=n, r=results, f=found: f.append(check_programme(p, r[n], reference)) for n in range(rounds)
        ]
        run.check += min(map(once, check))
        run.municipalities += len(programme.municipalities)
        run.findings += (*results[0].findings, *found[0])
    gc.unfreeze()
    return run


def speed(run: Run) -> Table:
    """Signatories a second, of one core."""
    steps = (("compute", run.compute), ("all rules", run.check), ("both", run.compute + run.check))
    rows = tuple((name, f"{seconds:.2f}", f"{run.municipalities / seconds:,.0f}") for name, seconds in steps)
    title = f"{run.municipalities:,} signatories; at least {LEAST} a second are promised"
    return Table("rules", title, ("step", "CPU seconds", "a second"), rows)


def hits(findings: Iterable[Finding]) -> Table:
    """Hits by rule and severity, in the order of the manual."""
    order = [rule.code for rule in RULES]
    found: dict[tuple[str, str], list[Finding]] = {}
    for each in findings:
        found.setdefault((each.code, str(each.severity)), []).append(each)
    keys = sorted(found, key=lambda k: (order.index(k[0]) if k[0] in order else -1, k))
    rows = tuple((*key, str(len(found[key])), str(len({f.municipality for f in found[key]}))) for key in keys)
    return Table("hits", "Hits", COLUMNS[:4], rows)


def written(table: Table, before: str) -> str:
    """The file with new hits and the old judgements."""
    judged = {(r["code"], r["severity"]): r for r in csv.DictReader(io.StringIO(before))}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for code, severity, *counts in table.rows:
        known = judged.get((code, severity), {})
        writer.writerow((code, severity, *counts, *(known.get(name, "") for name in COLUMNS[4:])))
    return out.getvalue()


def main() -> None:
    """Measure, print, and write the hits if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", nargs="?", type=Path, default=DATASET)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    run = measure(programmes(read(options.dataset)))
    table = hits(run.findings)
    print(speed(run).plain(), table.plain(), sep="\n\n")
    if options.write:
        PAGE.write_text(written(table, PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""), encoding="utf-8")


if __name__ == "__main__":
    main()
