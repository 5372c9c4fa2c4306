"""Where a figure comes from: its formula, evaluated again, and everything that went into it, down to the cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seapgen.model.explanation import Explanation
from seapgen.model.results import Cell, Results, ScopeResults
from seapgen.model.withheld import covered_cell, covered_figure, exact

_AMISS = Decimal("NaN")  # what a formula gives in place of a withheld value, if it is not that value


def explain(results: Results, scope: str, path: str) -> Explanation:
    """The tree behind a figure or fact of a scope: `municipality/x` or `x`, `group/x`, `programme`. KeyError if it is not there.

    Formulas are evaluated with the exact values; values that are withheld are then taken out of the tree, of every scope its own.
    """
    found = _explained(results, scope, path)
    return _covered(results, found) if any(each.withheld for each in results.municipalities.values()) else found


def _explained(results: Results, scope: str, path: str) -> Explanation:
    derived = exact(_scope(results, scope)).derived(path)
    inputs = tuple(x if isinstance(x, Cell) else _explained(results, *_address(x, scope)) for x in derived.derivation.inputs)
    formula = results.formulas[derived.derivation.formula]
    value = formula.function(*(x.value for x in inputs))
    return Explanation(derived.figure, formula, inputs, value)


def _covered(results: Results, found: Explanation) -> Explanation:
    scope, path = _address(found.figure.id, "")
    withheld = _scope(results, scope).withheld
    is_withheld = path in withheld.paths
    inputs = tuple(
        covered_cell(withheld, x, is_inside=is_withheld) if isinstance(x, Cell) else _covered(results, x) for x in found.inputs
    )
    if not is_withheld:
        return replace(found, inputs=inputs)
    figure = covered_figure(found.figure)
    return Explanation(figure, found.formula, inputs, figure.value if found.holds else _AMISS)


def _address(figure: str, scope: str) -> tuple[str, str]:
    """Scope and path of a figure that a derivation in a scope names."""
    other, colon, path = figure.rpartition(":")
    return (other, path) if colon else (scope, figure)


def _scope(results: Results, name: str) -> ScopeResults:
    found = results.scope(name)
    if found is None:
        raise KeyError(name)
    return found
