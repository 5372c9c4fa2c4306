"""Our own source as syntax trees, for the laws."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.places import PACKAGE, ROOT


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package: its path in the checkout, its text and its tree."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """A place in it, as editors understand it."""
        return f"{self.path}:{getattr(node, 'lineno', 0)}"

    @property
    def room(self) -> str:
        """The room it belongs to; a module directly in the package is its own room."""
        return Path(self.path).parts[1].removesuffix(".py")


def modules(*rooms: str) -> Iterator[Module]:
    """All modules of the package, or of the rooms named."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        module = Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text))
        if not rooms or module.room in rooms:
            yield module


def calls(module: Module, *names: str) -> Iterator[ast.Call]:
    """Calls of functions or classes by their bare name, `msg(…)` as well as `message.msg(…)`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def called(call: ast.Call) -> str:
    """The bare name of what is called; empty where it has none."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=ast.Name(id=name)):  # Text[Planned](…)
            return name
        case _:
            return ""


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
