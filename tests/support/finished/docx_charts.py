"""The native charts of a finished Word file: what their caches say, and whether the workbooks inside say the same."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from tests.support.finished.chart import Kind, Value
from tests.support.finished.content import squeezed
from tests.support.finished.docx import KEY_STYLE
from tests.support.finished.workbook import cells, column

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SIGNS = {"−": -1, "+": 1}  # how a waterfall calls its falls and rises


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of the workbook that a chart shows: what the cache of the chart says, and what the workbook says."""

    place: str
    cached: tuple[str, ...]
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A series; an invisible one carries labels or holds others up. `labels` are those with words of their own, by point."""

    name: str
    items: tuple[str, ...]
    values: tuple[str, ...]  # "" is absent
    is_seen: bool
    labels: dict[int, str]


@dataclass(frozen=True, slots=True)
class WordChart:
    """One chart part with its workbook."""

    kind: Kind
    series: tuple[Series, ...]
    references: tuple[Reference, ...]
    book: dict[str, str]

    def written(self) -> str:
        """The labels with words of their own."""
        return " ".join(text for one in self.series for text in one.labels.values())

    def values(self) -> Iterator[Value]:
        """What a reader of the chart sees, with exact numbers."""
        match self.kind:
            case "bars" | "grouped" | "path":
                yield from (v for s in self.series for v in _points(s))
            case "stacked":
                total = self.book.get(f"{chr(65 + len(self.series))}1", "")  # the last column: the sums behind the bars
                yield from (v for s in self.series for v in _points(s, s.name if s.is_seen else total))
            case "waterfall":
                yield from self._steps()
            case "cost":
                yield from self._blocks()

    def _steps(self) -> Iterator[Value]:
        """Steps with their signs, then the target once."""
        *columns, last = self.series
        goals = (
            {v.exact for v in _points(last)} if last.is_seen and last.name not in _SIGNS and len(set(last.values)) == 1 else set()
        )
        for one in columns if goals else self.series:
            for value in _points(one) if one.is_seen else ():
                yield Value("", value.item, value.exact * _SIGNS.get(one.name, 1))
        yield from (Value("", last.name, goal) for goal in goals)

    def _blocks(self) -> Iterator[Value]:
        """Cost and tonnes of each action; the tonnes stand in the second column of the workbook, at the middle of the block."""
        for one in self.series:
            if one.is_seen:
                (cost,) = {Decimal(v) for v in one.values if Decimal(v)}
                middle = [n for n, v in enumerate(one.values) if Decimal(v)][1]
                yield Value("cost", one.name, cost)
                yield Value("tonnes", one.name, Decimal(self.book[f"B{middle + 2}"]))


def word_charts(content: bytes) -> tuple[WordChart, ...]:
    """All charts in the order of the body."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        targets = _targets(package, "word/document.xml")
        return tuple(_chart(package, targets[str(chart.get(f"{_R}id"))]) for chart in body.iter(f"{_C}chart"))


def word_keys(content: bytes) -> list[Counter[str]]:
    """The numbers of the key under each cost curve, whose rows are code, name, cost, tonnes."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    keys = [table for table in body.iter(f"{_W}tbl") if table.find(f".//{_W}pStyle[@{_W}val='{KEY_STYLE}']") is not None]
    return [Counter(number for row in list(key.iter(f"{_W}tr"))[1:] for number in _numbers(row)) for key in keys]


def _numbers(row: etree._Element) -> list[str]:
    cells = ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")]
    return [number for cell in cells[2:] for number in re.findall(r"\d[\d.,]*\d|\d", cell)]


def _targets(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Parts that a part is related to."""
    folder, name = posixpath.split(part)
    relations = etree.fromstring(package.read(f"{folder}/_rels/{name}.rels"))
    return {str(r.get("Id")): posixpath.normpath(posixpath.join(folder, str(r.get("Target")))) for r in relations}


def _chart(package: zipfile.ZipFile, part: str) -> WordChart:
    xml = etree.fromstring(package.read(part))
    (external,) = xml.findall(f"{_C}externalData")
    book = cells(package.read(_targets(package, part)[str(external.get(f"{_R}id"))]))
    references = tuple(_reference(node, book) for node in xml.iter(f"{_C}numRef", f"{_C}strRef"))
    series = tuple(_series(node) for node in xml.iter(f"{_C}ser"))
    return WordChart(_kind(xml), series, references, book)


def _kind(xml: etree._Element) -> Kind:
    """The kind of a chart by the plots it is made of."""
    if xml.find(f".//{_C}scatterChart") is not None:
        return "path"
    if xml.find(f".//{_C}areaChart") is not None:
        return "cost"
    directions = {node.get("val") for node in xml.iter(f"{_C}barDir")}
    groupings = {node.get("val") for node in xml.iter(f"{_C}grouping")}
    if "stacked" in groupings:
        return "stacked" if directions == {"bar"} else "waterfall"
    return "bars" if directions == {"bar"} else "grouped"


def _cache(node: etree._Element | None) -> tuple[str, ...]:
    """The points of a cache; an absent point is empty."""
    if node is None:
        return ()
    (count,) = (int(str(each.get("val"))) for each in node.iter(f"{_C}ptCount"))
    found = {int(str(point.get("idx"))): point.findtext(f"{_C}v", "") for point in node.iter(f"{_C}pt")}
    return tuple(found.get(n, "") for n in range(count))


def _reference(node: etree._Element, book: dict[str, str]) -> Reference:
    place = node.findtext(f"{_C}f", "")
    return Reference(place, _cache(node), tuple(book.get(each, "") for each in column(place)))


def _series(node: etree._Element) -> Series:
    items = _cache(node.find(f"{_C}cat") if node.find(f"{_C}cat") is not None else node.find(f"{_C}xVal"))
    values = _cache(node.find(f"{_C}val") if node.find(f"{_C}val") is not None else node.find(f"{_C}yVal"))
    parent = node.getparent()
    is_line = parent is not None and parent.tag in (f"{_C}lineChart", f"{_C}scatterChart")
    hidden = node.find(f"{_C}spPr/{_A}ln/{_A}noFill" if is_line else f"{_C}spPr/{_A}noFill") is not None
    labels = {
        int(str(label.findall(f"{_C}idx")[0].get("val"))): squeezed("".join(t.text or "" for t in label.iter(f"{_A}t")))
        for label in node.iter(f"{_C}dLbl")
    }
    return Series(squeezed(node.findtext(f"{_C}tx//{_C}v", "")), tuple(map(squeezed, items)), values, not hidden, labels)


def _points(series: Series, name: str | None = None) -> Iterator[Value]:
    for item, value in zip(series.items, series.values, strict=True):
        if value:
            yield Value(series.name if name is None else name, item, Decimal(value))
