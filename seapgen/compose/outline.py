"""The first half of prose: a chapter file and its material become an outline. Everything is decided, nothing has met a language.

The outline is made once for all languages, so its structure cannot depend on a translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from seapgen.compose.chapters import CompiledChapter
from seapgen.compose.faults import ChapterFault, broken
from seapgen.compose.footnotes import with_notes
from seapgen.compose.held import Boundary, Desk, Held, OwnPlace, Piece, planned
from seapgen.compose.markup import parse_chapter
from seapgen.compose.material import Material
from seapgen.model.document import Block, Callout, Chapter, Heading, Items, Paragraph, Section
from seapgen.model.inline import Planned
from seapgen.model.message import Prose, Verbatim, msg


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
    desk = Desk()
    text = compiled.render(material, desk)
    try:
        blocks, words = parse_chapter(text, desk.expand)
        unsaid = compiled.marks - desk.notes  # their marks stand where something else is printed, as people's own text
        notes = {label: note for label, note in words.items() if label not in unsaid}
        if notes or desk.notes:
            blocks = with_notes(blocks, {label: planned(note) for label, note in notes.items()})
        builder = _Builder(material)
        found = builder.frame(list(blocks), None)
        _refuse_lost(desk)
        return _titled(compiled.name, builder.lead, _without_empty_headings(found))
    except ChapterFault as fault:
        raise broken(compiled.name, fault) from fault


def section_block(
    id_: str, title: tuple[Planned, ...], texts: Mapping[str, str], default_blocks: tuple[Block[Planned], ...] = ()
) -> Block[Planned]:
    """An editable section for Python pieces: people's text (Markdown by language) if any language has one, else the default."""
    if any(text.strip() for text in texts.values()):
        return Section(id_, title, "", own=True, blocks=(Paragraph((Prose(texts),)),))
    return Section(id_, title, "", own=False, blocks=default_blocks)


class _Builder:
    """Blocks of held things to blocks of planned ones: pieces are put in, frames are closed around their content."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.lead: tuple[Planned, ...] = ()
        self.heading: tuple[Planned, ...] = ()  # the nearest one above

    def frame(self, blocks: list[Block[Held]], opened: Boundary | None) -> tuple[Block[Planned], ...]:
        """The blocks up to the end of the frame that `opened`; takes them from the list."""
        out: list[Block[Planned]] = []
        while blocks:
            block = blocks.pop(0)
            match _standing(block):
                case Boundary(opens=False):
                    return tuple(out)
                case Boundary() as inner:
                    out += self._framed(inner, blocks)
                case Piece(name):
                    out += self.material.pieces[name]
                case OwnPlace(id_, title):
                    words = (title,) if title else self.heading
                    out.append(section_block(self.material.section(id_), words, self.material.text(id_)))
                case None:
                    out.append(self._plain(block))
        if opened:
            raise ChapterFault("T1", msg("{tag} has no end.", tag=f"{{% {opened.kind} %}}"), msg("Close it outside lists."))
        return tuple(out)

    def _framed(self, opened: Boundary, blocks: list[Block[Held]]) -> Iterator[Block[Planned]]:
        heading = self.heading
        content = self.frame(blocks, opened)
        if not content:
            return  # a frame around nothing is none
        if opened.kind == "section":
            yield section_block(self.material.section(opened.id), (opened.title,) if opened.title else heading, {}, content)
            return
        first = content[0]
        if not isinstance(first, Paragraph) or (opened.kind == "lead" and (len(content) > 1 or self.lead)):
            raise ChapterFault(
                "T1", msg("{tag} does not begin with a paragraph, or a lead has more than one.", tag=f"{{% {opened.kind} %}}"),
                msg("Write one paragraph: the words of the lead, or the title of the callout."),
            )  # fmt: skip
        if opened.kind == "lead":
            self.lead = first.children
        else:
            yield Callout(first.children, content[1:])

    def _plain(self, block: Block[Held]) -> Block[Planned]:
        match block:
            case Heading(level, children, id_):
                self.heading = planned(children)
                return Heading(level, self.heading, id_)
            case Paragraph(children):
                return Paragraph(planned(children))
            case Items(ordered, items):
                return Items(ordered, tuple(self._item(item) for item in items))
            case _:
                raise ValueError(f"a chapter makes no {type(block).__name__}")

    def _item(self, blocks: tuple[Block[Held], ...]) -> tuple[Block[Planned], ...]:
        if not blocks or any(_standing(block) is not None for block in blocks):
            raise ChapterFault(
                "T1", msg("An item of a list is empty, or holds a table or frame."), msg("Put conditions around the list.")
            )
        return tuple(self._plain(block) for block in blocks)


def _standing(block: Block[Held]) -> Piece | OwnPlace | Boundary | None:
    """A paragraph that is one piece, text or boundary is that thing."""
    if isinstance(block, Paragraph) and len(block.children) == 1:
        child = block.children[0]
        return child if isinstance(child, Piece | OwnPlace | Boundary) else None
    return None


def _refuse_lost(desk: Desk) -> None:
    """Nothing may fall through the Markdown parser."""
    lost = desk.lost()
    if lost is not None and lost != Verbatim(""):
        raise ChapterFault("T4", msg("This did not reach the page: {thing}", thing=repr(lost)), msg("Give it its own line."))


def _without_empty_headings(blocks: tuple[Block[Planned], ...]) -> tuple[Block[Planned], ...]:
    """Keep a heading only if something stands under it before the next heading of its rank; also inside sections."""
    out: list[Block[Planned]] = []
    room = 0  # the deepest rank that already has something under it
    for block in reversed(blocks):
        if isinstance(block, Heading) and block.level > 1:
            if block.level > room:
                continue
            room = block.level - 1
        else:
            room = 9
        out.append(_tidied(block))
    return tuple(reversed(out))


def _tidied(block: Block[Planned]) -> Block[Planned]:
    return replace(block, blocks=_without_empty_headings(block.blocks)) if isinstance(block, Section | Callout) else block


def _titled(name: str, lead: tuple[Planned, ...], blocks: tuple[Block[Planned], ...]) -> ChapterOutline:
    """The heading of level 1 is the chapter's title; there is one at most, and it comes first."""
    titles = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    if len(titles) > 1 or (titles and blocks[0] is not titles[0]):
        raise ChapterFault("T1", msg("A title of the chapter stands in its middle."), msg("Begin the file with its one title."))
    if not titles:
        return ChapterOutline(name, "", (), lead, blocks)
    return ChapterOutline(name, titles[0].id, titles[0].children, lead, blocks[1:])
