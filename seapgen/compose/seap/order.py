"""The order of chapters: that of their files, unless an agency's stationery gives another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from seapgen.compose.outline import ChapterOutline
from seapgen.model.document import Block
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.inline import Planned
from seapgen.model.message import msg
from seapgen.model.shell import ChapterOrder
from seapgen.model.source import Source

ANNEX = "90"  # chapter files from 90 on are annexes
NOTE, PROFILE = "note", "profile"  # ids of pages before the chapters, which marks may name too
_TITLE = re.compile(r"^# .*\[#([\w.-]+)\]\s*$", re.MULTILINE)

Blocks = tuple[Block[Planned], ...]


def arranged(outlines: Sequence[ChapterOutline], order: ChapterOrder, named: Sequence[tuple[str, Block[Planned]]]) -> Blocks:
    """Chapters with their numbers and annexes with their letters, counted in the order in which they stand.

    `named` are pages before the chapters that the order gives a place among them.
    """
    entries: list[tuple[str, ChapterOutline | Block[Planned]]] = [*named, *((o.id, o) for o in outlines)]
    entries.sort(key=lambda entry: order.rank(entry[0]))
    chapters, annexes = iter(range(1, len(entries) + 1)), iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return tuple(
        entry.chapter(next(annexes) if file_of(entry) >= ANNEX else str(next(chapters)))
        if isinstance(entry, ChapterOutline)
        else entry
        for _, entry in entries
    )


def file_of(outlined: ChapterOutline) -> str:
    """The name of a chapter file without its folder: `03-inventory.md`."""
    return outlined.name.rpartition("/")[2]


def known_ids(chapters: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The ids that a mark may name: those of chapter files (name, text), with the pages before the chapters."""
    found = [id_ for _, text in chapters for id_ in _ids(text)]
    return tuple(dict.fromkeys((NOTE, PROFILE, *found)))


@cache
def _ids(text: str) -> tuple[str, ...]:
    return tuple(match[1] for match in _TITLE.finditer(text))


def order_flaws(order: ChapterOrder, known: Sequence[str]) -> Iterator[Finding]:
    """Marks that name no chapter, and chapters that are named twice."""
    for id_, times in Counter(order.named).items():
        mark = f"[[chapter: {id_}]]"
        if id_ not in known:
            way = msg("Chapters: {known}.", known=", ".join(known))
            fact = msg("{mark} names no chapter.", mark=mark)
            yield Finding("T50", Stage.TEMPLATE, Severity.ERROR, Source(order.file), fact, proposal=way)
        if times > 1:
            way = msg("Keep one of the marks.")
            fact = msg("{mark} stands {times} times.", mark=mark, times=str(times))
            yield Finding("T51", Stage.TEMPLATE, Severity.ERROR, Source(order.file), fact, proposal=way)
