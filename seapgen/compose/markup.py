"""Markdown to nouns: the only place that knows the Markdown parser.

Three small languages. A *chapter* gives structure only: its words are held letters. A *line* is one sentence with emphasis and
links: it cannot make a block. *Own* text is what a person wrote: paragraphs, lists, emphasis, links, a table. What is not in a
language stays there as letters; nothing is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar, cast

from markdown_it import MarkdownIt
from markdown_it.token import Token

from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import LETTER, Held, planned
from seapgen.model.document import Block, Column, Heading, Items, Paragraph, Row, Table
from seapgen.model.inline import Emphasis, Inline, LineBreak, Link, Strong, Text
from seapgen.model.message import msg

I = TypeVar("I")  # noqa: E741 - what stands in a line: held things or inlines

LINE = ("emphasis", "link", "escape", "balance_pairs", "fragments_join")
RULES = {"line": LINE, "chapter": (*LINE, "list", "heading", "newline"), "own": (*LINE, "list", "heading", "newline", "table")}
HEADING_ID = re.compile(r"\s*\[#([a-z0-9][a-z0-9._-]*)\]\s*$")
NOTE = re.compile(r"\[\^([a-z0-9_]+)\]:\s*")
ADDRESSES = re.compile(r"https?://|mailto:", re.IGNORECASE)
HELD_IN_ADDRESS = re.compile("%F3%B[0-9A-F]")  # a held letter, percent-encoded


@dataclass(frozen=True)
class _Nouns(Generic[I]):
    """What a reader makes of letters, marks and links."""

    expand: Callable[[str], tuple[I, ...]]
    strong: Callable[[tuple[I, ...]], I]
    emphasis: Callable[[tuple[I, ...]], I]
    link: Callable[[str, tuple[I, ...]], tuple[I, ...]]
    line_break: I


def parse_chapter(
    text: str, expand: Callable[[str], tuple[Held, ...]]
) -> tuple[tuple[Block[Held], ...], dict[str, tuple[Held, ...]]]:
    """Structure around held letters; a paragraph `[^label]: …` is a footnote and comes back by its label."""
    nouns: _Nouns[Held] = _Nouns(
        expand, lambda inner: Strong(planned(inner)), lambda inner: Emphasis(planned(inner)),
        lambda url, inner: (Link(_address(url), planned(inner)),), Text(" "),
    )  # fmt: skip
    reader = _Reader("chapter", nouns)
    return reader.read(text), reader.notes


def parse_line(text: str, expand: Callable[[str], tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """One sentence. It is never asked whether it looks like a heading or a list; no value in it gets lost."""
    seen: list[str] = []

    def expanded(letters: str) -> tuple[Inline, ...]:
        seen.extend(LETTER.findall(letters))
        return expand(letters)

    nouns: _Nouns[Inline] = _Nouns(expanded, Strong, Emphasis, lambda url, inner: (Link(_address(url), inner),), Text(" "))
    token = _parser("line").parseInline(text, {})[0]
    line = _Reader("line", nouns).inlines(_Stream(token.children or []), "")
    if seen != LETTER.findall(text):
        raise ChapterFault("T2", msg("A value stands where nothing is printed."), msg("Take it out of the title of the link."))
    return line


def parse_own(text: str, follow: Callable[[str, tuple[Inline, ...]], tuple[Inline, ...]]) -> tuple[Block[Inline], ...]:
    """A person's free text. A heading becomes a line in bold, because the outline is ours; `follow` prints `figure:` links."""

    def linked(url: str, inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return follow(url, inner) if url.startswith("figure:") else (Link(url, inner),)

    nouns: _Nouns[Inline] = _Nouns(lambda letters: (Text(letters),), Strong, Emphasis, linked, LineBreak())
    return _Reader("own", nouns).read(text)


def merged(inlines: Sequence[I]) -> tuple[I, ...]:
    """Join neighbouring letters, so that equal sentences give equal trees; no empty letters."""
    out: list[I] = []
    before: Text | None = None
    for node in inlines:
        if not isinstance(node, Text):
            out.append(node)
            before = None
        elif before and node.text:
            before = Text(before.text + node.text)
            out[-1] = cast(I, before)  # what was there is Text, so Text is an I
        elif node.text:
            out.append(node)
            before = node
    return tuple(out)


@cache
def _parser(language: str) -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False}).enable(list(RULES[language]))
    own = language == "own"
    parser.validateLink = lambda url: bool(ADDRESSES.match(url) or (own and url.startswith("figure:")))  # type: ignore[method-assign]
    return parser


def _tokens(language: str, text: str) -> tuple[Token, ...]:
    return tuple(_parser(language).parse(text, {}))


_read_once = lru_cache(maxsize=256)(_tokens)  # chapters hold letters, not words: those of many municipalities are the same text


def _address(url: str) -> str:
    if HELD_IN_ADDRESS.search(url):
        fact = msg("A value cannot be part of a link’s address: {url}", url=url)
        raise ChapterFault("T2", fact, msg("Write the whole address in the sentence."))
    return url


class _Stream:
    """Tokens, taken one by one."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens, self._at = tokens, 0

    def take(self) -> Token:
        """The next token."""
        self._at += 1
        return self._tokens[self._at - 1]

    def ends(self, kind: str) -> bool:
        """At the end, or at the closing token; steps past the latter."""
        if self._at < len(self._tokens) and self._tokens[self._at].type != kind:
            return False
        self._at += 1
        return True


class _Reader(Generic[I]):
    """Tokens of one of the languages to nouns."""

    def __init__(self, language: str, nouns: _Nouns[I]) -> None:
        self.language, self.nouns = language, nouns
        self.notes: dict[str, tuple[I, ...]] = {}

    def read(self, text: str) -> tuple[Block[I], ...]:
        """The blocks of a text."""
        read = _read_once if self.language == "chapter" else _tokens
        return self._blocks(_Stream(read(self.language, text)), "")

    def _blocks(self, stream: _Stream, until: str) -> tuple[Block[I], ...]:
        found: list[Block[I]] = []
        while not stream.ends(until):
            found += self._block(stream.take(), stream)
        return tuple(found)

    def _block(self, token: Token, stream: _Stream) -> list[Block[I]]:
        match token.type:
            case "paragraph_open":
                return self._paragraph(stream)
            case "heading_open":
                return [self._heading(int(token.tag[1]), stream)]
            case "bullet_list_open" | "ordered_list_open":
                return [self._list(token.type.replace("open", "close"), stream)]
            case "table_open":
                return [self._table(stream)]
            case kind:
                raise ValueError(f"no block for Markdown {kind!r}")

    def _paragraph(self, stream: _Stream) -> list[Block[I]]:
        line = stream.take()
        stream.take()
        label = NOTE.match(line.content) if self.language == "chapter" else None
        if not label:
            return [Paragraph(self.inlines(_Stream(line.children or []), ""))]
        if label[1] in self.notes:
            raise ChapterFault(
                "T4", msg("The footnote {label} is written twice.", label=label[1]), msg("Give each footnote a label of its own.")
            )
        self.notes[label[1]] = self.nouns.expand(line.content[label.end() :])
        return []

    def _heading(self, level: int, stream: _Stream) -> Block[I]:
        line = stream.take()
        stream.take()
        if self.language == "own":
            return Paragraph((self.nouns.strong(self.inlines(_Stream(line.children or []), "")),))
        found = HEADING_ID.search(line.content)
        if not found:
            raise ChapterFault(
                "T1", msg("A heading has no id: {heading}", heading=line.content),
                msg("Write {example}.", example="## {% trans %}Title{% endtrans %} [#id]"),
            )  # fmt: skip
        return Heading(level, self.nouns.expand(line.content[: found.start()]), found[1])

    def _list(self, until: str, stream: _Stream) -> Block[I]:
        items = []
        while not stream.ends(until):
            stream.take()
            items.append(self._blocks(stream, "list_item_close"))
        return Items(until.startswith("ordered"), tuple(items))

    def _table(self, stream: _Stream) -> Block[I]:
        rows: list[tuple[tuple[I, ...], ...]] = [()]
        while not stream.ends("table_close"):
            token = stream.take()
            if token.type == "inline":
                rows[-1] += (self.inlines(_Stream(token.children or []), ""),)
            elif token.type == "tr_close":
                rows.append(())
        return Table("", (), tuple(Column(cell) for cell in rows[0]), tuple(Row(row) for row in rows[1:] if row))

    def inlines(self, stream: _Stream, until: str) -> tuple[I, ...]:
        """Inlines up to a closing token."""
        found: list[I] = []
        while not stream.ends(until):
            found += self._inline(stream.take(), stream)
        return merged(found)

    def _inline(self, token: Token, stream: _Stream) -> tuple[I, ...]:
        match token.type:
            case "text":
                return self.nouns.expand(token.content)
            case "softbreak":
                return self.nouns.expand(" ")
            case "hardbreak":
                return (self.nouns.line_break,)
            case "strong_open":
                return (self.nouns.strong(self.inlines(stream, "strong_close")),)
            case "em_open":
                return (self.nouns.emphasis(self.inlines(stream, "em_close")),)
            case "link_open":
                return self.nouns.link(str(token.attrs["href"]), self.inlines(stream, "link_close"))
            case kind:
                raise ValueError(f"no inline for Markdown {kind!r}")
