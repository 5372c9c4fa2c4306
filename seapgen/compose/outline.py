"""The first half of prose: a chapter file and its material become an outline, once for all languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seapgen.compose.chapters import CompiledChapter
from seapgen.compose.material import Material
from seapgen.model.document import Block, Chapter
from seapgen.model.inline import Planned


@dataclass(frozen=True, slots=True)
class ChapterOutline:
    """A chapter with all its decisions taken and no language yet. Without `# title [#id]` it has no id and title."""

    name: str
    id: str
    title: tuple[Planned, ...]
    lead: tuple[Planned, ...]
    blocks: tuple[Block[Planned], ...]

    def chapter(self, number: str = "") -> Chapter[Planned]:
        """The block of a chapter file that has a title."""
        return Chapter(self.id, number, self.title, self.lead, self.blocks)


def outline(compiled: CompiledChapter, material: Material) -> ChapterOutline:
    """Decide what is said, in what order, under which headings. Raises BrokenTemplateError."""
    raise NotImplementedError


def section_block(
    id_: str, title: tuple[Planned, ...], texts: Mapping[str, str], default_blocks: tuple[Block[Planned], ...] = ()
) -> Block[Planned]:
    """An editable section for Python pieces: people's text (Markdown by language) if any language has one, else the default."""
    raise NotImplementedError
