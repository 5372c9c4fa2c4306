"""The gate that a translation must pass before it is used."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from seapgen import resources
from seapgen.compose.held import RESERVED, SLOT
from seapgen.compose.markup import parse_line
from seapgen.localise.forms import FORMS
from seapgen.localise.language import SOURCE
from seapgen.localise.po import entries
from seapgen.localise.profiles import profiles
from seapgen.localise.terms import read_groups
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.inline import Emphasis, Link, Strong, Text, walk
from seapgen.model.message import Message, msg
from seapgen.model.source import Source

Groups: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str]]]


def faults(language: str, messages: Sequence[Message], locales: Path | None = None) -> tuple[Finding, ...]:
    """Everything that would make a language unusable or wrong, for the messages of the house."""
    folder = locales or resources.folder("locales")
    groups = read_groups(folder / language / "terms.toml", language)
    found = [*_of_terms(language, groups, read_groups(folder / SOURCE / "terms.toml", SOURCE))]
    if language == SOURCE:
        return (*found, *_of_sources(messages))
    for entry in entries(folder / language / "LC_MESSAGES" / "seapgen.po", language, messages):
        if len(entry.texts) != entry.plurals:
            found.append(_fault(_po(language), msg("not translated: {text}", text=entry.message.text)))
        for text in entry.texts:
            wrong = problems(entry.message, text, language, groups)
            found += [_fault(_po(language), msg("{problem}: {text}", problem=each, text=text)) for each in wrong]
    return tuple(found)


def problems(message: Message, text: str, language: str, groups: Groups) -> Iterator[Message]:
    """What is wrong with one translated text."""
    source = message.plural or message.text
    if Counter(match[1] for match in SLOT.finditer(source)) != Counter(match[1] for match in SLOT.finditer(text)):
        yield msg("other slots than the English text")
    for match in SLOT.finditer(text):
        if match[2] and not _known(match[2], language, groups):
            yield msg("nothing has the form “{form}”", form=match[2])
    if re.search(r"[{}]", SLOT.sub("", text)) or RESERVED.search(text):
        yield msg("braces or private-use characters")
    if re.search(r"</?\w|&#?\w+;", text):
        yield msg("looks like HTML")
    if text != text.strip() or "\n" in text or "  " in text:
        yield msg("spaces at the ends, doubled spaces or a line break")
    if source[-1:] in ".:?!…" and text[-1:] != source[-1:]:
        yield msg("does not end with “{mark}”", mark=source[-1:])
    if _shape(source) != _shape(text):
        yield msg("other emphasis or links than the English text")


def glossary_hits(language: str, messages: Sequence[Message], locales: Path | None = None) -> tuple[str, ...]:
    """Where the English uses a term of the glossary and the translation not the agreed one; to be read, not refused."""
    folder = locales or resources.folder("locales")
    with (folder / "glossary.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if " " in row["en"] and "(" not in row["en"]]
    out = []
    for entry in entries(folder / language / "LC_MESSAGES" / "seapgen.po", language, messages):
        text = " ".join(entry.texts)
        for row in rows if entry.texts else ():
            stem = row[language].split("(")[0].strip().lower()
            if row["en"].lower() in entry.message.text.lower() and stem[: max(4, len(stem) - 3)] not in text.lower():
                out.append(f"{language}: {row['en']} → {row[language]} ? {text}")
    return tuple(out)


def _of_terms(language: str, groups: Groups, source: Groups) -> Iterator[Finding]:
    """Every term that English has, and the same forms in all terms of a group."""
    for group, names in source.items():
        there = groups.get(group, {})
        for name in names.keys() - there.keys():
            yield _fault(_terms(language), msg("the term {key} is missing", key=f"{group}.{name}"))
        every = set().union(*(forms for forms in there.values())) | {"label", "subject"}
        for name, forms in there.items():
            lacking = every - forms.keys() if group != "place" else set[str]()
            for form in sorted(lacking):
                yield _fault(_terms(language), msg("the term {key} has no form “{form}”", key=f"{group}.{name}", form=form))


def _of_sources(messages: Sequence[Message]) -> Iterator[Finding]:
    """One English text is used with a plural or without, never both; catalogues cannot tell them apart."""
    plurals: dict[tuple[str, str | None], set[str | None]] = {}
    for message in messages:
        plurals.setdefault((message.text, message.context), set()).add(message.plural)
    for (text, _), found in plurals.items():
        if len(found) > 1:
            yield _fault("locales/seapgen.pot", msg("one text with different plurals: {text}", text=text))


def _known(form: str, language: str, groups: Groups) -> bool:
    """A form of numbers, of every term of some group, or of places; the kind of value is known only in use."""
    name = form[:1].lower() + form[1:]
    common = [set.intersection(*(set(forms) for forms in terms.values())) for terms in groups.values() if terms]
    row = profiles(resources.folder("locales")).get(language)
    return name in FORMS.get(language, ()) or (row is not None and name in row.words) or any(name in forms for forms in common)


def _shape(text: str) -> Counter[str]:
    """Emphasis and links of a message. A translation may move them, never add or drop one."""
    line = parse_line(SLOT.sub("\U000f0000", text), lambda part: (Text(part),))
    return Counter(type(node).__name__ for node in walk(line) if isinstance(node, Strong | Emphasis | Link))


def _fault(file: str, message: Message) -> Finding:
    return Finding("M8", Stage.TRANSLATION, Severity.ERROR, Source(file), message)


def _po(language: str) -> str:
    return f"locales/{language}/LC_MESSAGES/seapgen.po"


def _terms(language: str) -> str:
    return f"locales/{language}/terms.toml"
