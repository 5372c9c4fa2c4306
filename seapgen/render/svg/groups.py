"""Bars side by side for each category: vertical where texts have room, in rows where they do not."""

from __future__ import annotations

from seapgen.model.chart import GroupedChart
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.bars import ground
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.columns import labels_below, roomy
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import lay

_LABEL = Pen()
_NUMBER = Pen(small=True)
_LAST = Pen(small=True, bold=True)  # the latest series is the one that counts


def grouped(canvas: Canvas, chart: GroupedChart[Inline], narrow: bool) -> str:
    """A key, then the groups with a number at each bar."""
    roles = [f"s{(s.tone - 1) % 8 + 1}" for s in chart.series]
    head = canvas.key([(plain(s.name), role, "box") for s, role in zip(chart.series, roles, strict=True)])
    labels = [plain(category) for category in chart.categories]
    table = [[Mark.of(s.values[n]) for s in chart.series] for n in range(len(labels))]
    most = max((mark.value for marks in table for mark in marks), default=0) or 1
    if not narrow and _fits(canvas, labels, table):
        return _columns(canvas, labels, table, roles, most, head)
    return _rows(canvas, labels, table, roles, most, head, narrow)


def _bar(canvas: Canvas, groups: int, series: int) -> float:
    return min(34 * canvas.unit, canvas.width / max(groups, 1) * 0.82 / max(series, 1))


def _fits(canvas: Canvas, labels: list[str], table: list[list[Mark]]) -> bool:
    bar = _bar(canvas, len(labels), max((len(marks) for marks in table), default=1))
    numbers = max((canvas.measure(mark.number, _LAST) for marks in table for mark in marks), default=0)
    return roomy(canvas, labels, _LABEL) and numbers <= bar - canvas.unit


def _columns(canvas: Canvas, labels: list[str], table: list[list[Mark]], roles: list[str], most: float, head: float) -> str:
    u, slot = canvas.unit, canvas.width / len(labels)
    bar, base = _bar(canvas, len(labels), len(roles)), head + 115 * u
    for n, marks in enumerate(table):
        for k, (mark, role) in enumerate(zip(marks, roles, strict=True)):
            if mark.identity:
                height = max(100 * u * mark.value / most, 0.8 * u if mark.value > 0 else 0)
                x = slot * (n + 0.5) + (k - len(roles) / 2) * bar
                canvas.rect(x + 0.6 * u, base - height, bar - 1.2 * u, height, role, mark.identity)
                pen = _LAST if k == len(roles) - 1 else _NUMBER
                canvas.text(x + bar / 2, base - height - 3.5 * u, mark.number, pen, "middle")
    canvas.line(((0, base), (canvas.width, base)), "axis")
    return canvas.svg(labels_below(canvas, labels, [_LABEL] * len(labels), base))


def _rows(canvas: Canvas, labels: list[str], table: list[list[Mark]], roles: list[str], most: float, head: float, narrow: bool) -> str:
    u, step = canvas.unit, 11.5 * canvas.unit
    tail = max((canvas.measure(mark.number, _LAST) for marks in table for mark in marks), default=0) + 6 * u
    rows = lay(canvas, labels, tail=0 if narrow else tail, bar=step * len(roles), gap=9 * u, top=head + 2 * u, narrow=narrow)
    room = rows.room - (tail if narrow else 0)
    for marks, row in zip(table, rows.rows, strict=True):
        for k, (mark, role) in enumerate(zip(marks, roles, strict=True)):
            if mark.identity:
                length = max(room * mark.value / most, 0.8 * u if mark.value > 0 else 0)
                canvas.rect(rows.left, row.y + k * step, length, step - 1.5 * u, role, mark.identity)
                pen = _LAST if k == len(roles) - 1 else _NUMBER
                canvas.text(rows.left + length + 4 * u, row.y + k * step + 5 * u + canvas.ink.small * 0.35, mark.number, pen)
    ground(canvas, rows, head)
    return canvas.svg(rows.end + 2 * u)
