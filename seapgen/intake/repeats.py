"""The same key twice among rows or entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.noun import Noun
from seapgen.model.source import Source

N = TypeVar("N", bound=Noun)


def repeats(nouns: Iterable[N], key: Callable[[N], str], field: str, rule: LoadRule = LoadRule.ROW_TWICE) -> Iterator[Finding]:
    """A finding for every noun whose key stood before; both places are named."""
    first: dict[str, Source] = {}
    for one in nouns:
        name = key(one)
        if name in first:
            where = first[name].cell if first[name].file == one.here.file else str(first[name])
            yield rule.at(one.at(field), name, key=name, id=name, first=where)
        first.setdefault(name, one.at(field))


def first_of_each(places: Iterable[tuple[str, Source]]) -> Mapping[str, Source]:
    """Where each id of a list stands for the first time."""
    first: dict[str, Source] = {}
    for id_, place in places:
        first.setdefault(id_, place)
    return first
