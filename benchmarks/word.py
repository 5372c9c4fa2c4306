"""Word against stock docxtpl: the same words, in turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clock import Measured, in_turns
from benchmarks.peers.docxtpl_peer import painted, rendered
from benchmarks.peers.finished import flow, words
from benchmarks.peers.template import PICTURES, Filling, filling
from benchmarks.result import Limit, Table, ms, times
from benchmarks.subjects import Subject

RUNS = 9
MOST, STRETCH = 1 / 6, 1 / 20


class DifferentWordsError(Exception):
    """The peer's document does not say what ours says, so there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """A document of ours, and the peer's template with its data on disk."""

    subject: Subject
    template: Path
    filling: Filling
    pictures: tuple[Path, ...]

    def ours(self) -> bytes:
        """From the data to the file: compose, then render."""
        return self.subject.written(self.subject.tree(), "docx")

    def peers(self) -> bytes:
        """From the data to the file: docxtpl."""
        return rendered(self.template, self.filling.data, self.pictures)


def rivals(subject: Subject, folder: Path, name: str) -> Rivals:
    """Make the peer's template and data. DifferentWordsError where the two files do not have the same words."""
    ours = subject.written(subject.tree(), "docx")
    made = filling(flow(ours))
    template = folder / f"{name}-template.docx"
    template.write_bytes(made.template)
    pair = Rivals(subject, template, made, tuple(painted(folder, made.pictures)))
    mine, theirs = words(ours), words(pair.peers())
    if mine != theirs:
        raise DifferentWordsError(f"{name}: ours alone {dict(mine - theirs)}, the peer alone {dict(theirs - mine)}")
    return pair


def measure(pairs: Sequence[Rivals]) -> dict[str, Measured]:
    """Every document once, in turns; the first one warms up."""
    trees = [pair.subject.tree() for pair in pairs]
    steps = {
        "ours": lambda run: pairs[run].subject.written(trees[run], "docx"),
        "ours with tree": lambda run: pairs[run].ours(),
        "docxtpl": lambda run: pairs[run].peers(),
    }
    return in_turns(steps, len(pairs) - 1)


def table(found: dict[str, Measured], version: str) -> Table:
    """As milliseconds and ratios of the best runs."""
    peer = found["docxtpl"].best
    names = {
        "ours": "seapgen, document tree to file, with ten editable charts",
        "ours with tree": "seapgen, composing the tree included",
        "docxtpl": f"docxtpl {version}, `render` and `save`, with {PICTURES} pictures",
    }
    rows = tuple(
        (names[name], ms(m.best), ms(m.middle), times(peer, m.best) if name != "docxtpl" else "1") for name, m in found.items()
    )
    return Table("word", "Word, ms of CPU a document", ("who", "best", "median", "docxtpl is slower by"), rows)


def limits(found: dict[str, Measured]) -> list[Limit]:
    """What was promised."""
    return [Limit("Word: CPU as a share of docxtpl’s", found["ours"].best / found["docxtpl"].best, MOST, STRETCH, "")]
