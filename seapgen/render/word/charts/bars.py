"""Bars to the right, stacked bars and columns side by side as native charts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from seapgen.model.chart import BarChart, GroupedChart, StackedChart, amount
from seapgen.model.inline import FigureInline, Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.charts.drawing import (
    AXIS_X,
    AXIS_Y,
    Canvas,
    NativeChart,
    categories,
    category_axis,
    fill,
    frame,
    key,
    key_rows,
    numbers,
    segment,
    series_name,
    value_axis,
)
from seapgen.render.word.charts.labels import NO_LABELS, Formats, Look, series_labels, text_label
from seapgen.render.word.workbook import BookColumn, Content, letter

ZERO = Decimal(0)
_LEAST_NAME = 6.0  # points of the smallest name under a column
_LEAST_MM = 22.0  # a lower chart is distorted by LibreOffice


def exact(values: Sequence[Inline | None]) -> list[Decimal | None]:
    """The numbers of figures; an absent one stays absent, and what is no number (it is withheld) is absent too."""
    return [amount(v) if isinstance(v, FigureInline) else None for v in values]


def bar_series(
    n: int, column: int, name: str, names: Sequence[str], values: Sequence[Decimal | None], look: str, label: str = NO_LABELS,
    points: str = "",
) -> str:  # fmt: skip
    """One series of a bar or column chart; `column` is its place in the workbook."""
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(column, name)}{look}<c:invertIfNegative val="0"/>'
        f"{points}{label}{categories(names)}{numbers('val', column, values)}</c:ser>"
    )


def plot(direction: str, grouping: str, series: Sequence[str], gap: int, overlap: int) -> str:
    """The plot of bars (direction "bar") or columns ("col")."""
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{"".join(series)}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/><c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:barChart>'
    )


def fitting(names: Sequence[Content], canvas: Canvas, size: float) -> float:
    """The size, at most `size` points, in which no word under a column is wider than the column's share of the chart."""
    slot = canvas.width / max(1, len(names))
    widest = max((width_of(word, size) for name in names for word in str(name).split()), default=0.0)
    return max(_LEAST_NAME, min(size, int(size * slot * 0.94 / (widest or 1.0) * 2) / 2))


def bar_chart(chart: BarChart[Inline], canvas: Canvas) -> NativeChart:
    """Bars to the right with the value at their end; single bars may have a colour of their own."""
    inks, bars = canvas.inks, chart.bars
    names, values = [plain(b.label) for b in bars], exact([b.value for b in bars])
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{fill(inks.series(b.tone))}</c:dPt>'
        for n, b in enumerate(bars)
        if b.tone is not None
    )
    label, tail = _bar_labels(chart, canvas)
    series = bar_series(0, 1, canvas.words.value, names, values, fill(inks["primary"]), label, points)
    left = min(canvas.width * 0.44, max((width_of(n, 8.5) for n in names), default=0) + 12) / canvas.width
    axes = category_axis("l", inks["ink"], inks["line"], is_reversed=True) + value_axis("b", low=ZERO)
    layout = (left, 0.01, max(0.1, 0.985 - left - tail / canvas.width), 0.98)
    height = max(_LEAST_MM, (17.0 if canvas.is_small else 19.0) * len(bars) * 0.353 + 2)
    columns = (BookColumn("", names), BookColumn(canvas.words.value, values))
    return NativeChart(frame(canvas, plot("bar", "clustered", [series], 60, 0), axes, layout), columns, canvas.width_mm, height)


def _bar_labels(chart: BarChart[Inline], canvas: Canvas) -> tuple[str, float]:
    """The labels of bars, and the room they want behind the longest bar in points."""
    formats = Formats.of(b.value for b in chart.bars)
    look = Look(canvas.inks["ink"], language=canvas.words.tag)
    own, room = {}, 0.0
    for n, bar in enumerate(chart.bars):
        text, beside = formats.shown(bar.value), f"   {plain(bar.beside)}" if bar.beside is not None else ""
        room = max(room, width_of(text + beside, 8.5, bold=True) + 8)
        if beside:
            own[n] = text_label(n, text, look, beside=beside, beside_ink=canvas.inks["muted"])
    return series_labels([b.value for b in chart.bars], formats, look, own=own), room


def stacked_chart(chart: StackedChart[Inline], canvas: Canvas) -> NativeChart:
    """Stacked bars with a key above; totals stand behind the last segment, on an invisible series."""
    names = [plain(c) for c in chart.categories]
    parts = [plain(s.name) for s in chart.series]
    sums = [sum((amount(s.values[n]) for s in chart.series), ZERO) for n in range(len(names))]
    high = max(sums, default=ZERO) or Decimal(1)
    left = min(canvas.width * 0.4, max((width_of(n, 8.5) for n in names), default=0) + 12) / canvas.width
    tail = 0.075 if chart.totals else 0.0
    room = canvas.width * (0.985 - left) * (1 - tail)
    shown = Formats.of(v for s in chart.series for v in s.values)
    series = [_segment_series(chart, k, names, room / float(high), canvas, shown) for k in range(len(parts))]
    columns = [BookColumn("", names), *(BookColumn(p, exact(s.values)) for p, s in zip(parts, chart.series, strict=True))]
    if chart.totals:
        formats, last = Formats.of(chart.totals), len(parts)
        look = Look(canvas.inks["ink"], "inBase", language=canvas.words.tag)
        ends = _ends(chart, sums)
        series.append(bar_series(last, last + 1, " ", names, ends, fill(None), series_labels(chart.totals, formats, look)))
        formula = f"SUM(B{{row}}:{letter(last)}{{row}})" if ends == sums else ""
        columns.append(BookColumn(canvas.words.total, ends, formula))
    rows = key_rows(parts, canvas.width)
    height = max(_LEAST_MM, len(names) * (8.6 if chart.totals else 9.2) + rows * 5.5 + 3)
    top = (rows * 5.5 + 2.5) / height
    axes = category_axis("l", canvas.inks["ink"], canvas.inks["line"], is_reversed=True)
    axes += value_axis("b", low=ZERO, high=(high / Decimal(str(1 - tail))).quantize(Decimal("0.01")))
    xml = frame(
        canvas, plot("bar", "stacked", series, 34, 100), axes, (left, top, 0.985 - left, 0.99 - top),
        legend=key(parts, (top * height - 2) / height, canvas.inks["muted"], canvas.width),
    )  # fmt: skip
    return NativeChart(xml, tuple(columns), canvas.width_mm, height)


def _ends(chart: StackedChart[Inline], sums: Sequence[Decimal]) -> list[Decimal]:
    """The totals: sums of the segments, but where one of them is withheld and the total is told, the total itself."""
    found = list(sums)
    for n, total in enumerate(chart.totals):
        values = [s.values[n] for s in chart.series]
        if isinstance(total, FigureInline) and any(v is not None and not isinstance(v, FigureInline) for v in values):
            found[n] = amount(total)
    return found


def _segment_series(
    chart: StackedChart[Inline], k: int, names: Sequence[str], scale: float, canvas: Canvas, formats: Formats
) -> str:
    """One series of segments; a label that is wider than its segment is left out."""
    one = chart.series[k]
    ink = canvas.inks.series(one.tone)
    look = Look(canvas.inks[ink.on()], "ctr", 7.5, is_strong=False, language=canvas.words.tag)
    wide = [n for n, v in enumerate(one.values) if width_of(formats.shown(v), 7.5) + 6 > scale * float(amount(v))]
    label = series_labels(one.values, formats, look, drop=wide)
    return bar_series(k, k + 1, plain(one.name), names, exact(one.values), segment(ink, canvas.inks["white"]), label)


def grouped_chart(chart: GroupedChart[Inline], canvas: Canvas) -> NativeChart:
    """Columns side by side for each category."""
    names, parts = [plain(c) for c in chart.categories], [plain(s.name) for s in chart.series]
    formats = Formats.of(v for s in chart.series for v in s.values)
    last = len(parts) - 1
    slot = canvas.width / max(1, len(names)) / (len(parts) + 0.45)  # the width of one column in points
    series = []
    for k, one in enumerate(chart.series):
        look = Look(canvas.inks["ink"], size=7.5, is_strong=k == last, language=canvas.words.tag)
        wide = [n for n, v in enumerate(one.values) if width_of(formats.shown(v), 7.5, bold=True) > slot * 1.25]
        label = series_labels(one.values, formats, look, drop=wide)
        series.append(bar_series(k, k + 1, parts[k], names, exact(one.values), fill(canvas.inks.series(one.tone)), label))
    axes = category_axis("b", canvas.inks["ink"], canvas.inks["muted"], size=fitting(names, canvas, 8.5))
    axes += value_axis("l", low=_floor(chart))
    legend = key(parts, 0.11 * key_rows(parts, canvas.width), canvas.inks["muted"], canvas.width)
    xml = frame(canvas, plot("col", "clustered", series, 45, -4), axes, (0.0, 0.16, 1.0, 0.73), legend=legend)
    columns = (BookColumn("", names), *(BookColumn(p, exact(s.values)) for p, s in zip(parts, chart.series, strict=True)))
    return NativeChart(xml, columns, canvas.width_mm, 56.0)


def _floor(chart: GroupedChart[Inline]) -> Decimal | None:
    """The axis begins at nought unless something is below it."""
    return None if any(amount(v) < 0 for s in chart.series for v in s.values) else ZERO
