"""The marginal abatement cost curve: columns as wide as the tonnes avoided, as high as a tonne costs, and their key.

It has no scales with ticks, because the painter formats no numbers: figures stand at the columns and in the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seapgen.model.chart import CostBlock, CostCurve
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.breaks import BEYOND, Break, Cut, told
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
    height: float  # that is drawn, in EUR per t: the cost, or the limit of the curve
    is_cut: bool

    @property
    def identity(self) -> str:
        """Both figures of a column: the cost is its height, the reduction its width."""
        return self.cost.identity + self.reduction.identity.replace(" data-", " data-width-")

    @property
    def sign(self) -> int:
        """Which way it stands from zero."""
        return -1 if self.height < 0 else 1

    @classmethod
    def of(cls, block: CostBlock[Inline], chart: CostCurve[Inline]) -> _Action:
        cost, limit = Mark.of(block.cost), float(chart.limit or 0)
        height = max(min(cost.value, limit), -limit) if chart.is_cut(block) else cost.value
        return cls(block.code, plain(block.label), cost, Mark.of(block.reduction), height, chart.is_cut(block))


@dataclass(frozen=True, slots=True)
class _Span:
    """From the lowest to the highest column that is drawn, zero included, and the room that cut columns take beyond."""

    low: float
    high: float
    below: float
    above: float

    @classmethod
    def of(cls, actions: list[_Action], cut: Cut, unit: float) -> _Span:
        heights = [action.height for action in actions] or [0.0]
        below, above = (BEYOND * unit if blocks else 0.0 for blocks in (cut.low, cut.high))
        return cls(min(0.0, *heights), max(0.0, *heights), below, above)

    def scale(self, length: float) -> float:
        """Drawing units for one EUR per t, where all columns that are not cut have this length."""
        return length / (self.high - self.low or 1)


def curve(canvas: Canvas, chart: CostCurve[Inline], *, narrow: bool) -> str:
    """Cheapest first; on a narrow drawing a row for each action."""
    actions = sorted((_Action.of(block, chart) for block in chart.blocks), key=lambda action: action.cost.value)
    cut = Cut.of(chart)
    if narrow:
        return _rows(canvas, actions, cut, plain(chart.y_title))
    floor = _columns(canvas, actions, cut, plain(chart.x_title), plain(chart.y_title))
    return canvas.svg(_key(canvas, actions, floor + 10 * canvas.unit))


def _titled(canvas: Canvas, title: str, y: float, anchor: Literal["start", "end"]) -> float:
    lines = canvas.lines(title, canvas.width, _TITLE)
    for n, line in enumerate(lines):
        canvas.text(canvas.width if anchor == "end" else 0, y + canvas.ink.small + n * canvas.leading, line, _TITLE, anchor)
    return y + canvas.ink.small + (len(lines) - 1) * canvas.leading


def _columns(canvas: Canvas, actions: list[_Action], cut: Cut, x_title: str, y_title: str) -> float:
    u = canvas.unit
    span = _Span.of(actions, cut, u)
    top = _titled(canvas, y_title, 0, "start")
    top = _titled(canvas, told(cut.high), top + 6 * u, "end") + 3.5 * u + span.above if cut.high else top + 16 * u
    scale = span.scale(150 * u)
    zero, x = top + span.high * scale, 0.0
    across = canvas.width / (sum(max(action.reduction.value, 0) for action in actions) or 1)
    for action in actions:
        width = max(action.reduction.value, 0) * across
        _column(canvas, action, x, width, zero, scale)
        x += width
    for sign, blocks in ((-1, cut.low), (1, cut.high)):
        if blocks:  # one mark for all columns of an end
            taken = sum(max(Mark.of(block.reduction).value, 0) for block in blocks) * across
            sides = (0.0, taken) if sign < 0 else (canvas.width - taken, canvas.width)
            Break.at(abs(span.low if sign < 0 else span.high) * scale, u).strokes(canvas, sides, zero, -sign)
    canvas.line(((0, zero), (canvas.width, zero)), "axis")
    lowest = zero - span.low * scale + span.below
    if cut.low:
        return _titled(canvas, x_title, _titled(canvas, told(cut.low), lowest + 3 * u, "start") + 6 * u, "end")
    return _titled(canvas, x_title, lowest + (14 if span.low < 0 else 12) * u, "end")


def _column(canvas: Canvas, action: _Action, x: float, width: float, zero: float, scale: float) -> None:
    """A column, its number at the end of the column, its code at the line of zero, both only where they fit."""
    u, small = canvas.unit, canvas.ink.small
    saves, tall, middle = action.sign < 0, max(abs(action.height) * scale, 0.8 * u), x + width / 2
    role, wide = "saving" if saves else "primary", width - (0.8 * u if width > 2 * u else 0)
    cut = Break.at(tall, u)
    until = cut.near if action.is_cut else tall
    canvas.rect(x, zero if saves else zero - until, wide, until, role, action.identity)
    if action.is_cut:
        canvas.rect(x, zero + cut.far if saves else zero - cut.end, wide, cut.end - cut.far, role)
    elif canvas.measure(action.cost.number, _SMALL) + 2 * u <= width:
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


def _rows(canvas: Canvas, actions: list[_Action], cut: Cut, y_title: str) -> str:
    """The cost left or right of zero; thickness follows the tonnes."""
    u = canvas.unit
    span = _Span.of(actions, cut, u)
    top = _titled(canvas, y_title, 0, "start") + 6 * u
    tail = max((canvas.measure(action.cost.text, _CODE) for action in actions), default=0) + 8 * u
    labels = [(f"{action.code}  {action.label} ({action.reduction.text})", Pen()) for action in actions]
    rows = lay(canvas, labels, Band(13 * u, 8 * u, tail), top=top, narrow=True)
    scale = span.scale(rows.room - span.below - span.above)
    zero = span.below - span.low * scale
    most = max((action.reduction.value for action in actions), default=0) or 1
    for action, row in zip(actions, rows.rows, strict=True):
        thick = (4 + 9 * max(action.reduction.value, 0) / most) * u
        _bar(canvas, action, zero, scale, row.y + 6.5 * u, thick)
        canvas.line(((zero, row.y - 1 * u), (zero, row.y + 14 * u)), "axis")
        canvas.text(canvas.width, row.value_y, action.cost.text, _CODE, "end")
    return canvas.svg(rows.end + 2 * u)


def _bar(canvas: Canvas, action: _Action, zero: float, scale: float, middle: float, thick: float) -> None:
    """One of these rows."""
    u, saves = canvas.unit, action.sign < 0
    width, role, y = max(abs(action.height) * scale, 0.8 * u), "saving" if saves else "primary", middle - thick / 2
    cut = Break.at(width, u)
    until = cut.near if action.is_cut else width
    x = min(max(zero - until if saves else zero, 0), canvas.width - until)
    canvas.rect(x, y, until, thick, role, action.identity)
    if action.is_cut:
        canvas.rect(zero - cut.end if saves else zero + cut.far, y, cut.end - cut.far, thick, role)
        cut.strokes(canvas, (y, y + thick), zero, action.sign, is_row=True)
