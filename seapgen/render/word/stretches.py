"""Which part of the body stands at which mark of the stationery. The order of the document is never changed here."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.shell import REST
from seapgen.render.word.body import Part


def stretches(parts: Sequence[Part], marks: Sequence[str]) -> tuple[tuple[Part, ...], ...]:
    """The parts of each mark, in the order of the document.

    `marks` are ids of chapters, `REST` where all others stand. A chapter with a mark of its own stands there. A part without
    one (the note, the list of contents, the imprint) stands at the mark of the rest if the order allows it, else as near as
    it does; the last part closes the last mark.
    """
    places = [marks.index(part.chapter) if part.chapter and part.chapter in marks else None for part in parts]
    rest, last = marks.index(REST), len(marks) - 1
    found: list[list[Part]] = [[] for _ in marks]
    at = 0
    for n, part in enumerate(parts):
        place = places[n]
        if place is None:
            place = min(p for p in (rest, *places[n + 1 :]) if p is not None)
        at = last if n == len(parts) - 1 else max(at, place)
        found[at].append(part)
    return tuple(tuple(stretch) for stretch in found)
