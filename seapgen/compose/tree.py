"""Any tree of frozen dataclasses and tuples, rebuilt with some of its nodes replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

N = TypeVar("N")


def rebuilt(node: N, change: Callable[[object], object | None]) -> N:
    """The tree with `change(node)` in place of every node for which it gives something; it does not look inside those.

    The result has the shape of the original, as long as `change` keeps the kind of what it replaces.
    """
    return cast(N, _rebuilt(node, change))


def _rebuilt(node: object, change: Callable[[object], object | None]) -> object:
    if isinstance(node, tuple):
        children = tuple(_rebuilt(child, change) for child in node)
        return node if all(a is b for a, b in zip(children, node, strict=True)) else children
    if not is_dataclass(node) or isinstance(node, type):
        return node
    changed = change(node)
    return changed if changed is not None else parts_rebuilt(node, lambda part: _rebuilt(part, change))


def parts_rebuilt(node: N, change: Callable[[object], object]) -> N:
    """A dataclass with its fields changed; itself where nothing changed."""
    if not is_dataclass(node):
        raise TypeError(f"{node!r} is no dataclass")
    old = {field.name: getattr(node, field.name) for field in fields(node)}
    new = {name: change(value) for name, value in old.items()}
    different = {name: value for name, value in new.items() if value is not old[name]}
    if not different:
        return node
    return cast(N, replace(node, **different))  # type: ignore[type-var]  # is_dataclass narrows no type variable
