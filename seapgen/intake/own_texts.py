"""`texts.toml` beside a stationery: what its blanks of the agency's own say, in every language, and what is never translated."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from seapgen.intake.guards.characters import FORBIDDEN
from seapgen.intake.guards.folder import read_text
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.outfit import OwnTexts
from seapgen.model.source import Source

FILE = "texts.toml"
_KEEP = "keep"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def own_texts(folder: Path, name: str) -> tuple[OwnTexts, tuple[Finding, ...]]:
    """The texts of a stationery's folder with what is wrong with them; `name` is how findings call the file."""
    if not (folder / FILE).is_file():
        return OwnTexts(name), ()
    text, findings = read_text(folder, FILE)
    if text is None or findings:
        return OwnTexts(name), tuple(LoadRule.TEXTS_MALFORMED.at(Source(name, f.source.line), reason="") for f in findings)
    try:
        parts = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        return OwnTexts(name), (LoadRule.TEXTS_MALFORMED.at(Source(name), reason=str(problem)),)
    lines = text.splitlines()
    flaws = tuple(f for key, value in parts.items() for f in _flaws(key, value, Source(name, _line(lines, key))))
    if flaws:
        return OwnTexts(name), flaws
    texts = {key: {code: _squeezed(t) for code, t in value.items()} for key, value in parts.items() if key != _KEEP}
    return OwnTexts(name, texts, tuple(_squeezed(t) for t in parts.get(_KEEP, ()))), ()


def _flaws(key: str, value: object, place: Source) -> Iterator[Finding]:
    """What is wrong with one entry."""
    if key == _KEEP:
        if not isinstance(value, list) or not all(_is_words(t) for t in value):
            yield LoadRule.TEXTS_FORM.at(place, name=key)
    elif not _NAME.fullmatch(key):
        yield LoadRule.TEXTS_NAME.at(place, name=key)
    elif not isinstance(value, dict) or not value or not all(_LANGUAGE.fullmatch(c) and _is_words(t) for c, t in value.items()):
        yield LoadRule.TEXTS_FORM.at(place, name=key)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not FORBIDDEN.search(value)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _line(lines: list[str], key: str) -> int:
    """The line where an entry begins; 0 where it is not found."""
    begins = re.compile(rf'\s*(\[\s*"?{re.escape(key)}"?\s*\]|"?{re.escape(key)}"?\s*[.=])')
    return next((n for n, line in enumerate(lines, 1) if begins.match(line)), 0)
