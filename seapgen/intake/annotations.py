"""What a noun's field asks for, read from its type."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, TypeGuard, Union, get_args, get_origin

from seapgen.intake.nodes import Leaf, Listed, Mapped, Node
from seapgen.model.message import Message, msg
from seapgen.model.noun import Noun

Annotation: TypeAlias = Any  # a type expression has no type of its own


_WORDS: Mapping[Annotation, Message] = {
    int: msg("a whole number"), Decimal: msg("a number"), bool: msg("true or false"), date: msg("a date like 2013-03-18"),
}  # fmt: skip


def is_noun(annotation: Annotation) -> TypeGuard[type[Noun]]:
    """Whether a type is a record of ours."""
    return isinstance(annotation, type) and issubclass(annotation, Noun)


def is_texts(annotation: Annotation) -> bool:
    """Whether a field holds one text for each language."""
    kind = next((a for a in alternatives(annotation) if a is not type(None)), None)
    return origin(kind) is Mapping and bare(get_args(kind)[1]) is str


def texts_of(annotation: Annotation) -> bool:
    """Whether a field holds, under each key, one text for each language."""
    return origin(annotation) is Mapping and is_texts(bare(get_args(annotation)[1]))


@cache
def origin(annotation: Annotation) -> object:
    """The generic a type is made from, `tuple` of `tuple[int, ...]`."""
    return get_origin(annotation)


def holds(annotation: Annotation, kinds: tuple[type, ...]) -> bool:
    """Whether a value of a type can be, or can have in it, one of some kinds."""
    if isinstance(annotation, type):
        return issubclass(annotation, kinds)
    return any(holds(inner, kinds) for inner in get_args(annotation))


def bare(annotation: Annotation) -> Annotation:
    """A type without the constraints that are noted on it."""
    while origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


@cache
def alternatives(annotation: Annotation) -> tuple[Annotation, ...]:
    """The members of a union, or the type alone."""
    annotation = bare(annotation)
    union = origin(annotation) in (Union, types.UnionType)
    return tuple(bare(a) for a in get_args(annotation)) if union else (annotation,)


def chosen(annotation: Annotation, node: Node) -> Annotation:
    """The member of a union that a node can be, by its outer form; closed lists stay together."""
    form: Annotation = type(None) if isinstance(node, Leaf) and node.value is None else type(node)
    return _chosen(annotation, form)


@cache
def _chosen(annotation: Annotation, form: Annotation) -> Annotation:
    """`form` is the class of a node, or that of None for a key without value."""
    if form is type(None) and form in alternatives(annotation):
        return form
    members = tuple(a for a in alternatives(annotation) if a is not type(None))
    fitting = tuple(a for a in members if _form(a) is form) or members
    return fitting[0] if len(fitting) == 1 else Union[fitting]  # noqa: UP007 - made from a list


def _form(annotation: Annotation) -> type:
    """The class of nodes that can hold a type."""
    if is_noun(annotation) or origin(annotation) is Mapping:
        return Mapped
    return Listed if origin(annotation) is tuple else Leaf


def item(annotation: Annotation, number: int) -> Annotation:
    """The type of one item of a tuple."""
    kinds = get_args(annotation)
    return kinds[0] if kinds[-1] is Ellipsis else kinds[min(number, len(kinds) - 1)]


@cache
def closed_list(annotation: Annotation) -> Mapping[str, object] | None:
    """The words that a field may hold, in order, or nothing where any value may stand."""
    words: dict[str, object] = {}
    for kind in alternatives(annotation):
        if origin(kind) is Literal:
            words |= {str(value): value for value in get_args(kind)}
        elif isinstance(kind, type) and issubclass(kind, Enum):
            words |= {str(value.value): value for value in kind}
        elif kind is not type(None):
            return None
    return words


def expected(annotation: Annotation) -> Message:
    """What a field asks for, in words."""
    kind = next((a for a in alternatives(annotation) if a is not type(None)), str)
    if is_noun(kind) or origin(kind) is Mapping:
        return msg("keys with values")
    if origin(kind) is tuple:
        return msg("a list")
    return _WORDS.get(kind, msg("a text"))
