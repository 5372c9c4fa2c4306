"""A map of places: land and borders, points with their names, a scale bar, and in a corner where in Europe it lies."""

from __future__ import annotations

from seapgen.model.chart import Locator, PointMap
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.labelling import Frame
from seapgen.render.svg.map_layout import Layout, laid_out, missing

_OWN, _OTHER = Pen(bold=True, halo=True), Pen(halo=True)
_NOTE = Pen(small=True, tint="muted")


def places(canvas: Canvas, chart: PointMap[Inline]) -> str:
    """The map, as wide as the drawing; below it the scale bar, the attribution, and names that found no room."""
    layout = laid_out(chart, canvas.width, canvas.ink.size)
    frame = Frame(0, 0, layout.width, layout.height)
    _ground(canvas, frame)
    canvas.area([[(x * layout.share, y * layout.share) for x, y in ring] for ring in chart.land], "land")
    if chart.locator and layout.corner:
        _locator(canvas, chart.locator, layout.corner, layout.share)
    _edge(canvas, frame)
    _points(canvas, chart, layout)
    y = _foot(canvas, chart, layout.height + 12 * canvas.unit, chart.scale * layout.share)
    return canvas.svg(_missing(canvas, missing(chart, layout), y))


def _ground(canvas: Canvas, frame: Frame) -> None:
    canvas.rect(frame.x0, frame.y0, frame.x1 - frame.x0, frame.y1 - frame.y0, "sea")


def _edge(canvas: Canvas, frame: Frame) -> None:
    x0, y0, x1, y1 = frame.x0, frame.y0, frame.x1, frame.y1
    canvas.line(((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)), "border")


def _locator(canvas: Canvas, locator: Locator, at: Frame, share: float) -> None:
    _ground(canvas, at)
    canvas.area([[(at.x0 + x * share, at.y0 + y * share) for x, y in ring] for ring in locator.land], "coast")
    _edge(canvas, at)
    canvas.dot(at.x0 + locator.x * share, at.y0 + locator.y * share, "warning", "")


def _points(canvas: Canvas, chart: PointMap[Inline], layout: Layout) -> None:
    for spot, at in zip(layout.spots, layout.names, strict=True):
        if at.leader:
            canvas.line(at.leader, "axis")
        canvas.dot(spot.x, spot.y, "warning" if spot.is_first else "primary", "", spot.radius)
    for n, (point, at) in enumerate(zip(chart.points, layout.names, strict=True), 1):
        canvas.text(at.x, at.y, str(n) if at.is_number else plain(point.label), _OWN if point.is_own else _OTHER)


def _foot(canvas: Canvas, chart: PointMap[Inline], y: float, bar: float) -> float:
    """The scale bar at the left; the attribution at the right, or under it where both are too wide."""
    u, label, words = canvas.unit, plain(chart.scale_label), plain(chart.attribution)
    for line in (((0.0, y), (bar, y)), ((0.0, y - 3 * u), (0.0, y + 3 * u)), ((bar, y - 3 * u), (bar, y + 3 * u))):
        canvas.line(line, "axis")
    canvas.text(bar + 5 * u, y + canvas.ink.small * 0.35, label, _NOTE)
    lines = canvas.lines(words, canvas.width, _NOTE)
    if len(lines) == 1 and bar + canvas.measure(label, _NOTE) + 20 * u + canvas.measure(words, _NOTE) <= canvas.width:
        canvas.text(canvas.width, y + canvas.ink.small * 0.35, words, _NOTE, "end")
        return y + 8 * u
    for n, text in enumerate(lines):
        canvas.text(0, y + 15 * u + n * canvas.leading, text, _NOTE)
    return y + 15 * u + (len(lines) - 1) * canvas.leading + 5 * u


def _missing(canvas: Canvas, names: str, y: float) -> float:
    lines = canvas.lines(names, canvas.width, _NOTE) if names else ()
    for n, line in enumerate(lines):
        canvas.text(0, y + canvas.ink.small + n * canvas.leading, line, _NOTE)
    return y + len(lines) * canvas.leading + (4 * canvas.unit if lines else 0)
