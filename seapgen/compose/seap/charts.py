"""Charts of the plan: what each shows, in what order, with which words."""

from __future__ import annotations

from seapgen.compose.seap.cost_curve import cost
from seapgen.compose.seap.group_map import group_map
from seapgen.compose.seap.inventory_tables import Blocks, carrier_source_line, own_calculation, source_line
from seapgen.compose.seap.subject import Subject, carriers_by_energy, sector_term, sectors_by_energy
from seapgen.compose.seap.waterfall import waterfall
from seapgen.model.chart import (
    Bar,
    BarChart,
    GroupedChart,
    PathChart,
    PathPoint,
    PathSeries,
    Series,
    StackedChart,
    amount,
)
from seapgen.model.document import FigureBlock, FigurePair
from seapgen.model.inline import Planned
from seapgen.model.message import Term, msg
from seapgen.model.units import Unit
from seapgen.model.vocabulary import ActionSector, Sector


def tone(sector: Sector | ActionSector, subject: Subject) -> int:
    """The colour of a sector: its rank in the stripe, the same in every chart of a document."""
    order: list[Sector | ActionSector] = [*subject.ranking]
    return order.index(sector) + 1 if sector in order else 8


def charts(subject: Subject) -> dict[str, Blocks]:
    """All charts by the name that chapter files use."""
    return {
        "chart.by_sector": by_sector(subject),
        "chart.stacked": stacked(subject),
        "chart.waterfall": waterfall(subject),
        "chart.path": path(subject),
        "chart.before_after": before_after(subject),
        "chart.cost": cost(subject),
        "chart.financing": financing(subject),
        "chart.group_map": group_map(subject),
    }


def by_sector(subject: Subject) -> Blocks:
    """Emissions by sector, largest first, with shares."""
    order = subject.ranking
    if len(order) < 2:
        return ()
    bars = tuple(
        Bar[Planned](
            (sector_term(s),), subject.inv(f"emissions_energy_t.{s}"), subject.inv(f"emissions_share_pct.{s}"), tone(s, subject)
        )
        for s in order
    )
    caption = (msg("Emissions by sector, {year}, {unit:label}", year=subject.inv("year"), unit=Term(f"unit.{subject.unit}")),)
    alt = (
        msg(
            "Bar chart; the longest bar is {sector:label} with {emissions}.",
            sector=sector_term(order[0]),
            emissions=subject.inv(f"emissions_energy_t.{order[0]}"),
        ),
    )
    return (FigureBlock("chart.by_sector", caption, alt, BarChart(subject.unit, bars), source_line(subject)),)


def shares(subject: Subject) -> Blocks:
    """Two full bars: how energy and emissions divide between the sectors."""
    order = subject.ranking
    if len(order) < 2:
        return ()
    series = tuple(
        Series[Planned](
            (sector_term(s),),
            (subject.inv_get(f"energy_share_pct.{s}"), subject.inv_get(f"emissions_share_pct.{s}")),
            tone(s, subject),
        )
        for s in order
    )
    caption = (msg("Shares of the sectors in energy and emissions, {year}, %", year=subject.inv("year")),)
    alt = (
        msg(
            "Two bars divided by sector; {sector:label} has {energy} of the energy and {emissions} of the emissions.",
            sector=sector_term(order[0]),
            energy=subject.inv(f"energy_share_pct.{order[0]}"),
            emissions=subject.inv(f"emissions_share_pct.{order[0]}"),
        ),
    )
    chart = StackedChart[Planned](Unit.PERCENT, ((msg("Energy"),), (msg("Emissions"),)), series)
    return (FigureBlock("chart.shares", caption, alt, chart, source_line(subject)),)


def stacked(subject: Subject) -> Blocks:
    """Final energy by sector, divided by carrier."""
    inventory = subject.inventory
    sectors = sectors_by_energy(subject)
    carriers = carriers_by_energy(subject)
    if not inventory.has_carriers or len(sectors) < 2 or len(carriers) < 2:
        return ()
    series = tuple(
        Series[Planned]((Term(f"carrier.{c}"),), tuple(subject.inv_get(f"energy_mwh.{s}.{c}") for s in sectors), n)
        for n, c in enumerate(carriers, 1)
    )
    caption = (msg("Final energy by sector and carrier, {year}, MWh", year=subject.inv("year")),)
    alt = (
        msg(
            "Stacked bars; the longest is {sector:label} with {energy}.",
            sector=sector_term(sectors[0]),
            energy=subject.inv(f"energy_mwh.{sectors[0]}"),
        ),
    )
    chart = StackedChart[Planned](
        Unit.MWH, tuple((sector_term(s),) for s in sectors), series, tuple(subject.inv(f"energy_mwh.{s}") for s in sectors)
    )
    return (FigureBlock("chart.stacked", caption, alt, chart, carrier_source_line(subject)),)


def path(subject: Subject) -> Blocks:
    """Emissions over the years: inventories, the way the target asks for, and where the actions lead."""
    target = subject.target
    if target is None or subject.get(f"target.{target.target_year}.base_t") is None:
        return ()
    at = f"target.{target.target_year}"
    start = PathPoint[Planned](target.base_year, subject.figure(f"{at}.base_t"))
    series = [
        PathSeries[Planned](
            (msg("Target"),), (start, PathPoint(target.target_year, subject.figure(f"{at}.allowed_t"))), 4, planned=True
        )
    ]
    remaining = subject.get(f"plan.{target.target_year}.remaining_t")
    if remaining is not None:
        series.append(PathSeries((msg("With the actions"),), (start, PathPoint(target.target_year, remaining)), 1))
    caption = (msg("The path to the target, {unit:label}", unit=Term(f"unit.{subject.unit}")),)
    alt = (
        msg(
            "Lines from {base} in {base_year}; the target asks for {allowed} in {year}.",
            base=subject.figure(f"{at}.base_t"),
            base_year=subject.figure(f"{at}.base_year"),
            allowed=subject.figure(f"{at}.allowed_t"),
            year=subject.figure(f"{at}.year"),
        ),
    )
    return (FigureBlock("chart.path", caption, alt, PathChart(subject.unit, tuple(series)), (own_calculation(),)),)


def before_after(subject: Subject) -> Blocks:
    """Emissions of each sector with actions, before and after them."""
    year = subject.target.target_year if subject.target else None
    reached = [s for s in subject.ranking if subject.plan(f"reduction_t.{s}") or subject.plan(f"reduction_undivided_t.{s}")]
    sectors = [s for s in reached if subject.plan(f"remaining_t.{s}") is not None]
    if year is None or len(sectors) < 2:
        return ()
    before = Series[Planned]((subject.inv("year"),), tuple(subject.inv(f"emissions_energy_t.{s}") for s in sectors), 3)
    after = Series[Planned](
        (msg("after the actions"),), tuple(subject.figure(f"plan.{year}.remaining_t.{s}") for s in sectors), 1
    )
    caption = (msg("Emissions of the sectors before and after their actions, {unit:label}", unit=Term(f"unit.{subject.unit}")),)
    alt = (msg("Pairs of bars; the first pair is {sector:label}.", sector=sector_term(sectors[0])),)
    chart = GroupedChart[Planned](subject.unit, tuple((sector_term(s),) for s in sectors), (before, after))
    return (FigureBlock("chart.before_after", caption, alt, chart, (own_calculation(),)),)


def financing(subject: Subject) -> Blocks:
    """Where the budget comes from."""
    head = subject.municipality.head
    rows = sorted(head.financing, key=lambda f: -f.share_pct)
    if len(rows) < 2 or head.budget is None:
        return ()
    bars = tuple(
        Bar[Planned](
            (Term(f"financing.{f.source}"),),
            subject.figure(f"plan.financing_eur.{f.source}"),
            subject.percent(f"plan.financing_pct.{f.source}"),
        )
        for f in rows
    )
    caption = (msg("Budget by source of financing, EUR"),)
    alt = (
        msg(
            "Bar chart; the longest bar is {source:label} with {amount}.",
            source=Term(f"financing.{rows[0].source}"),
            amount=subject.figure(f"plan.financing_eur.{rows[0].source}"),
        ),
    )
    return (FigureBlock("chart.financing", caption, alt, BarChart(Unit.EUR, bars), (own_calculation(),)),)


def pair(subject: Subject) -> Blocks:
    """Two small charts of the profile: energy by carrier, and how much a unit of energy emits in each sector."""
    inventory = subject.inventory
    if not inventory.has_carriers or len(inventory.carriers()) < 2 or len(inventory.sectors()) < 2:
        return ()
    return (FigurePair(_carriers(subject), _intensity(subject)),)


def _carriers(subject: Subject) -> FigureBlock[Planned]:
    order = carriers_by_energy(subject)
    bars = tuple(Bar[Planned]((Term(f"carrier.{c}"),), subject.inv(f"energy_mwh.carrier.{c}")) for c in order)
    caption = (msg("Energy by carrier, {year}, MWh", year=subject.inv("year")),)
    longest = subject.inv(f"energy_mwh.carrier.{order[0]}")
    alt = (
        msg("Bar chart; the longest bar is {carrier:label} with {energy}.", carrier=Term(f"carrier.{order[0]}"), energy=longest),
    )
    return FigureBlock("chart.carriers", caption, alt, BarChart(Unit.MWH, bars), carrier_source_line(subject))


def _intensity(subject: Subject) -> FigureBlock[Planned]:
    found = [(s, subject.inv_get(f"implied_factor.{s}")) for s in subject.inventory.sectors()]
    known = sorted(((s, f) for s, f in found if f is not None), key=lambda pair: -amount(pair[1]))
    bars = tuple(Bar[Planned]((sector_term(s),), f, None, tone(s, subject)) for s, f in known)
    caption = (
        msg(
            "Emissions for each MWh by sector, {year}, {unit:label}",
            year=subject.inv("year"),
            unit=Term(f"unit.{subject.factor_unit}"),
        ),
    )
    alt = (
        msg("Bar chart; the longest bar is {sector:label} with {factor}.", sector=sector_term(known[0][0]), factor=known[0][1]),
    )
    return FigureBlock("chart.intensity", caption, alt, BarChart(subject.factor_unit, bars), source_line(subject))
