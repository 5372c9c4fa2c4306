"""Where messages stand: sentences of chapter files, and literal `msg("…")` and `nmsg("…", "…")` in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from seapgen import resources
from seapgen.compose.chapters import compile_chapter
from seapgen.localise.po import Found
from seapgen.model.message import Message

PACKAGE = Path(__file__).resolve().parent.parent
CHAPTER_NOTE = re.compile(r"\{# NOTE: (.*) #\}")  # a line before a sentence: what the translator must know
CODE_NOTE = re.compile(r"# NOTE: (.*)")
TEXTS = {"msg": 1, "nmsg": 2}  # how many texts a call begins with


def messages() -> tuple[Found, ...]:
    """Every message of chapters and code, in the order of files and lines. Raises BrokenTemplateError."""
    return (*_of_chapters(), *_of_code())


def of_chapter(name: str, source: str) -> Iterator[Found]:
    """The sentences of one chapter file."""
    lines = ["", *source.splitlines()]
    for line, message in compile_chapter(name, source).messages:
        note = CHAPTER_NOTE.fullmatch(lines[line - 1].strip())
        yield Found(message, name, note[1] if note else "")


def of_module(name: str, source: str) -> Iterator[Found]:
    """The messages of one Python file; ValueError where a text is no literal."""
    lines = ["", *source.splitlines()]
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id in TEXTS:
            note = CODE_NOTE.fullmatch(lines[call.lineno - 1].strip())
            yield Found(_literal(call, TEXTS[call.func.id], name), name, note[1] if note else "")


def _of_chapters() -> Iterator[Found]:
    folder = resources.folder("templates") / "chapters"
    for path in sorted(folder.rglob("*.md")):
        yield from of_chapter(f"templates/chapters/{path.relative_to(folder).as_posix()}", path.read_text(encoding="utf-8"))


def _of_code() -> Iterator[Found]:
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "msg(" in source:
            yield from of_module(f"seapgen/{path.relative_to(PACKAGE).as_posix()}", source)


def _literal(call: ast.Call, texts: int, name: str) -> Message:
    context = next((word.value for word in call.keywords if word.arg == "context"), ast.Constant(None))
    parts = [part.value for part in (*call.args[:texts], context) if isinstance(part, ast.Constant)]
    if len(parts) != texts + 1 or not all(isinstance(part, str) for part in parts[:-1]):
        raise ValueError(f"{name}:{call.lineno}: the text of a message must be a literal")
    return Message(str(parts[0]), str(parts[1]) if texts == 2 else None, None if parts[-1] is None else str(parts[-1]))
