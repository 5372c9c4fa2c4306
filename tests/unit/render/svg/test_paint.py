"""The painter: nothing collides, nothing leaves the drawing, every number is the model's."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from seapgen.model.chart import Chart, CostCurve, PathChart, PointMap
from seapgen.model.inline import FigureInline, Inline, Text, plain, walk
from seapgen.render.svg import PAPER_FULL, PAPER_HALF, SCREEN_NARROW, SCREEN_WIDE, Ink, PaperInk, ScreenInk, paint
from tests.support.default_theme import default_theme
from tests.unit.render.svg.charts import CHARTS, bars, curve, figure, line, stacked, waterfall
from tests.unit.render.svg.drawing import bars_of, boxes, elements, marks, size

PAPER, SCREEN = PaperInk(default_theme()), ScreenInk("wide")
MEDIA: dict[str, tuple[Ink, float, bool]] = {
    "paper": (PAPER, PAPER_FULL, False), "half page": (PAPER, PAPER_HALF, True),
    "half page, labels beside": (PAPER, PAPER_HALF, False),
    "desk": (SCREEN, SCREEN_WIDE, False), "phone": (SCREEN, SCREEN_NARROW, True),
}  # fmt: skip
everywhere = pytest.mark.parametrize("medium", MEDIA)
every_chart = pytest.mark.parametrize("name", CHARTS)


def drawn(name: str, medium: str) -> str:
    """A chart on a medium."""
    ink, width, narrow = MEDIA[medium]
    return paint(CHARTS[name], ink=ink, width=width, narrow=narrow)


def figures(chart: Chart[Inline]) -> list[FigureInline]:
    """All figures of a chart."""
    return [node for node in walk(chart) if isinstance(node, FigureInline)]


@everywhere
@every_chart
def test_texts_stay_in_the_drawing(name: str, medium: str) -> None:
    """No text leaves the drawing on any side."""
    svg = drawn(name, medium)
    width, height = size(svg)

    assert [] == [b for b in boxes(svg) if b.x0 < -0.5 or b.x1 > width + 0.5 or b.y0 < -0.5 or b.y1 > height + 0.5]


@everywhere
@every_chart
def test_texts_never_collide(name: str, medium: str) -> None:
    """No two texts lie over each other."""
    assert [] == [(a.text, b.text) for a, b in combinations(boxes(drawn(name, medium)), 2) if a.overlaps(b)]


@everywhere
@every_chart
def test_bars_stay_in_the_drawing(name: str, medium: str) -> None:
    """No bar leaves the drawing on any side."""
    svg = drawn(name, medium)
    width, height = size(svg)

    assert [] == [b for b in bars_of(svg) if b.x0 < -0.1 or b.y0 < -0.1 or b.x1 > width + 0.1 or b.y1 > height + 0.1]


@everywhere
@every_chart
def test_values_stand_clear_of_bars(name: str, medium: str) -> None:
    """A text lies wholly inside a segment that is written for it, or on no bar at all."""
    svg = drawn(name, medium)

    assert [] == [box.text for box in boxes(svg) for bar in bars_of(svg) if box.overlaps(bar) and not box.is_inside(bar)]


@everywhere
@every_chart
def test_marks_carry_the_exact_values(name: str, medium: str) -> None:
    """Each value is on what shows it, with its id and exact number: shapes, totals, shares, the target."""
    expected = {f.id: f"{f.value:f}" for f in figures(CHARTS[name])}

    assert expected == marks(drawn(name, medium))


@everywhere
@every_chart
def test_numbers_are_those_of_the_model(name: str, medium: str) -> None:
    """The painter prints no number that the model does not print."""
    chart = CHARTS[name]
    said = [node.text for node in walk(chart) if isinstance(node, Text)]
    said += [text for f in figures(chart) for text in (f.text, f.number)]
    said += [code.code for code in chart.blocks] if isinstance(chart, CostCurve) else []
    said += [str(p.year) for s in chart.series for p in s.points] if isinstance(chart, PathChart) else []
    said += [str(n) for n, _ in enumerate(chart.points, 1)] if isinstance(chart, PointMap) else []
    printed = {number for box in boxes(drawn(name, medium)) for number in re.findall(r"[\d.,]*\d", box.text)}

    assert set() == {number for number in printed if not any(number in text for text in said)}


@everywhere
@pytest.mark.parametrize("name", ["bars", "stacked", "grouped", "waterfall", "curve"])
def test_labels_are_printed_whole(name: str, medium: str) -> None:
    """Labels are broken into lines, never shortened."""
    printed = "".join(box.text for box in boxes(drawn(name, medium))).replace(" ", "")
    chart = CHARTS[name]
    labels = [node.text for node in walk(chart) if isinstance(node, Text)]
    if isinstance(chart, CostCurve) and MEDIA[medium][2]:  # tonnes stand at each action, with their unit
        labels.remove(plain(chart.x_title))

    assert [] == [label for label in labels if label.replace(" ", "") not in printed]


def test_bars_are_as_long_as_their_values() -> None:
    """Lengths are proportional to exact values."""
    svg = paint(bars(400, 100, 25), ink=PAPER, width=PAPER_FULL)
    widths = [float(r.attrib["width"]) for r in elements(svg, "rect")]

    assert [round(w / widths[0], 2) for w in widths] == [1.0, 0.25, 0.06]


def test_zero_is_not_drawn_and_next_to_zero_is() -> None:
    """A true zero has no bar; the smallest value has one that can be seen."""
    svg = paint(bars(0, "0.2", 1000000), ink=PAPER, width=PAPER_FULL)
    widths = [float(r.attrib["width"]) for r in elements(svg, "rect")]

    assert widths[0] == 0
    assert widths[1] >= 0.8


def test_shares_fill_the_whole_width() -> None:
    """Without totals every bar is 100 %."""
    svg = paint(stacked(3, totals=False), ink=PAPER, width=PAPER_FULL)
    ends: dict[str, float] = {}
    for rect in elements(svg, "rect"):
        if "data-figure" in rect.attrib:
            ends[rect.attrib["y"]] = max(ends.get(rect.attrib["y"], 0), float(rect.attrib["x"]) + float(rect.attrib["width"]))

    assert [PAPER_FULL - 0.7] * 3 == pytest.approx(list(ends.values()), abs=0.2)


def test_changes_hang_where_the_last_step_ended() -> None:
    """The second change begins at the level that the first one left."""
    svg = paint(waterfall(2), ink=SCREEN, width=SCREEN_NARROW, narrow=True)
    by_id = {r.attrib["data-figure"]: r for r in elements(svg, "rect") if "data-figure" in r.attrib}
    first, second = by_id["m:c0"], by_id["m:c1"]

    assert float(second.attrib["x"]) + float(second.attrib["width"]) == pytest.approx(float(first.attrib["x"]), abs=0.05)


def test_a_cost_column_is_as_wide_as_its_tonnes() -> None:
    """Widths follow the reductions, in the order of cost."""
    svg = paint(curve(3), ink=PAPER, width=PAPER_FULL)
    columns = [r for r in elements(svg, "rect") if "data-width-value" in r.attrib]
    total = sum(float(r.attrib["data-width-value"]) for r in columns)

    assert [float(r.attrib["data-width-value"]) / total * PAPER_FULL for r in columns] == pytest.approx(
        [float(r.attrib["width"]) + 0.8 for r in columns], abs=0.02
    )


def test_costs_below_zero_hang_under_the_line() -> None:
    """What saves money is drawn below zero, in the colour of savings."""
    svg = paint(curve(5), ink=SCREEN, width=SCREEN_WIDE)
    columns = [r for r in elements(svg, "rect") if "data-width-value" in r.attrib]
    below = [r for r in columns if float(r.attrib["data-value"]) < 0]

    assert {"f-saving"} == {r.attrib["class"] for r in below}
    assert (
        min(float(r.attrib["y"]) for r in below)
        >= max(float(r.attrib["y"]) + float(r.attrib["height"]) for r in columns if float(r.attrib["data-value"]) > 0) - 0.15
    )


@every_chart
def test_the_screen_gets_no_colours(name: str) -> None:
    """Colours on the screen are the stylesheet's, so a drawing follows dark mode and print."""
    svg = paint(CHARTS[name], ink=SCREEN, width=SCREEN_WIDE)

    assert re.search(r'fill="|stroke="|style=|#[0-9A-Fa-f]{6}', svg) is None


@every_chart
def test_the_screen_uses_documented_classes(name: str) -> None:
    """A stylesheet that has the classes of the ink's description colours every chart."""
    svg = paint(CHARTS[name], ink=ScreenInk(), width=SCREEN_WIDE)
    known = re.compile(
        r"f-(primary|saving|warning|sea|land|coast|s[1-8])|l-(axis|target|border|s[1-8])|dashed|ring|b|k|m|warn|halo|os[1-8]"
    )
    used = {name for element in elements(svg, "text") + elements(svg, "rect") + elements(svg, "path") + elements(svg, "circle")
            for name in element.attrib.get("class", "").split()}  # fmt: skip

    assert set() == {name for name in used if not known.fullmatch(name)}


def test_a_named_drawing_is_named_for_assistive_tools() -> None:
    """Title and description are tied to the drawing; markup in them stays text."""
    svg = paint(bars(1), ink=ScreenInk("wide", "fig-1", "Energy <2019>", "One bar & more."), width=SCREEN_WIDE)

    assert 'role="img" aria-labelledby="fig-1-t fig-1-d"' in svg
    assert [e.text for e in (*elements(svg, "title"), *elements(svg, "desc"))] == ["Energy <2019>", "One bar & more."]


def test_a_drawing_without_name_is_hidden() -> None:
    """The page's own text speaks for it."""
    assert 'aria-hidden="true"' in paint(bars(1), ink=ScreenInk(), width=SCREEN_WIDE)


def test_figure_ids_cannot_break_out_of_their_attribute() -> None:
    """An id with quotes stays inside its attribute."""
    chart = bars(5)
    hostile = type(chart.bars[0])(line("x"), figure(5, id_='"><script>'))
    svg = paint(type(chart)(chart.unit, (hostile,)), ink=SCREEN, width=SCREEN_WIDE)

    assert marks(svg) == {'"><script>': "5"}
