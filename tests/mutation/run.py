"""Mutation testing of `compute` and `check`: `make mutants` (docs/mutation.md).

It copies the tracked files to build/mutants, lets mutmut write the mutants there, judges them, and compares the survivors with
tests/mutation/survivors.csv. The exit code is 1 below 85 per cent killed, or where a survivor is not listed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.judge import MOST_SECONDS, NO_TEST
from tests.mutation.mutation import Mutation, mutations
from tests.mutation.survivors import by_module, compare, listed

ROOT = Path(__file__).resolve().parents[2]
SCRATCH = ROOT / "build" / "mutants"
LEAST = 85  # per cent killed


def main() -> int:
    """Make, judge, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="mutants whose name has this part: check.plan.")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--seconds", type=float, default=MOST_SECONDS, help="of tests for one mutant; fewer find the survivors to be asked again"
    )
    parser.add_argument("--on", action="store_true", help="go on with the run that was interrupted")
    asked = parser.parse_args()
    if not (asked.on and SCRATCH.is_dir()):
        _copy()
        _run(SCRATCH, "-m", "tests.mutation.generate")
    made = {name: m for name, m in mutations(SCRATCH / "mutants") if asked.only in name}
    names = SCRATCH / "names.txt"
    names.write_text("\n".join(made), encoding="utf-8")
    out = SCRATCH / "judged.json"
    options = ("--jobs", str(asked.jobs), "--seconds", str(asked.seconds), "--mutants", str(names))
    _run(SCRATCH / "mutants", "-m", "tests.mutation.judge", str(out), *options)
    killers: dict[str, str] = json.loads(out.read_text(encoding="utf-8"))
    return tell([(m, killers[name] not in ("", NO_TEST)) for name, m in made.items()])


def _copy() -> None:
    """The tracked files as they are now, with mutmut's configuration behind the project's own."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        if (ROOT / name).is_file():
            (SCRATCH / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, SCRATCH / name)
    with (SCRATCH / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write((ROOT / "tests/mutation/mutmut.toml").read_text(encoding="utf-8"))


def _run(folder: Path, *arguments: str) -> None:
    """Python in a folder, whose own seapgen and tests it imports."""
    subprocess.run([sys.executable, *arguments], cwd=folder, check=True, env={**os.environ, "PYTHONPATH": str(folder)})


def tell(judged: Sequence[tuple[Mutation, bool]]) -> int:
    """Print the result; 1 where it is not good enough."""
    killed = sum(is_killed for _, is_killed in judged)
    compared = compare([m for m, is_killed in judged if not is_killed], [m for m, _ in judged], listed())
    for module, dead, of in by_module(judged):
        print(f"{module:42} {dead:5} of {of:5} killed")
    share = 100 * killed / len(judged) if judged else 0
    print(f"{killed} of {len(judged)} mutants killed: {share:.1f} per cent")
    for title, found in (("survives and is not listed", compared.new), ("is listed and does not survive", compared.dead)):
        for each in found:
            print(f"{title}: {each.module} {each.function}\n  - {each.before}\n  + {each.after}")
    return int(share < LEAST or bool(compared.new))


if __name__ == "__main__":
    sys.exit(main())
