"""The charts of a plan show the same values in the Word file, in the workbooks inside it, in the page and in the PDF."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from seapgen.model.artifact import Format
from seapgen.model.chart import BarChart, CostCurve, GroupedChart, PathChart, PointMap, StackedChart, WaterfallChart
from seapgen.model.document import FigureBlock
from seapgen.model.inline import FigureInline, walk
from seapgen.render.render import render
from tests.support.finished.chart import exact
from tests.support.finished.compare import labelled, native, shares, strangers, unprinted
from tests.support.finished.docx_charts import WordChart, word_charts, word_keys
from tests.support.finished.files import LANGUAGES, PLANS, finished, tree
from tests.support.finished.html_charts import PageChart, page_charts, page_figures
from tests.support.finished.mutation import changed, with_wrong_cell, with_wrong_digit
from tests.support.finished.pdf import drawn_texts
from tests.support.turin import templates

every_plan = pytest.mark.parametrize("name", PLANS)
every_language = pytest.mark.parametrize("language", LANGUAGES)
CHARTS = {"turin": 10, "montelago": 7, "portoverde": 2}
CLASSES = (BarChart, StackedChart, GroupedChart, WaterfallChart, PathChart, CostCurve)
KINDS = {"bars", "stacked", "grouped", "waterfall", "path", "cost"}
Difference = tuple[str, str, Decimal]


@cache
def in_word(out: Path, name: str, language: str) -> tuple[WordChart, ...]:
    """The native charts of the Word file."""
    return word_charts(finished(out, name, language, "docx"))


@cache
def in_page(out: Path, name: str, language: str) -> tuple[PageChart, ...]:
    """The charts of the page."""
    return page_charts(finished(out, name, language, "html"))


@cache
def in_pdf(out: Path, name: str, language: str) -> tuple[str, ...]:
    """What is printed in the drawings of the PDF, maps left out: they have no values."""
    blocks = (b for b in walk(tree(name, language).blocks) if isinstance(b, FigureBlock))
    drawn = drawn_texts(finished(out, name, language, "pdf"))
    return tuple(text for text, block in zip(drawn, blocks, strict=True) if not isinstance(block.content, PointMap))


def broken_references(charts: tuple[WordChart, ...]) -> list[str]:
    """Places of workbooks that hold something else than the chart shows."""
    return [f"chart {n}: {r.place}" for n, chart in enumerate(charts, 1) for r in chart.references if r.cached != r.held]


def differences(charts: tuple[WordChart, ...], page: tuple[PageChart, ...]) -> tuple[list[Difference], list[Difference]]:
    """Values that only the Word file has, and values that only the page has."""
    ours, theirs = Counter[Difference](), Counter[Difference]()
    for word, web in zip(charts, page, strict=True):
        one, other = exact(word.values()), exact(native(word, web))
        ours, theirs = ours + (one - other), theirs + (other - one)
    return sorted(ours.elements()), sorted(theirs.elements())


def wrong_marks(page: tuple[PageChart, ...]) -> dict[str, tuple[Counter[Decimal], Counter[Decimal]]]:
    """Drawings whose marks carry other values than the table under them."""
    tables = {chart.caption: (chart.marks, Counter(v.exact for v in chart.values)) for chart in page}
    return {name: (marks - table, table - marks) for name, (marks, table) in tables.items() if marks != table}


@every_plan
@every_language
def test_every_chart_is_in_every_format(finished_plans: Path, name: str, language: str) -> None:
    """As many charts in each; none is skipped by those who compare."""
    found = [len(read(finished_plans, name, language)) for read in (in_word, in_page, in_pdf)]

    assert found == [CHARTS[name]] * 3


def test_all_kinds_of_charts_are_compared(finished_plans: Path) -> None:
    """Turin has each kind, and the reader of the Word file tells them apart."""
    assert {chart.kind for chart in in_word(finished_plans, "turin", "en")} == KINDS


@every_plan
@every_language
def test_workbooks_hold_what_charts_show(finished_plans: Path, name: str, language: str) -> None:
    """“Edit data” in Word shows the numbers, names and items of the chart, digit by digit."""
    charts = in_word(finished_plans, name, language)

    assert all(chart.references for chart in charts)
    assert broken_references(charts) == []


@every_plan
@every_language
def test_native_charts_show_what_the_page_shows(finished_plans: Path, name: str, language: str) -> None:
    """Series, items and exact values of each native chart are those of the page."""
    assert differences(in_word(finished_plans, name, language), in_page(finished_plans, name, language)) == ([], [])


@every_plan
@every_language
def test_drawings_carry_the_values_of_their_tables(finished_plans: Path, name: str, language: str) -> None:
    """Bars, segments, dots, totals, shares and targets of a drawing have the exact values of the table under it."""
    assert wrong_marks(in_page(finished_plans, name, language)) == {}


@every_plan
@every_language
def test_charts_agree_with_the_tables_of_the_document(finished_plans: Path, name: str, language: str) -> None:
    """A figure that a chart and a table of data both have is the same in both; there are such figures."""
    tables = dict(page_figures(finished(finished_plans, name, language, "html")))
    pairs = [
        (value.exact, Decimal(tables[value.figure]))
        for chart in in_page(finished_plans, name, language)
        for value in chart.values
        if value.figure in tables
    ]

    assert len(pairs) >= CHARTS[name] * 3
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@every_plan
@every_language
def test_labels_in_word_print_shares(finished_plans: Path, name: str, language: str) -> None:
    """The share behind a bar, which is no series of the native chart, stands in the bar's label."""
    for word, page in zip(in_word(finished_plans, name, language), in_page(finished_plans, name, language), strict=True):
        printed = shares(page, word.kind)
        words = labelled(word) if printed else {}

        assert {item: text for item, text in words.items() if text.split(maxsplit=1)[1:] != [printed[item]]} == {}
        assert words.keys() == printed.keys()


@every_plan
@every_language
def test_labels_in_word_print_no_other_numbers(finished_plans: Path, name: str, language: str) -> None:
    """A label with words of its own has only numbers that the page prints too."""
    charts = zip(in_word(finished_plans, name, language), in_page(finished_plans, name, language), strict=True)
    found = {page.caption: set(strangers(word.written(), page, word.kind)) for word, page in charts}

    assert {caption: numbers for caption, numbers in found.items() if numbers} == {}


@every_plan
@every_language
def test_the_key_of_a_cost_curve_prints_what_the_page_prints(finished_plans: Path, name: str, language: str) -> None:
    """Word lists code, cost and tonnes under the curve, because the curve cannot print them."""
    curves = [
        page
        for word, page in zip(in_word(finished_plans, name, language), in_page(finished_plans, name, language), strict=True)
        if word.kind == "cost"
    ]
    printed = [Counter(n for v in page.values for n in re.findall(r"[\d.,]*\d", v.printed)) for page in curves]

    assert word_keys(finished(finished_plans, name, language, "docx")) == printed


@every_plan
@every_language
def test_drawings_of_the_pdf_print_the_values_of_the_page(finished_plans: Path, name: str, language: str) -> None:
    """Every number in a drawing is one of the page's, and where a drawing of its kind prints all its values, it does."""
    charts = zip(*(read(finished_plans, name, language) for read in (in_pdf, in_page, in_word)), strict=True)
    found = {page.caption: (strangers(drawn, page, word.kind), unprinted(drawn, page, word)) for drawn, page, word in charts}

    assert {caption: each for caption, each in found.items() if each != (Counter(), [])} == {}


# ------------------------------------------------------------------------------------- and whoever shows something else is found


def value_of(kind: type) -> FigureInline:
    """The first value of Turin's first chart of a kind."""
    blocks = (b for b in walk(tree("turin", "en").blocks) if isinstance(b, FigureBlock) and isinstance(b.content, kind))
    return next(f for f in walk(next(blocks).content) if isinstance(f, FigureInline) and f.role == "chart")


def rendered(figure: FigureInline, form: Format) -> bytes:
    """Turin's plan in a format in which one value of one chart is too large by one, and printed so."""
    made = templates()
    wrong = with_wrong_digit(figure.number)
    document = changed(tree("turin", "en"), figure, lambda f: replace(f, value=f.value + 1, number=wrong, text=wrong))
    return render(document, form, made.theme, made.stationery, ())


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_one_wrong_value_in_one_format_is_found(finished_plans: Path, kind: type, form: Format) -> None:
    """It is found at its series and item, and nothing else is."""
    figure = value_of(kind)
    file = rendered(figure, form)
    if form == "docx":
        wrong, right = differences(word_charts(file), in_page(finished_plans, "turin", "en"))
    else:
        right, wrong = differences(in_word(finished_plans, "turin", "en"), page_charts(file))

    assert ([v for *_, v in right], [v for *_, v in wrong]) == ([figure.value], [figure.value + 1])
    assert [place for *place, _ in right] == [place for *place, _ in wrong]


def test_one_wrong_digit_in_a_drawing_of_the_pdf_is_found(finished_plans: Path) -> None:
    """The number that is wrong is a stranger, and the right one is missing."""
    figure = value_of(BarChart)
    drawn, page, word = (
        drawn_texts(rendered(figure, "pdf"))[1],
        in_page(finished_plans, "turin", "en")[1],
        in_word(finished_plans, "turin", "en")[1],
    )

    assert strangers(drawn, page, word.kind) == Counter([with_wrong_digit(figure.number)])
    assert unprinted(drawn, page, word) == [figure.number]


def test_one_wrong_cell_in_a_workbook_is_found(finished_plans: Path) -> None:
    """The place is named."""
    charts = word_charts(with_wrong_cell(finished(finished_plans, "turin", "en", "docx"), "B2"))

    assert broken_references(charts) == ["chart 1: Data!$B$2:$B$3"]


def test_one_wrong_mark_of_a_drawing_is_found(finished_plans: Path) -> None:
    """The drawing is named, and both values."""
    page = finished(finished_plans, "turin", "en", "html").decode()
    value = re.search(r'<rect [^>]*data-value="([^"]*)"', page)
    assert value
    wrong = with_wrong_digit(value[1])
    found = wrong_marks(page_charts(page.replace(value[0], value[0].replace(value[1], wrong), 1).encode()))

    assert list(found.values()) == [(Counter([Decimal(wrong)]), Counter([Decimal(value[1])]))]
