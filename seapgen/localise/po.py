"""PO files: the template of all messages, catalogues brought up to date, and their entries for whoever checks them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from seapgen.model.message import Message

WIDTH = 120
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)  # the files must not change when nothing but the day does


@dataclass(frozen=True, slots=True)
class Found:
    """A message, the file it stands in, and what its writer says to the translator."""

    message: Message
    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a catalogue says of one message: a text for each plural form; none where it is missing or fuzzy."""

    message: Message
    texts: tuple[str, ...]
    plurals: int  # how many texts there must be


def template(found: Iterable[Found]) -> bytes:
    """The file of all messages without translations."""
    return _written(_template(found))


def updated(path: Path, language: str, found: Iterable[Found]) -> bytes:
    """A catalogue brought up to date, a new one where there is no file: what changed is fuzzy, what is gone is gone."""
    catalogue = _read(path, language) if path.is_file() else _catalogue(language)
    catalogue.update(_template(found), update_header_comment=False)
    catalogue.creation_date = catalogue.revision_date = UNDATED
    return _written(catalogue)


def entries(path: Path, language: str, messages: Iterable[Message]) -> tuple[Entry, ...]:
    """What a catalogue says of these messages, once each."""
    catalogue = _read(path, language)
    return tuple(_entry(catalogue, message) for message in {message.key: message for message in messages}.values())


def _entry(catalogue: Catalog, message: Message) -> Entry:
    found = catalogue.get(message.text, message.context)
    wanted = catalogue.num_plurals if message.plural is not None else 1
    if found is None or found.fuzzy or isinstance(found.id, tuple | list) != (message.plural is not None):
        return Entry(message, (), wanted)
    texts = found.string if isinstance(found.string, tuple | list) else (found.string,)
    return Entry(message, tuple(str(text) for text in texts) if all(texts) else (), wanted)


def _template(found: Iterable[Found]) -> Catalog:
    catalogue = _catalogue(None)
    for each in found:
        one, more, context = each.message.key
        notes = [each.note] if each.note else []
        catalogue.add((one, more) if more else one, locations=[(each.place, 0)], context=context, auto_comments=notes)
    return catalogue


def _catalogue(language: str | None) -> Catalog:
    return Catalog(
        locale=language, domain="seapgen", project="seapgen", header_comment="# Messages of seapgen.", charset="utf-8",
        creation_date=UNDATED, revision_date=UNDATED, last_translator="seapgen", language_team="seapgen", fuzzy=False,
    )  # fmt: skip


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _written(catalogue: Catalog) -> bytes:
    """The file; places without line numbers, so that it changes with the words only.

    `10 % of {total}` is no Python format, though tools take it for one; our own gate compares the slots, more strictly.
    """
    for message in catalogue:
        message.flags -= {"python-format", "python-brace-format"}
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
    return out.getvalue()
