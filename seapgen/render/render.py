"""A document in a format. Libraries are loaded where they are used: a worker may need only one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from seapgen.model.artifact import Format, Sibling
from seapgen.model.document import Localised
from seapgen.model.outfit import Outfit
from seapgen.model.theme import Theme


def render(
    document: Localised, format_: Format, theme: Theme, stationery: Outfit, siblings: Sequence[Sibling],
    page_of: Callable[[str], str] | None = None,
) -> bytes:  # fmt: skip
    """The bytes of a document; the shell and its texts matter to Word, font files to PDF and page, siblings to the page.

    `page_of` gives the printed page of a heading by its bookmark, for the contents list of a Word file; else it has no pages.
    """
    match format_:
        case "docx":
            from seapgen.render.word.render import render_word

            shell = Path(stationery.stationery)
            return render_word(document, theme, shell, stationery.texts, stationery.name, page_of=page_of)
        case "pdf":
            from seapgen.render.pdf.render import render_pdf

            return render_pdf(document, theme, stationery.faces)
        case "html":
            from seapgen.render.web.render import render_web

            return render_web(document, theme, siblings, stationery.faces)


def load(format_: Format) -> None:
    """Load what a format needs, before there is a document."""
    match format_:
        case "docx":
            import seapgen.render.word.render
        case "pdf":
            import seapgen.render.pdf.render
        case "html":
            import seapgen.render.web.render  # noqa: F401
