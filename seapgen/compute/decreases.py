"""Reductions with the sign of a decrease, for tiles and for the waterfall from the base year to the target year."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.compute.plan import ACTION_SECTORS
from seapgen.model.units import Unit

MANY = 6  # steps that a waterfall tells apart however small they are
LEAST = Decimal("0.01")  # of the base: a shorter step is a hairline


def write_decreases(book: Ledger, year: int) -> None:
    """`target.<year>.change_pct`, `plan.<year>.change_t.<sector>`, and `plan.<year>.change_further_t`: the small ones."""
    book.put(f"target.{year}.change_pct", Unit.PERCENT, "negative", f"target.{year}.reduction_pct")
    for sector in ACTION_SECTORS:
        path = f"plan.{year}.reduction_t.{sector}"
        unit = book.unit(path)
        if unit is not None:
            book.put(f"plan.{year}.change_t.{sector}", unit, "negative", path)
    base, paths = book.get(f"target.{year}.base_t"), [f"plan.{year}.change_t.{s}" for s in ACTION_SECTORS]
    further = small({path: book.value(path) for path in paths if book.has(path)}, base)
    if further:
        book.total(f"plan.{year}.change_further_t", book.unit(further[0]) or Unit.T_CO2, further)


def small(changes: Mapping[str, Decimal], base: Decimal | None) -> tuple[str, ...]:
    """The changes that a waterfall shows as one step, the last before what remains.

    Its axis begins at zero, or its first and last column would compare wrongly; so a change of less than 1 % of the first column
    is a hairline in every format. Up to six changes are told apart all the same. Where there are more, those below 1 % of the
    base are drawn together, if there are at least two, and named with their amounts under the chart. No base, nothing small.
    """
    changed = {key: abs(value) for key, value in changes.items() if value}
    if not base or len(changed) <= MANY:
        return ()
    found = tuple(key for key, value in changed.items() if value < LEAST * base)
    return found if len(found) > 1 else ()
