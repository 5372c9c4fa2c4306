"""A letter: a Word template that is checked, and filled for a municipality with the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, time
from functools import lru_cache

from markupsafe import Markup

from seapgen.exchange.letters.faults import LetterFault, unreadable
from seapgen.exchange.letters.grammar import faults
from seapgen.exchange.letters.marks import misplaced_marks
from seapgen.exchange.letters.nouns import LetterFacts
from seapgen.exchange.letters.package import dangers, pack, roots, unpack
from seapgen.exchange.letters.sheet import ABOUT
from seapgen.exchange.letters.word_template import WordTemplate, lined, parsed, words_by_line
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding
from seapgen.model.message import msg

_APP = "docProps/app.xml"
_COLOUR = re.compile(r'(?<==")[0-9A-Fa-f]{6}(?=")')


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """`file` is how findings call it; `content` the bytes of the Word file."""

    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Dress:
    """What a letter wears: its language's tag, its date, its author, and colours and font to be exchanged."""

    tag: str
    issued: date
    author: str
    colours: Mapping[str, str] = field(default_factory=dict)  # RRGGBB of the template -> RRGGBB of the agency
    font: tuple[str, str] = ("", "")  # of the template, of the agency


def check_letter(template: LetterTemplate) -> tuple[Finding, ...]:
    """Everything that is wrong with a template before it meets any data."""
    return _check(template)


@lru_cache(maxsize=64)
def _check(template: LetterTemplate) -> tuple[Finding, ...]:
    try:
        parts = unpack(template.content)
        trees = roots(parts)
        found = [fault.finding(template.file) for fault in dangers(trees, parts)]
        found = found or [fault.finding(template.file, part) for part, fault in misplaced_marks(trees)]
        return tuple(found or _grammar(template))
    except LetterFault as fault:
        return (fault.finding(template.file),)


def _grammar(template: LetterTemplate) -> Iterator[Finding]:
    word = _opened(template)
    for part, source in word.sources():
        try:
            found = list(faults(parsed(source), words_by_line(source)))
        except LetterFault as fault:
            found = [fault]
        yield from (fault.finding(template.file, part) for fault in found)


def _opened(template: LetterTemplate) -> WordTemplate:
    word = WordTemplate(template.content)
    try:
        word.init_docx()
    except Exception as error:
        raise unreadable(msg("This is no readable Word file (.docx).")) from error
    return word


def fill(template: LetterTemplate, facts: LetterFacts, dress: Dress) -> bytes:
    """The letter of one municipality.

    Raises:
        BrokenTemplateError: the template has faults, or prints what the municipality does not have.
        MissingTranslationError: it prints a text that is not written in its language.
    """
    found = check_letter(template)
    if found:
        raise BrokenTemplateError(found)
    word, context = _opened(template), {f.name: getattr(facts, f.name) for f in fields(facts)}
    try:
        word.render(context)
        _stamp(word, dress, _title(word, context))
    except LetterFault as fault:
        raise BrokenTemplateError([fault.finding(template.file)]) from fault
    target = io.BytesIO()
    word.save(target)
    return pack({name: _dressed(name, part, dress) for name, part in unpack(target.getvalue()).items()})


def _title(word: WordTemplate, context: Mapping[str, object]) -> str:
    """The title in the file's properties, which may have marks too."""
    written = lined(word.docx.core_properties.title or "")
    for fault in faults(parsed(written), words_by_line(written)):
        raise fault
    return Markup(word.filled(written, context)).unescape()


def _stamp(word: WordTemplate, dress: Dress, title: str) -> None:
    """Properties of the file: those of the letter, none of whoever made the template."""
    about, moment = word.docx.core_properties, datetime.combine(dress.issued, time(), UTC)
    about.title, about.language, about.author, about.last_modified_by = title, dress.tag, dress.author, dress.author
    about.created, about.modified, about.last_printed, about.revision = moment, moment, moment, 1
    about.comments, about.keywords, about.subject, about.category = "", "", "", ""


def _dressed(name: str, part: bytes, dress: Dress) -> bytes:
    """A part in the letter's language and the agency's colours."""
    if name == _APP:
        return ABOUT.encode()
    if not (name.startswith("word/") and name.endswith(".xml")):
        return part
    xml = part.decode("utf-8")
    if name == "word/styles.xml":
        xml = re.sub(r'<w:lang w:val="[^"]*"', f'<w:lang w:val="{dress.tag}"', xml, count=1)
    if dress.colours:
        xml = _COLOUR.sub(lambda m: dress.colours.get(m[0].upper(), m[0]), xml)
    old, new = dress.font
    return (xml.replace(f'"{old}"', f'"{new}"') if old and old != new else xml).encode("utf-8")
