from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.check.spread import middle

D = Decimal


@pytest.mark.parametrize(
    ("values", "median", "distance"),
    [([1, 2, 3, 4, 100], 3, 1), ([4, 1, 3, 2], D("2.5"), 1), ([5], 5, 0), ([2, 2, 2, 9], 2, 0)],
)
def test_the_middle_is_not_moved_by_one_that_is_far(values: list[int], median: Decimal, distance: Decimal) -> None:
    """Median and median distance, of an odd or even number."""
    found = middle([D(v) for v in values])

    assert (len(values), median, distance) == (found.n, found.median, found.distance)


def test_a_score_counts_standard_deviations() -> None:
    """0.6745 of the distance by the median distance."""
    assert D("0.6745") * 97 == middle([D(v) for v in (1, 2, 3, 4, 100)]).score(D(100))


def test_nobody_is_far_where_all_are_alike() -> None:
    """Without a distance there is no score."""
    assert middle([D(2), D(2), D(2)]).score(D(9)) is None
