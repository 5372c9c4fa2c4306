"""A document in a format. Libraries are loaded where they are used: a worker may need only one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from seapgen.model.artifact import Format, Sibling
from seapgen.model.document import Localised
from seapgen.model.theme import Theme


def render(document: Localised, format_: Format, theme: Theme, stationery: Path, siblings: Sequence[Sibling]) -> bytes:
    """The bytes of a document; stationery matters to Word, siblings to the web page."""
    match format_:
        case "docx":
            from seapgen.render.word.render import render_word

            return render_word(document, theme, stationery)
        case "pdf":
            from seapgen.render.pdf.render import render_pdf

            return render_pdf(document, theme)
        case "html":
            from seapgen.render.web.render import render_web

            return render_web(document, theme, siblings)
