"""From a total over changes to a total: columns where labels have room, rows where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.chart import WaterfallChart
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.columns import labels_below, roomy
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import lay

_CHANGE, _TOTAL = Pen(small=True), Pen(small=True, bold=True)
_VALUE = Pen(bold=True, halo=True)


@dataclass(frozen=True, slots=True)
class _Beam:
    """A step with its place: from `low` to `high`, and the `level` after it."""

    label: str
    mark: Mark
    low: float
    high: float
    level: float
    role: str
    is_total: bool


def waterfall(canvas: Canvas, chart: WaterfallChart[Inline], narrow: bool) -> str:
    """The steps; the target is a dashed line that the key names."""
    beams = _beams(chart)
    target = Mark.of(chart.target) if chart.target is not None else None
    head = 0.0
    if target is not None:
        named = f"{plain(chart.target_label)}: {target.text}" if chart.target_label else target.text
        head = canvas.key([(named, "target", "dash")])
    edges = [0.0, *(beam.low for beam in beams), *(beam.high for beam in beams), target.value if target else 0.0]
    low, high = min(edges), max(edges)
    span = high - low or 1.0
    labels = [beam.label for beam in beams]
    values = max((canvas.measure(beam.mark.number, _VALUE) for beam in beams), default=0)
    if not narrow and roomy(canvas, labels, _TOTAL) and values <= canvas.width / max(len(beams), 1) - 2 * canvas.unit:
        return _columns(canvas, beams, target, low, span, head)
    return _rows(canvas, beams, target, low, span, head, narrow)


def _beams(chart: WaterfallChart[Inline]) -> list[_Beam]:
    level, beams = 0.0, []
    for step in chart.steps:
        mark, is_total = Mark.of(step.value), step.kind == "total"
        low, high = sorted((0.0, mark.value) if is_total else (level, level + mark.value))
        level = mark.value if is_total else level + mark.value
        role = "primary" if is_total else "saving" if mark.value <= 0 else "warning"
        beams.append(_Beam(plain(step.label), mark, low, high, level, role, is_total))
    return beams


def _columns(canvas: Canvas, beams: list[_Beam], target: Mark | None, low: float, span: float, head: float) -> str:
    u, slot = canvas.unit, canvas.width / len(beams)
    base = head + 150 * u
    floor = base + 135 * u / span * low  # where zero lies

    def level(value: float) -> float:
        return floor - 135 * u * value / span

    if target is not None:
        canvas.line(((0, level(target.value)), (canvas.width, level(target.value))), "target", dashed=True)
    for n, beam in enumerate(beams):
        x = slot * (n + 0.1)
        canvas.rect(x, level(beam.high), slot * 0.8, max(level(beam.low) - level(beam.high), 0.8 * u), beam.role, beam.mark.identity)
        canvas.text(slot * (n + 0.5), level(beam.high) - 4 * u, beam.mark.number, _VALUE, "middle")
        if n + 1 < len(beams):
            canvas.line(((x + slot * 0.8, level(beam.level)), (x + slot, level(beam.level))), "axis")
    canvas.line(((0, floor), (canvas.width, floor)), "axis")
    pens = [_TOTAL if beam.is_total else _CHANGE for beam in beams]
    return canvas.svg(labels_below(canvas, [beam.label for beam in beams], pens, base))


def _rows(canvas: Canvas, beams: list[_Beam], target: Mark | None, low: float, span: float, head: float, narrow: bool) -> str:
    u = canvas.unit
    tail = max((canvas.measure(beam.mark.number, _VALUE) for beam in beams), default=0) + 8 * u
    rows = lay(canvas, [beam.label for beam in beams], tail=tail, bar=11 * u, gap=7 * u, top=head + 2 * u, narrow=narrow,
               bold=[beam.is_total for beam in beams])  # fmt: skip
    scale = rows.room / span
    for beam, row in zip(beams, rows.rows, strict=True):
        x = rows.left + (beam.low - low) * scale
        canvas.rect(x, row.y, max((beam.high - beam.low) * scale, 0.8 * u), 11 * u, beam.role, beam.mark.identity)
        canvas.text(canvas.width, row.value_y, beam.mark.number, _VALUE, "end")
    zero = rows.left - low * scale
    canvas.line(((zero, head), (zero, rows.end)), "axis")
    if target is not None:
        x = rows.left + (target.value - low) * scale
        for n, row in enumerate(rows.rows):  # between the rows, so that no label is struck through
            bottom = row.y + 11 * u
            canvas.line(((x, row.y - (3 * u if narrow or n else 2 * u)), (x, bottom + 3 * u)), "target", dashed=True)
    return canvas.svg(rows.end + 2 * u)
