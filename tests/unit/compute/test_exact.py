"""Decimal arithmetic whose result no order and no caller can change."""

from __future__ import annotations

from decimal import Decimal, localcontext

from hypothesis import given
from hypothesis import strategies as st

from seapgen.compute.formulas import FORMULAS

AMOUNTS = st.lists(st.decimals(min_value=-(10**12), max_value=10**12, places=15, allow_nan=False), max_size=20)


@given(AMOUNTS.flatmap(lambda xs: st.tuples(st.just(xs), st.permutations(xs))))
def test_sums_are_exact_in_any_order(lists: tuple[list[Decimal], list[Decimal]]) -> None:
    """Sums of amounts with 15 decimals lose nothing."""
    given_order, other_order = lists
    assert FORMULAS["sum"].function(*given_order) == FORMULAS["sum"].function(*other_order)


def test_the_caller_s_context_does_not_matter() -> None:
    """A caller that computes with three digits gets the same quotient."""
    with localcontext() as context:
        context.prec = 3
        found = FORMULAS["share"].function(Decimal(1), Decimal(3))
    assert found == Decimal("33.333333333333333")


def test_every_formula_is_registered_under_its_name() -> None:
    """The registry's keys are the names that derivations carry."""
    assert [f.name for f in FORMULAS.values()] == list(FORMULAS)
