"""Small chapters for tests, from source to page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seapgen.compose.chapters import compile_chapter
from seapgen.compose.material import Material
from seapgen.compose.outline import ChapterOutline, outline
from seapgen.compose.prose import Localisation, localised
from seapgen.localise.language import load_language
from seapgen.model.document import Block, Document
from seapgen.model.errors import SeapgenError
from seapgen.model.inline import Inline, Planned
from seapgen.model.language import Language
from seapgen.model.message import Figure
from tests.support.planned import unlocalised
from tests.support.specimen_document import specimen_document

NASTY = (
    "*bold* _em_ __b__", "a | b\n|---|---|", "<script>alert(1)</script>", "# heading", "1. item", "- item", "> quote", "{{7*7}}", "{% if %}", "{# #}",
    "{energy}", "[x](https://example.org)", "![x](y)", "&amp; &lt; <b>", "100 % of %(x)s %s", "\\*", "`code`", "---", "===", "[^ipcc]", "[#id]",
    "\U000f0000", "\U00100000", "\ue000", "\\", "  spaces  ", "line\nbreak", "a\n\nb", "", "**", "]( ", "https://example.org", "\u200b\u00ad", "~~x~~",
    "$x$", "⟦x⟧", "__import__('os')",
)  # fmt: skip


def outlined(source: str, material: Material | None = None, **views: object) -> ChapterOutline:
    """The outline of a chapter file."""
    return outline(compile_chapter("chapter.md", source), material or Material(views))


def printed(
    blocks: tuple[Block[Planned], ...],
    language: Language | None = None,
    *,
    draft: bool = False,
    figures: Mapping[str, Figure] | None = None,
) -> Localisation:
    """Blocks in a document, in a language (English)."""
    english = load_language("en")
    return localised(document(blocks), language or english, draft=draft, reference=english if draft else None, figures=figures)


def page(source: str, **views: object) -> tuple[Block[Inline], ...]:
    """The English blocks of a chapter file with its views."""
    return printed(outlined(source, **views).blocks).document.blocks


def document(blocks: tuple[Block[Planned], ...]) -> Document[Planned]:
    """A document of nothing but these blocks."""
    return replace(unlocalised(specimen_document()), blocks=blocks)


def reasons(error: SeapgenError) -> str:
    """What the findings say, in English."""
    english = load_language("en")
    return " ".join(
        f"{f.source} {english.say(f.message)} {english.say(f.proposal) if f.proposal else ''}" for f in error.findings
    )
