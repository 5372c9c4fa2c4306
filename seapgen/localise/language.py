"""One language at work: its catalogue, terms, numbers, dates, lists, places and order behind the protocol of the model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from seapgen import resources
from seapgen.localise.catalogue import Catalogue, SourceCatalogue, read_catalogue
from seapgen.localise.collation import ordered
from seapgen.localise.faults import missing_language, unknown_slot
from seapgen.localise.lists import listed
from seapgen.localise.numbers import printed
from seapgen.localise.places import place_name
from seapgen.localise.profiles import Profile, profiles
from seapgen.localise.pseudo import PseudoCatalogue, pseudo_terms, pseudo_words
from seapgen.localise.terms import Terms, read_terms
from seapgen.model.inline import FigureInline, Role
from seapgen.model.language import Language
from seapgen.model.message import (
    WITHHELD,
    Figure,
    Message,
    NoteMark,
    Place,
    Reference,
    Several,
    Term,
    Value,
    Verbatim,
    Words,
)

SOURCE = "en"
PSEUDO = "en_XA"  # accented and longer English: shows text that bypassed the catalogues
SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")  # {energy} or {largest:from}


def load_language(code: str, locales: Path | None = None) -> Language:
    """The language of a code, read once a process; MissingTranslationError where there is no catalogue."""
    return _load(code, locales or resources.folder("locales"))


def available(locales: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages with a catalogue, the source language first, then by code."""
    folder = locales or resources.folder("locales")
    there = [code for code in profiles(folder) if code != SOURCE and _po(folder, code).is_file()]
    return (SOURCE, *sorted(there))


@dataclass(frozen=True, slots=True)
class CatalogueLanguage:
    """A language of files; see the protocol for what each method promises."""

    profile: Profile
    catalogue: Catalogue
    terms: Terms

    @property
    def code(self) -> str:
        """The code of catalogues and data."""
        return self.profile.code

    @property
    def tag(self) -> str:
        """The BCP 47 tag of documents."""
        return self.profile.tag

    def wording(self, message: Message) -> str:
        """The translated text with its slots unfilled."""
        return self.catalogue.wording(message)

    def figure(self, figure: Figure, *, form: str = "", role: Role = "text") -> FigureInline:
        """A figure as printed; one that is withheld is none."""
        if figure.is_withheld:
            raise ValueError(f"{figure.id} is withheld")
        return printed(figure, self.profile, form, role)

    def term(self, term: Term, form: str = "") -> str:
        """A word of the vocabulary."""
        return self.terms.word(term.key, form or term.form)

    def place(self, place: Place, form: str = "") -> str:
        """A municipality's name."""
        return place_name(place, form, self.terms)

    def listed(self, parts: Sequence[str]) -> str:
        """`A, B and C`."""
        return listed(parts, self.profile)

    def ordered(self, texts: Iterable[str]) -> list[str]:
        """Texts in the alphabetical order of the language."""
        return ordered(texts, self.code)

    def say(self, message: Message) -> str:
        """A message filled as plain text."""
        text, values, out, at = self.wording(message), dict(message.values), "", 0
        for slot in SLOT.finditer(text):
            if slot[1] not in values:
                raise unknown_slot(self.code, text, slot[1])
            out += text[at : slot.start()] + self._shown(values[slot[1]], slot[2] or "", inside=True)
            at = slot.end()
            at += out.endswith(".") and text.startswith(".", at)  # `30. listopada 2013.` ends its sentence too
        return out + text[at:]

    def show(self, value: Value) -> str:
        """A value as plain text."""
        return self._shown(value, "", inside=False)

    def _shown(self, value: Value, form: str, *, inside: bool) -> str:
        match value:
            case Figure(is_withheld=True):
                return WITHHELD
            case Figure():
                return self.figure(value, form=form).text
            case Term():
                return self.term(value, form or ("subject" if inside and value.form == "label" else ""))
            case Several(items):
                small = form[:1].lower() + form[1:]
                return self.listed([self._shown(item, small if n else form, inside=inside) for n, item in enumerate(items)])
            case Place():
                return self.place(value, form)
            case Words():
                return value.in_language(self.code, SOURCE)[1]
            case Message():
                return self.say(value)
            case Verbatim() | Reference() | NoteMark():
                return _letters(value)


def _letters(value: Verbatim | Reference | NoteMark) -> str:
    """What is the same in every language; a footnote is not part of its line."""
    return value.text if isinstance(value, Verbatim) else value.target if isinstance(value, Reference) else ""


def _po(folder: Path, code: str) -> Path:
    return folder / code / "LC_MESSAGES" / "seapgen.po"


@cache
def _load(code: str, folder: Path) -> Language:
    if code == PSEUDO:
        return _pseudo(folder)
    if code not in profiles(folder):
        raise missing_language(code)
    profile = profiles(folder)[code]
    catalogue: Catalogue = SourceCatalogue() if code == SOURCE else read_catalogue(_po(folder, code), code)
    return CatalogueLanguage(profile, catalogue, read_terms(folder / code / "terms.toml", code, profile.locale))


def _pseudo(folder: Path) -> Language:
    profile = profiles(folder)[SOURCE]
    terms = read_terms(folder / SOURCE / "terms.toml", SOURCE, profile.locale)
    disguised = replace(terms, language=PSEUDO, groups=pseudo_terms(terms.groups))
    return CatalogueLanguage(
        replace(profile, code=PSEUDO, tag="en-XA", words=pseudo_words(profile.words)),
        PseudoCatalogue(SourceCatalogue()),
        disguised,
    )
