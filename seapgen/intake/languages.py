"""Which texts are missing in which language, and which languages nobody prints."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from seapgen import resources
from seapgen.intake.annotations import is_texts, texts_of
from seapgen.intake.parts import parts
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.municipality import MunicipalityHead
from seapgen.model.noun import Noun
from seapgen.model.programme import Group, Programme, ProgrammeHead
from seapgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Languages:
    """Languages of a programme (the first is the one of reference) and those that a part of it is printed in."""

    programme: tuple[str, ...]
    needed: tuple[str, ...]

    def of(self, own: tuple[str, ...]) -> Languages:
        """Those of a part: it is printed in its own languages and in the language of reference."""
        return Languages(self.programme, tuple(x for x in self.programme if x in own or x == self.programme[0]))


def text_problems(noun: Noun, languages: Languages) -> Iterator[Finding]:
    """Missing and needless languages of all texts in a noun."""
    if isinstance(noun, Group):
        languages = languages.of(noun.languages)
    for name, is_under_keys in _text_fields(type(noun)):
        value = getattr(noun, name)
        if value and not is_under_keys:
            yield from _texts(noun, name, value, languages)
        elif value:
            for key, texts in value.items():
                yield from _missing(noun.at(f"{name}.{key}"), f"{name}.{key}", texts, languages)
    for inner in parts(noun):
        yield from text_problems(inner, languages)


@cache
def _text_fields(noun: type[Noun]) -> tuple[tuple[str, bool], ...]:
    """The fields that hold a text for each language, and whether they do so under each of several keys."""
    kinds = {name: info.annotation for name, info in noun.model_fields.items()}
    return tuple((name, texts_of(kind)) for name, kind in kinds.items() if is_texts(kind) or texts_of(kind))


def _texts(noun: Noun, name: str, texts: Mapping[str, str], languages: Languages) -> Iterator[Finding]:
    """The texts of one field. A place's name is printed uninflected everywhere, so one language is enough."""
    for language in texts:
        if language not in languages.programme:
            place = noun.at(f"{name}.{language}")
            yield LoadRule.TEXT_UNUSED.at(place, language=language, names=", ".join(languages.programme))
    if not (isinstance(noun, MunicipalityHead) and name == "name"):
        yield from _missing(noun.at(name), name, texts, languages)


def _missing(place: Source, name: str, texts: Mapping[str, str], languages: Languages) -> Iterator[Finding]:
    for language in languages.needed:
        if not texts.get(language, "").strip():
            yield LoadRule.TEXT_MISSING.at(place, name=name, language=language)


def prose_problems(
    texts: Mapping[str, Mapping[str, str]], places: Mapping[str, Source], languages: Languages
) -> Iterator[Finding]:
    """Sections that somebody wrote in one language and nobody in another that is needed."""
    for name, by_language in texts.items():
        yield from _missing(places[name], name, by_language, languages)


def spoken(noun: Noun, programme: tuple[str, ...]) -> Iterator[Finding]:
    """Languages of a part (its field `languages`) that the programme does not have."""
    for number, language in enumerate(getattr(noun, "languages", ())):
        if language not in programme:
            place = noun.at(f"languages.{number}")
            yield LoadRule.LANGUAGE_UNKNOWN.at(place, language, language=language, names=", ".join(programme))


def unsupported(head: Noun, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Languages of the programme that seapgen cannot write."""
    profiles = resources.folder("locales") / "profiles.toml"
    written = sorted(tomllib.loads(profiles.read_text(encoding="utf-8")).get("languages", {})) if profiles.is_file() else []
    for number, language in enumerate(languages):
        if written and language not in written:
            yield LoadRule.LANGUAGE_UNSUPPORTED.at(
                head.at(f"languages.{number}"), language, language=language, names=", ".join(written)
            )


def without_catalogue(programme: Programme, languages: Collection[str], written: Sequence[str]) -> Iterator[Finding]:
    """Languages in which documents are to be made and for which there is no catalogue, where the programme lists them.

    `written` are those that have one. A language that only returns list is found in each of them.
    """
    listing: list[MunicipalityHead | ProgrammeHead] = [programme.head, *(m.head for m in programme.municipalities)]
    for language in sorted(set(languages) - set(written)):
        nouns = [noun for noun in listing if language in noun.languages]
        for noun in nouns[:1] if language in programme.head.languages else nouns:
            place = noun.at(f"languages.{noun.languages.index(language)}")
            yield LoadRule.LANGUAGE_WITHOUT_CATALOGUE.at(place, language, language=language, names=" --lang ".join(written))
