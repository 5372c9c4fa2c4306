"""Numbers of headings, tables and figures, and the references to them."""

from __future__ import annotations

from seapgen.model.document import Document
from seapgen.model.inline import Inline


def numbered(document: Document[Inline]) -> Document[Inline]:
    """Number headings (1.1 where the chapter has a number), tables and figures (1 to n); fill cross-references."""
    raise NotImplementedError
