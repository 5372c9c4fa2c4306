"""What was measured, as tables: the same on the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a name by which the page finds its place."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def markdown(self) -> str:
        """As it stands on the page: the first column is text, the others numbers."""
        rule = ("---", *["---:"] * (len(self.head) - 1))
        return "\n".join(f"| {' | '.join(row)} |" for row in (self.head, rule, *self.rows))

    def plain(self) -> str:
        """As it is printed."""
        rows = (self.head, *self.rows)
        widths = [max(len(row[n]) for row in rows) for n in range(len(self.head))]
        lines = ["  ".join(_aligned(row, widths)) for row in rows]
        return "\n".join((self.title, *(f"  {line.rstrip()}" for line in lines)))


def _aligned(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for n, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.rjust(width) if n else cell.ljust(width)


@dataclass(frozen=True, slots=True)
class Limit:
    """What was promised: `measured` may not be above `most`; `stretch` is what would be fine. Ratios and milliseconds alike.

    What must be at least so much has negative numbers, which are printed without their sign.
    """

    promise: str
    measured: float
    most: float
    stretch: float | None
    unit: str  # "ms", or "" for a share of the peer's CPU time

    def row(self) -> tuple[str, ...]:
        """As a row of the table of limits."""
        verdict = "**missed**" if self.measured > self.most else "met"
        if self.stretch is not None and self.measured <= self.stretch:
            verdict = "met, stretch too"
        return self.promise, self._shown(self.measured), self._shown(self.most), self._shown(self.stretch), verdict

    def _shown(self, value: float | None) -> str:
        if value is None:
            return "–"
        return f"{value:.0f} {self.unit}" if self.unit else f"{abs(value):.3f}"


def limits_table(limits: Sequence[Limit], name: str = "limits") -> Table:
    """All promises with what was measured."""
    return Table(name, "Limits", ("promise", "measured", "limit", "stretch", ""), tuple(limit.row() for limit in limits))


def ms(seconds: float) -> str:
    """Milliseconds, whole ones from ten up."""
    return f"{seconds * 1000:.1f}" if seconds < 0.01 else f"{seconds * 1000:.0f}"


def times(slow: float, fast: float) -> str:
    """How many times as much: `5.2 ×`."""
    return f"{slow / fast:.1f} ×"
