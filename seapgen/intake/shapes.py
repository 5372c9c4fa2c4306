"""Data with places, brought into the shape that a noun asks for: lists become tuples, words members of closed lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import TypeAlias, get_args

from seapgen.intake.annotations import Annotation, chosen, closed_list, expected, is_noun, item, origin
from seapgen.intake.nodes import Leaf, Listed, Mapped, Node, Place
from seapgen.intake.rules import LoadRule
from seapgen.model.finding import Finding
from seapgen.model.message import Message
from seapgen.model.noun import Noun
from seapgen.model.source import Source

Path: TypeAlias = tuple[str, ...]  # keys and item numbers from the record to a value, all as text
KEY = "[key]"  # last step of a path that leads to a key itself
_EXACT: tuple[type, ...] = (str, int, Decimal, bool, date)


class Shaper:
    """Shapes one record. It reports what can be said better than the noun could; the noun judges the rest.

    `places` and `names` say where each value stands and what it is called; `settled` paths need no second finding.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.places: dict[Path, Place] = {}
        self.names: dict[Path, str] = {}
        self.settled: set[Path] = set()

    def shape(self, node: Node, annotation: Annotation, path: Path = (), name: str = "") -> object:
        """The plain data of a node for a type."""
        self.places[path] = (node.line, node.column)
        self.names[path] = name
        wanted = chosen(annotation, node)
        if isinstance(node, Leaf):
            return self._leaf(node, wanted, path)
        if isinstance(node, Mapped) and is_noun(wanted):
            return self._record(node, wanted, path)
        if isinstance(node, Mapped) and origin(wanted) is Mapping:
            return self._mapping(node, get_args(wanted), path)
        if isinstance(node, Listed) and origin(wanted) is tuple:
            return tuple(self.shape(n, item(wanted, i), (*path, str(i)), name) for i, n in enumerate(node.items))
        self._settle(LoadRule.WRONG_KIND, path, expected=expected(wanted))
        return None

    def _record(self, node: Mapped, noun: type[Noun], path: Path) -> dict[str, object]:
        fields = _fields(noun)
        shaped: dict[str, object] = {}
        for entry in node.entries:
            key = str(entry.key.value)
            inner = self._enter(path, entry.key)
            if key in fields:
                shaped[key] = self.shape(entry.node, fields[key], inner, self.names[inner])
            else:
                self._settle(LoadRule.UNKNOWN_KEY, inner, names=nearest(key, fields))
        for key, place in node.blanks.items():
            self.places.setdefault((*path, key), place)
        return shaped

    def _mapping(self, node: Mapped, kinds: tuple[Annotation, ...], path: Path) -> dict[object, object]:
        shaped: dict[object, object] = {}
        for entry in node.entries:
            inner = self._enter(path, entry.key)
            key = self.shape(entry.key, kinds[0], (*inner, KEY), self.names[inner])
            value = self.shape(entry.node, kinds[1], inner, self.names[inner])
            if (*inner, KEY) in self.settled:
                self.settled.add(inner)
            else:
                shaped[key] = value
        return shaped

    def _enter(self, path: Path, key: Leaf) -> Path:
        """The path, place and name of what a key leads to."""
        inner = (*path, str(key.value))
        self.places[inner] = (key.line, key.column)
        self.names[inner] = f"{self.names[path]}.{key.value}" if self.names[path] else str(key.value)
        return inner

    def _leaf(self, node: Leaf, wanted: Annotation, path: Path) -> object:
        value = node.value
        if node.broken:
            self.settled.add(path)
        elif value is None:
            if wanted is not type(None):
                self._settle(LoadRule.NO_VALUE, path)
        elif (words := closed_list(wanted)) is not None:
            word = words.get(str(value))
            if word is not None and isinstance(word, type(value)):
                return word
            self._settle(LoadRule.NOT_IN_LIST, path, value=_raw(node), names=", ".join(words))
        elif wanted is str and not isinstance(value, str):
            self._settle(LoadRule.NEEDS_QUOTES, path, value=_raw(node))
        elif wanted not in _EXACT or not _is_a(value, wanted):
            self._settle(LoadRule.WRONG_KIND, path, value=_raw(node), expected=expected(wanted))
        return value

    def _settle(self, rule: LoadRule, path: Path, value: str = "", **values: str | Message) -> None:
        self.settled.add(path)
        name = self.names.get(path) or self.file.rpartition("/")[2]
        self.findings.append(rule.at(Source(self.file, *self.places[path]), value, name=name, **values))


@cache
def _fields(noun: type[Noun]) -> Mapping[str, Annotation]:
    """What each key of a record asks for."""
    return {f.alias or name: f.annotation for name, f in noun.model_fields.items()}


def _is_a(value: object, kind: type) -> bool:
    """Whether a value is exactly of a kind; a whole number is a number, a truth value is neither."""
    return type(value) is kind or (kind is Decimal and type(value) is int)


def _raw(node: Leaf) -> str:
    return node.raw or str(node.value)


def nearest(word: str, words: Iterable[str], likeness: float = 0.7) -> str:
    """Words that look like a word, for "did you mean"; three in any case where no likeness is asked for."""
    return ", ".join(get_close_matches(word, list(words), n=3, cutoff=likeness))
