"""Columns whose words are those of a list: areas, instruments, origins and library keys of actions, keys of printed sums."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from seapgen import resources
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import nearest
from seapgen.model.action import Action
from seapgen.model.finding import Finding
from seapgen.model.inventory import ReportedTotal
from seapgen.model.municipality import Municipality
from seapgen.model.vocabulary import Carrier, Sector, SectorGroup

_OF_ACTIONS = ("area", "instrument", "origin")
_OF_TOTALS: Mapping[str, Collection[str]] = {"sector": list(Sector), "carrier": list(Carrier), "group": list(SectorGroup)}


def listed_problems(municipality: Municipality) -> Iterator[Finding]:
    """Words that stand in no list, at their cells."""
    for action in municipality.actions:
        yield from _action(action)
    for total in municipality.totals:
        yield from _total(total)


def _action(action: Action) -> Iterator[Finding]:
    if action.library and action.library not in known("library"):
        names = nearest(action.library, known("library"), likeness=0)
        yield LoadRule.LIBRARY_KEY.at(action.at("library"), action.library, names=names)
    for name in _OF_ACTIONS:
        value: str = getattr(action, name)
        if value and value not in known(name):
            yield LoadRule.NOT_IN_LIST.at(action.at(name), value, name=name, names=", ".join(known(name)))


def _total(total: ReportedTotal) -> Iterator[Finding]:
    """A total of everything needs no key, so whatever stands there is nobody's."""
    allowed = _OF_TOTALS.get(total.level)
    if allowed is not None and total.key not in allowed:
        yield LoadRule.NOT_IN_LIST.at(total.at("key"), total.key, name="key", names=", ".join(allowed))


@cache
def known(family: str) -> tuple[str, ...]:
    """The keys of a family of words, `area`: those that the language of the program has a word for."""
    words = tomllib.loads((resources.folder("locales") / "en" / "terms.toml").read_text(encoding="utf-8"))
    return tuple(words[family])
