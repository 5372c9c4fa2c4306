"""A finished file of a product, still in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Format: TypeAlias = Literal["docx", "pdf", "html"]
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes with what they are; `path` is relative to the output folder."""

    path: str
    content: bytes
    product: str
    scope: str
    language: str
    format: Format
    job: str = ""  # the key of the render job: SHA-256 of all its inputs


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another file of the same document, for links: other formats and other languages."""

    href: str  # relative to the page that links to it
    label: str  # "PDF", "Word", or the language's own name
    language: str
    format: Format
