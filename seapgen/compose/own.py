"""People's own text in a document: read apart, in its own language, and put in as a section."""

from __future__ import annotations

import re

from seapgen.compose.lines import Writer
from seapgen.compose.markup import parse_own
from seapgen.compose.missing import unknown_figure
from seapgen.model.document import Section
from seapgen.model.errors import MissingTranslationError
from seapgen.model.inline import Inline, Text, plain
from seapgen.model.message import WITHHELD, Prose

NUMBER = re.compile(r"[<>\d\u2212-]")  # what the words of a link to a figure begin with


def own_section(id_: str, title: tuple[Inline, ...], prose: Prose, writer: Writer) -> Section[Inline]:
    """The text in the document's language; in a draft perhaps in the language of reference, marked."""
    try:
        code, text = writer.chosen(prose.by_language, id_)
    except MissingTranslationError as error:
        writer.missing += error.findings
        return Section(id_, title, writer.language.code, own=True, blocks=())
    reference = writer.reference
    language = reference if reference is not None and code == reference.code else writer.language

    def follow(url: str, inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
        key = url.removeprefix("figure:")
        if not NUMBER.match(plain(inner)):
            return inner  # words about a figure, not its number
        if key in writer.figures:
            figure = writer.figures[key]
            return (Text(WITHHELD),) if figure.is_withheld else (language.figure(figure),)
        writer.note((unknown_figure(id_, key),))
        return inner

    blocks = parse_own(text, follow)
    return Section(id_, title, code, own=True, blocks=blocks, draft=code != writer.language.code)
