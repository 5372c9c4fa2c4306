"""Values over years, at true distances and from zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from seapgen.model.chart import PathChart, PathSeries
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.ink import Pen

_YEAR = Pen(small=True, tint="muted")
_VALUE = Pen(bold=True, halo=True)


@dataclass(frozen=True, slots=True)
class _Field:
    """The plotting field: years to x, values to y."""

    left: float
    right: float
    top: float
    base: float
    first: int
    last: int
    low: float
    high: float

    def x(self, year: int) -> float:
        if self.first == self.last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * (year - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        return self.base - (self.base - self.top) * (value - self.low) / (self.high - self.low or 1)


@dataclass(slots=True)
class _Places:
    """Boxes that are taken; a text goes where there is room, or nowhere."""

    width: float
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        if x0 < 0 or x1 > self.width or y0 < 0:
            return False
        if any(x0 < right and left < x1 and y0 < bottom and top < y1 for left, top, right, bottom in self.boxes):
            return False
        self.boxes.append((x0, y0, x1, y1))
        return True


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its colour and its points as (year, mark)."""

    name: str
    role: str
    planned: bool
    points: tuple[tuple[int, Mark], ...]

    @classmethod
    def of(cls, series: PathSeries[Inline]) -> _Line:
        points = tuple((point.year, Mark.of(point.value)) for point in series.points)
        return cls(plain(series.name), f"s{(series.tone - 1) % 8 + 1}", series.planned, points)


def path(canvas: Canvas, chart: PathChart[Inline], *, narrow: bool) -> str:
    """A key, lines with their points, and a number at each point that has room; planned lines are dashed."""
    lines = [_Line.of(series) for series in chart.series]
    head = canvas.key([(line.name, line.role, "dash" if line.planned else "line") for line in lines])
    years = sorted({year for line in lines for year, _ in line.points})
    plot = _field(canvas, lines, years, head, (110 if narrow else 125) * canvas.unit)
    canvas.line(((0, plot.y(0)), (canvas.width, plot.y(0))), "axis")
    for line in lines:
        if len(line.points) > 1:
            canvas.line([(plot.x(year), plot.y(mark.value)) for year, mark in line.points], line.role, dashed=line.planned)
    _numbers(canvas, plot, lines)
    _years(canvas, plot, years)
    return canvas.svg(plot.base + 18 * canvas.unit)


def _field(canvas: Canvas, lines: Sequence[_Line], years: Sequence[int], head: float, height: float) -> _Field:
    marks = [mark for line in lines for _, mark in line.points]
    widest = max((canvas.measure(mark.number, _VALUE) for mark in marks), default=0)
    side = max(widest / 2, 12 * canvas.unit) + 2 * canvas.unit
    values = [0.0, *(mark.value for mark in marks)]
    top = head + 16 * canvas.unit
    first, last = (years[0], years[-1]) if years else (0, 0)
    return _Field(side, canvas.width - side, top, head + height, first, last, min(values), max(values))


def _numbers(canvas: Canvas, plot: _Field, lines: Sequence[_Line]) -> None:
    """Dots first, then numbers: ends before what lies between; the same number at one point once."""
    u, places = canvas.unit, _Places(canvas.width)
    spots = [(plot.x(year), plot.y(mark.value), line.role, mark) for line in lines for year, mark in line.points]
    for x, y, role, mark in reversed(spots):  # the first line lies on top
        canvas.dot(x, y, role, mark.identity)
        places.boxes.append((x - 3 * u, y - 3 * u, x + 3 * u, y + 3 * u))
    ends = {(plot.x(year), plot.y(mark.value)) for line in lines for year, mark in (*line.points[:1], *line.points[-1:])}
    seen: set[tuple[float, float]] = set()
    for x, y, _, mark in sorted(spots, key=lambda spot: (spot[0], spot[1]) not in ends):
        if (x, y) in seen:
            continue
        seen.add((x, y))
        half, size = canvas.measure(mark.number, _VALUE) / 2, canvas.ink.size
        for base in (y - 6 * u, y + 6 * u + size * 0.72):
            if base <= plot.base and places.take(x - half, base - size * 0.75, x + half, base + size * 0.2):
                canvas.text(x, base, mark.number, _VALUE, "middle")
                break


def _years(canvas: Canvas, plot: _Field, years: Sequence[int]) -> None:
    places = _Places(canvas.width)
    pad = 3 * canvas.unit
    for year in dict.fromkeys((*years[:1], *years[-1:], *years)):
        half = canvas.measure(str(year), _YEAR) / 2 + pad
        if places.take(plot.x(year) - half, 0, plot.x(year) + half, 1):
            canvas.text(plot.x(year), plot.base + 12 * canvas.unit, str(year), _YEAR, "middle")
