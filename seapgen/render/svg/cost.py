"""The marginal abatement cost curve: columns as wide as the tonnes avoided, as high as a tonne costs, and their key.

It has no scales with ticks, because the painter formats no numbers: figures stand at the columns and in the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seapgen.model.chart import CostBlock, CostCurve
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import Band, lay

_TITLE = Pen(small=True, bold=True)
_CODE = Pen(small=True, bold=True)
_SMALL = Pen(small=True)
_ONE_COLUMN = 14  # a longer key stands in two columns


@dataclass(frozen=True, slots=True)
class _Action:
    code: str
    label: str
    cost: Mark
    reduction: Mark

    @property
    def identity(self) -> str:
        """Both figures of a column: the cost is its height, the reduction its width."""
        return self.cost.identity + self.reduction.identity.replace(" data-", " data-width-")

    @classmethod
    def of(cls, block: CostBlock[Inline]) -> _Action:
        return cls(block.code, plain(block.label), Mark.of(block.cost), Mark.of(block.reduction))


def curve(canvas: Canvas, chart: CostCurve[Inline], *, narrow: bool) -> str:
    """Cheapest first; on a narrow drawing a row for each action."""
    actions = sorted((_Action.of(block) for block in chart.blocks), key=lambda action: action.cost.value)
    if narrow:
        return _rows(canvas, actions, plain(chart.y_title))
    floor = _columns(canvas, actions, plain(chart.x_title), plain(chart.y_title))
    return canvas.svg(_key(canvas, actions, floor + 10 * canvas.unit))


def _titled(canvas: Canvas, title: str, y: float, anchor: Literal["start", "end"]) -> float:
    lines = canvas.lines(title, canvas.width, _TITLE)
    for n, line in enumerate(lines):
        canvas.text(canvas.width if anchor == "end" else 0, y + canvas.ink.small + n * canvas.leading, line, _TITLE, anchor)
    return y + canvas.ink.small + (len(lines) - 1) * canvas.leading


def _columns(canvas: Canvas, actions: list[_Action], x_title: str, y_title: str) -> float:
    u = canvas.unit
    top = _titled(canvas, y_title, 0, "start") + 16 * u
    costs = [action.cost.value for action in actions] or [0.0]
    low, high = min(0.0, *costs), max(0.0, *costs)
    scale = 150 * u / (high - low or 1)
    zero, x = top + high * scale, 0.0
    across = canvas.width / (sum(max(action.reduction.value, 0) for action in actions) or 1)
    for action in actions:
        width = max(action.reduction.value, 0) * across
        _column(canvas, action, x, width, zero, action.cost.value * scale)
        x += width
    canvas.line(((0, zero), (canvas.width, zero)), "axis")
    lowest = zero - low * scale + (14 if low < 0 else 12) * u
    return _titled(canvas, x_title, lowest, "end")


def _column(canvas: Canvas, action: _Action, x: float, width: float, zero: float, height: float) -> None:
    """A column, its number at the end of the column, its code at the line of zero, both only where they fit."""
    u, small = canvas.unit, canvas.ink.small
    saves, tall, middle = height < 0, max(abs(height), 0.8 * u), x + width / 2
    gap = 0.8 * u if width > 2 * u else 0
    canvas.rect(x, zero if saves else zero - tall, width - gap, tall, "saving" if saves else "primary", action.identity)
    if canvas.measure(action.cost.number, _SMALL) + 2 * u <= width:
        end = zero + tall + small * 0.72 + 3 * u if saves else zero - tall - 3.5 * u
        canvas.text(middle, end, action.cost.number, _SMALL, "middle")
    if canvas.measure(action.code, _CODE) + 2 * u <= width:
        canvas.text(middle, zero - 3.5 * u if saves else zero + small * 0.72 + 3 * u, action.code, _CODE, "middle")


def _key(canvas: Canvas, actions: list[_Action], top: float) -> float:
    """Code, name, tonnes and cost of each action; the lowest edge."""
    u = canvas.unit
    columns = 1 if len(actions) <= _ONE_COLUMN or canvas.width < 400 * u else 2
    slot = (canvas.width - 18 * u * (columns - 1)) / columns
    code = max((canvas.measure(action.code, _CODE) for action in actions), default=0) + 7 * u
    cost = max((canvas.measure(action.cost.text, _CODE) for action in actions), default=0)
    tonnes = max((canvas.measure(action.reduction.text, _SMALL) for action in actions), default=0) + 10 * u
    share, lowest = -(-len(actions) // columns), top
    for column in range(columns):
        x, y = column * (slot + 18 * u), top
        for action in actions[column * share : (column + 1) * share]:
            lines = canvas.lines(action.label, max(slot - code - cost - tonnes - 6 * u, 40 * u), _SMALL)
            canvas.text(x, y + canvas.ink.small, action.code, _CODE)
            for n, line in enumerate(lines):
                canvas.text(x + code, y + canvas.ink.small + n * 9.4 * u, line, _SMALL)
            canvas.text(x + slot - cost - 10 * u, y + canvas.ink.small, action.reduction.text, _SMALL, "end")
            canvas.text(x + slot, y + canvas.ink.small, action.cost.text, _CODE, "end")
            y += canvas.ink.small + (len(lines) - 1) * 9.4 * u + 5 * u
        lowest = max(lowest, y)
    return lowest


def _rows(canvas: Canvas, actions: list[_Action], y_title: str) -> str:
    """The cost left or right of zero; thickness follows the tonnes."""
    u = canvas.unit
    top = _titled(canvas, y_title, 0, "start") + 6 * u
    costs = [action.cost.value for action in actions] or [0.0]
    low, high = min(0.0, *costs), max(0.0, *costs)
    tail = max((canvas.measure(action.cost.text, _CODE) for action in actions), default=0) + 8 * u
    labels = [(f"{action.code}  {action.label} ({action.reduction.text})", Pen()) for action in actions]
    rows = lay(canvas, labels, Band(13 * u, 8 * u, tail), top=top, narrow=True)
    scale = rows.room / (high - low or 1)
    zero = -low * scale
    most = max((action.reduction.value for action in actions), default=0) or 1
    for action, row in zip(actions, rows.rows, strict=True):
        width, thick = max(abs(action.cost.value) * scale, 0.8 * u), (4 + 9 * max(action.reduction.value, 0) / most) * u
        saves = action.cost.value < 0
        x = min(max(zero - width if saves else zero, 0), canvas.width - width)
        canvas.rect(x, row.y + 6.5 * u - thick / 2, width, thick, "saving" if saves else "primary", action.identity)
        canvas.line(((zero, row.y - 1 * u), (zero, row.y + 14 * u)), "axis")
        canvas.text(canvas.width, row.value_y, action.cost.text, _CODE, "end")
    return canvas.svg(rows.end + 2 * u)
