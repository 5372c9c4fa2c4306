"""Bars side by side for each category: vertical where texts have room, in rows where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.chart import GroupedChart
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.bars import ground
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.columns import labels_below, roomy
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import Band, lay

_LABEL = Pen()
_NUMBER = Pen(small=True)
_LAST = Pen(small=True, bold=True)  # the latest series is the one that counts


@dataclass(frozen=True, slots=True)
class _Groups:
    """Labels with a mark for each series."""

    labels: tuple[str, ...]
    marks: tuple[tuple[Mark, ...], ...]  # by label, then by series
    roles: tuple[str, ...]

    @property
    def most(self) -> float:
        return max((mark.value for group in self.marks for mark in group), default=0) or 1

    def pen(self, n: int) -> Pen:
        return _LAST if n == len(self.roles) - 1 else _NUMBER

    def widest(self, canvas: Canvas) -> float:
        return max((canvas.measure(mark.number, _LAST) for group in self.marks for mark in group), default=0)


def grouped(canvas: Canvas, chart: GroupedChart[Inline], *, narrow: bool) -> str:
    """A key, then the groups with a number at each bar."""
    roles = tuple(f"s{(s.tone - 1) % 8 + 1}" for s in chart.series)
    head = canvas.key([(plain(s.name), role, "box") for s, role in zip(chart.series, roles, strict=True)])
    labels = tuple(plain(category) for category in chart.categories)
    groups = _Groups(labels, tuple(tuple(Mark.of(s.values[n]) for s in chart.series) for n in range(len(labels))), roles)
    bar = min(34 * canvas.unit, canvas.width / max(len(labels), 1) * 0.82 / max(len(roles), 1))
    if not narrow and labels and roomy(canvas, labels, _LABEL) and groups.widest(canvas) <= bar - canvas.unit:
        return _columns(canvas, groups, bar, head)
    return _rows(canvas, groups, head, narrow=narrow)


def _columns(canvas: Canvas, groups: _Groups, bar: float, head: float) -> str:
    u, slot, base = canvas.unit, canvas.width / len(groups.labels), head + 115 * canvas.unit
    for n, marks in enumerate(groups.marks):
        for k, (mark, role) in enumerate(zip(marks, groups.roles, strict=True)):
            if mark.identity:
                height = _length(100 * u * mark.value / groups.most, mark, u)
                x = slot * (n + 0.5) + (k - len(marks) / 2) * bar
                canvas.rect(x + 0.6 * u, base - height, bar - 1.2 * u, height, role, mark.identity)
                canvas.text(x + bar / 2, base - height - 3.5 * u, mark.number, groups.pen(k), "middle")
    canvas.line(((0, base), (canvas.width, base)), "axis")
    return canvas.svg(labels_below(canvas, groups.labels, [_LABEL] * len(groups.labels), base))


def _rows(canvas: Canvas, groups: _Groups, head: float, *, narrow: bool) -> str:
    u, step = canvas.unit, 11.5 * canvas.unit
    tail = groups.widest(canvas) + 6 * u
    band = Band(step * len(groups.roles), 9 * u, 0 if narrow else tail)
    rows = lay(canvas, [(label, _LABEL) for label in groups.labels], band, top=head + 2 * u, narrow=narrow)
    room = rows.room - (tail if narrow else 0)
    for marks, row in zip(groups.marks, rows.rows, strict=True):
        for k, (mark, role) in enumerate(zip(marks, groups.roles, strict=True)):
            if mark.identity:
                length, y = _length(room * mark.value / groups.most, mark, u), row.y + k * step
                canvas.rect(rows.left, y, length, step - 1.5 * u, role, mark.identity)
                canvas.text(rows.left + length + 4 * u, y + 5 * u + canvas.ink.small * 0.35, mark.number, groups.pen(k))
    ground(canvas, rows, head)
    return canvas.svg(rows.end + 2 * u)


def _length(length: float, mark: Mark, unit: float) -> float:
    """A value that is not zero can be seen."""
    return max(length, 0.8 * unit) if mark.value > 0 else 0.0
