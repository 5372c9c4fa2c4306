"""The breaks of a native cost curve: a native chart has no such mark, so dashes in white with an edge stand over the cut columns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.chart import CostBlock, CostCurve
from seapgen.model.inline import Inline
from seapgen.render.svg.breaks import Cut, told
from seapgen.render.word.charts.cost_axis import CostAxis
from seapgen.render.word.charts.drawing import HIDDEN_LINE, Canvas, solid
from seapgen.render.word.charts.labels import Look, deleted, showing, text_label
from seapgen.render.word.charts.waterfall import line_series

BREAK = "//"  # heads the column of the workbook that says where the dashes stand
_DASH = 9  # width in points


@dataclass(frozen=True, slots=True)
class Breaks:
    """Where dashes stand, row by row of the workbook, and what is written beside the innermost one of each end: (side, words)."""

    heights: list[Decimal | None]
    words: dict[int, tuple[str, str]]

    @classmethod
    def of(
        cls, chart: CostCurve[Inline], blocks: Sequence[CostBlock[Inline]], axis: CostAxis, middles: Sequence[float]
    ) -> Breaks:
        """From the innermost column that is cut outwards, as far as dashes do not overlap; `middles` of the blocks in points."""
        cut = Cut.of(chart)
        heights: list[Decimal | None] = [None] * len(blocks)
        words = {}
        for those, height, side in ((cut.low[::-1], axis.below, "r"), (cut.high, axis.above, "l")):
            places = [blocks.index(block) for block in those if block in blocks]
            last = math.inf
            for n in places:
                if abs(middles[n] - last) >= _DASH:
                    heights[n], last = Decimal(str(height)), middles[n]
            if places:
                words[3 * places[0] + 2] = (side, told(blocks[n] for n in sorted(places)))
        return cls(at_middles(heights), words)

    def series(self, n: int, category: str, canvas: Canvas) -> str:
        """The nth series of the chart."""
        inks, labels = canvas.inks, ""
        for row in range(len(self.heights)):
            side, words = self.words.get(row, ("", ""))
            look = Look(inks["ink"], side, 7.5, language=canvas.words.tag)
            labels += text_label(row, words, look) if words else deleted(row)
        edge = f'<a:ln w="9525">{solid(inks["muted"])}</a:ln>'
        dash = f'<c:marker><c:symbol val="dash"/><c:size val="{_DASH}"/><c:spPr>{solid(inks["white"])}{edge}</c:spPr></c:marker>'
        label = f"<c:dLbls>{labels}{showing(value=False)}</c:dLbls>"
        return line_series(n, n + 2, BREAK, category, self.heights, HIDDEN_LINE, label, dash)


def at_middles(values: Sequence[Decimal | None]) -> list[Decimal | None]:
    """A value of each block in the row of its middle."""
    found: list[Decimal | None] = [None] * (3 * len(values) + 2)
    found[2::3] = values
    return found
