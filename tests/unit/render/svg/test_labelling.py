"""Names beside points: whole where there is room, on a line where they went away, as a number where there is none."""

from __future__ import annotations

import pytest

from seapgen.render.svg.labelling import Frame, Lettered, Spot, lettered

WHOLE = Frame(0, 0, 470, 320)


def placed(*spots: Spot) -> tuple[Lettered, ...]:
    """The names of some points in an empty map."""
    return lettered(spots, WHOLE, 8.5)


@pytest.mark.parametrize("width", [3.1, 17.77, 40.3, 61.7, 99.9, 123.456])
@pytest.mark.parametrize("x", [101.3, 200.7, 333.33])
def test_a_name_with_room_is_printed(x: float, width: float) -> None:
    """Right of its point and on its height, whatever its width and place: never a number, never a line."""
    (name,) = placed(Spot(x, 150.1, 3.0, width, 4.0))

    assert (False, None) == (name.is_number, name.leader)
    assert x + 3 < name.x < x + 10


def test_at_the_right_edge_a_name_goes_to_the_left() -> None:
    """It ends before its point."""
    (name,) = placed(Spot(440, 150, 3.0, 60, 4.0))

    assert name.x + 60 < 437


def test_a_name_between_others_goes_away_on_a_line() -> None:
    """A point in the middle of four has its name outside, and a line that leads there."""
    ring = [Spot(200 + dx, 150 + dy, 3.0, 60, 4.0) for dx in (-9, 9) for dy in (-7, 7)]
    *_, middle = placed(*ring, Spot(200, 150, 3.0, 60, 4.0))

    assert middle.leader is not None
    assert not middle.is_number


def test_a_name_wider_than_the_map_is_a_number() -> None:
    """It stands in the list below."""
    (name,) = placed(Spot(200, 150, 3.0, 600, 4.0))

    assert name.is_number


def test_the_place_of_the_plan_comes_first() -> None:
    """Of two that want the same room, the one that the map is about has it."""
    other, own = placed(Spot(200, 150, 3.0, 80, 4.0), Spot(200, 156, 3.0, 80, 4.0, is_first=True))

    assert own.x > 200
    assert own.leader is None
    assert other != own
