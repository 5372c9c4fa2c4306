"""The peers that a municipality is compared with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.model.peers import ALL_SIZES, UNION, Distribution, Peers, size_of
from seapgen.model.source import Source

D = Decimal
VALUES = tuple(map(D, ("1", "2", "4", "8", "8", "12", "20")))


def row(country: str, size: str, metric: str = "m") -> Distribution:
    """A distribution that stands in line 7."""
    return Distribution(country, size, metric, 50, VALUES, Source("data/peers.csv", 7, 1))


def peers(*keys: tuple[str, str]) -> Peers:
    """Peers of some countries and sizes."""
    return Peers({key: {"m": row(*key)} for key in keys}, "cited")


EVERY = ((UNION, ALL_SIZES), (UNION, "under_10000"), ("IT", ALL_SIZES), ("IT", "under_10000"))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (EVERY, ("IT", "under_10000")),
        (EVERY[:3], ("IT", ALL_SIZES)),
        (EVERY[:2], (UNION, "under_10000")),
        (EVERY[:1], (UNION, ALL_SIZES)),
    ],
)
def test_the_nearest_group_is_taken(known: tuple[tuple[str, str], ...], expected: tuple[str, str]) -> None:
    """Country and size before the country, the country before the Union."""
    found = peers(*known).of("IT", 8000).of("m")

    assert found is not None
    assert expected == (found.country, found.size)


def test_a_measure_may_come_from_a_wider_group_than_another() -> None:
    """Each measure has its own number of signatories."""
    groups = {("IT", ALL_SIZES): {"m": row("IT", "")}, (UNION, ALL_SIZES): {"x": row(UNION, "", "x")}}
    group = Peers(groups, "").of("IT", 8000)

    assert [D("12"), D("12"), None] == [group.percentile(name, 95) for name in ("m", "x", "unknown")]


def test_without_inhabitants_sizes_do_not_count() -> None:
    """The country as a whole is meant."""
    found = peers(*EVERY).of("IT").of("m")

    assert found is not None
    assert ALL_SIZES == found.size


@pytest.mark.parametrize(
    ("people", "expected"), [(0, "under_10000"), (9999, "under_10000"), (10000, "10000_50000"), (50000, "over_50000")]
)
def test_a_class_begins_with_its_lower_bound(people: int, expected: str) -> None:
    """10,000 inhabitants are no longer under 10,000."""
    assert expected == size_of(people)


@pytest.mark.parametrize(("value", "expected"), [("1.9", 5), ("2", None), ("12", None), ("12.1", 95)])
def test_the_limits_themselves_are_inside(value: str, expected: int | None) -> None:
    """Outside is below the lower or above the upper limit."""
    knot = row("IT", "").outside(D(value), 5, 95)

    assert expected == (knot.percent if knot else None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.5", None), ("1", None), ("2", (1, 5)), ("5", (25, 50)), ("8", (25, 50)), ("9", (75, 95)), ("21", None)],
)
def test_a_value_has_two_neighbours(value: str, expected: tuple[int, int] | None) -> None:
    """Beyond the first and the last percentile there are none; of equal percentiles the lowest counts."""
    found = row("IT", "").around(D(value))

    assert expected == (tuple(k.percent for k in found) if found else None)


def test_a_knot_knows_its_cell() -> None:
    """`explain` names line and column of the table."""
    assert Source("data/peers.csv", 7, 8) == row("IT", "").knot(50).source
