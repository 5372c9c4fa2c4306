"""The parts of a change: exact, independent of an order, and nothing where nothing changed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seapgen.compute.decomposition import by_activity, by_factor, by_population, gone_by_activity, gone_by_population
from seapgen.compute.exact import exactly
from seapgen.compute.formulas import FORMULAS

D = Decimal
PARTS = tuple(exactly(f) for f in (by_population, by_activity, by_factor))
by_activity_part = PARTS[1]
TINY = Fraction(1, 10**9)

energies = st.decimals("0.001", "1e7", places=3)
factors = st.decimals("0", "2", places=4)
people = st.integers(100, 5_000_000).map(D)
cells = st.tuples(energies, factors, people)


def cell(before: tuple[D, D, D], after: tuple[D, D, D]) -> tuple[D, ...]:
    """The inputs of a part, from energy, factor and people of both years."""
    (mwh, factor, heads), (mwh_now, factor_now, heads_now) = before, after
    return mwh * factor, mwh, mwh_now * factor_now, mwh_now, heads, heads_now


def averaged(before: tuple[D, D, D], after: tuple[D, D, D]) -> list[Fraction]:
    """Population, activity and factor by the definition: the mean over six orders, in fractions."""
    start, end = ((Fraction(p), Fraction(m) / Fraction(p), Fraction(f)) for m, f, p in (before, after))
    parts = [Fraction(0)] * 3
    for order in permutations(range(3)):
        now = list(start)
        for n in order:
            earlier = now[0] * now[1] * now[2]
            now[n] = end[n]
            parts[n] += now[0] * now[1] * now[2] - earlier
    return [part / 6 for part in parts]


@given(cells, cells)
def test_parts_add_up_to_the_change(before: tuple[D, D, D], after: tuple[D, D, D]) -> None:
    """To the last digit, whatever the numbers."""
    inputs = cell(before, after)

    assert sum(part(*inputs) for part in PARTS) == inputs[2] - inputs[0]


@given(cells, cells)
def test_parts_are_the_mean_of_all_orders(before: tuple[D, D, D], after: tuple[D, D, D]) -> None:
    """Each part is what its definition says, but for the digits after the ninth."""
    found = [Fraction(part(*cell(before, after))) for part in PARTS]

    assert all(abs(mine - theirs) < TINY for mine, theirs in zip(found, averaged(before, after), strict=True))


@given(cells, cells)
def test_the_way_back_has_the_opposite_parts(before: tuple[D, D, D], after: tuple[D, D, D]) -> None:
    """No part depends on which year comes first."""
    there, back = ([part(*cell(*pair)) for part in PARTS] for pair in ((before, after), (after, before)))

    assert all(abs(one + other) < D("1e-9") for one, other in zip(there, back, strict=True))


@given(cells, energies)
def test_with_equal_people_and_factor_all_is_activity(before: tuple[D, D, D], energy: D) -> None:
    """Population and factor have no part, exactly."""
    inputs = cell(before, (energy, *before[1:]))

    assert [part(*inputs) for part in PARTS] == [0, inputs[2] - inputs[0], 0]


@given(cells, factors)
def test_with_equal_use_all_is_the_factor(before: tuple[D, D, D], factor: D) -> None:
    """The same people with the same energy: population and activity have no part."""
    inputs = cell(before, (before[0], factor, before[2]))
    found = [part(*inputs) for part in PARTS]

    assert found[0] == 0
    assert abs(found[1]) < D("1e-9")
    assert abs(found[2] - (inputs[2] - inputs[0])) < D("1e-9")


@given(st.decimals("0.01", "50", places=2), factors, people, people)
def test_with_equal_use_per_head_all_is_the_population(head: D, factor: D, before: D, after: D) -> None:
    """Each inhabitant uses as much, at the same factor: activity and factor have no part."""
    inputs = cell((head * before, factor, before), (head * after, factor, after))

    assert [part(*inputs) for part in PARTS] == [inputs[2] - inputs[0], 0, 0]


@given(st.decimals("0.01", "50", places=2), factors, factors, people, people)
def test_with_equal_use_per_head_activity_has_no_part(head: D, factor: D, later: D, before: D, after: D) -> None:
    """Exactly, also where the factor has changed with the population."""
    inputs = cell((head * before, factor, before), (head * after, later, after))

    assert by_activity_part(*inputs) == 0
    assert PARTS[0](*inputs) + PARTS[2](*inputs) == inputs[2] - inputs[0]


def test_an_unchanged_population_has_no_part_however_many_decimals_there_are() -> None:
    """A quotient of 15 decimals must not leave a crumb."""
    inputs = (D("1.0000000000000000007"), D(3), D("2.0000000000000000001"), D(5), D(7), D(7))

    assert PARTS[0](*inputs) == 0


@pytest.mark.parametrize(("before", "after"), [((D(5), D(0)), (D(7), D(10))), ((D(5), D(4)), (D(7), D(0)))])
def test_emissions_without_energy_have_no_factor(before: tuple[D, D], after: tuple[D, D]) -> None:
    """A return may say so, wrongly; the parts still add up."""
    inputs = (*before, *after, D(100), D(110))

    assert PARTS[2](*inputs) == 0
    assert sum(part(*inputs) for part in PARTS) == 2


@given(cells, people)
def test_what_is_gone_has_no_factor(before: tuple[D, D, D], after: D) -> None:
    """A cell that only the earlier year has is divided between population and activity."""
    emissions = before[0] * before[1]
    people = before[2], after
    parts = [exactly(f)(emissions, *people) for f in (gone_by_population, gone_by_activity)]

    assert sum(parts) == -emissions
    assert parts[0] == 0 or (parts[0] > 0) == (after > before[2])


def test_a_table_computed_by_hand() -> None:
    """100 people with 2 MWh at 0.5 t, then 120 with 3 MWh at 0.4 t: +44 t in three parts."""
    inputs = cell((D(200), D("0.5"), D(100)), (D(360), D("0.4"), D(120)))

    assert [round(part(*inputs), 2) for part in PARTS] == [D("22.33"), D("49.33"), D("-27.67")]


def test_every_formula_names_its_source() -> None:
    """Who doubts the method finds it described."""
    names = [f"{kind}by_{cause}" for kind in ("", "new_", "gone_") for cause in ("population", "activity")]

    assert all("doi:10.1016/S0301-4215(01)00131-8" in FORMULAS[name].source for name in [*names, "by_factor"])
