"""Laws 3 and 4: what the pure rooms must not do with the names that Python gives everybody."""

from __future__ import annotations

import ast

from tests.support.code import called, modules

PURE = ("model", "check", "compute", "compose")
COUNTING = (*PURE, "intake", "localise")
MACHINE = {"open", "print", "input", "eval", "exec", "compile", "__import__", "hash", "id"}
FLOATS_ALLOWED = {  # path -> why a binary fraction may stand there
    "seapgen/intake/shapes.py": "how alike two words must be to be proposed",
    "seapgen/compose/projection.py": "where a place stands on a map: rounded at once, never added up",
    "seapgen/localise/pseudo.py": "how much longer than English the pseudo-language is",
}


def test_pure_rooms_touch_no_machine() -> None:
    """No file is opened, nothing printed or evaluated, and nothing depends on a hash seed or an address in memory."""
    found = [
        f"{module.at(node)} {called(node)}()"
        for module in modules(*PURE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and called(node) in MACHINE
    ]

    assert [] == found


def test_numbers_are_decimal() -> None:
    """From intake to print no float is written or made: floats give another sum when rows are reordered."""
    found = [
        module.at(node)
        for module in modules(*COUNTING)
        if module.path not in FLOATS_ALLOWED
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float")
    ]

    assert [] == found
