"""Walks a document and writes the body of the Word file as parts; each part is a Word section with one model page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seapgen.model.document import (
    Block,
    Chapter,
    Contents,
    Cover,
    Imprint,
    LanguagePart,
    Localised,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Profile,
    Table,
)
from seapgen.model.inline import Inline, plain
from seapgen.model.turning import opens_turned
from seapgen.render.word.contents import PageOf, contents_list, no_page
from seapgen.render.word.flow import Flow
from seapgen.render.word.inlines import Inlines, Line, Look
from seapgen.render.word.ledger import Ledger
from seapgen.render.word.lists import continued
from seapgen.render.word.numerals import Numerals
from seapgen.render.word.openings import fit_title, turned_title
from seapgen.render.word.palette import Palette
from seapgen.render.word.panels import facts, signatures
from seapgen.render.word.places import NARROW, OPENING_SHEET, SHEET
from seapgen.render.word.shapes import BAND_MM, PAGE_MM, stripe
from seapgen.render.word.stationery import Stationery
from seapgen.render.word.targets import targets
from seapgen.render.word.wordml import GUTTER, NO_HEIGHT, TAB, indent, paragraph, spacer

_IMPRINT_STRIPE = 9300  # ids of its drawings
_ANY_HEIGHT = (
    '<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>'  # a line of one height would cut a picture
)
_DISTANCES = tuple(spacer(style) for style in ("AfterTable", "AfterKeys", "AfterCallout"))
_TRAILING = re.compile(f"(?:{'|'.join(map(re.escape, _DISTANCES))})+$")
_GAP = '<w:r><w:t xml:space="preserve">   </w:t></w:r>'


@dataclass(slots=True)
class Part:
    """A stretch of the body under one model page; `chapter` is the id of the chapter that it belongs to."""

    chapter: str
    model: str
    written: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Leave nothing behind the last words that could fall alone on a page: the end of the section keeps a last table apart.

        Between a control and that end stands a line: LibreOffice takes the last paragraph for the end, and draws the control
        out to the next one.
        """
        while self.written and self.written[-1] in _DISTANCES:
            self.written.pop()
        if self.written:
            self.written[-1] = _TRAILING.sub("", self.written[-1])
        if self.written and self.written[-1].endswith("</w:sdt>"):
            self.written.append(paragraph("SectionEnd", "", NO_HEIGHT))


class Body:
    """Walks a document once; afterwards `parts` is the body and `flow` holds what the package needs beside it."""

    def __init__(self, document: Localised, stationery: Stationery, palette: Palette, page_of: PageOf = no_page) -> None:
        self._document, self._palette = document, palette
        self.ledger = Ledger(stationery.first_list, stationery.taken)
        self._writer = Inlines(self.ledger, document.labels, document.language, document.tag, targets(document))
        numerals = Numerals(self.ledger, stationery.heading_levels, stationery.lists["Heading1Annex"].number)
        self.flow = Flow(self._writer, numerals, palette, stationery.lists)
        self.parts: list[Part] = []
        self._is_broken = False  # a page break waits for what follows it
        self._is_turned = False  # a title stands on a page on its side, and its first table is still to come
        self._contents: list[tuple[Part, int, str]] = []
        self._walk(document.blocks)
        for part, at, title in self._contents:
            part.written[at] = contents_list(title, self.flow.entries, page_of, self.ledger.taken.controls + 1)
        for part in self.parts:
            part.close()

    def _walk(self, blocks: Sequence[Block[Inline]]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block[Inline]) -> None:  # noqa: C901 - the closed list of blocks
        match block:
            case Cover():  # the stationery prints it
                return
            case Note():
                self._note(block)
            case Contents():
                self._list(block)
            case Chapter():
                self._chapter(block)
            case Profile():
                self._profile(block)
            case LanguagePart():
                with self._writer.speaking(block.language, block.labels):
                    self._walk(block.blocks)
            case Imprint():
                self._imprint(block)
            case PageBreak():
                self._is_broken = True
            case Table(landscape=True):
                self._wide(block)
            case Paragraph() if self._is_turned:
                self._put(continued(self._writer, block, OPENING_SHEET))
            case _:
                self._upright()
                self._put(self.flow.block(block))

    # ------------------------------------------------------------ parts
    def _open(self, model: str, chapter: str = "") -> None:
        """Begin a part on a new page."""
        self.parts.append(Part(chapter, model))
        self._is_broken = False

    def _put(self, *written: str) -> None:
        if not self.parts:
            self._open("text")
        if self._is_broken:
            self.parts[-1].written.append(paragraph("SectionEnd", "", "<w:pageBreakBefore/>"))
            self._is_broken = False
        self.parts[-1].written += written

    def _upright(self) -> None:
        """Go back to an upright page behind a wide table."""
        self._is_turned = False
        if self.parts and self.parts[-1].model == "landscape":
            self._open("text", self.parts[-1].chapter)

    def _wide(self, block: Table[Inline]) -> None:
        """A table on a page that lies on its side, below another one where both find room; one below a title may break."""
        if not self.parts or self.parts[-1].model != "landscape":
            self._open("landscape", self.parts[-1].chapter if self.parts else "")
        self._put(self.flow.table(block, OPENING_SHEET if self._is_turned else SHEET))
        self._is_turned = False

    # ------------------------------------------------------------ openings
    def _title(self, model: str, style: str, target: str, title: Line, number: str = "", numbered: str = "") -> None:
        """A title on its field of colour at the head of a part."""
        self._open(model, target)
        spacing, look = fit_title(plain(title), is_numbered=bool(number)) if model != "landscape" else turned_title(plain(title))
        self._put(self.flow.title(style, 1, number, target, title, numbered + spacing, look))

    def _lead(self, line: Line) -> None:
        if line:
            self._put(self._writer.paragraph("Lead", line, NARROW if self._is_turned else ""))

    def _chapter(self, block: Chapter[Inline]) -> None:
        style, numbered = self.flow.numerals.chapter(block.number)
        self._is_turned = opens_turned(block)
        model = "landscape" if self._is_turned else "opening"
        self._title(model, style, block.id, block.title, block.number, numbered)
        self._lead(block.lead)
        self._walk(block.blocks)

    def _note(self, block: Note[Inline]) -> None:
        self._title("opening", "Heading1Plain", block.id, block.title)
        if block.eyebrow:
            self._put(self._writer.paragraph("Eyebrow", block.eyebrow))
        if block.facts:
            self._put(facts(self._writer, block.facts, plain(block.title), self._palette), spacer("AfterCallout"))
        self._walk(block.blocks)
        if block.signatures:
            signed = signatures(self._writer, block.signatures, plain(block.title))
            self._put(spacer("AfterCallout"), spacer("AfterCallout"), signed, spacer())

    def _profile(self, block: Profile[Inline]) -> None:
        self._title("profile", "Heading1Profile", block.id, block.title)
        if block.eyebrow:
            self._put(self._writer.paragraph("Eyebrow", block.eyebrow))
        if block.crest:
            self._pictures(block.crest)
        self._lead(block.lead)
        self._walk(block.text)
        if block.facts:
            self._put(spacer(), facts(self._writer, block.facts, plain(block.title), self._palette), spacer())
        self._walk(block.blocks)

    def _list(self, block: Contents[Inline]) -> None:
        self._open("opening")
        self._put("")
        self._contents.append((self.parts[-1], len(self.parts[-1].written) - 1, self._writer.runs(block.title)))

    def _imprint(self, block: Imprint[Inline]) -> None:
        """Who made this; the stripe closes the page."""
        self._open("imprint")
        self._put(self._writer.paragraph("ImprintTitle", block.title))
        for entry in block.entries:
            label = self._writer.runs(entry.label, Look(style="CardUnit"))
            self._put(paragraph("Imprint", label + TAB + self._writer.runs(entry.value)))
        if block.logos:
            self._pictures(*block.logos)
        self._put(stripe(self._document.stripe, self._palette, _IMPRINT_STRIPE, PAGE_MM - BAND_MM, BAND_MM))

    def _pictures(self, *pictures: Picture[Inline]) -> None:
        """Small pictures in a line: a coat of arms, logos."""
        runs = (self.flow.figures.small(picture) for picture in pictures)
        self._put(paragraph("SectionEnd", _GAP.join(runs), _ANY_HEIGHT + indent(GUTTER)))
