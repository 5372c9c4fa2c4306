"""A web page as a browser would see it, and documents made from the specimen for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from lxml import html

from seapgen.model.artifact import Sibling
from seapgen.model.document import Block, Chapter, Cover, Localised
from seapgen.model.inline import Inline, Text
from seapgen.render.web.render import render_web
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document

SIBLINGS = (
    Sibling("seap-turin-en.pdf", "PDF", "en", "pdf"),
    Sibling("seap-turin-en.docx", "Word", "en", "docx"),
    Sibling("../it/seap-turin-it.html", "Italiano", "it", "html"),
)


@cache
def specimen_page(language: str = "en") -> bytes:
    """The specimen as a page."""
    return render_web(specimen_document(language), default_theme(), SIBLINGS)


def render(document: Localised) -> bytes:
    """A document as a page in the theme that ships."""
    return render_web(document, default_theme())


def tree(page: bytes) -> html.HtmlElement:
    """The page parsed as HTML."""
    return html.document_fromstring(page.decode("utf-8"))


def letters(page: bytes) -> str:
    """All letters of the page's body in reading order, drawings included, with white space as single spaces."""
    body = tree(page).body
    for script in body.findall(".//script"):
        script.drop_tree()
    return squeezed("".join(body.itertext()))


def squeezed(text: str) -> str:
    """A text with white space as single spaces."""
    return " ".join(text.split())


def with_blocks(*blocks: Block[Inline], language: str = "en") -> Localised:
    """A document of these blocks alone; no references."""
    return replace(specimen_document(language), blocks=blocks)


def in_chapter(*blocks: Block[Inline]) -> Localised:
    """A document of one chapter with these blocks."""
    return with_blocks(Chapter("chapter", "1", (Text("Chapter"),), (), blocks))


def cover_of(document: Localised) -> Cover[Inline]:
    """The cover of a document."""
    return next(block for block in document.blocks if isinstance(block, Cover))


def with_texts(node: Any, change: Callable[[str], str]) -> Any:
    """A noun with every text inside changed."""
    if isinstance(node, Text):
        return Text(change(node.text))
    if isinstance(node, tuple):
        return tuple(with_texts(each, change) for each in node)
    if is_dataclass(node) and not isinstance(node, type):
        return replace(node, **{each.name: with_texts(getattr(node, each.name), change) for each in fields(node)})
    return node
