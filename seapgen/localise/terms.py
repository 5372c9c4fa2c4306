"""Words of the vocabulary with the forms that a language's sentences ask for: `locales/<language>/terms.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from seapgen.localise.faults import missing_language, missing_term, unknown_form

Forms = Mapping[str, str]
PLACE_PATTERNS = "place"  # the one group that holds no words
COUNTRIES = {"EL": "GR", "UK": "GB"}  # the Union's codes where they are not those of CLDR


@dataclass(frozen=True, slots=True)
class Terms:
    """Forms by group and name; names of countries and languages come from CLDR."""

    language: str
    locale: Locale
    groups: Mapping[str, Mapping[str, Forms]]

    def word(self, key: str, form: str) -> str:
        """A term in a form; a form with a capital gives a word with a capital. MissingTranslationError if unknown."""
        group, _, name = key.partition(".")
        forms = self._from_cldr(group, name) or self.groups.get(group, {}).get(name)
        if forms is None:
            raise missing_term(self.language, key)
        return pick(forms, form or "subject", key, self.language)

    def _from_cldr(self, group: str, name: str) -> Forms | None:
        if group not in ("country", "language"):
            return None
        names = self.locale.territories if group == "country" else self.locale.languages
        word = names.get(COUNTRIES.get(name, name))
        return {"label": word, "subject": word} if word else None


def pick(forms: Forms, form: str, what: str, language: str) -> str:
    """One of some forms; `Subject` is `subject` at the beginning of a sentence."""
    if form in forms:
        return forms[form]
    name = form[:1].lower() + form[1:]
    if name not in forms:
        raise unknown_form(language, what, name, sorted(forms))
    word = forms[name]
    return word[:1].upper() + word[1:] if form[:1].isupper() else word


@cache
def read_groups(path: Path, language: str) -> Mapping[str, Mapping[str, Forms]]:
    """A language's file of terms, as it stands."""
    if not path.is_file():
        raise missing_language(language)
    groups: Mapping[str, Mapping[str, Forms]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return groups


def read_terms(path: Path, language: str, locale: Locale) -> Terms:
    """The terms of a language."""
    return Terms(language, locale, read_groups(path, language))
