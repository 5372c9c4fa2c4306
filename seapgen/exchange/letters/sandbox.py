"""Where the marks of a letter are worked out: a sandbox that knows our names only, counts its steps and prints no blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO

from docx.shared import Mm
from docxtpl import InlineImage
from jinja2 import StrictUndefined, nodes
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from seapgen.exchange.letters.asked import Figures
from seapgen.exchange.letters.faults import LetterFault, blank, too_much, unknown
from seapgen.exchange.letters.nouns import Logo
from seapgen.exchange.letters.printed import Printed

STEPS = 20_000  # of all loops of a part together
LETTERS = 5_000_000  # of a filled part, its XML included
LOGO_MM = 16
LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length")
FILTERS = ("first", "last", "length", "upper")
TESTS = ("defined", "none", "even", "odd")
_PRINTED, _COUNTED = "_printed", "_counted"  # filters that no template can name: an underscore is refused


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without globals; of our own nouns it shows the fields, of a value its forms, of anything else nothing."""

    def __init__(self, place_picture: Callable[[Logo], Markup] = lambda logo: Markup()) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = {}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in (*TESTS, "eq", "ne", "lt", "le", "gt", "ge", "in")}
        self.filters |= {_PRINTED: self._print, _COUNTED: self._count}
        self._place_picture = place_picture
        self._steps = STEPS
        self.words: Mapping[int, str] = {}  # the words of each line, for findings

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may look at it."""
        if attr.startswith("_") or isinstance(obj, Logo):
            return False
        if isinstance(obj, LoopContext):
            return attr in LOOP
        if isinstance(obj, Printed):
            return isinstance(value, Printed)
        return is_dataclass(obj) and attr in {f.name for f in fields(obj)}

    def is_safe_callable(self, obj: object) -> bool:
        """Whether a template may call it; what is called stands in the grammar already."""
        return callable(obj) and type(obj).__name__ == "Dates"

    def prepared(self, tree: nodes.Template) -> nodes.Template:
        """The tree with every blank watched and every loop counted."""
        prepared = _Watch().visit(tree)
        assert isinstance(prepared, nodes.Template)
        return prepared

    def start(self, words: Mapping[int, str]) -> None:
        """A new part with the words of its lines: its steps are counted from nought."""
        self._steps, self.words = STEPS, words

    def _print(self, value: object, name: str, line: int) -> object:
        words = self.words.get(line, "")
        if value is None:
            raise blank(name, words)
        if isinstance(value, Undefined):
            raise self._missing(value, name, words)
        if isinstance(value, Logo):
            return self._place_picture(value)
        return escape(str(value))

    def _missing(self, value: Undefined, name: str, words: str) -> LetterFault:
        owner, known = value._undefined_obj, []
        if owner is None:
            return blank(name, words)
        if isinstance(owner, Figures):
            return unknown(f"figures[{value._undefined_name}]", [f"figures[{id_}]" for id_ in owner], words)
        if is_dataclass(owner):
            known = [f.name for f in fields(owner) if not f.name.startswith("_")]
        return unknown(name or str(value._undefined_name), known, words)

    def _count(self, things: object, line: int) -> Iterator[object]:
        if not isinstance(things, Iterable) or isinstance(things, str):
            raise unknown(str(things), [], self.words.get(line, ""))
        for thing in things:
            self._steps -= 1
            if self._steps < 0:
                raise too_much(STEPS, self.words.get(line, ""))
            yield thing


def dotted(node: nodes.Node) -> str:
    """An expression as it was written, as far as it is names and dots; else nothing."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{dotted(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f'{dotted(node.node)}["{value}"]'
        case _:
            return ""


class _Watch(NodeTransformer):
    """Puts a filter round every printed expression and every looped one."""

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """Print through the sandbox."""
        node.nodes = [_watched(each) for each in node.nodes]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Count the steps."""
        assert isinstance(node.iter, nodes.Expr)
        node.iter = _filtered(node.iter, _COUNTED, node.lineno)
        return self.generic_visit(node)


def _watched(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.TemplateData) else _filtered(node, _PRINTED, dotted(node), node.lineno)


def _filtered(node: nodes.Expr, name: str, *arguments: object) -> nodes.Filter:
    constants = [nodes.Const(a, lineno=node.lineno) for a in arguments]
    return nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)


def picture(template: object, logo: Logo) -> Markup:
    """A logo in a line, with its name as alternative text."""
    drawn = str(InlineImage(template, BytesIO(logo.png), height=Mm(LOGO_MM)))
    return Markup(drawn.replace("<wp:docPr ", f'<wp:docPr descr="{escape(logo.name)}" ', 1))
