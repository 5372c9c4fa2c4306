"""The nouns and numbers inside a noun. Which fields can hold any is asked once of each kind, because every row is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from seapgen.intake.annotations import holds
from seapgen.model.noun import Noun


def parts(noun: Noun) -> Iterator[Noun]:
    """The nouns that stand directly in a noun's fields, in lists or under keys."""
    for name in _fields(type(noun), (Noun,)):
        value = getattr(noun, name)
        if isinstance(value, Noun):
            yield value
        elif value:
            several = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
            yield from (each for each in several if isinstance(each, Noun))


def numbers(noun: Noun) -> Iterator[tuple[str, Decimal]]:
    """The numbers of a noun by the name of their place, `population.2010` under keys."""
    for name in _fields(type(noun), (int, Decimal)):
        value = getattr(noun, name)
        if isinstance(value, Decimal):
            yield name, value
        elif isinstance(value, int):
            yield name, Decimal(value)
        elif isinstance(value, Mapping):
            yield from ((f"{name}.{key}", Decimal(each)) for key, each in value.items() if isinstance(each, int | Decimal))


@cache
def _fields(noun: type[Noun], kinds: tuple[type, ...]) -> tuple[str, ...]:
    """The fields of a noun that can hold something of some kinds."""
    return tuple(name for name, info in noun.model_fields.items() if holds(info.annotation, kinds))
