"""Values over years as a native chart: a scatter, so that years keep their true distances."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from seapgen.model.chart import PathChart, PathSeries, amount
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
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
from seapgen.render.word.charts.labels import Formats, Look, series_labels
from seapgen.render.word.workbook import BookColumn

_STEPS = (1, 2, 5, 10, 20, 50)
_MOST_TICKS = 12


def path_chart(chart: PathChart[Inline], canvas: Canvas) -> NativeChart:
    """Lines from zero; planned ones are dashed. Labels that would run into their neighbour are left out."""
    years = sorted({p.year for s in chart.series for p in s.points})
    low, high, step = _span(years)
    formats = Formats.of(p.value for s in chart.series for p in s.points)
    columns = [BookColumn(canvas.words.year, [Decimal(y) for y in years])]
    plots, taken = [], set[tuple[int, Decimal]]()
    for n, one in enumerate(chart.series):
        at = {p.year: p.value for p in one.points}
        values = [amount(at[y]) if y in at else None for y in years]
        drop = _crowded(one, years, formats, canvas.width * 0.94 / max(1, high - low), taken)
        columns.append(BookColumn(plain(one.name), values))
        plots.append(_line(n, one, years, [at.get(y) for y in years], values, drop, formats, canvas))
    names = [plain(s.name) for s in chart.series]
    top = max((amount(p.value) for s in chart.series for p in s.points), default=Decimal(1)) or Decimal(1)
    axes = value_axis(
        "b", low=Decimal(low), high=Decimal(high), shown=_ticks(canvas), step=Decimal(step), between="midCat", is_x=True
    )
    axes += value_axis("l", low=Decimal(0), high=(top * Decimal("1.12")).quantize(Decimal("0.0001")), between="midCat")
    plot = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{"".join(plots)}'
        f'<c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:scatterChart>'
    )
    legend = key(names, 0.11 * key_rows(names, canvas.width), canvas.inks["muted"], canvas.width, 64)
    xml = frame(canvas, plot, axes, (0.03, 0.17, 0.94, 0.71), legend=legend, blanks="span")
    return NativeChart(xml, tuple(columns), canvas.width_mm, 56.0)


def _span(years: Sequence[int]) -> tuple[int, int, int]:
    """First and last year of the axis and the years between its marks."""
    if not years:
        return 0, 1, 1
    step = next((s for s in _STEPS if (years[-1] - years[0]) / s <= _MOST_TICKS), 100)
    low = years[0] // step * step
    high = -(-years[-1] // step) * step
    return low, max(high, low + step), step


def _crowded(
    one: PathSeries[Inline], years: Sequence[int], formats: Formats, scale: float, taken: set[tuple[int, Decimal]]
) -> list[int]:
    """Points whose label would touch the one before it, or say again what another line says at the same point."""
    drop, last = [], -1e9
    at = {p.year: p.value for p in one.points}
    for n, year in enumerate(years):
        if year not in at:
            continue
        half = width_of(formats.shown(at[year]), 8, bold=True) / 2 + 3
        place = (year, amount(at[year]))
        if place in taken or year * scale - half < last:
            drop.append(n)
            continue
        taken.add(place)
        last = year * scale + half
    return drop


def _line(
    n: int, one: PathSeries[Inline], years: Sequence[int], figures: Sequence[Inline | None], values: Sequence[Decimal | None],
    drop: Sequence[int], formats: Formats, canvas: Canvas,
) -> str:  # fmt: skip
    """One line with a dot at each of its years."""
    ink = canvas.inks.series(one.tone)
    look = stroke(ink, 1.5 if one.planned else 2.5, "dash" if one.planned else "")
    dot = (
        f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{solid(ink)}<a:ln w="9525">{solid(canvas.inks["white"])}'
        "</a:ln></c:spPr></c:marker>"
    )
    label = series_labels(figures, formats, Look(canvas.inks["ink"], "t", 8, language=canvas.words.tag), drop=drop)
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(n + 1, plain(one.name))}{look}{dot}{label}'
        f'{numbers("xVal", 0, [Decimal(y) for y in years])}{numbers("yVal", n + 1, values)}<c:smooth val="0"/></c:ser>'
    )


def _ticks(canvas: Canvas) -> str:
    """The marks of the years."""
    return (
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{stroke(canvas.inks["muted"], 0.75)}{typeface(8, canvas.inks["muted"])}'
    )
