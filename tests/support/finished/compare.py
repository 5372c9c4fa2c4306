"""What a chart of a page and its native twin in Word must have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.support.finished.chart import Kind, Value
from tests.support.finished.docx_charts import WordChart
from tests.support.finished.html_charts import PageChart

_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_PRINTS_ALL = ("bars", "waterfall", "cost")  # other drawings leave out numbers that would not fit


def native(chart: WordChart, page: PageChart) -> Iterator[Value]:
    """The values of a page's chart as a native chart names them.

    A waterfall and a cost curve have series that only Word needs; the share behind a bar is no series but part of a label.
    """
    match chart.kind:
        case "waterfall":
            yield from (Value("", v.item, v.exact) for v in page.values)
        case "cost":
            _, tonnes, cost = page.heads
            yield from (Value({tonnes: "tonnes", cost: "cost"}[v.series], v.item.split()[0], v.exact) for v in page.values)
        case "bars":
            yield from (v for v in page.values if v.series == page.heads[1])
        case _:
            yield from page.values


def shares(page: PageChart, kind: Kind) -> dict[str, str]:
    """The printed share behind each bar by its label, where bars have shares."""
    return {v.item: v.printed for v in page.values if kind == "bars" and page.heads[2:] == (v.series,)}


def labelled(chart: WordChart) -> dict[str, str]:
    """The words of the labels of bars that have words of their own, by the label of the bar."""
    (one,) = chart.series
    return {one.items[n]: words for n, words in one.labels.items()}


def strangers(drawn: str, page: PageChart, kind: Kind) -> Counter[str]:
    """Numbers in a drawing that neither its table nor its words have. A cost curve prints numbers at its columns and in its key."""
    words = [text for v in page.values for text in (v.printed, v.item, v.series)]
    known = Counter(n for text in (*words, *page.heads) for n in _DIGITS.findall(text))
    return Counter(_DIGITS.findall(drawn)) - (known + known if kind == "cost" else known)


def unprinted(drawn: str, page: PageChart, chart: WordChart) -> list[str]:
    """Values that a drawing does not print, though drawings of its kind print them all."""
    if chart.kind not in _PRINTS_ALL:
        return []
    wanted = Counter(n for v in page.values for n in _DIGITS.findall(v.printed))
    return sorted((wanted - Counter(_DIGITS.findall(drawn))).elements())
