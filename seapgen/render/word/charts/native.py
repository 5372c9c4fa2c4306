"""The native form of any chart model, and the parts of the package that it takes."""

from __future__ import annotations

from seapgen.model.chart import BarChart, CostCurve, Counted, GroupedChart, PathChart, StackedChart, WaterfallChart
from seapgen.model.inline import Inline
from seapgen.render.word.charts.bars import bar_chart, grouped_chart, stacked_chart
from seapgen.render.word.charts.cost import cost_chart
from seapgen.render.word.charts.drawing import Canvas, NativeChart
from seapgen.render.word.charts.path import path_chart
from seapgen.render.word.charts.waterfall import waterfall_chart
from seapgen.render.word.package import Member, deflate, store
from seapgen.render.word.wordml import HEAD, R
from seapgen.render.word.workbook import workbook


def native(chart: Counted[Inline], canvas: Canvas) -> NativeChart:
    """The Word form of a chart."""
    match chart:
        case BarChart():
            return bar_chart(chart, canvas)
        case StackedChart():
            return stacked_chart(chart, canvas)
        case GroupedChart():
            return grouped_chart(chart, canvas)
        case WaterfallChart():
            return waterfall_chart(chart, canvas)
        case PathChart():
            return path_chart(chart, canvas)
        case CostCurve():
            return cost_chart(chart, canvas)


def book_name(number: int) -> str:
    """The file name of the nth workbook."""
    return f"Microsoft_Excel_Worksheet{number}.xlsx"


def members(chart: NativeChart, number: int) -> tuple[Member, ...]:
    """The package parts of the nth chart of a document."""
    book = book_name(number)
    relation = (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/package" Target="../embeddings/{book}"/></Relationships>'
    )
    return (
        deflate(f"word/charts/chart{number}.xml", chart.xml, 3),
        deflate(f"word/charts/_rels/chart{number}.xml.rels", relation, 1),
        store(f"word/embeddings/{book}", workbook(chart.columns)),
    )
