"""Decimal arithmetic of the computation.

Sums, differences and products are exact, so neither the order of rows nor the way of adding up changes a digit.
Quotients cannot be exact: they are kept to 15 decimals, which leaves later sums and products exact. Nothing is rounded
for print here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import ROUND_HALF_EVEN, Context, Decimal, getcontext, setcontext
from functools import wraps

EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN, traps=[])
QUOTIENT_STEP = Decimal("1E-15")
LARGEST_SCALED = 80  # digits before the point from which a quotient is no longer cut


def exactly(function: Callable[..., Decimal]) -> Callable[..., Decimal]:
    """Let a function compute with 100 digits, whatever context its caller has."""

    @wraps(function)
    def inside(*inputs: Decimal) -> Decimal:
        outer = getcontext()
        if outer is EXACT:
            return function(*inputs)
        setcontext(EXACT)
        try:
            return function(*inputs)
        finally:
            setcontext(outer)

    return inside


@contextmanager
def exact() -> Iterator[None]:
    """Compute exactly throughout: some hundred formulas of a municipality need not change the context each for itself."""
    outer = getcontext()
    setcontext(EXACT)
    try:
        yield
    finally:
        setcontext(outer)


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    """Part by whole, kept to 15 decimals; to be called inside `exactly`, with a whole that is not zero."""
    found = part / whole
    return found.quantize(QUOTIENT_STEP) if found.adjusted() < LARGEST_SCALED else found
