"""Where a cost curve is cut, and what is said about it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from seapgen.compose.seap.cost_curve import limit
from seapgen.model.chart import CostBlock, CostCurve
from seapgen.model.document import FigureBlock
from seapgen.model.inline import Planned, plain, walk
from seapgen.model.message import Figure
from seapgen.model.units import Unit
from tests.support.places import EXAMPLES
from tests.support.plans import plan

D = Decimal


def blocks(*actions: tuple[str, str]) -> tuple[CostBlock[Planned], ...]:
    """Actions by tonnes and EUR per tonne."""
    return tuple(
        CostBlock[Planned](
            f"A{n}", (), Figure(f"m:r{n}", D(tonnes), Unit.T_CO2), Figure(f"m:c{n}", D(cost), Unit.EUR_PER_T)
        )
        for n, (tonnes, cost) in enumerate(actions)
    )  # fmt: skip


def test_a_narrow_column_that_is_far_too_high_is_cut() -> None:
    """100 t of 10,100 cost 501 EUR; the others 100 at most: the drawing ends at twice that."""
    assert limit(blocks(("5000", "20"), ("5000", "100"), ("100", "501"))) == D(200)


def test_five_times_as_high_is_still_drawn() -> None:
    """Above is cut, not what is just five times as high."""
    assert limit(blocks(("5000", "20"), ("5000", "100"), ("100", "500"))) is None


def test_a_column_that_saves_far_more_is_cut_too() -> None:
    """Costs count by their size."""
    assert limit(blocks(("100", "-501"), ("5000", "20"), ("5000", "100"))) == D(200)


def test_a_wide_column_is_never_cut() -> None:
    """It avoids more than 5 % of the tonnes, so everybody sees it, and its height is what the others are measured by."""
    assert limit(blocks(("9400", "20"), ("600", "50000"))) is None


def test_narrow_columns_count_together() -> None:
    """Each avoids 3 %, but both 6 %: with the lower one the usual cost is reached, so only the higher one is cut."""
    assert limit(blocks(("9400", "20"), ("300", "900"), ("300", "5000"))) == D(1800)


def test_where_the_others_cost_nothing_nothing_is_cut() -> None:
    """A limit of cents would make mountains of them."""
    assert limit(blocks(("9900", "0.4"), ("100", "300"))) is None


def test_without_tonnes_nothing_is_cut() -> None:
    """An empty curve has no usual cost."""
    assert limit(()) is None


def figure(municipality: str) -> FigureBlock:  # type: ignore[type-arg]
    """The cost curve of a plan of the example of groups."""
    tree = plan(EXAMPLES / "city_sec", municipality, "en")
    return next(n for n in walk(tree.blocks) if isinstance(n, FigureBlock) and isinstance(n.content, CostCurve))


@pytest.fixture(scope="module")
def joint() -> FigureBlock:  # type: ignore[type-arg]
    """The curve of the joint plan, where a campaign costs 5,481 EUR per tonne."""
    return figure("ostanmo-sodra-eko")


def test_a_note_names_the_columns_that_are_cut(joint: FigureBlock) -> None:  # type: ignore[type-arg]
    """It is said under the drawing."""
    assert [plain(note) for note in joint.notes] == [
        "The columns of A16, A01 and A18 are cut at a break, or they would flatten all others; their true costs stand beside them."
    ]


def test_the_alternative_text_names_them_too(joint: FigureBlock) -> None:  # type: ignore[type-arg]
    """Whoever hears the drawing learns of the break, and of the true costs at the ends."""
    assert plain(joint.alt).endswith(plain(joint.notes[0]))
    assert "€5,481/t" in plain(joint.alt).replace("\u00a0", " ")


def test_a_cut_column_keeps_its_cost(joint: FigureBlock) -> None:  # type: ignore[type-arg]
    """The model of the chart has the true value; only the drawing ends."""
    dearest = max(block.cost.value for block in joint.content.blocks)

    assert dearest > 5480 > 5 * joint.content.limit / 2


def test_a_curve_without_outlier_has_no_note() -> None:
    """Nothing is cut, nothing is said."""
    curve = figure("acquanera")

    assert (curve.notes, curve.content.limit) == ((), None)
