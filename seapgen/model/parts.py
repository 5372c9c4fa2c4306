"""What nouns are made of: which of their fields may hold other nouns, as the types of the fields say.

A tree has thousands of nouns but a few dozen kinds, so a kind is looked at once and not at every visit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter

PLAIN = frozenset({  # types, as fields write them, that hold no noun
    "str", "int", "bool", "bytes", "date", "Decimal", "Decimal | None", "Exact", "Unit", "Scale", "Role",
    "str | None", "int | None", "tuple[str, ...]", "Rings", "Mapping[str, str]", "Mapping[str, Mapping[str, str]]",
})  # fmt: skip
BLOCK = re.compile(r"\b(Figure)?Block\[")


@cache
def is_noun(kind: type) -> bool:
    """Whether things of this kind are dataclasses."""
    return is_dataclass(kind)


@cache
def may_hold(kind: type) -> tuple[str, ...]:
    """The names of the fields that may hold nouns, or tuples of nouns, in their order."""
    return tuple(f.name for f in fields(kind) if f.type not in PLAIN and not str(f.type).startswith("Literal["))


@cache
def may_hold_blocks(kind: type) -> tuple[str, ...]:
    """The names of those that may hold blocks of a document, and not only lines."""
    return tuple(f.name for f in fields(kind) if BLOCK.search(str(f.type)))


def blocks_in(node: object) -> Iterator[object]:
    """Every block inside a document or block, parents first, in reading order; lines are not looked into."""
    kind: type = type(node)
    for name in may_hold_blocks(kind):
        yield from _blocks(getattr(node, name))


def _blocks(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _blocks(one)
    else:
        yield value
        yield from blocks_in(value)


@cache
def reader(kind: type) -> Callable[[object], tuple[object, ...]]:
    """What reads those fields of a noun."""
    names = may_hold(kind)
    if not names:
        return lambda node: ()
    one = attrgetter(*names)
    return one if len(names) > 1 else lambda node: (one(node),)
