"""Letters to municipalities, the mail merge: load, compute, validate, fill, publish; all of an order or none.

They have a folder, `letters`, with a manifest of its own in the output folder, so a build and they leave each other alone.
A letter that somebody has edited (a date, the votes) is not written over unless that is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from seapgen import __version__
from seapgen.exchange.letters.facts import letter_facts
from seapgen.exchange.letters.letter import Dress, LetterTemplate, fill
from seapgen.exchange.letters.teller import teller
from seapgen.intake.letters import LetterFile, find_letters
from seapgen.intake.templates import load_templates
from seapgen.localise.language import load_language
from seapgen.model.artifact import Artifact
from seapgen.model.errors import SeapgenError, UnknownRequestError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.municipality import Municipality
from seapgen.model.order import LetterOrder, Posted
from seapgen.model.source import Source
from seapgen.model.theme import Theme
from seapgen.model.verdict import blocked, counts, is_error, refusal
from seapgen.publish.lock import lock
from seapgen.publish.manifest import Manifest, digests, read_manifest
from seapgen.publish.publish import Edition, publish
from seapgen.study import Study, study

FOLDER = "letters"


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


def write_letters(folder: Path, out: Path, order: LetterOrder) -> Posted:
    """Fill every letter of an order and put it into `out/letters`.

    Raises:
        SeapgenError: something stands in the way, and nothing has been written. With `keep_going` the letters that are free of
            errors are written, and the findings say what stands in the way of the others.
    """
    about = study(folder)
    letters, missing = _planned(about, order)
    todo, stopped = _free_of_errors(about, letters, order)
    made, said = _filled(about, todo)
    said = [*stopped, *missing, *said]
    if any(is_error(f) for f in said) and not order.keep_going:
        raise refusal([f for f in said if is_error(f)])
    with lock(out):  # the build's own lock: it sweeps the whole output folder of unfinished files
        return _posted(about, out / FOLDER, made, said, order)


def letters_of(folder: Path) -> tuple[LetterFile, ...]:
    """The letters that a programme can have, those of every agency and those of the house."""
    agencies = dict.fromkeys(m.head.agency for m in study(folder).programme.municipalities)
    return tuple(dict.fromkeys(f for agency in agencies for f in find_letters(folder, agency)[0]))


def _planned(about: Study, order: LetterOrder) -> tuple[list[Planned], list[Finding]]:
    """The letters that are asked for, and languages without any; a refusal where a municipality or letter is not there."""
    programme = about.programme
    wanted = [m for m in programme.municipalities if m.id in order.municipalities or not order.municipalities]
    missing = [i for i in order.municipalities if programme.municipality(i) is None]
    unread = [f for f in about.findings if is_error(f)]
    if missing and unread:
        raise refusal(unread)
    if missing:
        raise _unknown(", ".join(missing), [m.id for m in programme.municipalities])
    found = [p for m in wanted for p in _letters(about, m, order)]
    for name in order.letters:
        if not any(p.file.name == name for p in found):
            raise _unknown(name, sorted({f.name for m in wanted for f in _files(about, m)}))
    return found, [_unwritten(m, x) for m in wanted for x in _languages(about, m, order) if not _has(found, m, x)]


def _has(letters: Sequence[Planned], town: Municipality, language: str) -> bool:
    return any(p.municipality is town and p.file.language == language for p in letters)


def _languages(about: Study, town: Municipality, order: LetterOrder) -> list[str]:
    """A municipality's own languages; an order may name others of the programme."""
    known = dict.fromkeys((*town.head.languages, *about.programme.head.languages))
    return [x for x in known if x in order.languages] if order.languages else list(town.head.languages)


def _unwritten(town: Municipality, language: str) -> Finding:
    fact = msg("There is no letter in the language {language}.", language=language)
    place = f"agencies/{town.head.agency or 'ID'}/letters/{language}/"
    way_out = msg("Put one into {folder}, or choose another language with --lang.", folder=place)
    return Finding("M8", Stage.TRANSLATION, Severity.ERROR, town.head.at("languages"), fact, town.id, proposal=way_out)


def _letters(about: Study, town: Municipality, order: LetterOrder) -> Iterator[Planned]:
    """The letters of a municipality: in its own languages, or in those of the order."""
    languages = _languages(about, town, order)
    for file in _files(about, town):
        if file.language in languages and (file.name in order.letters or not order.letters):
            yield Planned(town, file)


def _files(about: Study, town: Municipality) -> tuple[LetterFile, ...]:
    files, findings = find_letters(about.folder, town.head.agency)
    if findings:
        raise refusal(findings)
    return files


def _unknown(name: str, known: Sequence[str]) -> UnknownRequestError:
    fact = msg("There is no “{name}” to write letters of.", name=name)
    way_out = msg("There are: {names}.", names=", ".join(known))
    return UnknownRequestError([Finding("R13", Stage.RUN, Severity.ERROR, Source("programme.yaml"), fact, proposal=way_out)])


def _free_of_errors(about: Study, letters: Sequence[Planned], order: LetterOrder) -> tuple[list[Planned], list[Finding]]:
    """The letters of municipalities whose drafts could be built, and what stands in the way of the others."""
    known = {m.id for m in about.programme.municipalities}
    stopped = blocked(replace(f, municipality=f.municipality if f.municipality in known else "") for f in about.findings)
    scopes = ("", *dict.fromkeys(p.municipality.id for p in letters))
    errors = [f for scope in scopes for f in stopped.get(scope, ())]
    if errors and not order.keep_going:
        raise refusal(errors)
    return [p for p in letters if p.municipality.id not in stopped and "" not in stopped], errors


def _filled(about: Study, letters: Sequence[Planned]) -> tuple[list[Artifact], list[Finding]]:
    """The letters as files, and what was found on the way; all problems are told at once."""
    made: list[Artifact] = []
    said: list[Finding] = []
    for letter in letters:
        try:
            content = _content(about, letter)
        except SeapgenError as error:
            said += (replace(f, municipality=letter.municipality.id) for f in error.findings)
            continue
        key = hashlib.sha256(content).hexdigest()
        made.append(Artifact(letter.path, content, "letter", letter.municipality.id, letter.file.language, "docx", key))
    return made, said


def _content(about: Study, letter: Planned) -> bytes:
    town, file = letter.municipality, letter.file
    language, theme = load_language(file.language), _theme(about.folder, town.head.agency)
    results = about.results.municipalities.get(town.id)
    by = teller(about.programme, town, results, language)
    facts = letter_facts(by, results, about.findings, theme.logo_png)
    author = str(facts.agency.name) if facts.agency else str(facts.place)
    dress = Dress(language.tag, about.programme.head.issue_date, author)
    if file.is_house:
        house = _theme(about.folder, None)
        colours = {old.lstrip("#").upper(): theme.colours[token].lstrip("#").upper() for token, old in house.colours.items()}
        dress = replace(dress, colours=colours, font=(house.fonts[0], theme.fonts[0]))
    return fill(LetterTemplate(file.shown, file.read()), facts, dress)


@cache
def _theme(folder: Path, agency: str | None) -> Theme:
    return load_templates("seap", folder, agency).theme


def _posted(about: Study, folder: Path, made: Sequence[Artifact], said: Sequence[Finding], order: LetterOrder) -> Posted:
    """Write what is new; leave what is right, and what somebody has edited."""
    before = read_manifest(folder)
    reused = [a for a in made if _digest(folder / a.path) == a.job]
    kept = [a for a in made if a not in reused and not order.force and _is_edited(folder, a.path, before)]
    written = [a for a in made if a not in reused and a not in kept]
    possible = {p.path for m in about.programme.municipalities for p in _possible(about, m)}
    stale = tuple(sorted(p for p in before.outputs if p not in possible and not _is_edited(folder, p, before)))
    entries = {path: entry for path, entry in before.outputs.items() if path not in stale}
    edition = Edition(__version__, digests(about.folder, about.programme.files), counts(about.findings), entries, stale)
    publish(folder, written, edition)
    findings = (*said, *(_edited(f"{FOLDER}/{a.path}") for a in kept))
    return Posted(_paths(written), _paths(reused), _paths(kept), tuple(f"{FOLDER}/{p}" for p in stale), findings)


def _possible(about: Study, town: Municipality) -> Iterator[Planned]:
    return _letters(about, town, LetterOrder(languages=(*town.head.languages, *about.programme.head.languages)))


def _paths(artifacts: Iterable[Artifact]) -> tuple[str, ...]:
    return tuple(f"{FOLDER}/{a.path}" for a in artifacts)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _is_edited(folder: Path, path: str, manifest: Manifest) -> bool:
    """Whether a file is there that is not what was written last."""
    known = manifest.outputs.get(path)
    return (folder / path).is_file() and (known is None or _digest(folder / path) != known.sha256)


def _edited(path: str) -> Finding:
    fact = msg("Somebody has edited this letter; it was left as it is.")
    way_out = msg("Move it away, or write over it with --force.")
    return Finding("R14", Stage.RUN, Severity.WARNING, Source(path), fact, proposal=way_out)
