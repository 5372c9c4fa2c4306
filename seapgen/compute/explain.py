"""Where a figure comes from: its formula, evaluated again, and everything that went into it, down to the cells."""

from __future__ import annotations

from seapgen.model.explanation import Explanation
from seapgen.model.results import Cell, Derived, Results

PROGRAMME = "programme"


def explain(results: Results, scope: str, path: str) -> Explanation:
    """The tree behind a figure or fact of a municipality's id or of `programme`; KeyError where it is not there."""
    derived = _derived(results, scope, path)
    inputs = tuple(x if isinstance(x, Cell) else explain(results, scope, x) for x in derived.derivation.inputs)
    formula = results.formulas[derived.derivation.formula]
    value = formula.function(*(x.value for x in inputs))
    return Explanation(derived.figure, formula, inputs, value)


def _derived(results: Results, scope: str, path: str) -> Derived:
    if scope == PROGRAMME and scope not in results.municipalities:
        return results.facts[path]
    return results.municipalities[scope].derived(path)
