"""The axes of a native cost curve: tonnes without numbers, costs in round steps up to where the curve is cut."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.chart import CostBlock, CostCurve, amount
from seapgen.model.inline import Inline
from seapgen.render.svg.breaks import Cut
from seapgen.render.word.charts.drawing import AXIS_X, AXIS_Y, HIDDEN_LINE, Canvas, stroke, typeface, value_axis
from seapgen.render.word.charts.labels import Formats
from seapgen.render.word.wordml import attribute

_AIR, _BROKEN = 0.3, 0.8  # steps that the axis goes on above its highest column, and at an end with cut ones


@dataclass(frozen=True, slots=True)
class CostAxis:
    """Both ends of the axis of the costs, the distance of its marks, and the middle of what lies beyond the limit at each end."""

    low: float
    high: float
    step: float
    below: float
    above: float

    @classmethod
    def of(cls, chart: CostCurve[Inline]) -> CostAxis:
        """Round steps around all columns as far as they are drawn."""
        cut, limit = Cut.of(chart), float(chart.limit or 0)
        costs = [float(amount(b.cost)) for b in chart.blocks if amount(b.reduction) > 0 and not chart.is_cut(b)]
        least = min(0.0, *costs, *((-limit,) if cut.low else ()), 0.0)
        most = max(0.0, *costs, *((limit,) if cut.high else ()), 0.0)
        step = nice((most - least) / 5 or 1.0)
        low = math.floor(least / step - (_BROKEN if cut.low else 0)) * step
        high = math.ceil(most / step + (_BROKEN if cut.high else _AIR)) * step
        return cls(low, high, step, (low + least) / 2, (most + high) / 2)

    def xml(self, blocks: Sequence[CostBlock[Inline]], canvas: Canvas) -> str:
        """The tonnes without numbers (the key below has them), the cost with a quiet grid."""
        muted = canvas.inks["muted"]
        # two sections without conditions: the only form whose minus sign is ours in every program
        code = Formats.of(b.cost for b in blocks).code() if self.low >= 0 else '0;"\u2212"0;0'
        dates = (
            f'<c:dateAx><c:axId val="{AXIS_X}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
            '<c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="none"/>{stroke(muted, 0.75)}{typeface(7.5, muted)}<c:crossAx val="{AXIS_Y}"/>'
            '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/></c:dateAx>'
        )
        shown = (
            f"<c:majorGridlines>{stroke(canvas.inks['line'], 0.5)}</c:majorGridlines>"
            f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="low"/>{HIDDEN_LINE}{typeface(7.5, muted)}'
        )
        low, high, step = (Decimal(str(end)) for end in (self.low, self.high, self.step))
        return dates + value_axis("l", low=low, high=high, shown=shown, step=step, between="midCat")


def nice(step: float) -> float:
    """The next round step that is whole: 1, 2 or 5 times a power of ten, or 25, 250 and so on; marks have no decimals."""
    power = 10.0 ** max(0, math.floor(math.log10(step)))
    return next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= step * (1 - 1e-9) and m * power == int(m * power))
