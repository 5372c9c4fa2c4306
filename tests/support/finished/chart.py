"""A chart as a finished file holds it: names, items and exact values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["bars", "stacked", "grouped", "waterfall", "path", "cost"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a series at an item (a bar's label, a year, an action's code), and how it is printed, where it is."""

    series: str
    item: str
    exact: Decimal
    printed: str = field(default="", compare=False)
    figure: str = field(default="", compare=False)  # its id


def exact(values: Iterable[Value]) -> Counter[tuple[str, str, Decimal]]:
    """What two formats must have in common."""
    return Counter((value.series, value.item, value.exact) for value in values)
