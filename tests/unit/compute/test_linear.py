"""What figures say of unknown amounts, and what a guard makes of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from seapgen.compute.guard import Guard
from seapgen.compute.ledger import Ledger
from seapgen.compute.linear import Linear
from seapgen.model.results import Cell
from seapgen.model.source import Source
from seapgen.model.units import Unit

D, F = Decimal, Fraction
SECRET, OPEN = Source("production.csv", 3, 8), Source("production.csv", 4, 8)


def linear() -> Linear:
    """Two unknown amounts with paths, one in a cell, and a known number."""
    book = Ledger("municipality/town")
    for name, value in (("a", 6), ("b", 3), ("known", 2)):
        book.state(name, Unit.MWH, value, Source("a.csv", 2, 1))
    return Linear(book, frozenset({"a", "b"}), frozenset({("production.csv", 3)}))


def test_a_difference_counts_its_second_amount_less() -> None:
    """The first once, each later one minus once."""
    made = linear()
    made.book.put("change", Unit.MWH, "difference", "a", "b")

    assert {"a": F(1), "b": F(-1)} == made.of("change")


def test_a_sum_counts_each_amount_once_and_known_numbers_not_at_all() -> None:
    """An amount in a cell is named by its place."""
    made = linear()
    made.book.put("sum", Unit.MWH, "sum", "a", "known", Cell(SECRET, D(5), "MWh"), Cell(OPEN, D(7), "MWh"), Cell(SECRET, D(1)))

    assert {"a": F(1), str(SECRET): F(1)} == made.of("sum")


def test_a_product_takes_its_amount_as_often_as_the_factor_says() -> None:
    """Whether the factor is a figure or stands in a cell."""
    made = linear()
    made.book.put("of_figure", Unit.MWH, "product", "a", "known")
    made.book.put("of_cell", Unit.MWH, "product", "a", Cell(OPEN, D("0.25"), "t/MWh"))

    assert ({"a": F(2)}, {"a": F(1, 4)}) == (made.of("of_figure"), made.of("of_cell"))


def test_what_is_no_sum_is_no_combination() -> None:
    """Nor is anything made of it."""
    made = linear()
    made.book.put("share", Unit.PERCENT, "share", "a", "b")
    made.book.put("product", Unit.MWH, "product", "share", "known")
    made.book.put("sum", Unit.MWH, "sum", "share", "a")

    assert [None, None, None] == [made.of(path) for path in ("share", "product", "sum")]


def test_figures_of_known_numbers_tell_nothing() -> None:
    """They are a combination of no amount."""
    made = linear()
    made.book.put("share", Unit.PERCENT, "share", "known", "known")

    assert {} == made.of("share")


def test_a_guard_sees_that_a_figure_is_a_multiple_of_what_is_left() -> None:
    """What is known is a + b + 2c: then 3b + 6c would tell a, and b + 3c would not."""
    guard = Guard("a")
    guard.see({"a": F(1), "b": F(1), "c": F(2)})

    assert guard.tells({"b": F(3), "c": F(6)})
    assert not guard.tells({"b": F(1), "c": F(3)})
