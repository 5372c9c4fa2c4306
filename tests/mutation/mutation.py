"""A mutation: one changed place of a function, named by the text before and after, so that small edits elsewhere keep its name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ORIGINAL = "__mutmut_orig"


@dataclass(frozen=True, slots=True, order=True)
class Mutation:
    """`function` is `name` or `Class.name`; `before` and `after` are the lines that differ, joined by a space."""

    module: str  # seapgen.check.plan
    function: str
    before: str
    after: str


def mutations(mutants: Path) -> Iterator[tuple[str, Mutation]]:
    """Every mutant that mutmut has written into a folder, by the name that mutmut gives it."""
    for spans in sorted(mutants.rglob("*.spans")):
        source = spans.with_suffix("")
        lines = source.read_text(encoding="utf-8").splitlines()
        places: dict[str, list[int]] = json.loads(spans.read_text(encoding="utf-8"))["spans"]
        module = ".".join(source.relative_to(mutants).with_suffix("").parts)
        bodies = {name: [line.replace(name, "…") for line in lines[first - 1 : last]] for name, (first, last) in places.items()}
        for name, body in bodies.items():
            mangled, mark, number = name.rpartition("__mutmut_")
            if mark and number.isdigit():
                before, after = _difference(bodies[mangled + ORIGINAL], body)
                yield f"{module}.{name}", Mutation(module, _plain(mangled), before, after)


def _plain(mangled: str) -> str:
    """`x_total` is total, `xǁPlanǁtotal` is Plan.total."""
    return mangled[2:] if mangled.startswith("x_") else ".".join(mangled.split("ǁ")[1:])


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    changes = [c for c in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if c[0] != "equal"]
    old = [line for _, first, last, _, _ in changes for line in before[first:last]]
    new = [line for _, _, _, first, last in changes for line in after[first:last]]
    return " ".join(" ".join(old).split()), " ".join(" ".join(new).split())
