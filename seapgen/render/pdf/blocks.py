"""Blocks as JSON for the page template: what stands where, with languages, levels and places to link to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import assert_never

from seapgen.model.document import (
    ActionCard,
    Block,
    Callout,
    Chapter,
    Contents,
    Cover,
    Fact,
    FigureBlock,
    FigurePair,
    Heading,
    Image,
    Imprint,
    Items,
    Labels,
    LanguagePart,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Profile,
    Section,
    Table,
    Tile,
    Tiles,
)
from seapgen.model.inline import FigureInline, Inline, Text, plain, walk
from seapgen.model.theme import Theme
from seapgen.model.turning import opens_turned
from seapgen.render.pdf.grids import grid
from seapgen.render.pdf.json_value import Json
from seapgen.render.pdf.lines import BODY, Lines, Room, tongue
from seapgen.render.pdf.pictures import drawing, framed

Piece = dict[str, Json]
_WHOLE = 1800  # letters: a box with more may break over pages
Line = tuple[Inline, ...]


@dataclass(slots=True)
class Walk:
    """A walk through the tree in reading order; it knows the level of the last heading and which ids are taken."""

    lines: Lines
    theme: Theme
    room: Room
    wanted: frozenset[str]  # ids that something refers to
    level: int = 0
    taken: set[str] = field(default_factory=set)

    def blocks(self, blocks: tuple[Block[Inline], ...]) -> list[Json]:
        """All blocks in order; landscape tables in a row share their turned pages."""
        found: list[Json] = []
        turned: list[Json] = []
        for block in blocks:
            piece = self.block(block)
            if piece.get("landscape"):
                if not turned:
                    found.append({"k": "landscape", "tables": turned})
                turned.append(piece)
            else:
                turned = []
                found.append(piece)
        return found

    def block(self, block: Block[Inline]) -> Piece:  # noqa: PLR0911, PLR0912, C901 - one arm for each block is the point
        """One block."""
        match block:
            case Cover():
                return self._cover(block)
            case Note():
                return self._note(block)
            case Contents():
                return {"k": "contents", "title": self._line(block.title)}
            case Chapter():
                return self._chapter(block)
            case Heading():
                return self._heading(block)
            case Paragraph(children):
                return {"k": "paragraph", "c": self._line(children)}
            case Items(ordered, items):
                return {"k": "items", "ordered": ordered, "items": [self.blocks(item) for item in items]}
            case Table():
                return grid(block, self.lines, self.room) | self._anchor(block.id)
            case FigureBlock():
                return self._figure(block, half=False)
            case FigurePair(left, right):
                return {"k": "pair", "figures": [self._figure(left, half=True), self._figure(right, half=True)]}
            case Tiles():
                tiles: list[Json] = [self._tile(tile, len(block.tiles)) for tile in block.tiles]
                return {"k": "tiles", "tiles": tiles} | self._anchor(block.id)
            case Callout(title, inner):
                return {"k": "callout", "title": self._line(title), "blocks": self.blocks(inner), "whole": short(inner)}
            case ActionCard():
                return self._card(block)
            case Profile():
                return self._profile(block)
            case Section():
                return self._section(block)
            case LanguagePart():
                return self._part(block)
            case Imprint(title, entries, logos):
                self.level = 1
                found: list[Json] = [self._fact(entry, BODY) for entry in entries]
                drawn: list[Json] = [_picture(logo) for logo in logos]
                return {"k": "imprint", "title": self._line(title), "entries": found, "logos": drawn}
            case PageBreak():
                return {"k": "page_break"}
            case _:
                assert_never(block)

    def _line(self, inlines: Line, width: float | None = None, size: float | None = None) -> Json:
        room = self.room if width is None else Room(width, size or self.room.size, self.room.language)
        return self.lines.line(inlines, room)

    def _fact(self, fact: Fact[Inline], width: float) -> Piece:
        return {"label": self._line(fact.label, width, 7.6), "value": self._line(fact.value, width, 11.6)}

    def _anchor(self, id_: str) -> Piece:
        """The place to link to; only where something links, and the first of equal ids."""
        if not id_ or id_ not in self.wanted or id_ in self.taken:
            return {}
        self.taken.add(id_)
        return {"anchor": id_}

    def _cover(self, cover: Cover[Inline]) -> Piece:
        return {
            "k": "cover", "eyebrow": self._line(cover.eyebrow), "place": self._line(cover.place, 470, 42),
            "letters": len(plain(cover.place)), "title": self._line(cover.title, 396, 21),
            "organisation": self._line(cover.organisation), "status": self._line(cover.status),
            "facts": [self._fact(fact, 140) for fact in cover.facts], "foot": self._line(cover.foot),
            "crest": _picture(cover.crest), "photo": _picture(cover.photo),
        }  # fmt: skip

    def _note(self, note: Note[Inline]) -> Piece:
        self.level = 1
        anchor, width = self._anchor(note.id), 440 / max(len(note.facts), 1)
        return anchor | {
            "k": "note", "title": self._line(note.title, 396, 20), "letters": len(plain(note.title)),
            "eyebrow": self._line(note.eyebrow),
            "facts": [self._fact(fact, width) for fact in note.facts], "blocks": self.blocks(note.blocks),
            "signatures": [{"name": self._line(s.name), "role": self._line(s.role)} for s in note.signatures],
        }  # fmt: skip

    def _chapter(self, chapter: Chapter[Inline]) -> Piece:
        self.level = 1
        return self._anchor(chapter.id) | {
            "k": "chapter", "number": chapter.number, "title": self._line(chapter.title, 370, 20),
            "letters": len(plain(chapter.title)),
            "lead": self._line(chapter.lead, BODY, 13.5), "blocks": self.blocks(chapter.blocks), "turned": opens_turned(chapter),
        }  # fmt: skip

    def _heading(self, heading: Heading[Inline]) -> Piece:
        self.level = min(max(heading.level, 2), self.level + 1)  # a level is never skipped
        title = self._line(heading.children, BODY, 16 if self.level == 2 else 12)
        return self._anchor(heading.id) | {"k": "heading", "level": self.level, "number": heading.number, "c": title}

    def _figure(self, figure: FigureBlock[Inline], *, half: bool) -> Piece:
        credit = figure.content.credit if isinstance(figure.content, Image) else ""
        return self._anchor(figure.id) | {
            "k": "figure", "number": figure.number, "caption": self._line(figure.caption), "alt": plain(figure.alt),
            "notes": [self._line(note) for note in figure.notes], "source": self._line(figure.source), "credit": credit,
            **drawing(figure.content, self.theme, half=half),
        }  # fmt: skip

    def _tile(self, tile: Tile[Inline], count: int, size: float = 25) -> Piece:
        width = 470 / max(count, 1) - 20
        number, suffix = plain(tile.figure), ""
        if isinstance(tile.figure, FigureInline):
            number, suffix = tile.figure.number or tile.figure.text, tile.figure.suffix
        fits = min(1.0, width / max(self.lines.width(number, size), 1))
        return {
            "label": self._line(tile.label, width, 8.6), "number": number, "suffix": suffix, "size": round(size * fits, 2),
            "note": self._line(tile.note, width, 7.6),
        }  # fmt: skip

    def _card(self, card: ActionCard[Inline]) -> Piece:
        level = min(self.level + 1, 3)
        return self._anchor(card.id) | {
            "k": "card", "level": level, "code": card.code, "title": self._line(card.title, 280, 11.6),
            "status": self._line(card.status), "done": card.is_done, "widths": _widths(card.facts),
            "facts": [self._fact(fact, 80) for fact in card.facts],
            "blocks": self.blocks(card.description), "whole": short(card.description), "mark": self._line(card.mark),
            "tiles": [self._tile(tile, 4, 13) for tile in card.yields],
        }  # fmt: skip

    def _profile(self, profile: Profile[Inline]) -> Piece:
        self.level = 1
        return self._anchor(profile.id) | {
            "k": "profile", "title": self._line(profile.title, 470, 34), "letters": len(plain(profile.title)),
            "eyebrow": self._line(profile.eyebrow), "lead": self._line(profile.lead, 300, 13.5),
            "facts": [self._fact(fact, 138) for fact in profile.facts],
            "text": self.blocks(profile.text), "blocks": self.blocks(profile.blocks), "crest": _picture(profile.crest),
        }  # fmt: skip

    def _section(self, section: Section[Inline]) -> Piece:
        outside, anchor = self.room, self._anchor(section.id)
        self.room = replace(outside, language=section.language.split("-", maxsplit=1)[0])
        blocks = self.blocks(section.blocks)
        self.room = outside
        other = section.language.split("-", maxsplit=1)[0] != outside.language
        return anchor | {"k": "section", "draft": section.draft, **(tongue(section.language) if other else {}), "blocks": blocks}

    def _part(self, part: LanguagePart[Inline]) -> Piece:
        outside = self.room
        self.room = replace(outside, language=part.language.split("-", maxsplit=1)[0])
        labels, blocks = self.labels(part.labels), self.blocks(part.blocks)
        self.room = outside
        return {"k": "part", **tongue(part.language), "labels": labels, "blocks": blocks}

    def labels(self, labels: Labels[Inline]) -> Piece:
        """The fixed words that the template sets beside numbers and sources."""
        names = ("figure", "table", "source", "draft_text")
        return {name: self._line(getattr(labels, name)) for name in names}


def _picture(picture: Picture[Inline] | None) -> Json:
    """A picture of a page, or nothing."""
    return None if picture is None else {"svg": framed(picture.image), "alt": plain(picture.alt)}


def _widths(facts: tuple[Fact[Inline], ...]) -> list[Json]:
    """Shares of the four columns of facts on a card: more for those with longer texts, in moderation."""
    longest = [max((len(plain(fact.value)) for fact in facts[column::4]), default=0) for column in range(4)]
    return [round(max(letters, 14) ** 0.5, 2) for letters in longest]


def short(blocks: tuple[Block[Inline], ...]) -> bool:
    """Whether a box with these blocks stays whole on a page."""
    return sum(len(node.text) for node in walk(blocks) if isinstance(node, Text)) <= _WHOLE
