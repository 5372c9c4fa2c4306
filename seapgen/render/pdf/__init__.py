"""The PDF: Typst sets the document's tree."""

from seapgen.render.pdf.render import render_pdf

__all__ = ["render_pdf"]
