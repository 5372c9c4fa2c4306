"""The waterfall as a native chart: stacked columns on an invisible base, and the target as a dashed line.

The newer `cx:` waterfall exists only in recent Word; this form opens everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from seapgen.model.chart import WaterfallChart, amount
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.charts.bars import bar_series, fitting, plot
from seapgen.render.word.charts.drawing import (
    AXIS_X,
    AXIS_Y,
    Canvas,
    NativeChart,
    categories,
    category_axis,
    fill,
    frame,
    numbers,
    series_name,
    stroke,
    value_axis,
)
from seapgen.render.word.charts.labels import (
    NO_LABELS,
    Formats,
    Look,
    boxed,
    deleted,
    series_labels,
    showing,
    text_label,
)
from seapgen.render.word.workbook import BookColumn

MINUS = "\u2212"
_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
_GAP = 25  # between columns, in hundredths of a column
Values = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Levels:
    """The columns of a waterfall: where each stands (`base`), and its height as total, fall or rise."""

    base: Values
    total: Values
    fall: Values
    rise: Values

    @classmethod
    def of(cls, chart: WaterfallChart[Inline]) -> Levels:
        """Follow the steps; a change hangs where the last step ended."""
        base: list[Decimal | None] = []
        total: list[Decimal | None] = []
        fall: list[Decimal | None] = []
        rise: list[Decimal | None] = []
        level = Decimal(0)
        for step in chart.steps:
            value = amount(step.value)
            is_change = step.kind == "change"
            base.append(min(level, level + value) if is_change else None)
            total.append(None if is_change else value)
            fall.append(-value if is_change and value <= 0 else None)
            rise.append(value if is_change and value > 0 else None)
            level = level + value if is_change else value
        return cls(base, total, fall, rise)


def waterfall_chart(chart: WaterfallChart[Inline], canvas: Canvas) -> NativeChart:
    """Totals stand on the ground, changes hang; labels of changes sit on invisible twins above them.

    So do those of totals, where one is wider than its column.
    """
    names, levels, inks = [plain(s.label) for s in chart.steps], Levels.of(chart), canvas.inks
    figures = [s.value for s in chart.steps]
    formats = Formats.of([*figures, chart.target])
    slot = canvas.width / max(1, len(names))
    inside = Look(inks["white"], "inEnd", 9, language=canvas.words.tag)
    above = Look(inks["ink"], "inBase", 8, language=canvas.words.tag)
    totals = [f if s.kind == "total" else None for f, s in zip(figures, chart.steps, strict=True)]
    falls = [f if v is not None else None for f, v in zip(figures, levels.fall, strict=True)]
    rises = [f if v is not None else None for f, v in zip(figures, levels.rise, strict=True)]
    # a number that is wider than its column stands above it
    is_narrow = any(width_of(formats.shown(f), 9, bold=True) > slot * 0.75 for f in totals if f is not None)
    rows: list[tuple[str, Values, str, str]] = [
        (" ", levels.base, fill(None), NO_LABELS),
        (
            canvas.words.total,
            levels.total,
            fill(inks["primary"]),
            NO_LABELS if is_narrow else series_labels(totals, formats, inside),
        ),
        (MINUS, levels.fall, fill(inks["saving"]), NO_LABELS),
        (" ", levels.fall, fill(None), series_labels(falls, formats, above, sign=MINUS)),
    ]
    if any(v is not None for v in levels.rise):
        rows.append(("+", levels.rise, fill(inks["warning"]), NO_LABELS))
        rows.append((" ", levels.rise, fill(None), series_labels(rises, formats, above)))
    if is_narrow:
        rows.append((" ", levels.total, fill(None), series_labels(totals, formats, above)))
    series = [bar_series(n, n + 1, name, names, values, look, label) for n, (name, values, look, label) in enumerate(rows)]
    columns = [BookColumn("", names), *(BookColumn(name, values) for name, values, _, _ in rows)]
    lines = ""
    if chart.target is not None:
        goals = [amount(chart.target)] * len(names)
        lines = _target(chart, len(rows), names, goals, formats, canvas)
        columns.append(BookColumn(plain(chart.target_label), goals))
    return _framed(series, lines, columns, canvas, fitting(names, canvas, 8))


def _framed(series: Sequence[str], lines: str, columns: Sequence[BookColumn], canvas: Canvas, size: float) -> NativeChart:
    heights = [v for c in columns[1:] for v in c.values if isinstance(v, Decimal)]
    axes = category_axis("b", canvas.inks["ink"], canvas.inks["muted"], size=size)
    axes += value_axis("l", low=Decimal(0), high=(max(heights, default=Decimal(1)) * Decimal("1.12")).quantize(Decimal("0.01")))
    xml = frame(canvas, plot("col", "stacked", series, _GAP, 100) + lines, axes, (0.0, 0.01, 1.0, 0.84))
    return NativeChart(xml, tuple(columns), canvas.width_mm, 66.0)


def line_series(
    n: int, column: int, name: str, category: str, values: Values, look: str, label: str, marker: str = _NO_MARKER
) -> str:
    """A series of a line chart, without markers unless one is given."""
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>{series_name(column, name)}{look}{marker}'
        f'{label}{category}{numbers("val", column, values)}<c:smooth val="0"/></c:ser>'
    )


def lines_plot(series: str) -> str:
    """The plot of a line chart on the axes of the bars."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        f'<c:axId val="{AXIS_X}"/><c:axId val="{AXIS_Y}"/></c:lineChart>'
    )


def _target(chart: WaterfallChart[Inline], n: int, names: Sequence[str], goals: Values, formats: Formats, canvas: Canvas) -> str:
    """The dashed line with its name and value, printed once, where the falling steps leave room."""
    at = len(names) // 2 if len(names) > 2 else 0  # the middle: far from the bars that stand on the ground at both ends
    look = Look(canvas.inks["warning"], "b", 8, language=canvas.words.tag)
    text = f"{plain(chart.target_label)}: {formats.shown(chart.target)}"
    marks = [text_label(k, text, look, boxed(canvas.inks["white"])) if k == at else deleted(k) for k in range(len(names))]
    label = f"<c:dLbls>{''.join(marks)}{showing(value=False)}</c:dLbls>"
    stroked = stroke(canvas.inks["warning"], 1, "dash")
    return lines_plot(line_series(n, n + 1, plain(chart.target_label), categories(names), goals, stroked, label))
