"""Whether an order has been answered already: nothing that goes into it, and nothing of what came of it, has changed since.

Sizes, times and inodes tell quickly; where they differ, the content decides. What cannot be told is not claimed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from seapgen import resources
from seapgen.model.finding import Finding
from seapgen.model.message import msg
from seapgen.model.order import Built, Order
from seapgen.publish.lock import lock
from seapgen.publish.manifest import NAME, Manifest
from seapgen.publish.seen import Seen
from seapgen.publish.state import NAME as STATE
from seapgen.publish.state import Answer, State, read_state, write_state
from seapgen.publish.watched import UnclearError, inputs, program

LIBRARIES = (
    "babel", "docxtpl", "jinja2", "lxml", "markdown-it-py", "pillow", "pydantic", "python-docx", "ruamel.yaml", "typst",
)  # fmt: skip
STANDS = msg("reused: no input, no part of the program and no file has changed")
_ASSETS = ("templates", "locales", "recommendations")
_INPUT, _OUTPUT, _PROGRAM = "in:", "out:", "by:"  # how names of stamps begin
_MOST_ANSWERS = 20  # orders that are remembered


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
        stands = answer.inputs == went_in(seen, folder, out) and _stand(seen, out, {**answer.outputs, NAME: state.manifest})
        if stands and seen.has_news:
            write_state(out, replace(state, stamps={**state.stamps, **seen.stamps}))
    reused = tuple(sorted(answer.outputs))
    return Built((), reused, (), answer.findings, tuple((path, STANDS) for path in reused)) if stands else None


def order_key(order: Order, office: str) -> str:
    """What an order asks for, and with which libraries; how many processes work at it does not matter."""
    asked = replace(order, workers=0, wait=0)
    return hashlib.sha256(repr((asked, office, sys.version, _libraries())).encode()).hexdigest()


def went_in(seen: Seen, folder: Path, out: Path) -> str:
    """The digest of all files that a build may read; empty where that cannot be told."""
    try:
        files = {_INPUT + name: path for name, path in inputs(folder, out).items()}
        files |= {_PROGRAM + name: path for name, path in program(_roots()).items()}
    except UnclearError:
        return ""
    digests = [(name, "" if name.endswith("/") else seen.digest(name, path)) for name, path in sorted(files.items())]
    return hashlib.sha256(repr(digests).encode("utf-8", "surrogatepass")).hexdigest()


def remember(
    out: Path, key: str, went: str, manifest: Manifest, paths: Iterable[str], findings: tuple[Finding, ...], seen: Seen
) -> None:
    """Keep what an order came to, for the next time."""
    state = read_state(out)
    entries = {path: manifest.outputs[path].sha256 for path in paths}
    for path in (*manifest.outputs, NAME):
        seen.digest(_OUTPUT + path, out / path)
    others = {k: each for k, each in state.answers.items() if k != key and each.inputs == went}
    answers = dict(list({**others, key: Answer(went, entries, findings)}.items())[-_MOST_ANSWERS:])
    write_state(out, State(hashlib.sha256(manifest.to_bytes()).hexdigest(), answers, seen.stamps))


def _stand(seen: Seen, out: Path, outputs: Mapping[str, str]) -> bool:
    return all(seen.digest(_OUTPUT + path, out / path) == sha256 for path, sha256 in outputs.items())


def _roots() -> dict[str, Path]:
    assets = {name: resources.folder(name) for name in _ASSETS}
    return {"seapgen": resources.data().parent, **{name: root for name, root in assets.items() if root.is_dir()}}


@cache
def _libraries() -> tuple[str, ...]:
    return tuple(version(name) for name in LIBRARIES)
