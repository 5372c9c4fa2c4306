"""Any tree of frozen dataclasses and tuples, rebuilt with some of its nodes replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar, cast

from seapgen.model.parts import is_noun, may_hold

N = TypeVar("N")
Change: TypeAlias = Callable[[object], "object | None"]


def rebuilt(node: N, change: Change, inside: Callable[[type], tuple[str, ...]] = may_hold) -> N:
    """The tree with `change(node)` in place of every node for which it gives something; it does not look inside those.

    `inside` names the fields that it follows. The result has the shape of the original, as long as `change` keeps the kind
    of what it replaces.
    """
    return cast(N, _rebuilt(node, change, inside))


def _rebuilt(node: Any, change: Change, inside: Callable[[type], tuple[str, ...]]) -> object:  # Any: nouns of every kind
    if isinstance(node, tuple):
        children = tuple([_rebuilt(child, change, inside) for child in node])
        return node if all(a is b for a, b in zip(children, node, strict=True)) else children
    kind: type = type(node)
    if not is_noun(kind):
        return node
    changed = change(node)
    if changed is not None:
        return changed
    different = {}
    for name in inside(kind):
        old = getattr(node, name)
        new = _rebuilt(old, change, inside)
        if new is not old:
            different[name] = new
    return replace(node, **different) if different else node
