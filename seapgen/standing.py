"""Whether an order has been answered already: nothing that goes into it, and nothing of what came of it, has changed since.

Sizes, times and inodes tell quickly; where they differ, the content decides. What cannot be told is not claimed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from seapgen import resources
from seapgen.intake.archive import Archive
from seapgen.model.message import msg
from seapgen.model.order import Built, Order
from seapgen.publish.lock import lock
from seapgen.publish.manifest import NAME, Manifest
from seapgen.publish.returns import read_returns, write_returns
from seapgen.publish.seen import Seen
from seapgen.publish.state import NAME as STATE
from seapgen.publish.state import Answer, Composed, State, read_state, write_state
from seapgen.publish.watched import UnclearError, inputs, program

T = TypeVar("T")
LIBRARIES = (
    "babel", "docxtpl", "jinja2", "lxml", "markdown-it-py", "pillow", "pydantic", "python-docx", "ruamel.yaml",
    "ruamel.yaml.clib", "typst",
)  # fmt: skip
STANDS = msg("reused: no input, no part of the program and no file has changed")
_ASSETS = ("templates", "locales", "recommendations")
OUTPUT = "out:"  # how the names of outputs begin, among stamps
_INPUT, _PROGRAM = "in:", "by:"
_MOST_ANSWERS, _MOST_COMPOSED = 20, 1000  # that are remembered


@dataclass(frozen=True, slots=True)
class Went:
    """All that goes into a build: the digest of the program, and the files of the programme with theirs."""

    program: str
    inputs: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Of all of it."""
        return _digest(self)


def unchanged(folder: Path, out: Path, order: Order, office: str = "") -> Built | None:
    """What the same order came to before; nothing where something has changed, or cannot be told.

    Raises:
        LockedError: another build holds the output folder.
    """
    if not (out / STATE).is_file():
        return None
    with lock(out, order.wait):
        state = read_state(out)
        answer = state.answers.get(order_key(order, office))
        if answer is None:
            return None
        seen = Seen(state.stamps)
        went = went_in(seen, folder, out)
        stands = went is not None and answer.inputs == went.digest and _stand(seen, out, {**answer.outputs, NAME: state.manifest})
        if stands and seen.has_news:
            write_state(out, replace(state, stamps={**state.stamps, **seen.stamps}))
    reused = tuple(sorted(answer.outputs))
    return Built((), reused, (), answer.findings, tuple((path, STANDS) for path in reused)) if stands else None


def order_key(order: Order, office: str) -> str:
    """What an order asks for, and with which libraries; how many processes work at it does not matter."""
    asked = replace(order, workers=0, wait=0)
    return _digest((asked, office, sys.version, _libraries()))


def went_in(seen: Seen, folder: Path, out: Path) -> Went | None:
    """All files that a build may read; nothing where that cannot be told."""
    try:
        handed_in, ours = inputs(folder, out), program(_roots())
    except UnclearError:
        return None
    by = [(name, seen.digest(_PROGRAM + name, path)) for name, path in sorted(ours.items())]
    files = ((name, "" if name.endswith("/") else seen.digest(_INPUT + name, path)) for name, path in sorted(handed_in.items()))
    return Went(_digest(by), tuple(files))


def archived(out: Path, went: Went | None) -> Archive:
    """The returns that the last build with the same program has read."""
    return Archive(read_returns(out, _reader(went)) if went else None)


def _reader(went: Went) -> str:
    """All that decides what is made of a file."""
    return _digest((went.program, sys.version, _libraries()))


def keep_returns(out: Path, went: Went, archive: Archive) -> None:
    """Keep the returns that this build has read."""
    if archive.has_news:
        write_returns(out, _reader(went), archive.kept())


def remember(out: Path, key: str, answer: Answer, manifest: Manifest, composed: Mapping[str, Composed], seen: Seen) -> None:
    """Keep what an order came to, for the next time."""
    state = read_state(out)
    for path in (*manifest.outputs, NAME):
        seen.digest(OUTPUT + path, out / path)
    others = {k: each for k, each in state.answers.items() if k != key and each.inputs == answer.inputs}
    earlier = {k: each for k, each in state.composed.items() if k not in composed}
    write_state(
        out,
        State(
            hashlib.sha256(manifest.to_bytes()).hexdigest(),
            _last({**earlier, **composed}, _MOST_COMPOSED),
            _last({**others, key: answer}, _MOST_ANSWERS),
            seen.stamps,
        ),
    )


def _last(found: dict[str, T], most: int) -> dict[str, T]:
    return dict(list(found.items())[-most:])


def _digest(node: object) -> str:
    return hashlib.sha256(repr(node).encode("utf-8", "surrogatepass")).hexdigest()


def _stand(seen: Seen, out: Path, outputs: Mapping[str, str]) -> bool:
    return all(seen.digest(OUTPUT + path, out / path) == sha256 for path, sha256 in outputs.items())


def _roots() -> dict[str, Path]:
    assets = {name: resources.folder(name) for name in _ASSETS}
    return {"seapgen": resources.data().parent, **{name: root for name, root in assets.items() if root.is_dir()}}


@cache
def _libraries() -> tuple[str, ...]:
    return tuple(version(name) for name in LIBRARIES)
