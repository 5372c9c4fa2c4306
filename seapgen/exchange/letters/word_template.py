"""docxtpl at work: its patching of Word's text, with our sandbox in place of its Jinja.

Three things are done otherwise than docxtpl does them. A part is filled once, so that braces in data stay braces (docxtpl fills
footnotes once for every section); `{_{` in data stays as it is; and what comes out must be XML before docxtpl mends it silently.
"""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError, nodes
from lxml import etree

from seapgen.exchange.letters.faults import broken_result, empty_question, not_understood, too_much
from seapgen.exchange.letters.nouns import Logo
from seapgen.exchange.letters.sandbox import LETTERS, Sandbox, picture

_TAG = re.compile(r"<[^>]+>")
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SPACES = re.compile(r'xmlns(?::\w+)?="[^"]*"')


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """The template of one letter, opened once for each filling."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        self.sandbox = Sandbox(self._picture)

    def _picture(self, logo: Logo) -> Any:
        return picture(self, logo)

    def sources(self) -> Iterator[tuple[str, str]]:
        """The parts with marks as Jinja will read them: name and text."""
        self.init_docx()
        yield "word/document.xml", lined(self.patch_xml(self.get_xml()))
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                yield str(part.partname).lstrip("/"), lined(self.patch_xml(self.get_part_xml(part)))
        for part in self._footnotes():
            yield str(part.partname).lstrip("/"), lined(self.patch_xml(part.blob.decode("utf-8")))

    def filled(self, source: str, context: Mapping[str, object]) -> str:
        """The text of a part, stopped where it grows without end."""
        sandbox = self.sandbox
        sandbox.start(words_by_line(source))
        pieces, length = [], 0
        try:
            for piece in Template.from_code(sandbox, compiled(source), {}).generate(context):
                pieces.append(piece)
                length += len(piece)
                if length > LETTERS:
                    raise too_much(LETTERS, "")
        except UndefinedError as error:
            raise empty_question(sandbox.words.get(_line_of(error), "")) from error
        except (TemplateError, TypeError, ValueError) as error:
            reason = str(error) if isinstance(error, ValueError) else type(error).__name__
            raise not_understood(reason, sandbox.words.get(_line_of(error), "")) from error
        return "".join(pieces)

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, object], jinja_env: object = None) -> str:
        """A part, filled."""
        self.current_rendering_part = part
        filled = self.filled(lined(src_xml), context).replace("\n<w:p", "<w:p")
        try:
            etree.fromstring(filled.encode())
        except etree.XMLSyntaxError as error:
            raise broken_result(str(part.partname).lstrip("/")) from error
        return str(self.resolve_listing(filled))

    def render_properties(self, context: dict[str, object], jinja_env: object = None) -> None:
        """Nothing: the properties are set when the letter is finished."""

    def render_footnotes(self, context: dict[str, object], jinja_env: object = None) -> None:
        """The footnotes, once."""
        for part in self._footnotes():
            part._blob = self.render_xml_part(self.patch_xml(part.blob.decode("utf-8")), part, context).encode("utf-8")

    def _footnotes(self) -> Iterator[Any]:
        return (p for p in self.docx.part.package.parts if p.content_type == _FOOTNOTES)


def parsed(source: str) -> nodes.Template:
    """A part as Jinja understands it; LetterFault where it does not."""
    try:
        return Sandbox().parse(source)
    except TemplateSyntaxError as error:
        raise not_understood(error.message or "", words_by_line(source).get(error.lineno, "")) from error
    except (TemplateError, RecursionError) as error:
        raise not_understood(type(error).__name__, "") from error


@lru_cache(maxsize=64)
def compiled(source: str) -> CodeType:
    """A part as Python; made once for all municipalities."""
    sandbox = Sandbox()
    return sandbox.compile(sandbox.prepared(parsed(source)))


def lined(source: str) -> str:
    """Each paragraph on a line of its own, and nothing else: so the line of an error is its paragraph."""
    head, body = ("", source) if not source.startswith("<?xml") else source.split("?>", 1)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", body.replace("\r", " ").replace("\n", " ")) if not head else lined(body)


def words_by_line(source: str) -> dict[int, str]:
    """What a reader of the template sees on each line."""
    return {n: _TAG.sub("", line) for n, line in enumerate(source.split("\n"), 1)}


def _line_of(error: BaseException) -> int:
    """Where in the template an error arose: the line of the innermost frame that is the template's."""
    found = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return found[-1] or 0 if found else 0
