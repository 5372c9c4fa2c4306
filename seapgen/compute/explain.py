"""Where a figure comes from: its formula, evaluated again, and everything that went into it, down to the cells."""

from __future__ import annotations

from seapgen.model.explanation import Explanation
from seapgen.model.results import Cell, Results


def explain(results: Results, municipality_id: str, path: str) -> Explanation:
    """The tree behind a figure; KeyError where the municipality or the figure is not there."""
    derived = results.municipalities[municipality_id].figures[path]
    inputs = tuple(x if isinstance(x, Cell) else explain(results, municipality_id, x) for x in derived.derivation.inputs)
    formula = results.formulas[derived.derivation.formula]
    value = formula.function(*(x.value for x in inputs))
    return Explanation(derived.figure, formula, inputs, value)
