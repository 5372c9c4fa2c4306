"""A guard for one confidential amount: whether another figure, beside those that a reader has seen, would tell it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from seapgen.compute.linear import ONE, Combination, added


@dataclass(slots=True)
class Guard:
    """What a reader can work out: every combination of the figures seen, as a basis in echelon form.

    The amount can be told exactly where it is one of these combinations itself.
    """

    amount: str
    basis: list[tuple[str, Combination]] = field(default_factory=list)  # with the unknown that each one stands for
    left: Combination = field(default_factory=dict)  # of the amount, when all that is known is taken away

    def __post_init__(self) -> None:
        self.left = {self.amount: ONE}

    def tells(self, figure: Combination) -> bool:
        """Whether a reader who sees the figure as well knows the amount."""
        new = self._reduced(figure)
        if new.keys() != self.left.keys():
            return False
        times = {self.left[unknown] / new[unknown] for unknown in new}
        return len(times) == 1

    def see(self, figure: Combination) -> None:
        """The reader sees a figure that does not tell the amount."""
        new = self._reduced(figure)
        if not new:
            return
        pivot = min(new)
        scaled = added([(new, 1 / new[pivot])])
        self.basis.append((pivot, scaled))
        self.left = _without(self.left, pivot, scaled)

    def _reduced(self, figure: Combination) -> Combination:
        """What a figure tells beyond those seen; a combination stands for no unknown of an earlier one."""
        for pivot, known in self.basis:
            figure = _without(figure, pivot, known)
        return figure


def _without(figure: Combination, pivot: str, known: Combination) -> Combination:
    times: Fraction | None = figure.get(pivot)
    return figure if times is None else added([(figure, ONE), (known, -times)])
