"""How large a thing may be.

A number here is raised by a decision in docs/decisions.md. Nothing is split to satisfy it: find the noun that splits it.
"""

from __future__ import annotations

import ast

from tests.support.code import Module, functions, modules

MODULE_LINES = 300
FUNCTION_LINES = 40
LONG_MODULES = {
    "seapgen/model/document.py": "the closed list of blocks stands in one place, so that a renderer's author reads it whole",
}
LONG_FUNCTIONS = {  # "path:name" -> why it is better whole
    "seapgen/render/pdf/blocks.py:block": "one case for each block of the closed list",
}


def length(module: Module) -> int:
    """Lines of a module."""
    return module.text.count("\n")


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from `def` to its end, its docstring not counted."""
    first = node.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_modules_are_about_one_thing() -> None:
    """No module is longer than 300 lines without a reason."""
    found = {m.path: length(m) for m in modules() if length(m) > MODULE_LINES and m.path not in LONG_MODULES}

    assert {} == found


def test_functions_are_seen_whole() -> None:
    """No function is longer than 40 lines without a reason."""
    found = {
        f"{m.path}:{f.name}": body_length(f)
        for m in modules()
        for f in functions(m)
        if body_length(f) > FUNCTION_LINES and f"{m.path}:{f.name}" not in LONG_FUNCTIONS
    }

    assert {} == found


def test_exceptions_are_still_needed() -> None:
    """An exception whose module or function has become short, or has gone, is taken off the list."""
    long_modules = {m.path for m in modules() if length(m) > MODULE_LINES}
    long_functions = {f"{m.path}:{f.name}" for m in modules() for f in functions(m) if body_length(f) > FUNCTION_LINES}

    assert set() == set(LONG_MODULES) - long_modules
    assert set() == set(LONG_FUNCTIONS) - long_functions
