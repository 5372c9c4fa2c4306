"""Values over years as a native chart: a scatter, so that years keep their true distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from seapgen.model.chart import PathChart, PathSeries, amount
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.charts.bars import exact
from seapgen.render.word.charts.drawing import (
    AXIS_X,
    AXIS_Y,
    Canvas,
    NativeChart,
    frame,
    key,
    key_rows,
    numbers,
    series_name,
    solid,
    stroke,
    typeface,
    value_axis,
)
from seapgen.render.word.charts.labels import Formats, Look, live_label, series_labels, text_label
from seapgen.render.word.workbook import BookColumn

Point: TypeAlias = tuple[int, int]  # line and year, both counted
_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_TICKS = 12
_HEIGHT_MM, _SHARE = 56.0, 0.71  # of the chart; of its plot in it
_LABEL = Decimal("0.12")  # height of a label as a share of the highest value


class Marks(NamedTuple):
    """Places of a line's labels that do not stand above their point: under it, or nowhere."""

    below: set[int]
    drop: set[int]


def path_chart(chart: PathChart[Inline], canvas: Canvas) -> NativeChart:
    """Lines from zero; planned ones are dashed. Labels that would run into their neighbour are left out."""
    years = sorted({p.year for s in chart.series for p in s.points})
    low, high, step = _span(years)
    formats = Formats.of(p.value for s in chart.series for p in s.points)
    columns = [BookColumn(canvas.words.year, [Decimal(y) for y in years])]
    top = max((amount(p.value) for s in chart.series for p in s.points), default=Decimal(1)) or Decimal(1)
    below, silent = _below_or_silent(chart, years, top * _LABEL)
    plots = []
    for n, one in enumerate(chart.series):
        at = {p.year: p.value for p in one.points}
        values = exact([at.get(y) for y in years])
        drop = _crowded(one, years, formats, canvas.width * 0.94 / max(1, high - low))
        marks = Marks({p for line, p in below if line == n}, {*drop, *(p for line, p in silent if line == n)})
        columns.append(BookColumn(plain(one.name), values))
        plots.append(_line(n, one, years, [at.get(y) for y in years], values, marks, formats, canvas))
    names = [plain(s.name) for s in chart.series]
    axes = value_axis(
        "b", low=Decimal(low), high=Decimal(high), shown=_ticks(canvas), step=Decimal(step), between="midCat", is_x=True
    )
    axes += value_axis("l", low=Decimal(0), high=(top * Decimal("1.12")).quantize(Decimal("0.0001")), between="midCat")
    plot = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(plots)}'
        f'<c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:scatterChart>'
    )
    legend = key(names, 0.11 * key_rows(names, canvas.width), canvas.inks["muted"], canvas.width, 64)
    xml = frame(canvas, plot, axes, (0.03, 0.17, 0.94, _SHARE), legend=legend, blanks="span")
    return NativeChart(xml, tuple(columns), canvas.width_mm, _HEIGHT_MM)


def _span(years: Sequence[int]) -> tuple[int, int, int]:
    """First and last year of the axis and the years between its marks."""
    if not years:
        return 0, 1, 1
    step = next((s for s in _STEPS if (years[-1] - years[0]) / s <= _MOST_TICKS), 100)
    low = years[0] // step * step
    high = -(-years[-1] // step) * step
    return low, max(high, low + step), step


def _crowded(one: PathSeries[Inline], years: Sequence[int], formats: Formats, scale: float) -> list[int]:
    """Points whose label would touch the one before it on the same line."""
    drop, last = [], -1e9
    at = {p.year: p.value for p in one.points}
    for n, year in enumerate(years):
        if year not in at:
            continue
        half = width_of(formats.shown(at[year]), 8, bold=True) / 2 + 3
        if year * scale - half < last:
            drop.append(n)
        else:
            last = year * scale + half
    return drop


def _below_or_silent(chart: PathChart[Inline], years: Sequence[int], height: Decimal) -> tuple[set[Point], set[Point]]:
    """Points whose label stands under them, because another line's is close above, and those without: middle or said already."""
    below, silent = set[Point](), set[Point]()
    for n, year in enumerate(years):
        at = sorted((amount(p.value), k) for k, s in enumerate(chart.series) for p in s.points if p.year == year)
        cluster: list[tuple[Decimal, int]] = []
        for value, k in [*at, (Decimal("Infinity"), -1)]:
            if cluster and value - cluster[-1][0] >= height:
                distinct = {v: line for v, line in reversed(cluster)}  # the first line says a value that several have
                silent |= {(line, n) for v, line in cluster if distinct[v] != line or min(distinct) < v < max(distinct)}
                below |= {(line, n) for v, line in cluster if v == min(distinct) < max(distinct)}
                cluster = []
            cluster.append((value, k))
    return below, silent


def _line(
    n: int, one: PathSeries[Inline], years: Sequence[int], figures: Sequence[Inline | None], values: Sequence[Decimal | None],
    marks: Marks, formats: Formats, canvas: Canvas,
) -> str:  # fmt: skip
    """One line with a dot at each of its years."""
    ink = canvas.inks.series(one.tone)
    look = stroke(ink, 1.5 if one.planned else 2.5, "dash" if one.planned else "")
    dot = (
        f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{solid(ink)}<a:ln w="9525">{solid(canvas.inks["white"])}'
        "</a:ln></c:spPr></c:marker>"
    )
    above = Look(canvas.inks["ink"], "t", 8, language=canvas.words.tag)
    own = {k: _below(k, figures[k], formats, replace(above, place="b")) for k in sorted(marks.below - marks.drop)}
    label = series_labels(figures, formats, above, drop=marks.drop, own=own)
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(n + 1, plain(one.name))}{look}{dot}{label}'
        f'{numbers("xVal", 0, [Decimal(y) for y in years])}{numbers("yVal", n + 1, values)}<c:smooth val="0"/></c:ser>'
    )


def _below(n: int, figure: Inline | None, formats: Formats, look: Look) -> str:
    """A label under its point."""
    return live_label(n, formats, look) if formats.prints(figure) else text_label(n, formats.shown(figure), look)


def _ticks(canvas: Canvas) -> str:
    """The marks of the years."""
    return (
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{stroke(canvas.inks["muted"], 0.75)}{typeface(8, canvas.inks["muted"])}'
    )
