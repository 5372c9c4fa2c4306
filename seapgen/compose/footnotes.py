"""Footnotes of a chapter: their words move to their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from seapgen.compose.faults import ChapterFault
from seapgen.compose.tree import rebuilt
from seapgen.model.inline import Planned, Text
from seapgen.model.message import Message, NoteMark, Value, msg

_MARK, _WORDS = '{{ note("x") }}', "[^x]: {% trans %}…{% endtrans %}"
N = TypeVar("N")  # blocks, lines, or tuples of them


def with_notes(tree: N, notes: Mapping[str, tuple[Planned, ...]]) -> N:
    """Every mark with its words; a mark without words, words without mark, or a mark outside a sentence are refused."""
    words = {label: _sentences(label, note) for label, note in notes.items()}
    used: set[str] = set()

    def marked(value: Value) -> Value:
        if not isinstance(value, NoteMark) or value.words:
            return value
        used.add(value.label)
        return NoteMark(value.label, words.get(value.label, ()))

    def filled(node: object) -> object:
        match node:
            case Message(values=values):
                return replace(node, values=tuple((name, marked(value)) for name, value in values))
            case NoteMark():
                return marked(node)
            case _:
                return None

    out = rebuilt(tree, filled)
    unmatched = sorted(used ^ set(words))
    if unmatched:
        raise ChapterFault(
            "T4", msg("Footnotes and their marks differ: {labels}", labels=", ".join(unmatched)),
            msg("Write {mark} in a sentence and {words} below.", mark=_MARK, words=_WORDS),
        )  # fmt: skip
    return out


def _sentences(label: str, note: tuple[Planned, ...]) -> tuple[Message, ...]:
    sentences = tuple(part for part in note if isinstance(part, Message))
    if len(sentences) != len([part for part in note if part != Text(" ")]):
        raise ChapterFault("T4", msg("The footnote {label} holds more than sentences.", label=label), msg("Use sentences only."))
    return sentences
