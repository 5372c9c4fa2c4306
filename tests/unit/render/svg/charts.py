"""Charts that are hard to draw: long labels, one bar, many bars, nothing, next to nothing, costs below zero."""

from __future__ import annotations

from decimal import Decimal

from seapgen.model.chart import (
    Bar,
    BarChart,
    Chart,
    CostBlock,
    CostCurve,
    GroupedChart,
    Locator,
    MapPoint,
    PathChart,
    PathPoint,
    PathSeries,
    PointMap,
    Series,
    StackedChart,
    Step,
    WaterfallChart,
)
from seapgen.model.inline import FigureInline, Inline, Text
from seapgen.model.units import Unit

NBSP = "\u00a0"
GREEK = "Ενεργειακή αναβάθμιση δημοτικών κτιρίων και εγκαταστάσεων ΑΠΕ"
ITALIAN = "Trasporti privati e commerciali nell’intero territorio comunale"
LABELS = (GREEK, ITALIAN, "Homes", "Πολυκατοικίες", "Energiahatékonysági-korszerűsítésprogram", "<&\"'>")


def line(text: str) -> tuple[Inline, ...]:
    """A label."""
    return (Text(text),)


def figure(value: str | int, unit: Unit = Unit.T_CO2, id_: str = "") -> FigureInline:
    """A figure printed in the Italian way."""
    exact = Decimal(value)
    shown = f"{abs(exact):,.0f}".replace(",", ".")
    text = ("\u2212" if exact < 0 else "") + (f"<{NBSP}1" if 0 < exact < Decimal("0.5") else shown)
    return FigureInline(id_ or f"municipality/x:f{value}", exact, unit, f"{text}{NBSP}t{NBSP}CO₂", text, f"t{NBSP}CO₂", "chart")


def bars(*values: str | int, beside: bool = False) -> BarChart[Inline]:
    """Bars with the labels in turn."""
    found = (
        Bar(line(f"{LABELS[n % len(LABELS)]} {n}"), figure(v, id_=f"m:{n}"), figure(n, id_=f"s:{n}") if beside else None)
        for n, v in enumerate(values)
    )
    return BarChart(Unit.T_CO2, tuple(found))


def stacked(count: int, totals: bool) -> StackedChart[Inline]:
    """Three series, one of them with gaps."""
    series = tuple(
        Series(
            line(name),
            tuple(None if n == 1 and k == 1 else figure(100 * (n + 1) * k * k + 1, id_=f"m:{k}.{n}") for n in range(count)),
            k + 1,
        )
        for k, name in enumerate((GREEK, "Gas", ITALIAN))
    )
    sums = tuple(figure(sum(int(getattr(s.values[n], "value", 0)) for s in series), id_=f"t:{n}") for n in range(count))
    return StackedChart(Unit.MWH, tuple(line(LABELS[n % len(LABELS)]) for n in range(count)), series, sums if totals else ())


def grouped(count: int, years: int = 2, top: int = 712008) -> GroupedChart[Inline]:
    """Series for years."""
    series = tuple(
        Series(line(str(2010 + 10 * k)), tuple(figure(top // (n + 1) // (k + 1), id_=f"m:{k}.{n}") for n in range(count)), k + 1)
        for k in range(years)
    )
    return GroupedChart(Unit.T_CO2, tuple(line(LABELS[n % len(LABELS)]) for n in range(count)), series)


def waterfall(changes: int, *, sink: bool = False) -> WaterfallChart[Inline]:
    """From a total over changes to a total."""
    steps = [Step(line("Emissions 2019"), figure(2271350, id_="m:0"), "total")]
    steps += [
        Step(line(LABELS[n % len(LABELS)]), figure((-1) ** (n % 4 == 3) * -30000 * (n + 1), id_=f"m:c{n}"), "change")
        for n in range(changes)
    ]
    steps += [Step(line("Expected 2030"), figure(-90000 if sink else 1400000, id_="m:9"), "total")]
    return WaterfallChart(Unit.T_CO2, tuple(steps), figure(1362810, id_="t:0"), line(f"Target, {GREEK}"))


def path(lines: int, years: tuple[int, ...]) -> PathChart[Inline]:
    """Lines that lie close to each other."""
    series = tuple(
        PathSeries(
            line(LABELS[k]),
            tuple(PathPoint(y, figure(2271350 - 9000 * k - 1000 * n, id_=f"m:{k}.{y}")) for n, y in enumerate(years)),
            k + 1,
            k == 1,
        )
        for k in range(lines)
    )
    return PathChart(Unit.T_CO2, series)


def curve(count: int, *, dear: bool = True) -> CostCurve[Inline]:
    """Actions from cheap to dear; some avoid next to nothing."""
    costs = [-120 + 40 * n for n in range(count)] if dear else [-5 * (n + 1) for n in range(count)]
    blocks = (
        CostBlock(
            f"A{n:02}",
            line(LABELS[n % len(LABELS)]),
            figure(1 if n % 5 == 4 else 9000 * (n % 7 + 1), id_=f"w:{n}"),
            figure(c, Unit.EUR_PER_T, id_=f"m:{n}"),
        )
        for n, c in enumerate(costs)
    )
    return CostCurve(tuple(blocks), line("Emissioni evitate, t CO₂ all’anno"), line("EUR per tonnellata"))


def cut_curve(low: int, high: int) -> CostCurve[Inline]:
    """Six actions that avoid much, and narrow ones at both ends that are cut at 200 EUR per t."""
    costs = [*(-4000 + 100 * n for n in range(low)), -200, -90, -10, 30, 100, 190, *(5000 + 100 * n for n in range(high))]
    blocks = (
        CostBlock(
            f"A{n:02}",
            line(LABELS[n % len(LABELS)]),
            figure(20000 if abs(cost) <= 200 else 150, id_=f"w:{n}"),
            figure(cost, Unit.EUR_PER_T, id_=f"m:{n}"),
        )
        for n, cost in enumerate(costs)
    )
    return CostCurve(tuple(blocks), line("Emissioni evitate, t CO₂ all’anno"), line("EUR per tonnellata"), Decimal(200))


TOWNS = ("Sant’Elia in Valdarèa", "Żarnówka", "Άγιος Νικόλαος", "Hárshegyalja", "Höga Kusten", "Žminjska Draga", "Borgo")


def point_map(*points: tuple[int, int]) -> PointMap[Inline]:
    """A coast and an island with a lake that is a country; the first place is the one that the map is about."""
    coast = ((0, 0), (2600, 0), (2100, 1500), (2900, 3200), (0, 3200))
    island, inside = ((3600, 900), (4400, 1300), (3700, 1900)), ((3800, 1200), (4000, 1300), (3800, 1400))
    europe = Locator(((((100, 700), (700, 700), (400, 100))),), 800, 800, 400, 500)
    places = tuple(MapPoint(line(TOWNS[n % len(TOWNS)]), x, y, n == 0) for n, (x, y) in enumerate(points))
    return PointMap(4700, 3200, (coast, island, inside), places, 900, line(f"20{NBSP}km"), line("Outlines: somebody"), europe)


CLOUD = tuple((1400 + n % 4 * 520, 900 + n // 4 * 420 + n % 3 * 60) for n in range(13))
CROWD = tuple((2300 + n % 4 * 45, 1500 + n // 4 * 40) for n in range(14))
CHARTS: dict[str, Chart[Inline]] = {
    "bars": bars(712008, 582617, 54311, 749, 3, 0, beside=True), "one bar": bars(7), "thirty bars": bars(*range(1, 31)),
    "nothing": bars(0, 0), "next to nothing": bars("0.2", 1000000), "no bars": bars(),
    "stacked": stacked(6, totals=True), "shares": stacked(4, totals=False), "one stack": stacked(1, totals=True),
    "grouped": grouped(3), "thirty groups": grouped(30), "four years": grouped(5, 4), "no groups": grouped(0),
    "groups of nothing": grouped(2, top=0),
    "waterfall": waterfall(4), "thirty changes": waterfall(30), "to a sink": waterfall(2, sink=True), "no change": waterfall(0),
    "path": path(1, (2010, 2020, 2030)), "close lines": path(4, (2005, 2006, 2007, 2010, 2030, 2050)),
    "one year": path(2, (2019,)), "no years": path(0, ()),
    "curve": curve(8), "thirty actions": curve(30), "all save": curve(5, dear=False), "one action": curve(1),
    "no action": curve(0), "cut at both ends": cut_curve(2, 1), "cut above": cut_curve(0, 1), "cut below": cut_curve(1, 0),
    "much is cut": cut_curve(24, 19),
    "map": point_map((1200, 1300), (3800, 1400), (3000, 900)), "thirteen places": point_map(*CLOUD), "a crowd": point_map(*CROWD),
    "places at the edge": point_map((30, 20), (4680, 3180), (20, 3190), (4690, 10)),
}  # fmt: skip
