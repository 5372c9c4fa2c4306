"""Our Jinja tags: `trans`, `section`, `callout`, `lead`.

`{% trans total=view.total %}… {{ total }} … {{ bei.energy }}{% endtrans %}` is one sentence. Jinja's own tag admits bare names
only and writes `%(energy)s`, where a stray per cent sign breaks a build; here any expression with a name may stand in a sentence,
as the slot `{energy}`; `{{ word(n) }}` asks for a count in words, `{n:word}`. Only public parts of Jinja are used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

from seapgen.compose.calls import boundary, own_place, say
from seapgen.compose.faults import ChapterFault
from seapgen.compose.held import Letter
from seapgen.model.message import Message, msg

SAY, OPEN, CLOSE, OWN, HAS = "say", "open", "close", "own", "has_own"
WORD = "word"  # the form of a count in words


@dataclass
class _Sentence:
    """What has been read of one sentence."""

    values: dict[str, nodes.Expr] = field(default_factory=dict)
    context: str | None = None

    def add(self, name: str, value: nodes.Expr, line: int) -> None:
        """A value and the name of its slot; two values of one name are refused."""
        if self.values.setdefault(name, value) != value:
            raise ChapterFault(
                "T1", msg("Two values in one sentence are called {name}.", name=name),
                msg("Name one of them: {example}.", example="{% trans other=… %}"), line,
            )  # fmt: skip


class SentenceTag(Extension):
    """`{% trans %}…{% pluralize %}…{% endtrans %}`; the count of a plural is the value `n`."""

    tags = {"trans"}  # noqa: RUF012 - Jinja's own shape

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Let `endtrans` keep its line end, which `trim_blocks` would eat: two sentences would be glued together."""
        return re.sub(r"\{%(-?)\s*endtrans\s*%\}", r"{%\1 endtrans +%}", source)

    def parse(self, parser: Parser) -> nodes.Node:
        """Read one sentence into a call."""
        line = next(parser.stream).lineno
        sentence = _Sentence()
        self._read_head(parser, sentence)
        one, more, end = self._read_body(parser, sentence), None, parser.stream.current.value
        if end == "pluralize":
            next(parser.stream)
            parser.stream.expect("block_end")
            more, end = self._read_body(parser, sentence), parser.stream.current.value
        if end != "endtrans":
            raise ChapterFault(
                "T1", msg("A sentence cannot hold {tag}.", tag=f"{{% {end} %}}"), msg("Write one sentence for each case."),
                parser.stream.current.lineno,
            )  # fmt: skip
        next(parser.stream)
        if more is not None and "n" not in sentence.values:
            raise ChapterFault(
                "T1", msg("A sentence with a plural has no count."), msg("Name it: {example}.", example="{% trans n=… %}"), line
            )
        arguments: list[nodes.Expr] = [nodes.ContextReference(), *(nodes.Const(text) for text in (one, more, sentence.context))]
        named = [nodes.Keyword(name, value) for name, value in sentence.values.items()]
        return nodes.Output([self.call_method(SAY, arguments, named, lineno=line)], lineno=line)

    def say(self, context: Context, one: str, more: str | None, about: str | None, /, **values: object) -> Letter:
        """At run time: hold the sentence."""
        return say(context, Message(one, more, about), values)

    def _read_head(self, parser: Parser, sentence: _Sentence) -> None:
        """`{% trans "context" first=ranking.first.sector, n=plan.count %}`."""
        stream = parser.stream
        if stream.current.type == "string":
            sentence.context = str(next(stream).value)
        while stream.current.type != "block_end":
            if sentence.values:
                stream.expect("comma")
            name = stream.expect("name")
            has_value = stream.skip_if("assign")
            value = parser.parse_expression() if has_value else nodes.Name(str(name.value), "load", lineno=name.lineno)
            sentence.add(str(name.value), value, name.lineno)
        next(stream)

    def _read_body(self, parser: Parser, sentence: _Sentence) -> str:
        """The text up to the next tag, in one line."""
        stream, parts = parser.stream, []
        while stream.current.type != "block_begin":
            token = next(stream)
            if token.type == "eof":
                raise ChapterFault("T1", msg("A sentence has no end."), msg("Write {tag}.", tag="{% endtrans %}"), token.lineno)
            parts.append(_letters(str(token.value), token.lineno) if token.type == "data" else self._slot(parser, sentence))
        next(stream)
        return re.sub(r"\s*\n\s*", " ", "".join(parts).strip())

    def _slot(self, parser: Parser, sentence: _Sentence) -> str:
        line = parser.stream.current.lineno
        value = parser.parse_expression()
        parser.stream.expect("variable_end")
        form = ""
        if (
            isinstance(value, nodes.Call)
            and isinstance(value.node, nodes.Name)
            and value.node.name == WORD
            and len(value.args) == 1
        ):
            form, value = WORD, value.args[0]
        name = _name(value)
        if not name:
            raise ChapterFault(
                "T1", msg("A value in a sentence has no name."), msg("Name it: {example}.", example="{% trans total=… %}"), line
            )
        if not (isinstance(value, nodes.Name) and name in sentence.values):
            sentence.add(name, value, line)
        return f"{{{name}:{form}}}" if form else f"{{{name}}}"


class SectionTag(Extension):
    """`{% section "id" %}default sentences{% endsection %}`: what a person may replace. A second string is its title in Word."""

    tags = {"section"}  # noqa: RUF012 - Jinja's own shape

    def parse(self, parser: Parser) -> nodes.Node:
        """People's text if there is one, else the default sentences, between marks."""
        line = next(parser.stream).lineno
        names = [_string(parser)]
        if parser.stream.skip_if("comma"):
            names.append(_string(parser))
        default = parser.parse_statements(("name:endsection",), drop_needle=True)
        arguments: list[nodes.Expr] = [nodes.ContextReference(), *(nodes.Const(name) for name in names)]
        own = nodes.Output([self.call_method(OWN, arguments, lineno=line)], lineno=line)
        opening = nodes.Output([self.call_method(OPEN, arguments, lineno=line)], lineno=line)
        closing = nodes.Output([self.call_method(CLOSE, arguments, lineno=line)], lineno=line)
        return nodes.If(self.call_method(HAS, arguments, lineno=line), [own], [], [opening, *default, closing], lineno=line)

    def has_own(self, context: Context, section: str, title: str = "") -> bool:
        """Whether any language has people's text."""
        return context["has_text"](section) is True

    def own(self, context: Context, section: str, title: str = "") -> Letter:
        """At run time: the place of people's text."""
        return own_place(context, section, Message(title) if title else None)

    def open(self, context: Context, section: str, title: str = "") -> Letter:
        """At run time: the beginning of the default sentences."""
        return boundary(context, "section", section, Message(title) if title else None, opens=True)

    def close(self, context: Context, section: str, title: str = "") -> Letter:
        """At run time: the end of the default sentences."""
        return boundary(context, "section", section, opens=False)


class FrameTag(Extension):
    """`{% lead %}…`: the chapter's opening words. `{% callout %}…`: a box whose first paragraph is its title."""

    tags = {"lead", "callout"}  # noqa: RUF012 - Jinja's own shape

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The content between marks."""
        token = next(parser.stream)
        content = parser.parse_statements((f"name:end{token.value}",), drop_needle=True)
        arguments: list[nodes.Expr] = [nodes.ContextReference(), nodes.Const(token.value)]
        opening = nodes.Output([self.call_method(OPEN, arguments, lineno=token.lineno)], lineno=token.lineno)
        closing = nodes.Output([self.call_method(CLOSE, arguments, lineno=token.lineno)], lineno=token.lineno)
        return [opening, *content, closing]

    def open(self, context: Context, kind: str) -> Letter:
        """At run time: the beginning."""
        return boundary(context, "lead" if kind == "lead" else "callout", opens=True)

    def close(self, context: Context, kind: str) -> Letter:
        """At run time: the end."""
        return boundary(context, "lead" if kind == "lead" else "callout", opens=False)


TAGS: tuple[type[Extension], ...] = (SentenceTag, SectionTag, FrameTag)


def sentences(tree: nodes.Template) -> Iterator[tuple[int, Message]]:
    """The messages of a chapter with their lines: sentences, and titles of sections."""
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.ExtensionAttribute):
            continue
        texts = [arg.value for arg in call.args if isinstance(arg, nodes.Const)]
        if call.node.name == SAY:
            yield call.lineno, Message(*texts)
        elif call.node.name == OPEN and len(texts) > 1:
            yield call.lineno, Message(texts[1])


def _string(parser: Parser) -> str:
    return str(parser.stream.expect("string").value)


def _letters(text: str, line: int) -> str:
    if "{" in text or "}" in text:
        fact = msg("A sentence has braces: {text}", text=text.strip())
        raise ChapterFault("T1", fact, msg("Leave them out; they mark values for the translator."), line)
    return text


def _name(value: nodes.Expr) -> str:
    """The last name in an expression: `largest.share` is called `share`, `note("ipcc")` is called `ipcc`."""
    match value:
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return str(name)
        case nodes.Call(args=[nodes.Const(value=str(name))]):
            return name.rpartition(".")[2]
        case _:
            return ""
