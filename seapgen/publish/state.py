"""What is remembered from one build to the next, in a hidden file of the output folder that nobody else needs.

It holds what an order came to, and how every file looked then. It is no part of the output: without it the next build looks at
everything again, and makes the same files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from seapgen.model.finding import Finding
from seapgen.publish.packing import Json, packed_findings, unpacked_findings
from seapgen.publish.seen import Stamp

NAME = ".seapgen-state.json"
_SCHEMA = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What an order came to: the digest of all that went into it, its files with their SHA-256, its findings."""

    inputs: str
    outputs: Mapping[str, str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """What the documents of one scope came to: jobs by the path of their file, and what was found while they were composed."""

    jobs: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Answers by the key of their order; what was composed, by the key of all that went into it; stamps by name.

    `manifest` is the SHA-256 of the manifest that belongs to them.
    """

    manifest: str = ""
    composed: Mapping[str, Composed] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)


def read_state(out: Path) -> State:
    """What the last build remembered; nothing where there is nothing that can be understood."""
    try:
        raw = json.loads((out / NAME).read_text(encoding="utf-8"))
        if raw["schema"] != _SCHEMA:
            return State()
        answers = {
            key: Answer(each["inputs"], each["outputs"], unpacked_findings(each["findings"]))
            for key, each in raw["answers"].items()
        }
        composed = {
            key: Composed(tuple((path, job) for path, job in each["jobs"]), unpacked_findings(each["findings"]))
            for key, each in raw["composed"].items()
        }
        return State(raw["manifest"], composed, answers, {name: Stamp(*each) for name, each in raw["stamps"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return State()


def write_state(out: Path, state: State) -> None:
    """Remember for the next build. What cannot be written is not remembered: the next build is slower, not different."""
    answers: dict[str, Json] = {
        key: {"inputs": each.inputs, "outputs": dict(each.outputs), "findings": packed_findings(each.findings)}
        for key, each in state.answers.items()
    }
    composed: dict[str, Json] = {
        key: {"jobs": [list(job) for job in each.jobs], "findings": packed_findings(each.findings)}
        for key, each in state.composed.items()
    }
    stamps: dict[str, Json] = {name: list(stamp) for name, stamp in sorted(state.stamps.items())}
    raw: Json = {"schema": _SCHEMA, "manifest": state.manifest, "composed": composed, "answers": answers, "stamps": stamps}
    unfinished = out / f"{NAME}.new"
    with suppress(OSError):
        unfinished.write_text(json.dumps(raw, ensure_ascii=True, separators=(",", ":")), encoding="ascii")
        unfinished.replace(out / NAME)
