"""What a chapter may draw on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from seapgen.model.document import Block
from seapgen.model.inline import Planned
from seapgen.model.programme import Texts


@dataclass(frozen=True, slots=True)
class Material:
    """Views by name (frozen objects), people's texts by section id and language, pieces (tables, charts, cards) by name.

    A piece with no blocks prints nothing; a name that is not here is refused. `sections` are the ids of those sections that
    chapter files call by a shorter name: `group.vision` is `group.<id>.vision` of the group that the document is about.
    """

    views: Mapping[str, object] = field(default_factory=dict)
    texts: Texts = field(default_factory=dict)
    pieces: Mapping[str, tuple[Block[Planned], ...]] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)

    def section(self, name: str) -> str:
        """The id of a section that a chapter file names."""
        return self.sections.get(name, name)

    def text(self, name: str) -> Mapping[str, str]:
        """People's text of a section that a chapter file names, by language."""
        return self.texts.get(self.section(name), {})
