"""The ids of a page: each once, and where a reference leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from seapgen.model.document import ActionCard, Chapter, FigureBlock, Heading, LanguagePart, Localised, Note, Profile, Table, Tiles
from seapgen.model.inline import walk

_NAMED = (ActionCard, Chapter, FigureBlock, Heading, Note, Profile, Table, Tiles)


class Anchors:
    """Printed ids by (part, id of the tree); `part` is empty outside language parts.

    A part may repeat ids of the document it summarises: they get the part's language in front. Twice the same id in one part,
    or a reference to nothing, is an error of compose and raises ValueError.
    """

    def __init__(self, document: Localised) -> None:
        parts = [node for node in walk(document.blocks) if isinstance(node, LanguagePart)]
        inside = Counter(name for part in parts for name in _names(part.blocks))
        outside = list((Counter(_names(document.blocks)) - inside).elements())
        self._printed: dict[tuple[str, str], str] = {}
        self._declare("", outside)
        for part in parts:
            self._declare(part.language, list(_names(part.blocks)))

    def _declare(self, part: str, names: list[str]) -> None:
        taken = set(self._printed.values())
        for name in names:
            if (part, name) in self._printed:
                raise ValueError(f"the id {name!r} stands twice in one document")
            self._printed[part, name] = f"{part}-{name}" if name in taken else name

    def name(self, part: str, name: str) -> str:
        """The id as the page prints it; empty for a block without id."""
        return self._printed[part, name] if name else ""

    def target(self, part: str, name: str) -> str:
        """The id that a reference in a part leads to: the part's own, else the document's."""
        found = self._printed.get((part, name)) or self._printed.get(("", name))
        if found is None:
            raise ValueError(f"the reference to {name!r} leads to nothing in the document")
        return found


def _names(node: object) -> Iterator[str]:
    return (each.id for each in walk(node) if isinstance(each, _NAMED) and each.id)
