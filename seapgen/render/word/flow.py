"""Blocks that flow in the text: headings, prose, figures, tables, panels, cards, editable sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seapgen.model.document import (
    ActionCard,
    Block,
    Callout,
    Chapter,
    Contents,
    Cover,
    FigureBlock,
    FigurePair,
    Heading,
    Imprint,
    Items,
    LanguagePart,
    Note,
    PageBreak,
    Paragraph,
    Profile,
    Section,
    Table,
    Tiles,
)
from seapgen.model.inline import Inline, plain
from seapgen.render.word.captions import Captions
from seapgen.render.word.cards import action_card
from seapgen.render.word.contents import Entry
from seapgen.render.word.figures import Figures
from seapgen.render.word.inlines import Inlines, Line, Look
from seapgen.render.word.ledger import reference_name
from seapgen.render.word.lists import ListForm, continued, items
from seapgen.render.word.numerals import Numerals
from seapgen.render.word.palette import Inks, Palette
from seapgen.render.word.panels import key_figures
from seapgen.render.word.places import CALLOUT, CARD, PAGE, Place
from seapgen.render.word.sections import Controls
from seapgen.render.word.tables import Grid
from seapgen.render.word.wordml import paragraph, spacer

Blocks = Sequence[Block[Inline]]


class Flow:
    """Writes flowing blocks; gathers the headings of the contents list and the controls of sections."""

    def __init__(self, writer: Inlines, numerals: Numerals, palette: Palette, lists: Mapping[str, ListForm]) -> None:
        self.writer, self.numerals, self.palette, self._lists = writer, numerals, palette, lists
        self.captions = Captions.of(writer, writer.labels)
        self.figures = Figures(writer, self.captions, Inks(palette))
        self.controls = Controls(writer.ledger.taken.controls + 1)  # the first is the list of contents
        self.entries: list[Entry] = []

    def blocks(self, blocks: Blocks, place: Place = PAGE) -> str:
        """Neighbouring blocks."""
        return "".join(self.block(block, place) for block in blocks)

    def block(self, block: Block[Inline], place: Place = PAGE) -> str:  # noqa: C901, PLR0911 - the closed list of blocks
        """One block; those that open a page of their own stand only at the top of a document."""
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return continued(self.writer, block, place)
            case Items():
                return items(self.writer, block, place, self._lists, self.block)
            case Table():
                return self.table(block, place)
            case FigureBlock():
                return self.figures.block(block)
            case FigurePair():
                return self.figures.pair(block) + spacer()
            case Tiles():
                return key_figures(self.writer, block.tiles) + spacer("AfterKeys") if block.tiles else ""
            case Callout():
                return self.callout(block)
            case ActionCard():
                return action_card(self.writer, block, self.palette, self.cell) + spacer()
            case Section():
                return self.section(block, place)
            case Cover() | Note() | Contents() | Chapter() | Profile() | LanguagePart() | Imprint() | PageBreak():
                raise ValueError(f"{type(block).__name__} stands only at the top of a document, a chapter or a language part")

    # ------------------------------------------------------------ headings
    def heading(self, block: Heading[Inline]) -> str:
        """A heading of level 2 or 3."""
        style, numbered = self.numerals.heading(block.level, block.number)
        return self.title(style, block.level, block.number, block.id, block.children, numbered)

    def title(self, style: str, level: int, number: str, target: str, line: Line, more: str = "", look: str = "") -> str:
        """A heading with the bookmark to which contents list and cross-references lead; `look` holds run properties."""
        mark = f"_Toc{len(self.entries) + 1:06d}"
        inner = self.writer.runs(line, Look(extra=look))
        if target:
            inner = self.writer.ledger.bookmarked(reference_name(target), inner)
        if level <= 2:
            bare = self.writer.run(plain(line))
            self.entries.append(Entry(level, number, bare, mark))
            inner = self.writer.ledger.bookmarked(mark, inner)
        return paragraph(style, inner, more)

    # ------------------------------------------------------------ tables and callouts
    def table(self, block: Table[Inline], place: Place = PAGE) -> str:
        """Caption, grid, notes, source; a table without caption keeps its distance by an empty line."""
        caption = self.captions.caption("table", block.id, block.number, block.caption)
        grid = Grid(self.writer, block, place.measure, self.palette, may_break=place.may_break).xml(
            plain(self.writer.labels.table)
        )
        notes = "".join(self.writer.paragraph("TableNote", note) for note in block.notes)
        before = caption or spacer("AfterTable", "<w:keepNext/>")
        return before + grid + notes + self.captions.source(block.source)

    def callout(self, block: Callout[Inline]) -> str:
        """Paragraphs of one box: title and text share borders and indents, so Word draws the box around all."""
        title = self.writer.paragraph("CalloutTitle", block.title) if block.title else ""
        return title + self.blocks(block.blocks, CALLOUT) + spacer("AfterCallout")

    # ------------------------------------------------------------ editable sections
    def section(self, block: Section[Inline], place: Place = PAGE) -> str:
        """A content control around blocks; a draft is said to be one before it."""
        name = self.controls.name(block.id)
        with self.writer.speaking(block.language):
            inner = self.blocks(block.blocks, place) or continued(self.writer, Paragraph(()), place)
        self.controls.note(name, block.id, block.language, inner)
        marked = self.writer.ledger.bookmarked(name, inner)
        return self._draft(block, place) + self.controls.control(name, plain(block.title), block.id, marked)

    def cell(self, blocks: Blocks) -> str:
        """The description of a card: Word wants a cell to end with a paragraph, and a control does not count as one."""
        written = "".join(self.block(block, CARD) for block in blocks)
        return written if written.endswith("</w:p>") else written + spacer("SectionEnd")

    def _draft(self, block: Section[Inline], place: Place) -> str:
        """The words that mark a draft; they are no part of what is edited."""
        if not block.draft:
            return ""
        return self.writer.paragraph(place.text, self.writer.labels.draft_text, "<w:keepNext/>", Look(is_draft=True))
