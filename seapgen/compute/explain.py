"""Where a figure comes from: its formula, evaluated again, and everything that went into it, down to the cells."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from seapgen.model.explanation import Explanation
from seapgen.model.results import Cell, Derived, Results, Withheld
from seapgen.model.withheld import covered_cell, covered_figure, exact

PROGRAMME = "programme"
_AMISS = Decimal("NaN")  # what a formula gives in place of a withheld value, if it is not that value


def explain(results: Results, scope: str, path: str) -> Explanation:
    """The tree behind a figure or fact of a municipality's id or of `programme`; KeyError where it is not there.

    Formulas are evaluated with the exact values; values that are withheld are then taken out of the tree.
    """
    found = _explained(results, scope, path)
    return _covered(found, results.municipalities[scope].withheld) if scope in results.municipalities else found


def _explained(results: Results, scope: str, path: str) -> Explanation:
    derived = _derived(results, scope, path)
    inputs = tuple(x if isinstance(x, Cell) else _explained(results, scope, x) for x in derived.derivation.inputs)
    formula = results.formulas[derived.derivation.formula]
    value = formula.function(*(x.value for x in inputs))
    return Explanation(derived.figure, formula, inputs, value)


def _covered(found: Explanation, withheld: Withheld) -> Explanation:
    if not withheld:
        return found
    is_withheld = found.figure.id.rpartition(":")[2] in withheld.paths
    inputs = tuple(
        covered_cell(withheld, x, is_inside=is_withheld) if isinstance(x, Cell) else _covered(x, withheld) for x in found.inputs
    )
    if not is_withheld:
        return replace(found, inputs=inputs)
    figure = covered_figure(found.figure)
    return Explanation(figure, found.formula, inputs, figure.value if found.holds else _AMISS)


def _derived(results: Results, scope: str, path: str) -> Derived:
    if scope == PROGRAMME and scope not in results.municipalities:
        return results.facts[path]
    return exact(results.municipalities[scope]).derived(path)
