"""The table of printing rules, `locales/profiles.toml`: what numbers, units and money look like in each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from babel import Locale
from babel.plural import PluralRule

NBSP, MINUS = "\u00a0", "\u2212"

Patterns: TypeAlias = Mapping[str, Mapping[str, str]]  # unit and scale -> plural class -> pattern with {}


@dataclass(frozen=True, slots=True)
class Profile:
    """How one language prints numbers; `group_from` is the smallest number whose thousands are set apart."""

    code: str
    name: str  # the language in its own words
    tag: str
    cldr: str
    decimal: str
    group: str
    group_from: int
    digits: Mapping[str, int]
    patterns: Patterns
    words: Mapping[str, tuple[str, ...]]  # small counts in words by form, from one on

    @property
    def locale(self) -> Locale:
        """The locale of CLDR that dates, lists and plural classes come from."""
        return _locale(self.cldr)

    @property
    def plural(self) -> PluralRule:
        """The rule that gives a number's plural class."""
        return _plural(self.cldr)


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@cache
def _plural(name: str) -> PluralRule:
    return _locale(name).plural_form


@cache
def profiles(locales: Path) -> Mapping[str, Profile]:
    """All rows of the table by language code."""
    table = tomllib.loads((locales / "profiles.toml").read_text(encoding="utf-8"))
    common = _patterns(table["units"])
    return {
        code: Profile(
            code, row["name"], row["tag"], row["cldr"], row["decimal"], row["group"].replace(" ", NBSP), row["group_from"],
            table["digits"], common | _patterns(row["units"]), {f: tuple(words) for f, words in row.get("words", {}).items()},
        )
        for code, row in table["languages"].items()
    }  # fmt: skip


def _patterns(rows: Mapping[str, str | Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    by_class = {unit: {"other": row} if isinstance(row, str) else row for unit, row in rows.items()}
    return {unit: {name: text.replace(" ", NBSP) for name, text in row.items()} for unit, row in by_class.items()}
