"""Charts of what has changed: the inventories over the years, and the causes of the change."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.compose.seap.inventory_tables import Blocks, own_calculation
from seapgen.compose.seap.monitoring_tables import LATER_CONSTANT, has_constant
from seapgen.compose.seap.monitoring_views import causes
from seapgen.compose.seap.series import Series, series, told
from seapgen.compose.seap.subject import Subject
from seapgen.model.chart import PathChart, PathPoint, PathSeries, Step, WaterfallChart, amount
from seapgen.model.document import FigureBlock
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Message, Term, msg
from seapgen.model.results import InventoryResult

UPDATED_TONE, CONSTANT_TONE, TARGET_TONE = 1, 3, 4


def monitoring_charts(subject: Subject) -> dict[str, Blocks]:
    """Charts that need a later inventory, by the name that the chapter file uses."""
    return {"chart.trend": trend(subject), "chart.causes": steps(subject)}


def trend(subject: Subject) -> Blocks:
    """Emissions of all inventories, at both electricity factors, and the way to the target."""
    found = series(subject)
    if not found.compared:
        return ()
    caption = (msg("Emissions since {year}, {unit:label}", year=_year(subject, found.first), unit=_unit(subject)),)
    chart = PathChart[Planned](subject.unit, tuple(_lines(subject, found)))
    return (FigureBlock("chart.trend", caption, (_alt(subject, found),), chart, (own_calculation(),)),)


def _alt(subject: Subject, found: Series) -> Message:
    before, now = _emitted(subject, found.first), _emitted(subject, found.last)
    first, last = _year(subject, found.first), _year(subject, found.last)
    held = told(subject, f"{found.at}.{LATER_CONSTANT}")
    if held is None or held.value == now.value:
        return msg("Lines from {before} in {first} to {now} in {last}.", before=before, first=first, now=now, last=last)
    return msg(
        "Lines from {before} in {first} to {now} in {last}; at the constant electricity factor of {first} they lead to {held}.",
        before=before,
        first=first,
        now=now,
        last=last,
        held=held,
    )


def _unit(subject: Subject) -> Term:
    return Term(f"unit.{subject.unit}")


def _year(subject: Subject, inventory: InventoryResult) -> Figure:
    return subject.figure(f"inventory.{inventory.year}.year")


def _emitted(subject: Subject, inventory: InventoryResult) -> Figure:
    return subject.figure(f"inventory.{inventory.year}.emissions_energy_t")


def _lines(subject: Subject, found: Series) -> list[PathSeries[Planned]]:
    start = PathPoint[Planned](found.first.year, _emitted(subject, found.first))
    as_made = [PathPoint[Planned](i.year, _emitted(subject, i)) for i in found.compared]
    lines = [_line(msg("Updated electricity factor"), [start, *as_made], UPDATED_TONE)]
    if has_constant(subject, found):
        held = [(i.year, told(subject, found.path(i, LATER_CONSTANT))) for i in found.compared]
        points = [start, *(PathPoint[Planned](year, figure) for year, figure in held if figure is not None)]
        named = msg("Constant electricity factor of {year}", year=_year(subject, found.first))
        if [amount(p.value) for p in points[1:]] != [amount(p.value) for p in as_made]:
            lines.append(_line(named, points, CONSTANT_TONE))
    allowed = _allowed(subject, found)
    if allowed is not None:
        lines.append(_line(msg("Target"), [start, allowed], TARGET_TONE, planned=True))
    return lines


def _line(name: Message, points: Sequence[PathPoint[Planned]], tone: int, *, planned: bool = False) -> PathSeries[Planned]:
    return PathSeries((name,), tuple(points), tone, planned)


def _allowed(subject: Subject, found: Series) -> PathPoint[Planned] | None:
    """Where the target leads, if it starts from the emissions that the line starts from."""
    target = subject.target
    if target is None or target.base_year != found.first.year:
        return None
    at = f"target.{target.target_year}"
    base, allowed = subject.get(f"{at}.base_t"), subject.get(f"{at}.allowed_t")
    if base is None or allowed is None or base.value != _emitted(subject, found.first).value:
        return None
    return PathPoint(target.target_year, allowed)


def steps(subject: Subject) -> Blocks:
    """From the first inventory to the last, over what each cause added or took away."""
    found = series(subject)
    parts = causes(subject, found)
    if not found.compared or parts["activity"] is None:
        return ()
    people = parts["population"]
    named = [
        (msg("Inhabitants"), people),
        (msg("Energy per inhabitant") if people is not None else msg("Energy used"), parts["activity"]),
        (msg("Emission factors"), parts["factor"]),
    ]
    drawn = (
        Step[Planned]((_year(subject, found.first),), _emitted(subject, found.first), "total"),
        *(Step[Planned]((name,), figure, "change") for name, figure in named if figure),
        Step[Planned]((_year(subject, found.last),), _emitted(subject, found.last), "total"),
    )
    first, last = _year(subject, found.first), _year(subject, found.last)
    caption = (msg("Why emissions changed from {first} to {last}, {unit:label}", first=first, last=last, unit=_unit(subject)),)
    alt = (
        msg(
            "Waterfall from {before} in {first} to {now} in {last}, with one step for each cause.",
            before=_emitted(subject, found.first),
            first=first,
            now=_emitted(subject, found.last),
            last=last,
        ),
    )
    return (FigureBlock("chart.causes", caption, alt, WaterfallChart(subject.unit, drawn), (own_calculation(),)),)
