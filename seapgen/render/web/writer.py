"""Blocks to HTML: every block of the tree has its way, and the type checker knows if one has none."""

from __future__ import annotations

from itertools import groupby
from typing import TypeAlias, assert_never

from markupsafe import Markup

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
from seapgen.render.web import views
from seapgen.render.web.anchors import Anchors
from seapgen.render.web.contents import entries
from seapgen.render.web.exhibits import Exhibits
from seapgen.render.web.figures import shown
from seapgen.render.web.lines import Lines
from seapgen.render.web.macros import write
from seapgen.render.web.numbers import Line
from seapgen.render.web.setting import Setting

_TEMPLATE = "blocks.html"
_OPENERS = (Cover, Note, Chapter, Profile, LanguagePart, Imprint, PageBreak)  # they need no column around them
Blocks: TypeAlias = tuple[Block[Inline], ...]
Opener: TypeAlias = Cover[Inline] | Note[Inline] | Chapter[Inline] | Profile[Inline] | LanguagePart[Inline] | Imprint[Inline]
Prose: TypeAlias = Heading[Inline] | Paragraph[Inline] | Items[Inline] | Callout[Inline] | Section[Inline]


class Writer:
    """Writes blocks. `has_stripe` says whether chapters open with the stripe of the page."""

    def __init__(self, lines: Lines, anchors: Anchors, *, has_stripe: bool) -> None:
        self.lines, self._anchors, self._has_stripe = lines, anchors, has_stripe
        self._exhibits = Exhibits(lines, anchors)

    def page(self, blocks: Blocks, at: Setting) -> Markup:
        """Blocks of the page itself: loose ones are set into a column."""
        found = Markup("")
        for opens, group in groupby(blocks, lambda block: isinstance(block, _OPENERS)):
            html = self.blocks(tuple(group), at)
            found += html if opens else write(_TEMPLATE, "column", content=html, notes=self.lines.notes(at))
        return found

    def blocks(self, blocks: Blocks, at: Setting) -> Markup:
        """Blocks one after the other; cards that follow each other share a grid, a heading sets the level of what follows."""
        found = Markup("")
        for are_cards, group in groupby(blocks, lambda block: isinstance(block, ActionCard)):
            html = Markup("")
            for block in group:
                html += self.block(block, at)
                at = at.under(at.depth(block)) if isinstance(block, Heading) else at
            found += write(_TEMPLATE, "cards", content=html) if are_cards else html
        return found

    def block(self, block: Block[Inline], at: Setting) -> Markup:
        """One block."""
        match block:
            case Cover() | Note() | Chapter() | Profile() | LanguagePart() | Imprint():
                return self._opener(block, at)
            case Heading() | Paragraph() | Items() | Callout() | Section():
                return self._prose(block, at)
            case Table() | FigureBlock() | FigurePair() | Tiles():
                return self._exhibits.exhibit(block, at)
            case ActionCard():
                return self._card(block, at)
            case PageBreak():
                return write(_TEMPLATE, "page_break")
            case Contents():
                return Markup("")  # stands beside the text, or folded above it: see `contents`
            case _:
                assert_never(block)

    def contents(self, blocks: Blocks, at: Setting) -> Markup:
        """The list of contents as nested lists of links, or nothing."""
        found = entries(blocks, self._anchors, self.lines, at)
        return write(_TEMPLATE, "contents", entries=found) if found else Markup("")

    def _opener(self, block: Opener, at: Setting) -> Markup:
        match block:
            case Cover():
                return self._cover(block, at)
            case Note():
                return self._note(block, at)
            case Chapter():
                return self._chapter(block, at)
            case Profile():
                return self._profile(block, at)
            case LanguagePart(language, labels, blocks):
                inside = Setting(language, labels, at.level, language, at.scope)
                return write(_TEMPLATE, "part", lang=at.foreign(language), content=self.page(blocks, inside))
            case Imprint(title, found):
                opening = self._opening(title, at)
                return write(_TEMPLATE, "imprint", opening=opening, facts=views.facts(found, self.lines, at))
            case _:
                assert_never(block)

    def _prose(self, block: Prose, at: Setting) -> Markup:
        match block:
            case Heading():
                return self._heading(block, at)
            case Paragraph(children):
                return write(_TEMPLATE, "paragraph", content=self.lines.line(children, at))
            case Items(ordered, items):
                return write(_TEMPLATE, "items", ordered=ordered, items=[self._item(item, at) for item in items])
            case Callout(title, blocks):
                return write(_TEMPLATE, "callout", title=self.lines.line(title, at), content=self.blocks(blocks, at))
            case Section():
                return self._section(block, at)
            case _:
                assert_never(block)

    def _opening(self, title: Line, at: Setting, number: str = "", eyebrow: Line = (), *, is_soft: bool = False) -> Markup:
        return write(
            _TEMPLATE, "opening", eyebrow=self.lines.line(eyebrow, at), title=self.lines.line(title, at), number=number,
            is_soft=is_soft, level=at.level + 1, has_stripe=self._has_stripe,
        )  # fmt: skip

    def _cover(self, cover: Cover[Inline], at: Setting) -> Markup:
        """A cover inside the page: that of a part, since the page's own stands in its head."""
        line = self.lines.line
        return write(
            _TEMPLATE, "inner_cover", opening=self._opening(cover.place or cover.title, at, eyebrow=cover.eyebrow),
            title=line(cover.title, at), organisation=line(cover.organisation, at), status=line(cover.status, at),
            facts=views.facts(cover.facts, self.lines, at), foot=line(cover.foot, at),
        )  # fmt: skip

    def _chapter(self, chapter: Chapter[Inline], at: Setting) -> Markup:
        opening = self._opening(chapter.title, at, chapter.number)
        lead = self.lines.line(chapter.lead, at)
        content = self.blocks(chapter.blocks, at.under(at.level + 1))
        return write(
            _TEMPLATE, "chapter", id=self._anchors.name(at.part, chapter.id), opening=opening, lead=lead, content=content,
            notes=self.lines.notes(at),
        )  # fmt: skip

    def _note(self, note: Note[Inline], at: Setting) -> Markup:
        opening = self._opening(note.title, at, eyebrow=note.eyebrow, is_soft=True)
        facts = views.facts(note.facts, self.lines, at)
        content = self.blocks(note.blocks, at.under(at.level + 1))
        signatures = [(self.lines.line(each.name, at), self.lines.line(each.role, at)) for each in note.signatures]
        return write(
            _TEMPLATE, "note", id=self._anchors.name(at.part, note.id), opening=opening, facts=facts, content=content,
            signatures=signatures, notes=self.lines.notes(at),
        )  # fmt: skip

    def _profile(self, profile: Profile[Inline], at: Setting) -> Markup:
        opening = self._opening(profile.title, at, eyebrow=profile.eyebrow, is_soft=True)
        inside = at.under(at.level + 1)
        lead, facts = self.lines.line(profile.lead, at), views.facts(profile.facts, self.lines, at)
        text, content = self.blocks(profile.text, inside), self.blocks(profile.blocks, inside)
        return write(
            _TEMPLATE, "profile", id=self._anchors.name(at.part, profile.id), opening=opening, lead=lead, facts=facts, text=text,
            content=content, notes=self.lines.notes(at), crest=shown(profile.crest),
        )  # fmt: skip

    def _heading(self, heading: Heading[Inline], at: Setting) -> Markup:
        return write(
            _TEMPLATE, "heading", id=self._anchors.name(at.part, heading.id), level=at.depth(heading), look=heading.level,
            number=heading.number, content=self.lines.line(heading.children, at),
        )  # fmt: skip

    def _item(self, item: Blocks, at: Setting) -> Markup:
        """An item that begins with a paragraph needs no element for it."""
        if item and isinstance(item[0], Paragraph):
            return self.lines.line(item[0].children, at) + self.blocks(item[1:], at)
        return self.blocks(item, at)

    def _card(self, card: ActionCard[Inline], at: Setting) -> Markup:
        level = at.level + 1
        title, status = self.lines.line(card.title, at), self.lines.line(card.status, at)
        facts = views.facts(card.facts, self.lines, at)
        content = self.blocks(card.description, at.under(level))
        return write(
            _TEMPLATE, "card", id=self._anchors.name(at.part, card.id), code=card.code, title=title, status=status,
            is_done=card.is_done, level=level, facts=facts, content=content, yields=views.tiles(card.yields, self.lines, at),
            mark=self.lines.line(card.mark, at) if card.mark else "",
        )  # fmt: skip

    def _section(self, section: Section[Inline], at: Setting) -> Markup:
        content = self.blocks(section.blocks, at.speaking(section.language))
        mark = plain(at.labels.draft_text) if section.draft else ""
        return write(_TEMPLATE, "section", id=section.id, lang=at.foreign(section.language), mark=mark, content=content)
