"""What a language lacks for a document, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source


def unwritten(language: str, what: str, written: Sequence[str]) -> MissingTranslationError:
    """People wrote a text in other languages only."""
    others = ", ".join(written)
    fact = msg("“{what}” is not written in {language}, only in: {others}.", what=what, language=language, others=others)
    way_out = msg("Add the text in this language to the data, or build a draft.")
    return MissingTranslationError([Finding("M6", Stage.TRANSLATION, Severity.ERROR, Source(what), fact, proposal=way_out)])


def unusable(language: str, text: str, slots: Sequence[str]) -> MissingTranslationError:
    """A translation has slots, braces or characters that its message does not have."""
    fact = msg("The {language} text “{text}” has unknown slots, braces or private-use characters.", language=language, text=text)
    way_out = msg("Use these slots: {slots}.", slots=", ".join(slots) or "–")
    source = Source(f"locales/{language}/LC_MESSAGES/seapgen.po")
    return MissingTranslationError([Finding("M5", Stage.TRANSLATION, Severity.ERROR, source, fact, proposal=way_out)])


def unknown_figure(section: str, key: str) -> Finding:
    """A link to a figure that there is not; its words are printed as they were written."""
    fact = msg("The text links to the figure {key}, which there is not; it is printed as written.", key=key)
    way_out = msg("List all figures with {command}.", command="seapgen figures")
    return Finding("M7", Stage.TRANSLATION, Severity.WARNING, Source(section), fact, proposal=way_out)


def listed_once(findings: Iterable[Finding], severity: Severity | None = None) -> list[Finding]:
    """Findings without repetition, in order; in a draft they are warnings."""
    out: list[Finding] = []
    for finding in findings:
        found = replace(finding, severity=severity) if severity else finding
        if found not in out:
            out.append(found)
    return out
