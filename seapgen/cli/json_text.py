"""JSON with decimals as they are: a number is written with all its digits, never through a binary fraction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | Decimal | Sequence[Json] | Mapping[str, Json] | None"


def json_text(node: Json) -> str:
    """A document with one value a line and a line end at the end."""
    return "".join(_pieces(node, "\n")) + "\n"


def _pieces(node: Json, gap: str) -> Iterator[str]:
    match node:
        case Decimal():
            yield format(node, "f") if node.is_finite() else "null"
        case str() | bool() | int() | None:
            yield json.dumps(node, ensure_ascii=False)
        case Mapping():
            keys = ((json.dumps(key, ensure_ascii=False), value) for key, value in node.items())
            yield from _framed("{}", ([key, ": ", *_pieces(value, gap + " ")] for key, value in keys), gap)
        case _:
            yield from _framed("[]", (list(_pieces(v, gap + " ")) for v in node), gap)


def _framed(brackets: str, items: Iterator[list[str]], gap: str) -> Iterator[str]:
    yield brackets[0]
    n = -1
    for n, item in enumerate(items):
        yield ("," if n else "") + gap + " "
        yield from item
    yield (gap if n >= 0 else "") + brackets[1]
