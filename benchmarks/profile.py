"""What is left: where the CPU time of tree, Word and page goes, by module; and that of the PDF, by kind of block."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import FrameType

from benchmarks.clock import in_turns
from benchmarks.result import Table, ms
from benchmarks.subjects import Subject
from seapgen.model.document import ActionCard, Chapter, FigureBlock, FigurePair, Localised
from seapgen.model.document import Table as Grid

EVERY = 0.001  # seconds of CPU between two looks
SHOWN = 8
KINDS: dict[str, tuple[type, ...]] = {"tables": (Grid,), "charts": (FigureBlock, FigurePair), "action cards": (ActionCard,)}


def by_module(step: Callable[[], object]) -> list[tuple[str, float]]:
    """The modules of seapgen with their shares of a step, largest first; libraries count for the module that called them."""
    seen: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        while frame and "/seapgen/" not in frame.f_code.co_filename:
            frame = frame.f_back
        seen[frame.f_code.co_filename.rpartition("/seapgen/")[2] if frame else "–"] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        step()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return [(module, count / seen.total()) for module, count in seen.most_common(SHOWN)]


def modules_table(subjects: Sequence[Subject]) -> Table:
    """The largest modules of the tree, of Word and of the web page, side by side."""
    trees = [subject.tree() for subject in subjects]
    steps: dict[str, Callable[[], object]] = {
        "tree": lambda: [subject.tree() for subject in subjects],
        "Word": lambda: [subjects[0].written(tree, "docx") for tree in trees],
        "web page": lambda: [subjects[0].written(tree, "html") for tree in trees],
    }
    columns = [by_module(step) for step in steps.values()]
    rows = tuple(tuple(cell for found in columns for cell in _cells(found, n)) for n in range(SHOWN))
    head = tuple(cell for name in steps for cell in (name, "share"))
    return Table("modules", "What is left, by module", head, rows)


def _cells(found: Sequence[tuple[str, float]], n: int) -> tuple[str, str]:
    module, share = found[n] if n < len(found) else ("", 0.0)
    return (f"`{module}`", f"{share:.0%}") if module else ("", "")


def blocks_table(subjects: Sequence[Subject]) -> Table:
    """What a PDF costs without one kind of block; each compilation has a document of its own."""
    kinds: dict[str, tuple[type, ...]] = {
        "whole": (), **{f"without {name}": some for name, some in KINDS.items()}, "with none of them": sum(KINDS.values(), ())
    }  # fmt: skip
    runs = len(subjects) // len(kinds)
    trees = iter([_without(s.tree(), some) for s, some in zip(subjects, list(kinds.values()) * runs, strict=True)])
    found = in_turns({name: lambda _: subjects[0].written(next(trees), "pdf") for name in kinds}, runs - 1)
    whole = found["whole"].best
    rows = tuple((name, ms(m.best), f"{1 - m.best / whole:.0%}") for name, m in found.items())
    return Table("blocks", "PDF by kind of block, ms of CPU", ("Turin’s plan", "best", "saved"), rows)


def _without(document: Localised, kinds: tuple[type, ...]) -> Localised:
    """The document without blocks of some kinds in its chapters."""
    kept = tuple(
        replace(b, blocks=tuple(x for x in b.blocks if not isinstance(x, kinds))) if isinstance(b, Chapter) else b
        for b in document.blocks
    )
    return replace(document, blocks=kept)
