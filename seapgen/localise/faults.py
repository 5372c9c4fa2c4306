"""What a language refuses, as findings: each says which language, which text, and how to add it."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, msg
from seapgen.model.source import Source


def missing_language(language: str) -> MissingTranslationError:
    """There is no catalogue of this language."""
    return _refusal(
        "M1", _po(language), msg("There is no catalogue for the language {language}.", language=language),
        msg("Make the catalogue {file} from {pot}.", file=_po(language), pot="locales/seapgen.pot"),
    )  # fmt: skip


def missing_message(language: str, text: str, *, unsure: bool) -> MissingTranslationError:
    """A message is not translated, or nobody has confirmed its translation since the source changed."""
    fact = (
        msg("The {language} translation is not confirmed (fuzzy): “{text}”", language=language, text=text)
        if unsure
        else msg("There is no {language} translation of “{text}”", language=language, text=text)
    )
    return _refusal("M2", _po(language), fact, msg("Translate it in {file}.", file=_po(language)))


def missing_term(language: str, key: str) -> MissingTranslationError:
    """A word of the vocabulary has no entry."""
    return _refusal(
        "M3", _terms(language), msg("The term {key} has no word in the language {language}.", key=key, language=language),
        msg("Add the table [{key}] to {file}.", key=key, file=_terms(language)),
    )  # fmt: skip


def unknown_form(language: str, what: str, form: str, known: Sequence[str]) -> MissingTranslationError:
    """A translation asks a value for a form that it does not have."""
    return _refusal(
        "M4", _po(language),
        msg("{what} has no form “{form}” in the language {language}.", what=what, form=form, language=language),
        msg("Use one of its forms: {forms}.", forms=", ".join(known) or "–"),
    )  # fmt: skip


def unknown_slot(language: str, text: str, name: str) -> MissingTranslationError:
    """A translation has a slot that the message does not fill."""
    return _refusal(
        "M5", _po(language),
        msg("The {language} text “{text}” has the unknown slot {name}.", language=language, text=text, name=name),
        msg("Use the slots of the English text."),
    )  # fmt: skip


def _refusal(code: str, file: str, fact: Message, proposal: Message) -> MissingTranslationError:
    return MissingTranslationError([Finding(code, Stage.TRANSLATION, Severity.ERROR, Source(file), fact, proposal=proposal)])


def _po(language: str) -> str:
    return f"locales/{language}/LC_MESSAGES/seapgen.po"


def _terms(language: str) -> str:
    return f"locales/{language}/terms.toml"
