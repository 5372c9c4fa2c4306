"""The marks of a stationery: blanks that documents fill, model pages, places of chapters; and what is wrong with them.

A mark is `{{ name }}`, `{{p name }}` (takes the place of its paragraph) or `{{r name }}` (of its run). Model pages are named by
`[[model page: name]]`; `[[chapter: id]]` is where a chapter stands, `{{p body }}` where all others do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from seapgen.model.message import Message, msg
from seapgen.model.shell import BODY, CHAPTER, MODEL
from seapgen.render.word.wordml import W

NS = f"{{{W}}}"
TEXT_BLANKS = frozenset({
    "agency", "place", "title", "full_title", "eyebrow", "status", "foot", "running", "footer", "description", "keywords",
    "issued", "language",
})  # fmt: skip
PARAGRAPH_BLANKS = frozenset({"band", "cover_band", "cover_facts", "cover_pictures", "logo"})
RUN_BLANKS = frozenset({"place_run"})
MODELS = frozenset({"opening", "profile", "text", "landscape", "imprint"})
_MARK = re.compile(r"\{\{(?:(p|r|tr|tc)\s)?([^{}]*)\}\}")
_LOGIC = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}")
_NAME = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a mark: code, what, and the way out."""

    code: str
    message: Message
    proposal: Message | None = None


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph, without those of text boxes in it."""
    return "".join(node.text or "" for node in _own_texts(paragraph))


def flaws_of_part(root: etree._Element, own: Collection[str]) -> Iterator[Flaw]:
    """The flaws of all marks in a part of the stationery; `own` are names of the agency's blanks."""
    body = root.find(f"{NS}body")
    for paragraph in root.iter(f"{NS}p"):
        words = text_of(paragraph)
        if "{" in words or "}" in words:
            yield from _flaws(words, own)
            yield from _torn(paragraph, words)
        if "[[" in words or "]]" in words or BODY.search(words):
            yield from _flaws_of_place(words, is_at_top=body is not None and paragraph.getparent() is body)


def known_blanks(own: Collection[str] = ()) -> dict[str, frozenset[str]]:
    """The names of blanks by the letter before them: none for text, `p` for paragraphs, `r` for runs."""
    return {"": TEXT_BLANKS | frozenset(own), "p": PARAGRAPH_BLANKS | {"body"}, "r": RUN_BLANKS}


def without_marks(words: str) -> str:
    """The words of a paragraph that are no mark: they are the same in every document."""
    for pattern in (_MARK, MODEL, CHAPTER):
        words = pattern.sub(" ", words)
    return words


def names_of_blanks(words: str) -> Iterator[str]:
    """The names of all blanks in some words."""
    for mark in _MARK.finditer(words):
        yield mark[2].strip()


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in paragraph.iter(f"{NS}t"):
        if next(node.iterancestors(f"{NS}p")) is paragraph:
            yield node


def _flaws_of_place(words: str, *, is_at_top: bool) -> Iterator[Flaw]:
    """What is wrong with a place of chapters or the name of a model page."""
    marks = [found[0] for pattern in (MODEL, CHAPTER, BODY) for found in pattern.finditer(words)]
    rest = BODY.sub("", CHAPTER.sub("", MODEL.sub("", words)))
    if "[[" in rest or "]]" in rest:
        way = msg("Marks with square brackets: {known}", known="[[chapter: id]], [[model page: name]]")
        yield Flaw("T53", msg("“{words}” looks like a mark, but is none.", words=_cut(words)), way)
    elif marks and (len(marks) > 1 or (rest.strip() and not BODY.search(words))):
        fact = msg(
            "{mark} takes the place of its whole paragraph, but there is more in it: “{words}”.", mark=marks[0], words=_cut(words)
        )
        yield Flaw("T47", fact, msg("Give the mark a paragraph of its own."))
    if marks and not is_at_top:
        fact = msg("{mark} stands in a table, a text box, a header or a footer: “{words}”.", mark=marks[0], words=_cut(words))
        yield Flaw("T52", fact, msg("Put it into the text of the document, outside tables."))


def _flaws(words: str, own: Collection[str]) -> Iterator[Flaw]:
    """The flaws in the words of one paragraph."""
    quoted = _cut(words)
    if _LOGIC.search(words):
        yield Flaw("T42", msg("A stationery holds no conditions, loops or comments: “{words}”.", words=quoted), _NO_LOGIC)
    rest = _LOGIC.sub("", words)
    for mark in _MARK.finditer(rest):
        yield from _flaws_of_mark(mark[1] or "", mark[2].strip(), mark[0], rest, known_blanks(own))
    if _LOOSE.search(_MARK.sub("", rest)):
        way = msg("Write every mark inside one paragraph, with two braces on each side.")
        yield Flaw("T43", msg("A mark is not closed or not opened: “{words}”.", words=quoted), way)


_NO_LOGIC = msg("Leave out what decides; say it with the texts and chapters of the programme.")


def _flaws_of_mark(kind: str, name: str, mark: str, words: str, blanks: dict[str, frozenset[str]]) -> Iterator[Flaw]:
    quoted = _cut(words)
    if not _NAME.fullmatch(name):
        yield Flaw("T42", msg("{mark} is more than the name of a blank, in “{words}”.", mark=mark, words=quoted), _NO_LOGIC)
    elif name not in blanks.get(kind, frozenset()):
        known = ", ".join(f"{{{{{k + ' ' if k else ' '}{n} }}}}" for k, names in blanks.items() for n in sorted(names))
        yield Flaw(
            "T41",
            msg("There is no blank {mark}, in “{words}”.", mark=mark, words=quoted),
            msg("Use one of: {known}", known=known),
        )
    elif kind == "p" and words.strip() != mark.strip():
        way = msg("Give the mark a paragraph of its own.")
        yield Flaw(
            "T47",
            msg("{mark} takes the place of its whole paragraph, but there is more in it: “{words}”.", mark=mark, words=quoted),
            way,
        )


def _torn(paragraph: etree._Element, words: str) -> Iterator[Flaw]:
    """Marks whose letters are spread over links, fields or tracked changes; over plain runs they may be."""
    spans, at = [], 0
    for node in _own_texts(paragraph):
        end = at + len(node.text or "")
        run = node.getparent()
        spans.append((at, end, None if run is None else run.getparent()))
        at = end
    for mark in _MARK.finditer(words):
        parents = {id(p) for start, end, p in spans if start < mark.end() and end > mark.start()}
        if len(parents) > 1:
            way = msg("Type the mark anew, without link, field or tracked change inside it.")
            yield Flaw("T43", msg("{mark} is broken by a link, a field or a tracked change.", mark=mark[0]), way)


def _cut(words: str) -> str:
    """The words of a paragraph as a finding quotes them."""
    line = " ".join(words.split())
    return line if len(line) <= 80 else line[:79] + "…"


def names(found: Iterable[str]) -> str:
    """Names in a fixed order."""
    return ", ".join(sorted(found))
