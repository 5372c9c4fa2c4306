"""What a municipality keeps confidential, and what must stay unprinted with it so that nobody finds it by subtraction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from seapgen.model.message import Figure
from seapgen.model.results import Cell, Derivation, Derived, Results, ScopeResults, Withheld

R = TypeVar("R", bound=ScopeResults)
OURS = ("data/", "factor_sets/")  # tables that ship with the program, and a programme's own factors


def shown(results: Results) -> Results:
    """The results as everybody may see them: figures that are withheld have lost their values, their paths and formulas stay."""
    towns = {id_: _shown(each) for id_, each in results.municipalities.items()}
    groups = {id_: _shown(each) for id_, each in results.groups.items()}
    return replace(
        results, municipalities=towns, groups=groups, programme=_shown(results.programme) if results.programme else None
    )


def _shown(results: R) -> R:
    return replace(results, figures=Covered(results)) if results.withheld else results


@dataclass(frozen=True, slots=True)
class Covered(Mapping[str, Derived]):
    """The figures of a scope without the values of those that are withheld."""

    exact: ScopeResults

    def __getitem__(self, path: str) -> Derived:
        derived, is_withheld = self.exact.figures[path], path in self.exact.withheld.paths
        made_of, formula = derived.derivation.inputs, derived.derivation.formula
        inputs = tuple(covered_cell(self.exact.withheld, x, is_inside=is_withheld) if isinstance(x, Cell) else x for x in made_of)
        return Derived(covered_figure(derived.figure) if is_withheld else derived.figure, Derivation(formula, inputs))

    def __contains__(self, path: object) -> bool:
        return path in self.exact.figures

    def __iter__(self) -> Iterator[str]:
        return iter(self.exact.figures)

    def __len__(self) -> int:
        return len(self.exact.figures)


def exact(results: ScopeResults) -> ScopeResults:
    """The results with all their values, for whoever evaluates formulas again."""
    return results.figures.exact if isinstance(results.figures, Covered) else results


def covered_figure(figure: Figure) -> Figure:
    """A figure without its value."""
    return replace(figure, value=Decimal(0), is_withheld=True)


def covered_cell(withheld: Withheld, cell: Cell, *, is_inside: bool) -> Cell:
    """A cell without its value where its row is withheld, or where it is inside a figure that is and people handed it in.

    Counts, which have no unit, may be told, and so may reference data.
    """
    is_own = is_inside and not cell.source.file.startswith(OURS)
    return replace(cell, value=Decimal(0), is_withheld=True) if cell.unit and (is_own or withheld.has(cell.source)) else cell
