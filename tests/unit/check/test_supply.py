"""Rule S4: heat that is supplied is used, unless its use is kept confidential or stands elsewhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen.model.inventory import Production
from seapgen.model.results import NotedCell
from seapgen.model.source import Source
from seapgen.model.vocabulary import Carrier, Notation, Sector
from tests.unit.check.cases import found
from tests.unit.check.nouns import Town

PLANT = Production(
    inventory_year=2010, product="heat", flow="local", plant="mill", technology="boiler", produced_mwh=Decimal(900)
)


@pytest.mark.parametrize(
    ("carrier", "key", "n"),
    [
        (Carrier.HEAT_COLD, Notation.C, 0), (Carrier.HEAT_COLD, Notation.IE, 0), (Carrier.HEAT_COLD, Notation.NO, 1),
        (Carrier.ELECTRICITY, Notation.C, 1),
    ],
)  # fmt: skip
def test_a_notation_key_of_heat_stands_for_its_use(carrier: Carrier, key: Notation, n: int) -> None:
    """S4: only the keys that say that there is some."""
    cell = NotedCell(Sector.RESIDENTIAL, carrier, key, Source("consumption.csv", 3, 8))

    assert n == len(found("S4", replace(Town(), notation=(cell,)), production=(PLANT,)))
