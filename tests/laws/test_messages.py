"""Law 10: text that is ours reaches a reader only as a Message, and translators see every one of them."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator

import pytest

from tests.support.code import Module, called, calls, modules

TEXTS = {"msg": 1, "nmsg": 2}  # how many texts stand at the front of the call
SETTINGS = {"msg": {"context"}, "nmsg": {"context", "n"}}  # keywords that are no values
SAYING = ("check", "compose", "intake", "publish", "execute", "exchange", "assemble")  # compute says nothing, it cites sources
MAKERS: dict[str, str] = {  # who may build a Message from a text that is not a literal, and why
    "seapgen/model/message.py": "msg and nmsg themselves",
}
MAKING_ROOMS = {
    "compose": "sentences of chapter files are extracted from the files",
    "localise": "marks and pseudo-languages",
    "extraction": "what it has found in code and chapter files",
}
LISTS = {  # where texts stand in a list and are filled later, and by whom
    "seapgen/intake/rules.py": "the findings of loading; a finding fills its rule's texts",
}
SENTENCE = re.compile(r"[^\W\d_]+,? [^\W\d_]+,? [^\W\d_]+")
LITERALS: dict[str, str] = {  # path -> why longer letters stand there that no reader sees
    "seapgen/exchange/letters/sheet.py": "names of Word styles",
}
NOT_READ = {"source", "description", "pattern", "title", "keywords"}  # citations, schemas, and names for search engines
ERRORS = re.compile(r"(Error|Exception|Warning)$")


def bad_texts(module: Module) -> Iterator[str]:
    """Calls whose texts are no literals, and places in texts that are not filled, or values that have no place."""
    for call in calls(module, *TEXTS):
        texts = call.args[: TEXTS[called(call)]]
        if module.path in MAKERS:
            continue
        if len(call.args) != TEXTS[called(call)] or not all(
            isinstance(t, ast.Constant) and isinstance(t.value, str) for t in texts
        ):
            yield f"{module.at(call)} {called(call)}() needs {TEXTS[called(call)]} literal text"
            continue
        if any(keyword.arg is None for keyword in call.keywords):
            yield f"{module.at(call)} {called(call)}() hides its values behind **"
            continue
        wanted = {name for text in texts for name in slots(text)}
        given = {str(k.arg) for k in call.keywords} - SETTINGS[called(call)]
        given |= {"n"} if called(call) == "nmsg" and "n" in wanted else set()
        if given - wanted or (wanted - given and module.path not in LISTS):
            yield f"{module.at(call)} places {sorted(wanted)}, values {sorted(given)}"


def slots(text: ast.expr) -> set[str]:
    """Names in braces."""
    assert isinstance(text, ast.Constant)
    return {name for _, name, _, _ in string.Formatter().parse(str(text.value)) if name is not None}


def loose_words(node: ast.AST) -> Iterator[ast.Constant]:
    """Literals of more than two words that are neither a message, nor a docstring, nor a programmer's error."""
    if isinstance(node, ast.Call) and (called(node) in TEXTS or ERRORS.search(called(node))):
        return
    if isinstance(node, ast.Assert | ast.Raise):
        return
    if isinstance(node, ast.keyword) and node.arg in NOT_READ:
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from loose_words(child)


def test_messages_are_literals() -> None:
    """Nothing built at run time reaches msg() or nmsg(), every place in a text is filled, every value has a place."""
    assert [] == [problem for module in modules() for problem in bad_texts(module)]


def test_messages_are_made_by_their_markers() -> None:
    """Only `msg` and `nmsg` build messages, but where texts come from files that are extracted too."""
    found = [
        module.at(call)
        for module in modules()
        if module.path not in MAKERS and module.room not in MAKING_ROOMS
        for call in calls(module, "Message")
    ]

    assert [] == found


@pytest.mark.parametrize("room", SAYING)
def test_no_reader_meets_a_literal(room: str) -> None:
    """A room that speaks to readers holds no sentence outside msg() and nmsg()."""
    found = [
        f"{module.at(node)} {node.value!r}"
        for module in modules(room)
        if module.path not in LITERALS
        for node in loose_words(module.tree)
    ]

    assert [] == found


@pytest.mark.parametrize(
    ("code", "problems"),
    [
        ('msg("The year {year}", year=x)', 0),
        ('msg(f"The year {year}")', 1),
        ("msg(text)", 1),
        ('msg("The year {year}")', 1),
        ('msg("The year", year=x)', 1),
        ('nmsg("{n} city", "{n} cities", n=x)', 0),
        ('nmsg("one city", more, n=x)', 1),
        ('msg("The year {year}", **values)', 1),
    ],
)
def test_the_law_would_notice(code: str, problems: int) -> None:
    """A text built at run time, a place without a value and a value without a place are seen."""
    assert problems == len(list(bad_texts(Module("seapgen/compose/x.py", code, ast.parse(code)))))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('Paragraph((Text("The plan starts here"),))', 1),
        ('Paragraph((msg("The plan starts here"),))', 0),
        ('x = f"The plan of {place} starts here"', 1),
        ('"""The plan starts here."""', 0),
        ('raise ValueError("no such block here")', 0),
        ('KEY = "sector.public_lighting.label"', 0),
    ],
)
def test_the_law_would_notice_words(code: str, words: int) -> None:
    """A sentence that is no message is seen wherever it stands."""
    assert words == len(list(loose_words(ast.parse(code))))
