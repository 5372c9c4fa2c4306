"""The waterfall of a plan: from the base year over what the actions avoid to what remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from seapgen.compose.seap.inventory_tables import Blocks, own_calculation
from seapgen.compose.seap.plan_views import actions
from seapgen.compose.seap.subject import Subject, sector_term
from seapgen.model.chart import Step, WaterfallChart, amount
from seapgen.model.document import FigureBlock
from seapgen.model.inline import Planned
from seapgen.model.message import Figure, Term, Verbatim, msg
from seapgen.model.vocabulary import ActionSector, Sector

Reduction: TypeAlias = tuple[Sector | ActionSector, Figure]


def waterfall(subject: Subject) -> Blocks:
    """From the inventory over the sectors' reductions to what remains, with the target as a line.

    Small reductions are one step (which are small, the figures know); a note names them with their amounts.
    """
    target = subject.target
    if target is None or not actions(subject) or subject.get(f"plan.{target.target_year}.remaining_t") is None:
        return ()
    at = f"target.{target.target_year}"
    base, remaining = subject.figure(f"{at}.base_t"), subject.figure(f"plan.{target.target_year}.remaining_t")
    allowed, years = subject.figure(f"{at}.allowed_t"), (subject.figure(f"{at}.base_year"), subject.figure(f"{at}.year"))
    steps = (
        Step[Planned]((years[0],), base, "total"),
        *_changes(subject),
        Step[Planned]((years[1],), remaining, "total"),
    )
    caption = msg(
        "From {base_year} to {year}: what the actions avoid in each sector, {unit:label}",
        base_year=years[0],
        year=years[1],
        unit=Term(f"unit.{subject.unit}"),
    )
    label = msg("Target: {reduction}", reduction=subject.percent(f"{at}.change_pct"))
    alt = msg(
        "Waterfall from {base} to {remaining}; the target allows {allowed}.", base=base, remaining=remaining, allowed=allowed
    )
    note = tuple(_note(_further(subject), years[0]))
    chart = WaterfallChart[Planned](subject.unit, steps, allowed, (label,))
    said = (alt, Verbatim(" "), *note) if note else (alt,)
    return (FigureBlock("chart.waterfall", (caption,), said, chart, (own_calculation(),), notes=(note,) if note else ()),)


def _changes(subject: Subject) -> Iterator[Step[Planned]]:
    """A step for each sector, largest first, and the last one for all further sectors."""
    further = _further(subject)
    for sector, figure in _reductions(subject):
        if (sector, figure) not in further:
            yield Step((sector_term(sector),), figure, "change")
    if further:
        yield Step((msg("Further sectors"),), subject.figure(f"plan.{subject.plan_year}.change_further_t"), "change")


def _reductions(subject: Subject) -> list[Reduction]:
    """What the plan avoids by sector, as negative figures, largest first."""
    found = [(s, subject.plan(f"change_t.{s}")) for s in [*Sector, *ActionSector]]
    return sorted(((s, f) for s, f in found if f), key=lambda pair: amount(pair[1]))


def _further(subject: Subject) -> list[Reduction]:
    """Those that are drawn as one step."""
    path = f"plan.{subject.plan_year}.change_further_t"
    members = subject.derived(path).derivation.inputs if subject.get(path) else ()
    return [(s, f) for s, f in _reductions(subject) if f"plan.{subject.plan_year}.change_t.{s}" in members]


def _note(further: Sequence[Reduction], base_year: Figure) -> Iterator[Planned]:
    """The members of the last step with their amounts."""
    if further:
        yield msg("Further sectors, each less than one per cent of the emissions of {year}:", year=base_year)
    for n, (sector, figure) in enumerate(further, 1):
        yield Verbatim(" ")
        yield msg("{sector:label} {amount}", sector=sector_term(sector), amount=figure)
        yield Verbatim("." if n == len(further) else ";")
