"""What a letter may say: names, conditions and loops of the nouns, looked at before anything is worked out.

Each place of a name is followed through the nouns' own types, so a wrong name is found in a branch that no municipality takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import MappingProxyType, NoneType, UnionType
from typing import TypeAlias, get_args, get_origin, get_type_hints

from jinja2 import nodes

from seapgen.exchange.letters.asked import Dates, Figures
from seapgen.exchange.letters.faults import LetterFault, forbidden, unknown
from seapgen.exchange.letters.nouns import LetterFacts, Logo
from seapgen.exchange.letters.printed import Printed
from seapgen.exchange.letters.sandbox import FILTERS, LOOP, TESTS, dotted

Kind: TypeAlias = object  # a type, `Many`, or one of the marks below
ANY, LOOPING = "any", "loop"
Scope: TypeAlias = Mapping[str, Kind]
_PARTS: tuple[type[nodes.Node], ...] = (  # what expressions are made of, beside names, values, calls
    nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Const,
    nodes.TemplateData, nodes.Tuple, nodes.List,
)  # fmt: skip
_COMPARING = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq", "in", "notin"})


class Many:
    """A list of things of one kind."""

    def __init__(self, item: Kind) -> None:
        self.item = item


def top() -> Scope:
    """The names at the beginning of a blank."""
    return MappingProxyType(get_type_hints(LetterFacts))


def known_names(kind: Kind, before: str = "") -> Iterator[str]:
    """Every name below a kind with dots, `[]` for the items of a list; for the documentation and its test."""
    found = _plain(kind)
    if isinstance(found, Many):
        yield from known_names(found.item, f"{before}[]")
    elif found in (Printed, Figures, Dates, Logo, bool) or not is_dataclass(found):
        yield before
    else:
        for field in fields(found):
            yield from known_names(get_type_hints(found)[field.name], f"{before}.{field.name}" if before else field.name)


def faults(tree: nodes.Template, words: Mapping[int, str]) -> Iterator[LetterFault]:
    """Everything that a template says and may not, in its order; `words` are those of each line."""
    yield from _Reader(words).statements(tree.body, top())


def _plain(kind: Kind) -> Kind:
    """A type without its None, a tuple as `Many`."""
    if isinstance(kind, UnionType):
        kind = next(k for k in get_args(kind) if k is not NoneType)
    return Many(get_args(kind)[0]) if get_origin(kind) is tuple else kind


class _Reader:
    """Reads statements and expressions with the kinds of all names in sight."""

    def __init__(self, words: Mapping[int, str]) -> None:
        self._words = words

    def statements(self, body: list[nodes.Node], scope: Scope) -> Iterator[LetterFault]:
        for node in body:
            match node:
                case nodes.Output():
                    for each in node.nodes:
                        yield from self._expression(each, scope)
                case nodes.If():
                    yield from self._condition(node, scope)
                case nodes.For():
                    yield from self._loop(node, scope)
                case _:
                    yield self._forbidden(node)

    def _condition(self, node: nodes.If, scope: Scope) -> Iterator[LetterFault]:
        yield from self._expression(node.test, scope)
        yield from self.statements(node.body, scope)
        for other in node.elif_:
            yield from self._condition(other, scope)
        yield from self.statements(node.else_, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> Iterator[LetterFault]:
        yield from self._expression(node.iter, scope)
        kind = self._kind(node.iter, scope)
        if node.recursive or not isinstance(node.target, nodes.Name) or not isinstance(kind, Many | str):
            yield self._forbidden(node)
            return
        item = kind.item if isinstance(kind, Many) else ANY
        inner = {**scope, node.target.name: item, "loop": LOOPING}
        yield from self._expression(node.test, inner) if node.test else ()
        yield from self.statements(node.body, inner)
        yield from self.statements(node.else_, scope)

    def _expression(self, node: nodes.Node, scope: Scope) -> Iterator[LetterFault]:
        match node:
            case nodes.Name(name=name):
                yield from () if name in scope else [unknown(name, list(scope), self._said(node))]
            case nodes.Getattr():
                yield from self._attribute(node, scope)
            case nodes.Getitem():
                yield from self._item(node, scope)
            case nodes.Call():
                yield from self._call(node)
            case _ if not isinstance(node, _PARTS) or not _is_mild(node):
                yield self._forbidden(node)
            case _:
                for child in node.iter_child_nodes():
                    yield from self._expression(child, scope)

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Iterator[LetterFault]:
        inner = list(self._expression(node.node, scope))
        yield from inner
        if node.attr.startswith("_"):
            yield self._forbidden(node)
        elif not inner and self._kind(node, scope) is None:
            yield unknown(dotted(node) or node.attr, _below(self._kind(node.node, scope), dotted(node.node)), self._said(node))

    def _item(self, node: nodes.Getitem, scope: Scope) -> Iterator[LetterFault]:
        yield from self._expression(node.node, scope)
        if self._kind(node.node, scope) is not Figures:
            yield self._forbidden(node)
        yield from self._expression(node.arg, scope)

    def _call(self, node: nodes.Call) -> Iterator[LetterFault]:
        is_date = isinstance(node.node, nodes.Name) and node.node.name == "date"
        is_text = len(node.args) == 1 and isinstance(node.args[0], nodes.Const) and isinstance(node.args[0].value, str)
        if not (is_date and is_text) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            yield self._forbidden(node)

    def _kind(self, node: nodes.Node, scope: Scope) -> Kind:
        """What an expression is; None where it has no such part, `any` where only the filling will tell."""
        match node:
            case nodes.Name(name=name):
                return _plain(scope.get(name, ANY))
            case nodes.Getattr(attr=attr):
                return _part(self._kind(node.node, scope), attr)
            case nodes.Getitem():
                return Printed
            case nodes.Filter(name="first" | "last", node=nodes.Node() as inner):
                kind = self._kind(inner, scope)
                return _plain(kind.item) if isinstance(kind, Many) else ANY
            case _:
                return ANY

    def _forbidden(self, node: nodes.Node) -> LetterFault:
        name = getattr(node, "name", "") or getattr(node, "attr", "")
        what = f"{type(node).__name__.lower()} {name if isinstance(name, str) else ''}".strip()
        return forbidden(what, self._said(node))

    def _said(self, node: nodes.Node) -> str:
        return self._words.get(node.lineno, "")


def _is_mild(node: nodes.Node) -> bool:
    """Whether a filter, a test or a comparison is one of the few that a letter may use."""
    match node:
        case nodes.Filter():
            return node.name in FILTERS and node.node is not None and not node.args and not node.kwargs
        case nodes.Test():
            return node.name in TESTS
        case nodes.Operand():
            return node.op in _COMPARING
        case _:
            return True


def _part(kind: Kind, name: str) -> Kind:
    """The kind of a field of a kind, None where there is none."""
    if kind in (ANY, Printed):
        return kind
    if kind == LOOPING:
        return ANY if name in LOOP else None
    if kind is Logo:
        return None
    if is_dataclass(kind) and isinstance(kind, type) and name in (hints := get_type_hints(kind)) and name[0] != "_":
        return _plain(hints[name])
    return None


def _below(kind: Kind, before: str) -> list[str]:
    """The names that a kind has, with what stands before them."""
    if kind == LOOPING:
        return [f"{before}.{name}" for name in LOOP]
    return [f"{before}.{f.name}" for f in fields(kind) if f.name[0] != "_"] if is_dataclass(kind) else []
