from __future__ import annotations

import pytest

from seapgen.check.plan import heading_of
from seapgen.model.vocabulary import ActionSector, Sector


@pytest.mark.parametrize(
    ("sector", "heading"),
    [
        (Sector.PUBLIC_LIGHTING, "buildings"), (Sector.INDUSTRY_NON_ETS, "buildings"), (Sector.MUNICIPAL_FLEET, "transport"),
        (Sector.AGRICULTURE, "other"), (Sector.WASTE, "other"), (ActionSector.LAND_USE, "land_use"), (ActionSector.OTHER, "other"),
    ],
)  # fmt: skip
def test_a_sector_stands_under_one_heading_of_the_template(sector: Sector | ActionSector, heading: str) -> None:
    """The sheet of actions has fewer headings than the inventory has rows."""
    assert heading == heading_of(sector)
