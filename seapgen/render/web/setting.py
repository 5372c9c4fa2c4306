"""Where the writer stands: in which language, among which fixed words, under which heading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from seapgen.model.document import Heading, Labels
from seapgen.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a block. `level` is that of the last HTML heading (the page's title is 1); `part` names a language part."""

    language: str
    labels: Labels[Inline]
    level: int = 1
    part: str = ""
    scope: str = ""  # what the document is about: `municipality/turin`

    def under(self, level: int) -> Setting:
        """The same place below a heading of a level."""
        return replace(self, level=level)

    def speaking(self, language: str) -> Setting:
        """The same place in another language."""
        return replace(self, language=language)

    def depth(self, heading: Heading[Inline]) -> int:
        """The HTML level of a heading of the tree: one below its chapter's, and never a level skipped."""
        return min(heading.level + 1, self.level + 1)

    def own(self, figure: str) -> str:
        """A figure's id, without the scope where it is the document's own (the page says it once)."""
        return figure.removeprefix(f"{self.scope}:") if self.scope else figure

    def foreign(self, language: str) -> str:
        """The language if it is another one, else nothing: what a `lang` attribute needs."""
        return language if language != self.language else ""
