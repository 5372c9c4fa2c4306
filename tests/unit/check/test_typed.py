from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.check.typed import Typed, kind_of, typed_amounts
from seapgen.model.units import Unit

D = Decimal


def one(text: str) -> Typed:
    """The only amount of a text."""
    (found,) = typed_amounts(text)
    return found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("20 000 t", [D(20000)]), ("20,000 t", [D(20000), D(20)]), ("20.000 t", [D(20000), D(20)]), ("20,5 t", [D("20.5")]),
        ("1.234.567,8 MWh", [D("1234567.8")]), ("1,234,567 MWh", [D(1234567)]), ("12.5 GWh", [D(12500)]), ("300 kWh", [D("0.3")]),
        ("5 tonnellate", [D(5)]), ("7 ton", [D(7)]), ("9’000 EUR", [D(9000)]),
    ],
)  # fmt: skip
def test_an_amount_has_every_reading_that_its_marks_allow(text: str, values: list[Decimal]) -> None:
    """Languages write the same number in different ways; none is preferred."""
    assert values == [value for value, _ in one(text).values]


@pytest.mark.parametrize(
    "text", ["in 2010 trees", "0.4 t/MWh", "12 MWh/head", "[20 000 t](figure:inventory.2010.emissions_t)", "3 towns", "a t"]
)
def test_what_is_no_amount_is_passed_over(text: str) -> None:
    """Years, factors, other words, and links to figures, which are printed from the results."""
    assert [] == list(typed_amounts(text))


def test_an_amount_knows_its_place() -> None:
    """Line and column from 1, behind a link too."""
    text = "One.\n[5 t](figure:x) and 700 MWh."

    assert (2, 21) == (one(text).line, one(text).column)


@pytest.mark.parametrize(
    ("amounts", "expected"), [([28650], True), ([28750], True), ([28649], False), ([28751], False), ([1, 28700, 90000], True)]
)
def test_a_rounded_number_means_what_rounds_to_it(amounts: list[int], expected: bool) -> None:
    """28 700 is not 28 800."""
    assert expected is one("28 700 t").means_one_of([D(a) for a in amounts])


def test_the_step_of_a_number_is_its_last_digit_that_is_not_zero() -> None:
    """28 700 stands for 28 650 to 28 750."""
    assert [(D(28700), D(100))] == list(one("28 700 t").values)


@pytest.mark.parametrize(("amount", "expected"), [("105", True), ("95.3", True), ("106", False), ("95", False)])
def test_near_is_within_so_many_per_cent_of_the_computed_amount(amount: str, expected: bool) -> None:
    """The typed number is measured by the computed one."""
    assert expected is one("100 t").is_near(D(amount), D(5))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3 GWh", "energy"), ("3 kWh", "energy"), ("5 t", "tonnes"), ("5 tonnes", "tonnes"), ("9 EUR", "money"), ("9 euro", "money"),
        ("9 €", "money"),
    ],
)  # fmt: skip
def test_an_amount_is_of_one_kind(text: str, kind: str) -> None:
    """Only amounts of one kind are compared."""
    assert kind == one(text).kind


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (Unit.EUR, "money"), (Unit.MWH, "energy"), (Unit.T_CO2, "tonnes"), (Unit.T_CO2E, "tonnes"), (Unit.T_MIXED, "tonnes"),
        (Unit.PERCENT, ""), (Unit.MWH_PER_HEAD, ""),
    ],
)  # fmt: skip
def test_a_figure_is_of_the_kind_of_its_unit(unit: Unit, kind: str) -> None:
    """A share is no amount that prose could miss."""
    assert kind == kind_of(unit)


@pytest.mark.parametrize(
    ("text", "value", "step"), [("12.5 GWh", "12500", "100"), ("0 t", "0", "1"), ("0.0 t", "0", "1"), ("300 kWh", "0.3", "0.1")]
)
def test_the_step_has_the_unit_of_its_value(text: str, value: str, step: str) -> None:
    """Both are in MWh; nothing stands for no more than itself."""
    assert [(D(value), D(step))] == list(one(text).values)


@pytest.mark.parametrize(("text", "expected"), [("95 t", True), ("105 t", True), ("94.9 t", False), ("105.1 t", False)])
def test_just_so_many_per_cent_are_near(text: str, expected: bool) -> None:
    """The limit itself is near: 5 per cent of 100."""
    assert expected is one(text).is_near(D(100), D(5))
