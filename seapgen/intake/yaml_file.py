"""A YAML file as data with places: YAML 1.2 without aliases, tags or a second document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from seapgen.intake.guards.characters import composed, forbidden
from seapgen.intake.nodes import Entry, Leaf, Listed, Mapped, Node
from seapgen.intake.rules import LoadRule
from seapgen.intake.scalars import Doubt, plain
from seapgen.model.finding import Finding
from seapgen.model.message import msg
from seapgen.model.source import Source

DEEPEST = 50
MOST_VALUES = 50_000  # a bomb ends in a second or two


def read_yaml(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The data of a text and what is wrong with it; no data where the text cannot be followed to its end."""
    composer = _Composer(file)
    try:
        node = composer.document(_events(text))
    except _StoppedError:
        node = None
    except Exception as problem:  # noqa: BLE001 - the scanner leaves many classes on hostile bytes: all say "no YAML"
        node = None
        composer.malformed(problem)
    return node, tuple(composer.findings)


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe").parse(text)  # by libyaml; the loader's own numbers, dates and tags stay unused


class _StoppedError(Exception):
    """A finding says why the rest is not read."""


class _Composer:
    """Builds nodes from events. Its depth is bounded, so recursion is safe."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._line = 1
        self._count = 0
        self._events: Iterator[Event] = iter(())

    def document(self, events: Iterator[Event]) -> Node | None:
        """The only document of the stream."""
        self._events = events
        next(events)  # start of stream
        start = self._next()
        if not isinstance(start, DocumentStartEvent):
            self._report(LoadRule.FILE_EMPTY)
            return None
        if start.version or start.tags:
            self._report(LoadRule.TAG, start)
        node = self._node(self._next(), 0)
        self._next()  # end of document
        if isinstance(extra := self._next(), DocumentStartEvent):
            self._report(LoadRule.SECOND_DOCUMENT, extra)
        return node

    def malformed(self, problem: Exception) -> None:
        """The finding for a text that is no YAML; it stands where the scanner stopped."""
        mark = problem.problem_mark if isinstance(problem, MarkedYAMLError) else None
        place = Source(self.file, mark.line + 1, mark.column + 1) if mark else Source(self.file, self._line)
        said = problem.problem if isinstance(problem, MarkedYAMLError) else ""
        self.findings.append(LoadRule.YAML_MALFORMED.at(place, said or ""))

    def _node(self, event: Event, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._guard(event, depth)
        if isinstance(event, MappingStartEvent):
            return Mapped(tuple(self._entries(depth + 1)), line, column)
        if isinstance(event, SequenceStartEvent):
            return Listed(tuple(self._items(depth + 1)), line, column)
        if isinstance(event, ScalarEvent):
            return self._leaf(event, line, column)
        return Leaf(None, line, column, broken=True)  # an alias, reported by the guard

    def _guard(self, event: Event, depth: int) -> None:
        self._count += 1
        if depth > DEEPEST:
            self._stop(LoadRule.TOO_DEEP, event, DEEPEST)
        if self._count > MOST_VALUES:
            self._stop(LoadRule.TOO_MANY_VALUES, event, MOST_VALUES)
        if getattr(event, "anchor", None) is not None:
            self._report(LoadRule.ALIAS, event)
        if not isinstance(event, AliasEvent) and getattr(event, "tag", None) is not None:
            self._report(LoadRule.TAG, event)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), SequenceEndEvent):
            yield self._node(event, depth)

    def _entries(self, depth: int) -> Iterator[Entry]:
        first: dict[str, int] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            if not isinstance(key, Leaf):
                place = Source(self.file, key.line, key.column)
                self.findings.append(LoadRule.WRONG_KIND.at(place, name="[…]", expected=msg("a text")))
            elif (name := str(key.value)) in first:
                place = Source(self.file, key.line, key.column)
                self.findings.append(LoadRule.DUPLICATE_KEY.at(place, name=name, first=str(first[name])))
            elif not key.broken:
                first[name] = key.line
                yield Entry(key, value)

    def _leaf(self, event: ScalarEvent, line: int, column: int) -> Leaf:
        raw, place = event.value, Source(self.file, line, column)
        for name, _, _ in islice(forbidden(raw), 1):  # a letter that an escape smuggled in
            self.findings.append(LoadRule.FORBIDDEN_CHARACTER.at(place, name=name))
            return Leaf(None, line, column, raw, broken=True)
        value = plain(raw) if event.implicit[0] and event.style in (None, "") else composed(raw)
        if isinstance(value, Doubt):
            rule = LoadRule.TWO_READINGS if value is Doubt.TWO_READINGS else LoadRule.NO_REAL_DATE
            self.findings.append(rule.at(place, raw))
            return Leaf(None, line, column, raw, broken=True)
        return Leaf(composed(value) if isinstance(value, str) else value, line, column, raw)

    def _next(self) -> Event:
        event = next(self._events)
        self._line = event.start_mark.line + 1
        return event

    def _report(self, rule: LoadRule, event: Event | None = None) -> None:
        mark = event.start_mark if event else None
        self.findings.append(rule.at(Source(self.file, mark.line + 1, mark.column + 1) if mark else Source(self.file)))

    def _stop(self, rule: LoadRule, event: Event, limit: int) -> None:
        place = Source(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        self.findings.append(rule.at(place, "", str(limit)))
        raise _StoppedError
