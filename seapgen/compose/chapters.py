"""Chapter files: the small, checked part of Jinja that decides what is said. This is the only door to the template engine.

An agency may override a chapter, so the language is a list of what is allowed, checked when the file is compiled: conditions,
loops, sentences, sections, our functions. No filters, tests, macros, assignments, arithmetic; no words outside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import TracebackType

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from seapgen.compose.calls import FUNCTIONS, finalize, names
from seapgen.compose.faults import ChapterFault, broken
from seapgen.compose.held import FIRST, RESERVED, SLOT, Desk
from seapgen.compose.markup import parse_line
from seapgen.compose.material import Material
from seapgen.compose.tags import TAGS, sentences
from seapgen.model.inline import Text
from seapgen.model.message import Message, msg

ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Call, nodes.Keyword,
    nodes.If, nodes.For, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand,
    nodes.ExtensionAttribute, nodes.ContextReference,
)  # fmt: skip
_MARK = re.compile(r"""\bnote\(\s*["'](\w+)["']\s*\)""")
STRUCTURE = re.compile(r"\[#[^\]]*\]|\[\^\w+\]:?")  # ids of headings and labels of footnotes: the only words a chapter has itself


@dataclass(frozen=True, slots=True)
class CompiledChapter:
    """A chapter file that has been parsed, checked and compiled.

    `messages` are its sentences with their lines; `marks` the labels of all footnotes that any of its branches has a mark for.
    """

    name: str
    template: Template
    messages: tuple[tuple[int, Message], ...]
    marks: frozenset[str]

    def render(self, material: Material, desk: Desk) -> str:
        """Run the chapter: Markdown whose words are letters of the desk."""
        try:
            return self.template.render(names(material, desk))
        except ChapterFault as fault:
            raise broken(self.name, fault, _line(fault.__traceback__, self.name)) from fault
        except TemplateError as error:
            raise broken(self.name, _unknown(error), _line(error.__traceback__, self.name)) from error


@cache
def compile_chapter(name: str, source: str) -> CompiledChapter:
    """Parse, check and compile a chapter file; `name` is its path for findings. Raises BrokenTemplateError."""
    env = _environment()
    try:
        tree = env.parse(source, name)
        _check(source, tree)
        for line, message in sentences(tree):
            _check_markup(message, line)
        template = Template.from_code(env, env.compile(source, name, name), {})
    except ChapterFault as fault:
        raise broken(name, fault) from fault
    except TemplateError as error:
        raise broken(name, _unreadable(error), getattr(error, "lineno", None) or 0) from error
    return CompiledChapter(name, template, tuple(sentences(tree)), frozenset(_MARK.findall(source)))


def _check_markup(message: Message, line: int) -> None:
    """A sentence whose Markdown cannot be used is found when the chapter is compiled, not when somebody builds."""
    try:
        for text in (message.text, message.plural or ""):
            parse_line(SLOT.sub(chr(FIRST), text), lambda letters: (Text(letters),))
    except ChapterFault as fault:
        raise ChapterFault(fault.code, fault.fact, fault.proposal, line) from fault


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    """No autoescape: there is no HTML here, and `&` must stay one letter."""
    env = ImmutableSandboxedEnvironment(
        extensions=TAGS, undefined=StrictUndefined, autoescape=False,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, finalize=finalize,
    )  # fmt: skip
    for furniture in (env.globals, env.filters, env.tests):
        furniture.clear()
    return env


def _check(source: str, tree: nodes.Template) -> None:
    """Refuse what a chapter file may not use."""
    reserved = RESERVED.search(source)
    if reserved:
        line = source.count("\n", 0, reserved.start()) + 1
        raise ChapterFault("T1", msg("The chapter has a private-use character."), msg("Remove it; they stand for values."), line)
    for node in tree.find_all(nodes.Node):
        _check_node(node)
    for line, text in _own_words(tree):
        raise ChapterFault(
            "T1", msg("Words stand outside a sentence: {text}", text=text),
            msg("Put words between {open} and {close}.", open="{% trans %}", close="{% endtrans %}"), line,
        )  # fmt: skip


def _check_node(node: nodes.Node) -> None:
    match node:
        case nodes.Call(node=nodes.ExtensionAttribute()):
            return
        case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str())], kwargs=[]) if name in FUNCTIONS:
            return
        case nodes.Call():
            known = ", ".join(f'{name}("…")' for name in sorted(FUNCTIONS))
            raise _refusal(node, "a call", msg("A chapter may call {functions} only.", functions=known))
        case nodes.Name(name=name) | nodes.Getattr(attr=name) if name.startswith("_"):
            raise _refusal(node, name, msg("Names that begin with an underscore are private."))
        case nodes.Filter(name=name):
            raise _refusal(
                node, f"the filter {name}", msg("A figure knows its unit and digits; a condition belongs in the view.")
            )
        case _:
            pass
    if not isinstance(node, ALLOWED):
        raise _refusal(node, type(node).__name__, msg("Decide it in the view; a chapter has conditions, loops and sentences."))


def _refusal(node: nodes.Node, what: str, proposal: Message) -> ChapterFault:
    return ChapterFault("T1", msg("A chapter may not use {what}.", what=what), proposal, node.lineno or 0)


def _own_words(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Words that nobody would translate."""
    for node in tree.find_all(nodes.TemplateData):
        for offset, line in enumerate(node.data.splitlines()):
            if re.search(r"[^\W\d_]{2}", STRUCTURE.sub("", line)):
                yield node.lineno + offset, line.strip()


def _unreadable(error: TemplateError) -> ChapterFault:
    return ChapterFault(
        "T1", msg("The chapter cannot be read: {reason}", reason=str(error.message or error)),
        msg("Compare it with the chapters that come with seapgen."),
    )  # fmt: skip


def _unknown(error: TemplateError) -> ChapterFault:
    return ChapterFault(
        "T3", msg("The chapter asks for something that is not there: {reason}", reason=str(error.message or error)),
        msg("Use a value that the view of this chapter has."),
    )  # fmt: skip


def _line(trace: TracebackType | None, name: str) -> int:
    """The line of the chapter file where it happened."""
    line = 0
    while trace:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == name else line
        trace = trace.tb_next
    return line
