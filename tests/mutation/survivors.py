"""The mutations that no test kills, each with its reason: the committed list against what was found."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tests.mutation.mutation import Mutation

LIST = Path(__file__).with_name("survivors.csv")
COLUMNS = (*(f.name for f in fields(Mutation)), "reason")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`new` survive and are not listed; `dead` are listed, but are killed or cannot be made any more."""

    new: tuple[Mutation, ...]
    dead: tuple[Mutation, ...]


def compare(survivors: Iterable[Mutation], asked: Iterable[Mutation], listed: Mapping[Mutation, str]) -> Comparison:
    """What was found against the list. Where only some mutants were asked, the others on the list are left alone.

    The same change may be possible at two places of a function: the list names it once.
    """
    found, all_ = set(survivors), set(asked)
    functions = {(m.module, m.function) for m in all_}
    looked_at = {m for m in listed if (m.module, m.function) in functions}
    return Comparison(tuple(sorted(found - set(listed))), tuple(sorted(looked_at - found)))


def listed(path: Path = LIST) -> dict[Mutation, str]:
    """The committed list: mutation -> reason; ValueError for one without a reason, or listed twice."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{k: v for k, v in row.items() if k} for row in csv.DictReader(file)]
    found = {Mutation(*(row[f.name] for f in fields(Mutation))): row["reason"] for row in rows}
    silent = [m for m, reason in found.items() if not reason.strip()]
    if silent or len(found) < len(rows):
        raise ValueError(f"{path.name}: {silent or 'a mutation is listed twice'}")
    return found


def write(reasons: Mapping[Mutation, str], path: Path = LIST) -> None:
    """Write the list in its order."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows((*astuple(m), reasons[m]) for m in sorted(reasons))


def by_module(judged: Mapping[Mutation, bool] | Iterable[tuple[Mutation, bool]]) -> list[tuple[str, int, int]]:
    """Module, killed, all."""
    pairs = list(judged.items() if isinstance(judged, Mapping) else judged)
    of, killed = Counter(m.module for m, _ in pairs), Counter(m.module for m, is_killed in pairs if is_killed)
    return [(module, killed[module], of[module]) for module in sorted(of)]
