"""The texts of an agency's own blanks in the language of a document."""

from __future__ import annotations

from dataclasses import replace

from seapgen.compose.missing import listed_once, unwritten
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding, Severity
from seapgen.model.outfit import OwnTexts
from seapgen.model.source import Source


def spoken_texts(own: OwnTexts, language: str, reference: str | None = None) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The text of each blank, and in a draft what is printed in the `reference` language instead, with its code before it.

    Raises MissingTranslationError with all that is missing where no `reference` is given.
    """
    said: dict[str, str] = {}
    missing: list[Finding] = []
    for name, texts in own.texts.items():
        if language in texts:
            said[name] = texts[language]
            continue
        missing += unwritten(language, name, sorted(texts)).findings
        code = reference if reference in texts else min(texts)
        said[name] = f"[{code}] {texts[code or min(texts)]}"
    placed = [replace(f, source=Source(own.file)) for f in missing]
    if placed and reference is None:
        raise MissingTranslationError(placed)
    return said, tuple(listed_once(placed, Severity.WARNING))
