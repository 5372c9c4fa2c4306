"""The ledger: figures by path, computed when somebody asks."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from seapgen.compute.formulas import FORMULAS, SURE
from seapgen.compute.ledger import Ledger
from seapgen.model.results import Cell
from seapgen.model.source import Source
from seapgen.model.units import Unit

D = Decimal


def ledger() -> Ledger:
    """Six and three of something, and nothing."""
    book = Ledger("municipality/town")
    for name, value in (("six", 6), ("three", 3), ("nothing", 0)):
        book.state(name, Unit.MWH, value, Source("a.csv", 2, 1))
    return book


def test_what_lacks_an_input_is_absent() -> None:
    """No zero is made up."""
    book = ledger()

    assert not book.put("sum", Unit.MWH, "sum", "six", "unknown")
    assert not book.divide("share", Unit.PERCENT, "share", "unknown", "six")
    assert {"six", "three", "nothing"} == set(book.entries())


def test_nothing_is_divided_by_nothing() -> None:
    """A quotient without a divisor is absent."""
    book = ledger()

    assert not book.divide("share", Unit.PERCENT, "share", "six", "nothing")
    assert not book.put("share", Unit.PERCENT, "share", "six", "nothing")
    assert "share" not in book.entries()


def test_a_figure_written_anew_is_computed_anew() -> None:
    """What was asked for before is forgotten."""
    book = ledger()
    book.put("sum", Unit.MWH, "sum", "six", "three")
    assert D(9) == book.value("sum")
    book.put("sum", Unit.MWH, "sum", "six", "six")

    assert D(12) == book.value("sum")


def test_a_family_is_written_when_it_is_asked_for() -> None:
    """Not before, and once."""
    book, times = ledger(), []

    def write() -> None:
        times.append(1)
        book.put("peers.a", Unit.MWH, "same", "six")

    book.later("peers", write)
    assert book.get("trend.a") is None and times == []

    assert (D(6), D(6), [1]) == (book.value("peers.a") if book.has("peers.a") else None, book.get("peers.a"), times)


def test_a_list_of_all_figures_holds_the_families() -> None:
    """Whoever goes through them misses none."""
    book = ledger()
    book.later("peers", partial(book.put, "peers.a", Unit.MWH, "same", "six"))

    assert ["six", "three", "nothing", "peers.a"] == list(book.entries())


def test_a_figure_may_rest_on_a_family_that_is_not_written_yet() -> None:
    """It is written first."""
    book = ledger()
    book.later("trend", partial(book.put, "trend.fall", Unit.MWH, "same", "six"))

    assert book.divide("reached", Unit.PERCENT, "share", "trend.fall", "three")
    assert D(200) == book.value("reached")


def test_entries_say_where_a_figure_comes_from() -> None:
    """Formula and inputs."""
    book = ledger()
    book.put("sum", Unit.MWH, "sum", "six", "three")
    found = book.entries()["sum"]

    assert ("municipality/town:sum", D(9), "sum", ("six", "three")) == (
        found.figure.id, found.figure.value, found.derivation.formula, found.derivation.inputs,
    )  # fmt: skip


def test_an_unknown_figure_is_a_key_error() -> None:
    """As in any mapping."""
    with pytest.raises(KeyError):
        ledger().entries()["unknown"]


@pytest.mark.parametrize("name", sorted(SURE))
def test_what_is_called_sure_makes_a_number_of_any_two(name: str) -> None:
    """Zeros and large numbers too; a formula that divides does not belong there."""
    formula = FORMULAS[name].function
    for pair in ((D(0), D(0)), (D("-1E9"), D(0)), (D("1E-30"), D("1E40"))):
        inputs = pair[:1] if name in {"stated", "same", "negative"} else pair
        made = formula(*inputs)
        assert isinstance(made, Decimal) and made.is_finite()


def test_cells_and_figures_mix() -> None:
    """A formula takes both."""
    book = ledger()
    book.put("sum", Unit.MWH, "sum", "six", Cell(Source("b.csv", 1), D(4)))

    assert D(10) == book.value("sum")


def test_entries_are_compared_as_mappings() -> None:
    """Two ledgers with the same figures have the same entries, and so has a mapping of them."""
    one, other = ledger().entries(), ledger()
    assert one == dict(one)
    other.state("four", Unit.MWH, 4, Source("a.csv", 3, 1))

    assert one != other.entries()
    assert one != list(one)
