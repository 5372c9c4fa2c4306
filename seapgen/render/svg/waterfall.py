"""From a total over changes to a total: columns where labels have room, rows where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.chart import WaterfallChart
from seapgen.model.inline import Inline, plain
from seapgen.render.svg.canvas import Canvas, Mark
from seapgen.render.svg.columns import labels_below, roomy
from seapgen.render.svg.ink import Pen
from seapgen.render.svg.rows import Band, lay

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


@dataclass(frozen=True, slots=True)
class _Fall:
    """The whole waterfall: its beams, its target, and the span of values that it covers."""

    beams: tuple[_Beam, ...]
    target: Mark | None
    low: float
    span: float

    @classmethod
    def of(cls, chart: WaterfallChart[Inline]) -> _Fall:
        level, beams = 0.0, []
        for step in chart.steps:
            mark, is_total = Mark.of(step.value), step.kind == "total"
            low, high = sorted((0.0, mark.value) if is_total else (level, level + mark.value))
            level = mark.value if is_total else level + mark.value
            role = "primary" if is_total else "saving" if mark.value <= 0 else "warning"
            beams.append(_Beam(plain(step.label), mark, low, high, level, role, is_total))
        target = None if chart.target is None else Mark.of(chart.target)
        edges = [0.0, *(b.low for b in beams), *(b.high for b in beams), target.value if target else 0.0]
        return cls(tuple(beams), target, min(edges), max(edges) - min(edges) or 1.0)

    def widest(self, canvas: Canvas) -> float:
        return max((canvas.measure(beam.mark.number, _VALUE) for beam in self.beams), default=0)


def waterfall(canvas: Canvas, chart: WaterfallChart[Inline], *, narrow: bool) -> str:
    """The steps; the target is a dashed line that the key names."""
    fall = _Fall.of(chart)
    head = 0.0
    if fall.target is not None:
        named = f"{plain(chart.target_label)}: {fall.target.text}" if chart.target_label else fall.target.text
        head = canvas.key([(named, "target", "dash")])
    slot = canvas.width / max(len(fall.beams), 1)
    has_room = fall.widest(canvas) <= slot - 2 * canvas.unit and roomy(canvas, [beam.label for beam in fall.beams], _TOTAL)
    return _columns(canvas, fall, head) if has_room and fall.beams and not narrow else _rows(canvas, fall, head, narrow=narrow)


def _columns(canvas: Canvas, fall: _Fall, head: float) -> str:
    u, slot = canvas.unit, canvas.width / len(fall.beams)
    base, scale = head + 150 * u, 135 * u / fall.span
    zero = base + scale * fall.low
    for n, beam in enumerate(fall.beams):
        x, top, level = slot * (n + 0.1), zero - scale * beam.high, zero - scale * beam.level
        canvas.rect(x, top, slot * 0.8, max(scale * (beam.high - beam.low), 0.8 * u), beam.role, beam.mark.identity)
        if n + 1 < len(fall.beams):
            canvas.line(((x + slot * 0.8, level), (x + slot, level)), "axis")
    if fall.target is not None:
        y = zero - scale * fall.target.value
        canvas.line(((0, y), (canvas.width, y)), "target", fall.target.identity, dashed=True)
    for n, beam in enumerate(fall.beams):
        canvas.text(slot * (n + 0.5), zero - scale * beam.high - 4 * u, beam.mark.number, _VALUE, "middle")
    canvas.line(((0, zero), (canvas.width, zero)), "axis")
    pens = [_TOTAL if beam.is_total else _CHANGE for beam in fall.beams]
    return canvas.svg(labels_below(canvas, [beam.label for beam in fall.beams], pens, base))


def _rows(canvas: Canvas, fall: _Fall, head: float, *, narrow: bool) -> str:
    u = canvas.unit
    labels = [(beam.label, Pen(bold=beam.is_total)) for beam in fall.beams]
    rows = lay(canvas, labels, Band(11 * u, 7 * u, fall.widest(canvas) + 8 * u), top=head + 2 * u, narrow=narrow)
    scale = rows.room / fall.span
    zero = rows.left - scale * fall.low
    for n, (beam, row) in enumerate(zip(fall.beams, rows.rows, strict=True)):
        width = max(scale * (beam.high - beam.low), 0.8 * u)
        x = min(zero + scale * beam.low, rows.left + rows.room - width)
        canvas.rect(x, row.y, width, 11 * u, beam.role, beam.mark.identity)
        canvas.text(canvas.width, row.value_y, beam.mark.number, _VALUE, "end")
        canvas.line(((zero, row.y - 2 * u), (zero, row.y + 13 * u)), "axis")
        if fall.target is not None:  # row by row, so that no label is struck through
            x = zero + scale * fall.target.value
            identity = "" if n else fall.target.identity  # one target, however many pieces its line has
            canvas.line(((x, row.y - 2 * u), (x, row.y + 13 * u)), "target", identity, dashed=True)
    return canvas.svg(rows.end + 2 * u)
