from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pytest

from seapgen.execute.key import job_key, renderer_version


class Tone(StrEnum):
    """A closed list."""

    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A node of a tree."""

    value: object


@dataclass(frozen=True, slots=True)
class Other:
    """Another type with the same fields."""

    value: object


def test_the_order_of_a_mapping_does_not_matter() -> None:
    """Keys do not depend on how a mapping was filled."""
    assert job_key({"a": 1, "b": 2}) == job_key({"b": 2, "a": 1})


@pytest.mark.parametrize(
    "other", [Leaf("a"), Leaf(("b",)), Leaf(None), Leaf(Decimal(1)), Leaf(1), Leaf(b"1"), Leaf("1"), Other(1)]
)
def test_different_trees_have_different_keys(other: object) -> None:
    """Types, values and the digits of decimals count."""
    assert job_key(Leaf(True)) != job_key(other)
    assert len({job_key(x) for x in (Leaf(1), Leaf("1"), Leaf(Decimal(1)), Leaf(Decimal("1.0")), Leaf(b"1"), Other(1))}) == 6


def test_a_member_of_a_list_counts_by_its_value() -> None:
    """Enumerations are written as their keys."""
    assert job_key("dark") == job_key(Tone.DARK)


def test_an_unknown_thing_is_no_part_of_a_key() -> None:
    """Silence would make two different jobs equal."""
    with pytest.raises(TypeError):
        job_key(object())


def test_the_renderers_have_a_version() -> None:
    """It is a digest, the same at every call."""
    assert renderer_version() == renderer_version()
    assert 64 == len(renderer_version())
