from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from seapgen.check.check import check_programme
from seapgen.model.finding import Severity
from seapgen.model.municipality import InventoryHead
from seapgen.model.peers import Peers
from seapgen.model.vocabulary import Carrier, InventoryKind, Sector
from tests.unit.check.nouns import GOOD_CELLS, Town, hits, leaf, programme, reference

D = Decimal
SECTORS = {
    "municipal": (Sector.MUNICIPAL_BUILDINGS, Sector.PUBLIC_LIGHTING),
    "tertiary": (Sector.TERTIARY,),
    "residential": (Sector.RESIDENTIAL,),
    "transport": (Sector.PRIVATE_COMMERCIAL_TRANSPORT,),
}


def town(**times: str) -> Town:
    """The good town with the energy of some sectors multiplied."""
    by = {sector: D(times.get(name, "1")) for name, sectors in SECTORS.items() for sector in sectors}
    return Town(leaves={2010: [leaf(s, c, str(D(mwh) * by[s])) for s, c, mwh in GOOD_CELLS]})


def test_usual_shares_are_not_remarked() -> None:
    """52,000 MWh of homes and 17,000 of services are nothing unusual."""
    assert [] == hits(town(), "R1")


def test_swapped_rows_are_proposed() -> None:
    """With the rows of homes and services exchanged, R1 says that they may be, and stands at the larger of them."""
    swapped = {Sector.RESIDENTIAL: Sector.TERTIARY, Sector.TERTIARY: Sector.RESIDENTIAL}
    leaves = [leaf(swapped.get(s, s), c, mwh) for s, c, mwh in GOOD_CELLS]
    (finding,) = hits(Town(leaves={2010: leaves}), "R1")

    assert Severity.WARNING == finding.severity
    assert finding.proposal is not None
    assert "swapped" in finding.proposal.text and "accept" not in finding.proposal.text


def test_a_ratio_that_is_unusual_both_ways_is_not_explained_by_a_swap() -> None:
    """Homes with a hundred times the energy of services: the way out is the rule's own."""
    finding = hits(town(tertiary="0.03"), "R1")[0]

    assert finding.proposal is not None
    assert "accept" in finding.proposal.text


@pytest.mark.parametrize(("sector", "times"), [("municipal", "5"), ("municipal", "0.2"), ("transport", "0.05")])
def test_a_share_beyond_the_percentiles_is_remarked(sector: str, times: str) -> None:
    """Below the fifth or above the ninety-fifth."""
    assert 1 == len(hits(town(**{sector: times}), "R1"))


def test_an_inventory_without_a_key_sector_is_not_compared() -> None:
    """What is missing is I5's; the other shares would all look large."""
    leaves = [leaf(*cell) for cell in GOOD_CELLS if cell[0] is not Sector.PRIVATE_COMMERCIAL_TRANSPORT]

    assert [] == hits(Town(leaves={2010: leaves}), "R1")


def test_energy_under_no_sector_is_not_compared() -> None:
    """It belongs to one of the four."""
    assert [] == hits(town(tertiary="20").spoilt(Sector.BUILDINGS_NOT_ALLOCATED, Carrier.NATURAL_GAS, "100000"), "R1")


def test_the_country_counts() -> None:
    """The percentiles are those of the country, and of the size where enough are known."""
    (finding,) = hits(town(transport="0.05"), "R1")

    assert any(value for name, value in finding.message.values if name == "n" and getattr(value, "value", 0) == D(1152))


def usual() -> tuple[Decimal, Decimal]:
    """Between what nine in ten signatories of Italy and that size lie: the energy of homes in parts of that of services."""
    known = reference().peers.of("IT", 8000).of("residential_tertiary_ratio")
    assert known is not None
    return known.knot(5).value, known.knot(95).value


@pytest.mark.parametrize(("times", "is_swap"), [("0.99", True), ("1.01", False)])
def test_a_swap_is_proposed_where_the_inverse_is_usual(times: str, is_swap: bool) -> None:
    """Homes use so little that the inverse is just within the usual, or just beyond it."""
    low, high = usual()
    ratio = 1 / (high * D(times))
    finding = hits(town(residential=str(ratio * 17000 / 52000)), "R1")[0]

    assert ratio < low
    assert finding.proposal is not None and is_swap is (
        "swapped" in finding.proposal.text and "accept" not in finding.proposal.text
    )


def test_every_inventory_is_compared() -> None:
    """One that lacks a key sector does not end it."""
    heads = [
        InventoryHead(year=y, kind=k, factor_set="set")
        for y, k in ((2010, InventoryKind.BASELINE), (2014, InventoryKind.MONITORING))
    ]
    few = [leaf(*cell) for cell in GOOD_CELLS if cell[0] is not Sector.PRIVATE_COMMERCIAL_TRANSPORT]
    odd = town(transport="0.05").leaves[2010]

    assert 1 == len(hits(Town(heads=heads, leaves={2010: few, 2014: odd}), "R1"))


def test_without_peers_nothing_is_compared() -> None:
    """R1 has no limits of its own."""
    odd = town(transport="0.05")
    alone = replace(reference(), peers=Peers())

    assert [] == [f for f in check_programme(programme(odd), odd.results(), alone) if f.code == "R1"]
