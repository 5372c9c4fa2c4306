"""Native charts of finished Word files: their numbers, their labels on any reader's system, their fonts."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from lxml import etree

from seapgen.model.chart import BarChart, CostCurve, GroupedChart, PathChart, StackedChart, WaterfallChart
from seapgen.model.document import Chapter, FigureBlock, Image, Localised
from seapgen.model.inline import FigureInline, Text, plain, walk
from seapgen.render.word.render import render_word
from tests.support.default_theme import default_theme
from tests.support.office import PDF, converted
from tests.support.specimen_document import specimen_document
from tests.support.tools import program
from tests.support.turin import LANGUAGES, document

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS = {BarChart, StackedChart, GroupedChart, WaterfallChart, PathChart, CostCurve}
Drawn = tuple[etree._Element, bytes]


def parts(content: bytes) -> dict[str, bytes]:
    """Members of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawn(path: Path) -> list[Drawn]:
    """The charts of a file, each with its workbook, by their numbers."""
    members = parts(path.read_bytes())
    numbers = sorted(int(found[1]) for name in members if (found := re.fullmatch(r"word/charts/chart(\d+)\.xml", name)))
    books = {n: re.findall(r'embeddings/([^"]+)', members[f"word/charts/_rels/chart{n}.xml.rels"].decode())[0] for n in numbers}
    return [(etree.fromstring(members[f"word/charts/chart{n}.xml"]), members[f"word/embeddings/{books[n]}"]) for n in numbers]


def plan(turin: Path, language: str) -> Path:
    """Turin's Word file."""
    return turin / language / f"seap-turin-{language}.docx"


def cells(book: bytes) -> dict[str, str]:
    """What the cells of a workbook hold."""
    sheet = etree.fromstring(parts(book)["xl/worksheets/sheet1.xml"])
    return {c.get("r", ""): c.findtext(f"{S}v") or c.findtext(f"{S}is/{S}t") or "" for c in sheet.iter(f"{S}c")}


def named(formula: str) -> list[str]:
    """The cells of a reference: Data!$B$2:$B$4 is B2, B3, B4."""
    column, first, last = re.fullmatch(r"Data!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", formula).groups()  # type: ignore[union-attr]
    return [f"{column}{row}" for row in range(int(first), int(last or first) + 1)]


def cached(reference: etree._Element) -> list[str]:
    """The copy that a reference keeps, blank where there is no point."""
    cache = next(node for node in reference if node.tag in {f"{C}numCache", f"{C}strCache"})
    points = {int(p.get("idx", "")): p.findtext(f"{C}v") or "" for p in cache.iter(f"{C}pt")}
    return [points.get(n, "").strip() for n in range(int(cache.find(f"{C}ptCount").get("val")))]


def test_turins_plan_has_every_kind_of_chart() -> None:
    """What is said of its charts below is said of all six kinds."""
    found = {
        type(n.content) for n in walk(document("it").blocks) if isinstance(n, FigureBlock) and not isinstance(n.content, Image)
    }

    assert found == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cache_is_its_cells(turin: Path, language: str) -> None:
    """Names and numbers of all series of all charts: the copy in the chart is what its workbook holds, digit for digit."""
    for chart, book in drawn(plan(turin, language)):
        held = cells(book)
        references = [*chart.iter(f"{C}numRef"), *chart.iter(f"{C}strRef")]

        assert references
        for reference in references:
            assert cached(reference) == [held.get(cell, "").strip() for cell in named(reference.findtext(f"{C}f") or "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_workbooks_hold_the_exact_numbers_of_the_document(turin: Path, language: str) -> None:
    """Each chart's figures, unrounded, are in its own workbook; falls of a waterfall stand without their sign."""
    figures = [n for n in walk(document(language).blocks) if isinstance(n, FigureBlock) and not isinstance(n.content, Image)]
    books = [cells(book) for _, book in drawn(plan(turin, language))]

    assert len(figures) == len(books)
    for figure, held in zip(figures, books, strict=True):
        numbers = {abs(Decimal(text)) for text in held.values() if re.fullmatch(r"-?\d+(\.\d+)?", text)}
        words = {id(n) for part in worded(figure.content) for n in walk(part)}
        wanted = {abs(n.value) for n in walk(figure.content) if isinstance(n, FigureInline) and id(n) not in words}
        assert wanted <= numbers


def worded(chart: object) -> tuple[object, ...]:
    """What a chart says and does not draw: shares beside bars, the name of a target."""
    if isinstance(chart, WaterfallChart):
        return chart.target_label
    return tuple(bar.beside for bar in chart.bars if bar.beside) if isinstance(chart, BarChart) else ()


def shown(code: str, value: Decimal) -> str:
    """What a spreadsheet prints: sections with conditions, digits, and letters that are escaped or quoted; nothing else."""
    for section in code.split(";"):
        condition, form = re.fullmatch(r"(?:\[>=(\d+)\])?(.*)", section).groups()  # type: ignore[union-attr]
        if condition and value < int(condition):
            continue
        pieces = re.findall(r'"([^"]*)"|\\(.)|([#0])', form)
        assert re.sub(r'"[^"]*"|\\.|[#0]', "", form) == "", f"{code} asks the reader's system"
        digits = list(str(abs(value).quantize(Decimal(1), ROUND_HALF_UP)))
        places = sum(1 for piece in pieces if piece[2])
        printed = []
        for quoted, escaped, place in pieces:
            if place:
                places -= 1
                printed += [digits.pop(0) for _ in range(len(digits) - places)]
            else:
                printed.append(quoted or escaped)
        return "".join(printed)
    raise AssertionError(code)


def labels(chart: etree._Element) -> Iterator[str]:
    """Every label of every point, as any program prints it: its own words, or its number through its format."""
    for series in chart.iter(f"{C}ser"):
        common = series.find(f"{C}dLbls")
        if common is None:
            continue
        single = {int(x.find(f"{C}idx").get("val")): x for x in common.iterfind(f"{C}dLbl")}
        data = series.find(f"{C}val/{C}numRef") if series.find(f"{C}val") is not None else series.find(f"{C}yVal/{C}numRef")
        for n, text in enumerate(cached(data)):
            own = single.get(n)
            if own is not None and own.find(f"{C}delete") is not None:
                continue
            if own is not None and own.find(f"{C}tx") is not None:
                yield "".join(own.find(f"{C}tx").itertext(f"{A}t"))
            elif text and (own if own is not None else common).find(f"{C}showVal").get("val") == "1":
                yield shown((own if own is not None else common).find(f"{C}numFmt").get("formatCode"), Decimal(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_say_what_the_document_prints(turin: Path, language: str) -> None:
    """No label asks the reader's system for a separator, and each is made of words and numbers that the document prints."""
    figures = [n for n in walk(document(language).blocks) if isinstance(n, FigureBlock) and not isinstance(n.content, Image)]
    count = 0
    for figure, (chart, _) in zip(figures, drawn(plan(turin, language)), strict=True):
        printed = {form for n in walk(figure.content) if isinstance(n, FigureInline) for form in (n.text, n.number)}
        if isinstance(figure.content, WaterfallChart):
            label = plain(figure.content.target_label)
            printed |= {f"{label}: {form}" for form in printed}
        if isinstance(figure.content, CostCurve):
            printed |= {block.code for block in figure.content.blocks}
        found = [piece for text in labels(chart) for piece in text.split("   ")]  # a share stands three blanks behind its number
        count += len(found)
        assert [piece for piece in found if piece not in printed] == []

    assert count > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_of_axes_ask_no_system_for_a_separator(turin: Path, language: str) -> None:
    """The numbers along axes that are printed have formats of digits and quoted letters; other axes print none."""
    for chart, _ in drawn(plan(turin, language)):
        for axis in (*chart.iter(f"{C}valAx"), *chart.iter(f"{C}dateAx")):
            silent = axis.find(f"{C}delete").get("val") == "1" or axis.find(f"{C}tickLblPos").get("val") == "none"
            code = axis.find(f"{C}numFmt").get("formatCode")
            assert silent or re.sub(r'"[^"]*"|\\.|\[[<>=]+\d+\]|[#0;]', "", code) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_of_charts_has_the_fonts_of_the_theme(turin: Path, language: str) -> None:
    """Every run and every default in a chart names the theme's text font, which is the theme file's."""
    members = parts(plan(turin, language).read_bytes())
    faces = {latin.get("typeface") for chart, _ in drawn(plan(turin, language)) for latin in chart.iter(f"{A}latin")}
    bare = [
        n for chart, _ in drawn(plan(turin, language)) for n in chart.iter(f"{A}defRPr", f"{A}rPr") if n.find(f"{A}latin") is None
    ]
    minor = etree.fromstring(members["word/theme/theme1.xml"]).find(f".//{A}minorFont/{A}latin")

    assert (faces, bare) == ({"+mn-lt"}, [])
    assert minor.get("typeface") == default_theme().fonts[0]


@pytest.mark.slow
def test_labels_are_the_same_on_systems_of_two_locales(tmp_path: Path) -> None:
    """All charts of an Italian and an English document: American and German separators of the system leave every letter as it is."""
    files = [only_charts(document("it"), tmp_path / "it.docx"), only_charts(specimen_document("en"), tmp_path / "en.docx")]
    pages = {
        locale: [text_of(pdf) for pdf in converted(files, PDF, tmp_path / locale, locale)] for locale in ("en-US", "de-DE")
    }  # fmt: skip
    wanted = {piece for path in files for chart, _ in drawn(path) for text in labels(chart) for piece in text.split()}
    said = {piece for text in pages["de-DE"] for piece in text.split()}

    assert pages["en-US"] == pages["de-DE"]
    assert len(wanted - said) < 0.02 * len(wanted), sorted(wanted - said)


def only_charts(source: Localised, path: Path) -> Path:
    """A file with nothing but the charts of a document."""
    figures = tuple(n for n in walk(source.blocks) if isinstance(n, FigureBlock) and not isinstance(n.content, Image))
    chapter = Chapter("charts", "1", (Text("Charts"),), (), figures)
    path.write_bytes(render_word(replace(source, blocks=(chapter,)), default_theme()))
    return path


def text_of(pdf: Path) -> str:
    """The text of a PDF."""
    return subprocess.run([program("pdftotext"), "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_of_workbooks_come_to_what_is_cached(turin: Path, language: str) -> None:
    """Totals of stacks are sums over their row: a person who changes a part sees the total follow."""
    found = []
    for chart, book in drawn(plan(turin, language)):
        held = cells(book)
        sheet = etree.fromstring(parts(book)["xl/worksheets/sheet1.xml"])
        for cell in (c for c in sheet.iter(f"{S}c") if c.find(f"{S}f") is not None):
            first, row, last = re.fullmatch(r"SUM\(([A-Z])(\d+):([A-Z])\2\)", cell.findtext(f"{S}f") or "").groups()  # type: ignore[union-attr]
            summed = sum(Decimal(held.get(f"{chr(n)}{row}") or 0) for n in range(ord(first), ord(last) + 1))
            found.append(cell.get("r"))
            assert Decimal(held[cell.get("r", "")]) == summed
            assert cell.get("r") in {name for f in chart.iter(f"{C}f") for name in named(f.text or "")}

    assert len(found) > 3
