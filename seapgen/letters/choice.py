"""Which letters an order asks for: municipalities, their languages, and the Word files there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from seapgen.intake.letters import LetterFile, find_letters
from seapgen.model.errors import UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.municipality import Municipality
from seapgen.model.order import LetterOrder
from seapgen.model.programme import Programme
from seapgen.model.source import Source
from seapgen.model.verdict import blocked, is_error, refusal
from seapgen.study import Study, study


@dataclass(frozen=True, slots=True)
class Planned:
    """A letter to a municipality in a language."""

    municipality: Municipality
    file: LetterFile

    @property
    def path(self) -> str:
        """Where it goes, relative to the folder of letters."""
        name, town, language = self.file.name, self.municipality.id, self.file.language
        return f"{town}/{language}/{name}-{town}-{language}.docx"


def letters_of(folder: Path) -> tuple[LetterFile, ...]:
    """The letters that a programme can have, those of every agency and those of the house."""
    agencies = dict.fromkeys(m.head.agency for m in study(folder).programme.municipalities)
    return tuple(dict.fromkeys(f for agency in agencies for f in find_letters(folder, agency)[0]))


def planned(about: Study, order: LetterOrder) -> tuple[list[Planned], list[Finding]]:
    """The letters that are asked for, and languages without any.

    Raises:
        SeapgenError: a municipality or a letter is not there, or the name of a file cannot be used.
    """
    programme = about.programme
    missing = [i for i in order.municipalities if programme.municipality(i) is None]
    unread = [f for f in about.findings if is_error(f)]
    if missing and unread:  # it may stand in a file that could not be read
        raise refusal(unread)
    if missing:
        raise _unknown(missing[0], [m.id for m in programme.municipalities])
    wanted = [m for m in programme.municipalities if m.id in order.municipalities or not order.municipalities]
    found = [p for m in wanted for p in _letters(about, m, order)]
    for name in order.letters:
        if not any(p.file.name == name for p in found):
            raise _unknown(name, sorted({f"{f.name} ({f.language})" for m in wanted for f in _files(about, m)}))
    languages = {x for m in wanted for x in _languages(programme, m, order)}
    for name in order.languages:
        if name not in languages:
            raise _unknown(name, sorted({x for m in wanted for x in _known(programme, m)}))
    return found, [_unwritten(m, x) for m in wanted for x in _languages(programme, m, order) if not _has(found, m, x)]


def possible_paths(about: Study) -> frozenset[str]:
    """Every path that some order could ask for."""
    programme = about.programme
    every = LetterOrder(languages=tuple({x for m in programme.municipalities for x in _known(programme, m)}))
    return frozenset(p.path for m in programme.municipalities for p in _letters(about, m, every))


def free_of_errors(about: Study, letters: Sequence[Planned], order: LetterOrder) -> tuple[list[Planned], list[Finding]]:
    """The letters of municipalities whose drafts could be built, and what stands in the way of the others.

    Raises:
        SeapgenError: something stands in the way of one of them, and the order does not go on.
    """
    known = {m.id for m in about.programme.municipalities}
    stopped = blocked(replace(f, municipality=f.municipality if f.municipality in known else "") for f in about.findings)
    scopes = ("", *dict.fromkeys(p.municipality.id for p in letters))
    errors = [f for scope in scopes for f in stopped.get(scope, ())]
    if errors and not order.keep_going:
        raise refusal(errors)
    return [p for p in letters if p.municipality.id not in stopped and "" not in stopped], errors


def _letters(about: Study, town: Municipality, order: LetterOrder) -> Iterator[Planned]:
    languages = _languages(about.programme, town, order)
    for file in _files(about, town):
        if file.language in languages and (file.name in order.letters or not order.letters):
            yield Planned(town, file)


def _languages(programme: Programme, town: Municipality, order: LetterOrder) -> list[str]:
    """A municipality's own languages; an order may name others of the programme."""
    return [x for x in _known(programme, town) if x in order.languages] if order.languages else list(town.head.languages)


def _known(programme: Programme, town: Municipality) -> list[str]:
    return list(dict.fromkeys((*town.head.languages, *programme.head.languages)))


def _files(about: Study, town: Municipality) -> tuple[LetterFile, ...]:
    files, findings = find_letters(about.folder, town.head.agency)
    if findings:
        raise refusal(findings)
    return files


def _has(letters: Sequence[Planned], town: Municipality, language: str) -> bool:
    return any(p.municipality is town and p.file.language == language for p in letters)


def _unwritten(town: Municipality, language: str) -> Finding:
    fact = msg("There is no letter in the language {language}.", language=language)
    place = f"agencies/{town.head.agency or 'ID'}/letters/{language}/"
    way_out = msg("Put one into {folder}, or choose another language with --lang.", folder=place)
    return Finding("M8", Stage.TRANSLATION, Severity.ERROR, town.head.at("languages"), fact, town.id, proposal=way_out)


def _unknown(name: str, known: Sequence[str]) -> UnknownRequestError:
    fact = msg("There are no letters of “{name}”.", name=name)
    way_out = msg("There are: {names}.", names=", ".join(known))
    return UnknownRequestError([Finding("R13", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])
