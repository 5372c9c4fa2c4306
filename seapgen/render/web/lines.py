"""What stands inside a line: inlines to HTML, and footnotes gathered for the end of their chapter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import assert_never
from urllib.parse import urlsplit

from markupsafe import Markup

from seapgen.model.inline import (
    CrossReference,
    Emphasis,
    FigureInline,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Span,
    Strong,
    Text,
    plain,
)
from seapgen.model.message import Exact
from seapgen.render.web.anchors import Anchors
from seapgen.render.web.macros import write
from seapgen.render.web.setting import Setting

_SCHEMES = ("http", "https", "mailto")
_TEMPLATE = "inlines.html"


class Lines:
    """Writes lines; footnotes are numbered through the page and wait for `notes`."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._count = 0
        self._waiting: list[tuple[int, Markup]] = []

    def line(self, children: tuple[Inline, ...], at: Setting, *, quiet: bool = False) -> Markup:
        """Inlines as HTML; a quiet line has no links, marks and notes: for a list of contents."""
        return Markup("").join(self._inline(child, at, quiet=quiet) for child in children)

    def notes(self, at: Setting) -> Markup:
        """The list of the footnotes since the last one, or nothing."""
        waiting, self._waiting = sorted(self._waiting), []
        if not waiting:
            return Markup("")
        return write(_TEMPLATE, "notes", notes=waiting, back=plain(at.labels.back_to_text))

    def _figure(self, node: FigureInline, at: Setting) -> str:
        """A number with its id and exact value; one without id (an amount that a check names) is a word like others."""
        return write(_TEMPLATE, "figure", id=at.own(node.id), value=exact(node.value), text=node.text)

    def _inline(self, node: Inline, at: Setting, *, quiet: bool) -> str:
        match node:
            case Text(text):
                return text  # joining escapes it
            case LineBreak():
                return Markup(" ") if quiet else write(_TEMPLATE, "line_break")
            case FigureInline():
                return node.text if quiet or not node.id else self._figure(node, at)
            case CrossReference(target, text):
                return text if quiet else write(_TEMPLATE, "reference", target=self._anchors.target(at.part, target), text=text)
            case Footnote(children):
                return Markup("") if quiet else self._footnote(children, at)
            case Strong() | Emphasis() | Link() | Span():
                return self._stretch(node, at, quiet=quiet)
            case _:
                assert_never(node)

    def _stretch(self, node: Strong[Inline] | Emphasis[Inline] | Link[Inline] | Span, at: Setting, *, quiet: bool) -> Markup:
        inside = at.speaking(node.language) if isinstance(node, Span) else at
        content = self.line(node.children, inside, quiet=quiet)
        match node:
            case Strong():
                return write(_TEMPLATE, "strong", content=content)
            case Emphasis():
                return write(_TEMPLATE, "emphasis", content=content)
            case Link(url):
                return content if quiet or not is_safe(url) else write(_TEMPLATE, "link", url=url, content=content)
            case Span():
                return self._span(node, at, content, quiet=quiet)
            case _:
                assert_never(node)

    def _footnote(self, children: tuple[Inline, ...], at: Setting) -> Markup:
        self._count += 1
        number = self._count
        self._waiting.append((number, self.line(children, at)))
        return write(_TEMPLATE, "note_mark", number=number, label=plain(at.labels.note))

    def _span(self, span: Span, at: Setting, content: Markup, *, quiet: bool) -> Markup:
        language = at.foreign(span.language)
        if span.draft and not quiet:
            return write(_TEMPLATE, "draft", lang=language, content=content, mark=plain(at.labels.draft_text))
        return write(_TEMPLATE, "foreign", lang=language, content=content) if language else content


def exact(value: Exact) -> str:
    """An exact value for programs: digits without exponent, ISO date, or two numbers with a slash."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else "/".join(f"{part:f}" for part in value)


def is_safe(url: str) -> bool:
    """Whether a browser may follow the address; intake has refused others, this is the second lock."""
    try:
        return urlsplit(url.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False
