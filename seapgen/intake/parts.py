"""The nouns inside a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from seapgen.model.noun import Noun


def parts(noun: Noun) -> Iterator[Noun]:
    """The nouns that stand directly in a noun's fields, in lists or under keys."""
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        several = value if isinstance(value, tuple) else value.values() if isinstance(value, Mapping) else (value,)
        yield from (each for each in several if isinstance(each, Noun))


def numbers(noun: Noun) -> Iterator[tuple[str, Decimal]]:
    """The numbers of a noun by the name of their place, `population.2010` under keys."""
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        pairs = [(f"{name}.{key}", each) for key, each in value.items()] if isinstance(value, Mapping) else [(name, value)]
        yield from ((path, Decimal(each)) for path, each in pairs if isinstance(each, int | Decimal))
