"""Native charts: what is drawn, what the cache says and what the workbook holds are the same exact numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from seapgen.model.chart import (
    Bar,
    BarChart,
    Chart,
    CostBlock,
    CostCurve,
    GroupedChart,
    PathChart,
    PathPoint,
    PathSeries,
    StackedChart,
    Step,
    WaterfallChart,
    amount,
)
from seapgen.model.document import FigureBlock
from seapgen.model.inline import FigureInline, Inline, Text, walk
from seapgen.model.units import Unit
from seapgen.render.word.charts.labels import Formats
from tests.support.specimen_document import specimen_document
from tests.unit.render.word.sample import around, opened, written

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS = (BarChart, StackedChart, GroupedChart, WaterfallChart, PathChart, CostCurve)
Values = list[Decimal | None]
_UNEVEN = Decimal("0.000000123456789")  # more digits than a float holds beside hundreds of thousands


def uneven(kind: type) -> FigureBlock[Inline]:
    """The specimen's figure of a kind, its numbers with digits that no float keeps."""
    found = [n for n in walk(specimen_document("it").blocks) if isinstance(n, FigureBlock) and isinstance(n.content, kind)]
    return replace(found[-1], content=_uneven(found[-1].content))


def _uneven(node: object) -> object:
    if isinstance(node, FigureInline):
        return replace(node, value=node.value + _UNEVEN)
    if isinstance(node, tuple):
        return tuple(_uneven(child) for child in node)
    if hasattr(node, "__dataclass_fields__"):
        return replace(node, **{name: _uneven(getattr(node, name)) for name in node.__dataclass_fields__})  # type: ignore[type-var]
    return node


def drawn(figure: FigureBlock[Inline]) -> tuple[etree._Element, dict[str, str]]:
    """The chart part of a figure and the cells of its workbook, written alone in a document."""
    members = written(around(figure, language="it"))
    book = opened(next(content for name, content in members.items() if name.startswith("word/embeddings/")))
    cells = {c.get("r"): c.findtext(f"{S}v") or c.findtext(f"{S}is/{S}t") or "" for c in etree.fromstring(book["xl/worksheets/sheet1.xml"]).iter(f"{S}c")}  # fmt: skip
    return etree.fromstring(members["word/charts/chart1.xml"]), cells


def referred(formula: str) -> list[str]:
    """The cells that a formula names: Data!$B$2:$B$4 is B2, B3, B4."""
    column, first, last = re.fullmatch(r"Data!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", formula).groups()  # type: ignore[union-attr]
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


def cached(reference: etree._Element) -> list[str | None]:
    """The copy that a reference keeps; None where it has no point."""
    cache = next(node for node in reference if node.tag in {f"{C}numCache", f"{C}strCache"})
    points = {int(p.get("idx")): p.findtext(f"{C}v") for p in cache.iter(f"{C}pt")}
    return [points.get(n) for n in range(int(cache.find(f"{C}ptCount").get("val")))]


def columns(chart: etree._Element, tag: str) -> list[Values]:
    """The numbers of all series under a tag, as cached."""
    return [[None if v is None else Decimal(v) for v in cached(node)] for node in chart.iterfind(f".//{C}{tag}/{C}numRef")]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_caches_say_what_their_cells_hold(kind: type) -> None:
    """Every reference of a chart, names and numbers: the copy is the cells, digit for digit; absent points are empty cells."""
    chart, cells = drawn(uneven(kind))
    references = [*chart.iter(f"{C}numRef"), *chart.iter(f"{C}strRef")]

    assert references
    for reference in references:
        held = [cells.get(name) or None for name in referred(reference.findtext(f"{C}f") or "")]
        blank = [v if v and v.strip() else None for v in cached(reference)]
        assert blank == [v if v and v.strip() else None for v in held]


def expected(chart: Chart[Inline]) -> list[Values]:
    """The columns that a chart model draws, exact, in order."""
    match chart:
        case BarChart(bars=bars):
            return [[amount(b.value) for b in bars]]
        case StackedChart(series=series) | GroupedChart(series=series):
            return [[None if v is None else amount(v) for v in one.values] for one in series]
        case PathChart(series=lines):
            years = sorted({p.year for line in lines for p in line.points})
            return [[next((amount(p.value) for p in line.points if p.year == y), None) for y in years] for line in lines]
        case WaterfallChart(steps=steps):
            return [
                [amount(s.value) if s.kind == "total" else None for s in steps],
                [-amount(s.value) if s.kind == "change" else None for s in steps],
            ]
        case CostCurve(blocks=blocks):
            return [[*([Decimal(0)] * (3 * n + 1)), *([amount(b.cost)] * 3), *([Decimal(0)] * (3 * (len(blocks) - n) - 2))] for n, b in enumerate(blocks)]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_charts_draw_the_exact_numbers_of_the_model(kind: type) -> None:
    """Each column of the model is a series of the chart, in the model's order, no digit lost."""
    figure = uneven(kind)
    chart, _ = drawn(figure)
    found = [*columns(chart, "val"), *columns(chart, "yVal")]
    wanted = expected(figure.content)  # type: ignore[arg-type]

    assert [column for column in wanted if column not in found] == []
    assert sorted(wanted, key=found.index) == wanted


def test_the_curves_workbook_has_the_exact_tonnes() -> None:
    """The axis is rounded to whole steps; beside it stands what each action really avoids."""
    figure = uneven(CostCurve)
    _, cells = drawn(figure)
    tonnes = [amount(b.reduction) for b in figure.content.blocks]  # type: ignore[union-attr]

    assert [Decimal(text) for name, text in cells.items() if re.fullmatch(r"B([2-9]|\d\d+)", name) and text] == tonnes


def test_totals_of_a_stack_are_a_formula_over_its_parts() -> None:
    """A person who changes a part in Word sees the total follow."""
    members = written(around(uneven(StackedChart)))
    book = opened(next(content for name, content in members.items() if name.startswith("word/embeddings/")))
    sums = [c for c in etree.fromstring(book["xl/worksheets/sheet1.xml"]).iter(f"{S}c") if c.find(f"{S}f") is not None]

    assert [c.findtext(f"{S}f") for c in sums] == [f"SUM(B{row}:D{row})" for row in range(2, 6)]
    parts = {c.get("r"): c.findtext(f"{S}v") for c in etree.fromstring(book["xl/worksheets/sheet1.xml"]).iter(f"{S}c")}
    for c in sums:
        row = c.get("r")[1:]
        assert Decimal(c.findtext(f"{S}v") or "") == sum(Decimal(parts[f"{letter}{row}"] or "") for letter in "BCD")


def figure_of(value: str) -> FigureInline:
    """A figure with an Italian number."""
    text = f"{Decimal(value):,.0f}".replace(",", ".")
    return FigureInline("x", Decimal(value), Unit.T_CO2, text, text, "t", "chart")


def places(chart: etree._Element, series: int) -> list[tuple[int, str]]:
    """Labels with a place of their own in a series: point and place; "none" where the label is left out."""
    labels = list(chart.iter(f"{C}ser"))[series].find(f"{C}dLbls").iterfind(f"{C}dLbl")
    return [(int(x.find(f"{C}idx").get("val")), "none" if x.find(f"{C}delete") is not None else x.find(f"{C}dLblPos").get("val")) for x in labels]  # fmt: skip


def test_labels_of_lines_that_nearly_meet_do_not_overprint() -> None:
    """Two ends close together: the upper one is labelled above, the lower one below; one value said twice is printed once."""
    lines = tuple(
        PathSeries((Text(name),), (PathPoint(2019, figure_of("2271350")), PathPoint(2030, figure_of(end))), n, planned=n > 1)
        for n, (name, end) in enumerate((("Target", "1362810"), ("With actions", "1371358")), 1)
    )
    chart, _ = drawn(FigureBlock("c", (Text("Path"),), (Text("Lines"),), PathChart(Unit.T_CO2, lines), number="1"))

    assert places(chart, 0) == [(1, "b")]
    assert places(chart, 1) == [(0, "none")]


def test_totals_wider_than_their_column_stand_above_it() -> None:
    """White letters that run over the edge of a column cannot be read on paper."""
    steps = (Step((Text("2019"),), figure_of("2271350"), "total"), *(Step((Text(f"S{n}"),), figure_of("-90000"), "change") for n in range(9)),
             Step((Text("2030"),), figure_of("1461350"), "total"))  # fmt: skip
    few, many = steps[:1] + steps[-1:], steps
    drawn_by = {len(s): drawn(FigureBlock("c", (Text("W"),), (Text("S"),), WaterfallChart(Unit.T_CO2, s), number="1"))[0] for s in (few, many)}  # fmt: skip
    inside = {n: [p.get("val") for p in chart.iter(f"{C}dLblPos") if p.get("val") == "inEnd"] for n, chart in drawn_by.items()}

    assert inside[len(few)]
    assert not inside[len(many)]


def test_a_chart_of_one_bar_and_of_nought_is_drawn() -> None:
    """The smallest chart has its cache and its cell."""
    chart, cells = drawn(FigureBlock("c", (Text("B"),), (Text("One"),), BarChart(Unit.T_CO2, (Bar((Text("x"),), figure_of("0")),)), number="1"))  # fmt: skip

    assert columns(chart, "val") == [[Decimal(0)]]
    assert cells["B2"] == "0"


@pytest.mark.parametrize(
    ("costs", "marks"), [(("1", "9"), "2"), (("3", "12"), "5"), (("0.2", "0.9"), "1"), (("40", "110"), "25")]
)
def test_marks_of_the_cost_axis_are_whole(costs: tuple[str, str], marks: str) -> None:
    """Marks are printed without decimals: a step of two and a half would print 3, 5, 8."""
    blocks = tuple(CostBlock(f"A0{n}", (Text("x"),), figure_of("500"), figure_of(cost)) for n, cost in enumerate(costs))
    chart, _ = drawn(
        FigureBlock("c", (Text("C"),), (Text("Curve"),), CostCurve(blocks, (Text("t"),), (Text("€/t"),)), number="1")
    )

    assert Decimal(chart.find(f".//{C}majorUnit").get("val")) == Decimal(marks)


def test_a_decimal_comma_is_no_separator_of_thousands() -> None:
    """A factor of 0,255 teaches nothing about whole numbers."""
    small = FigureInline("x", Decimal("0.255"), Unit.T_CO2_PER_MWH, "0,255", "0,255", "", "chart")

    assert Formats.of([small]).code() == "0"
    assert Formats.of([small, figure_of("12345")]).separator == "."
