"""Values over years, at true distances and from zero."""

from __future__ import annotations

from dataclasses import dataclass, field

from seapgen.model.chart import PathChart
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


def path(canvas: Canvas, chart: PathChart[Inline], narrow: bool) -> str:
    """A key, lines with their points, and a number at each point that has room; planned lines are dashed."""
    u = canvas.unit
    series = [(f"s{(s.tone - 1) % 8 + 1}", s.planned, [(p.year, Mark.of(p.value)) for p in s.points]) for s in chart.series]
    head = canvas.key([(plain(s.name), role, "dash" if s.planned else "line") for s, (role, _, _) in zip(chart.series, series, strict=True)])
    years = sorted({year for _, _, points in series for year, _ in points}) or [0]
    values = [mark.value for _, _, points in series for _, mark in points] or [0.0]
    height = (110 if narrow else 125) * u
    widest = max((canvas.measure(mark.number, _VALUE) for _, _, points in series for _, mark in points), default=0)
    side = max(widest / 2 + 2 * u, 12 * u)
    plot = _Field(side, canvas.width - side, head + 16 * u, head + height, years[0], years[-1], min(0.0, *values), max(0.0, *values))
    canvas.line(((0, plot.y(0)), (canvas.width, plot.y(0))), "axis")
    for role, planned, points in series:
        if len(points) > 1:
            canvas.line([(plot.x(year), plot.y(mark.value)) for year, mark in points], role, dashed=planned)
    _numbers(canvas, plot, series)
    _years(canvas, plot, years)
    return canvas.svg(plot.base + 18 * u)


def _numbers(canvas: Canvas, plot: _Field, series: list[tuple[str, bool, list[tuple[int, Mark]]]]) -> None:
    """Dots first, then numbers: ends before what lies between; the same number at one point once."""
    u, places = canvas.unit, _Places(canvas.width)
    spots = [(plot.x(year), plot.y(mark.value), role, mark) for role, _, points in series for year, mark in points]
    for x, y, role, mark in spots:
        canvas.dot(x, y, role, mark.identity)
        places.boxes.append((x - 3 * u, y - 3 * u, x + 3 * u, y + 3 * u))
    ends = {(plot.x(points[n][0]), plot.y(points[n][1].value)) for _, _, points in series if points for n in (0, -1)}
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


def _years(canvas: Canvas, plot: _Field, years: list[int]) -> None:
    places = _Places(canvas.width)
    pad = 3 * canvas.unit
    for year in dict.fromkeys((years[0], years[-1], *years)):
        half = canvas.measure(str(year), _YEAR) / 2 + pad
        if places.take(plot.x(year) - half, 0, plot.x(year) + half, 1):
            canvas.text(plot.x(year), plot.base + 12 * canvas.unit, str(year), _YEAR, "middle")
