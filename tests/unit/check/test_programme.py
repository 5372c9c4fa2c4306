"""All rules over a whole programme, and the spread of its municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen.check.check import check_programme
from seapgen.check.rules import rule
from seapgen.check.spread import per_head, spread_of
from seapgen.model.finding import Finding
from seapgen.model.inventory import NonEnergyEmission
from seapgen.model.message import Term
from seapgen.model.results import Results
from seapgen.model.vocabulary import (
    KEY_SECTORS,
    Carrier,
    Sector,
)
from tests.unit.check.cases import placed
from tests.unit.check.nouns import (
    GOOD_CELLS,
    Town,
    hits,
    leaf,
    programme,
    reference,
)

D = Decimal


def town_of(leaves: Iterable[tuple[Sector, Carrier, str]]) -> Town:
    """A town of some cells."""
    return Town(leaves={2010: [leaf(*cell) for cell in leaves]})


def crowd(n: int, odd: str, homes: str = "40000") -> list[Finding]:
    """What E13 finds among so many towns of which the first uses other amounts in services, and gas in homes."""
    towns = []
    results = {}
    for i in range(n):
        mwh = odd if i == 0 else str(9000 + 10 * i)
        gas = homes if i == 0 else str(40000 + 10 * i)
        other = {(Sector.TERTIARY, Carrier.ELECTRICITY): mwh, (Sector.RESIDENTIAL, Carrier.NATURAL_GAS): gas}
        if odd == "0" and i == 0:
            other[Sector.TERTIARY, Carrier.NATURAL_GAS] = "0"
        town = town_of([(s, c, other.get((s, c), q)) for s, c, q in GOOD_CELLS])
        id_ = f"town{i}"
        made = town.municipality()
        towns.append(replace(made, head=made.head.model_copy(update={"id": id_}), folder=f"municipalities/{id_}"))
        results[id_] = replace(town.results().municipalities["town"], id=id_)
    whole = replace(programme(Town()), municipalities=tuple(towns))
    return [f for f in check_programme(whole, Results(results, {}), reference()) if f.code == "E13"]


@pytest.mark.parametrize(("n", "expected"), [(9, []), (10, ["town0"])])
def test_ten_towns_have_a_spread(n: int, expected: list[str]) -> None:
    """E13 keeps silent about fewer, and names the town that is far away."""
    assert expected == [f.municipality for f in crowd(n, "30000")]


def test_a_town_without_a_sector_is_compared_in_the_others() -> None:
    """E13: nothing in services is I5's; the homes, which come later, are far from the others."""
    (finding,) = crowd(10, "0", "900000")

    assert Term("sector.residential") == dict(finding.message.values)["sector"]


def test_a_return_without_inventory_has_no_part_in_the_spread() -> None:
    """E13: nothing is divided, nothing is said."""
    empty = Town(heads=())

    assert {} == dict(spread_of([empty.municipality()], empty.results()).middles)
    assert {} == dict(spread_of([Town().municipality()], Results({}, {})).middles)
    assert [] == hits(empty, "E13")


def test_energy_for_each_inhabitant_is_exact() -> None:
    """All energy of the sector by all inhabitants."""
    (inventory,) = Town().results().municipalities["town"].inventories

    assert D(52000) / 8000 == per_head(inventory, (Sector.RESIDENTIAL,))
    assert 4 == len(KEY_SECTORS)


def test_a_return_that_was_not_computed_is_judged_by_what_was_handed_in() -> None:
    """No result is no crash."""
    negative = placed(NonEnergyEmission(inventory_year=2010, sector=Sector.WASTE, emissions_t=D(-5), unit="t_co2e"))
    town = Town(emissions=[negative])

    assert ["E1"] == [f.code for f in check_programme(programme(town), Results({}, {}), reference())]


def test_a_finding_names_its_municipality() -> None:
    """Whoever reads a programme's findings sorts by it."""
    assert {"town"} == {f.municipality for f in hits(Town(leaves={2010: []}), "E2")}


def test_a_code_that_nobody_has_is_no_rule() -> None:
    """`seapgen check --explain X9` says so."""
    assert rule("X9") is None
