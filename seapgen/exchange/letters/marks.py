"""Where the marks of a letter stand: whole, alone where they take the place of a paragraph or row, and where they are filled.

docxtpl takes `{%p … %}` for its whole paragraph and `{%tr … %}` for its whole row, so words beside such a mark would be lost
without a word; and it mends a mark that Word has spread over runs, but not over a link, a field or a tracked change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from seapgen.exchange.letters.faults import LetterFault, misplaced, quoted
from seapgen.exchange.letters.package import MARKED
from seapgen.model.message import msg

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
WHOLE = {"p": "p", "tr": "tr", "tc": "tc"}  # what a mark with this letter takes the place of
KIND = re.compile(r"\{[{%#](p|tr|tc|r)\s")
_OPENS, _CLOSES = re.compile(r"\{%-?\s*(if|for)\b"), re.compile(r"\{%-?\s*end(if|for)\b")


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph, without those of text boxes in it."""
    return "".join(node.text or "" for node in _texts(paragraph))


def _texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    for node in paragraph.iter(f"{W}t"):
        if next(node.iterancestors(f"{W}p")) is paragraph:
            yield node


def misplaced_marks(trees: Mapping[str, etree._Element]) -> Iterator[tuple[str, LetterFault]]:
    """Every mark that would be lost or would break the file, with its part."""
    for part, root in sorted(trees.items()):
        if MARKED.fullmatch(part):
            for paragraph in root.iter(f"{W}p"):
                if LOOSE.search(words := text_of(paragraph)):
                    yield from ((part, fault) for fault in _faults(paragraph, words))
        elif part.startswith("word/") and part.endswith(".xml"):
            yield from ((part, fault) for fault in _unfilled(root))


def _unfilled(root: etree._Element) -> Iterator[LetterFault]:
    words = " ".join(t.text or "" for t in root.iter("{*}t"))
    for mark in MARK.finditer(words):
        way_out = msg("Marks are filled in the text, in headers, footers, text boxes and footnotes.")
        yield misplaced(msg("Nobody fills this mark: {mark}.", mark=quoted(mark[0])), way_out)


def _faults(paragraph: etree._Element, words: str) -> Iterator[LetterFault]:
    marks = list(MARK.finditer(words))
    if LOOSE.search(MARK.sub("", words)):
        way_out = msg("Write every mark inside one paragraph, with both its ends.")
        yield misplaced(msg("A mark is not closed or not opened: “{words}”.", words=quoted(words)), way_out)
        return
    for mark in marks:
        kind = KIND.match(mark[0])
        if kind and mark[0].startswith("{{"):
            plain = "{{" + mark[0][2 + len(kind[1]) :]
            fact = msg("{mark} is no value: “{words}”.", mark=quoted(mark[0]), words=quoted(words))
            yield misplaced(fact, msg("Write {mark}.", mark=plain))
        elif kind and kind[1] in WHOLE:
            yield from _crowded(paragraph, mark[0], kind[1], words)
        if _is_torn(paragraph, mark):
            fact = msg("{mark} is broken by a link, a field or a tracked change.", mark=quoted(mark[0]))
            yield misplaced(fact, msg("Type the mark anew, without link, field or tracked change inside it."))
    yield from _unbalanced([m[0] for m in marks], words)


def _crowded(paragraph: etree._Element, mark: str, kind: str, words: str) -> Iterator[LetterFault]:
    """Words beside a mark that takes the place of all that is round it."""
    around = paragraph if kind == "p" else next(paragraph.iterancestors(f"{W}{WHOLE[kind]}"), None)
    if around is None:
        fact = msg("{mark} stands outside of a table: “{words}”.", mark=mark, words=quoted(words))
        yield misplaced(fact, msg("Use {mark} for paragraphs.", mark="{%p … %}"))
        return
    shown = "".join(text_of(p) for p in around.iter(f"{W}p"))
    if shown.strip() != mark:
        fact = msg(
            "{mark} takes the place of all that is round it, but there is more: “{words}”.", mark=mark, words=quoted(shown)
        )
        yield misplaced(fact, msg("Give the mark a paragraph, a row or a cell of its own."))


def _unbalanced(marks: list[str], words: str) -> Iterator[LetterFault]:
    """An `if` or `for` inside a line that ends in another paragraph would tear the file."""
    depth = 0
    for mark in marks:
        depth += bool(_OPENS.match(mark)) - bool(_CLOSES.match(mark))
        if depth < 0:
            break
    if depth:
        way_out = msg("Write {mark} in a paragraph of its own, and its end likewise.", mark="{%p if … %}")
        yield misplaced(msg("What begins in this paragraph ends in another one: “{words}”.", words=quoted(words)), way_out)


def _is_torn(paragraph: etree._Element, mark: re.Match[str]) -> bool:
    """Whether the letters of a mark stand in different links, fields or changes; over plain runs they may."""
    homes, at = set(), 0
    for node in _texts(paragraph):
        start, at = at, at + len(node.text or "")
        run = node.getparent()
        home = run.getparent() if run is not None else None
        if start < mark.end() and at > mark.start():
            homes.add(home)
    return len(homes) > 1
