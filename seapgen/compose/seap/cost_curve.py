"""The abatement cost curve of a plan, and where it is cut."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from seapgen.compose.seap.inventory_tables import Blocks, own_calculation
from seapgen.compose.seap.library import title_of
from seapgen.compose.seap.plan_views import curve_actions
from seapgen.compose.seap.subject import Subject
from seapgen.compose.symbols import a_year
from seapgen.model.chart import CostBlock, CostCurve, amount
from seapgen.model.document import FigureBlock
from seapgen.model.inline import Planned
from seapgen.model.message import Message, Several, Verbatim, msg, nmsg

MOST = Decimal("0.95")  # of the tonnes
FAR = 5  # times as high as these: such a column flattens them
ROOM = 2  # times as high as these: what a cut curve shows
PALTRY = 1  # EUR per tonne: what costs less, costs nothing


def cost(subject: Subject) -> Blocks:
    """The abatement cost curve."""
    rows = [a for a in curve_actions(subject) if a.co2_reduction_t]
    if len(rows) < 2:
        return ()
    blocks = tuple(
        CostBlock[Planned](
            a.id,
            (title_of(a),),
            subject.figure(f"action.{a.id}.co2_reduction_t"),
            subject.figure(f"action.{a.id}.abatement_eur_per_t"),
        )
        for a in rows
    )
    titles = ((msg("Emissions avoided,"), Verbatim(" "), *a_year(subject.unit)), (msg("EUR per tonne"),))
    chart = CostCurve[Planned](blocks, *titles, limit(blocks))
    caption = (msg("Abatement cost of the actions, cheapest first"),)
    ends = msg(
        "Blocks from “{cheap}” at {low} to “{dear}” at {high}.",
        cheap=title_of(rows[0]),
        low=subject.figure(f"action.{rows[0].id}.abatement_eur_per_t"),
        dear=title_of(rows[-1]),
        high=subject.figure(f"action.{rows[-1].id}.abatement_eur_per_t"),
    )
    cut = _cut(chart)
    alt = (ends, Verbatim(" "), cut) if cut else (ends,)
    return (FigureBlock("chart.cost", caption, alt, chart, (own_calculation(),), notes=((cut,),) if cut else ()),)


def limit(blocks: Sequence[CostBlock[Planned]]) -> Decimal | None:
    """Where columns are cut (EUR per t, both ways from zero), so that narrow ones do not flatten all the others.

    The eye reads areas, so tonnes decide what must be seen. The usual cost is the least that is not exceeded, up or down, by
    the actions that avoid 95 % of the tonnes. Where a column is more than five times as high as that, the drawing ends at twice
    the usual cost; elsewhere nothing is cut. So a column that is cut belongs to the 5 % of the tonnes, and a wide one never is.
    """
    sizes = sorted((abs(amount(b.cost)), amount(b.reduction)) for b in blocks if amount(b.reduction) > 0)
    needed, usual = MOST * sum((tonnes for _, tonnes in sizes), Decimal(0)), Decimal(0)
    for height, tonnes in sizes:
        if needed <= 0:
            break
        usual, needed = height, needed - tonnes
    return usual * ROOM if usual >= PALTRY and sizes[-1][0] > FAR * usual else None


def _cut(chart: CostCurve[Planned]) -> Message | None:
    """What is said about columns that are cut."""
    codes = [Verbatim(block.code) for block in chart.blocks if chart.is_cut(block)]
    if not codes:
        return None
    return nmsg(
        "The column of {actions} is cut at a break, or it would flatten all others; its true cost stands beside it.",
        "The columns of {actions} are cut at a break, or they would flatten all others; their true costs stand beside them.",
        n=len(codes),
        actions=Several(tuple(codes)),
    )
