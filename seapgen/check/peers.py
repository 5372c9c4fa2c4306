"""Rule R1: shares of the key sectors among those of other signatories, which gives swapped rows away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from seapgen.check.amount import count, percent, sector_name, year
from seapgen.check.case import Case
from seapgen.check.coverage import key_sector_name
from seapgen.check.rule import Remark, Rule
from seapgen.model.comparable import key_energy
from seapgen.model.message import Figure, Message, msg
from seapgen.model.peers import KEY_SECTORS, SECTORS, Distribution, PeerGroup
from seapgen.model.results import InventoryResult
from seapgen.model.source import Source
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Sector

HUNDRED = Decimal(100)
HOMES_AND_SERVICES = ("residential", "tertiary")


def _unlike_peers(case: Case) -> Iterator[Remark]:
    """Homes against services, and the share of each key sector; what the first has said, the second does not repeat."""
    for inventory in case.inventories:
        used = key_energy(inventory)
        if used is None:
            continue
        peers = case.reference.peers.of(case.municipality.head.country, inventory.population)
        swapped = list(_homes_against_services(case, inventory, used, peers))
        yield from swapped
        for sector in KEY_SECTORS:
            if not (swapped and sector in HOMES_AND_SERVICES):
                yield from _share(case, inventory, used, sector, peers)


def _homes_against_services(
    case: Case, inventory: InventoryResult, used: Mapping[str, Decimal], peers: PeerGroup
) -> Iterator[Remark]:
    usual = peers.of("residential_tertiary_ratio")
    value = used["residential"] / used["tertiary"]
    limit = _beyond(case, usual, value)
    if usual is None or limit is None:
        return
    low, high = _span(case, usual)
    fact = msg(
        "In {year}, {homes} used {value} times the energy of {services}; nine in ten signatories (of {n}) lie between {low} and"
        " {high}.",
        year=year(inventory.year), homes=sector_name(Sector.RESIDENTIAL), services=sector_name(Sector.TERTIARY),
        value=_times(value), n=count(usual.n), low=_times(low), high=_times(high),
    )  # fmt: skip
    place = _place(inventory, "tertiary" if value < low else "residential")
    yield Remark(place, fact, _times(value), _times(limit), _swap(value, low, high), among=usual)


def _times(value: Decimal) -> Figure:
    """How many times as much."""
    return Figure("", value, Unit.RATIO)


def _swap(value: Decimal, low: Decimal, high: Decimal) -> Message | None:
    """The proposal to swap two rows, where they would be usual the other way round."""
    homes, services = sector_name(Sector.RESIDENTIAL), sector_name(Sector.TERTIARY)
    if not low <= 1 / value <= high:
        return None
    return msg("See whether the rows of {homes} and {services} have been swapped.", homes=homes, services=services)


def _share(
    case: Case, inventory: InventoryResult, used: Mapping[str, Decimal], sector: str, peers: PeerGroup
) -> Iterator[Remark]:
    usual = peers.of(f"energy_share_pct.{sector}")
    value = HUNDRED * used[sector] / sum(used.values())
    limit = _beyond(case, usual, value)
    if usual is None or limit is None:
        return
    low, high = _span(case, usual)
    fact = msg(
        "In {year}, {sector} used {value} of the energy of the four key sectors; nine in ten signatories (of {n}) lie between"
        " {low} and {high}.",
        year=year(inventory.year), sector=key_sector_name(SECTORS[sector]), value=percent(value), n=count(usual.n),
        low=percent(low), high=percent(high),
    )  # fmt: skip
    yield Remark(_place(inventory, sector), fact, percent(value), percent(limit), among=usual)


def _span(case: Case, usual: Distribution) -> tuple[Decimal, Decimal]:
    return usual.knot(int(case.limits["low_pct"])).value, usual.knot(int(case.limits["high_pct"])).value


def _beyond(case: Case, usual: Distribution | None, value: Decimal) -> Decimal | None:
    """The limit that a value lies beyond; None where it is usual, or nothing is known."""
    knot = usual.outside(value, int(case.limits["low_pct"]), int(case.limits["high_pct"])) if usual else None
    return knot.value if knot else None


def _place(inventory: InventoryResult, sector: str) -> Source:
    """Where the largest part of a sector's energy stands."""
    return max((x for x in inventory.leaves if x.sector in SECTORS[sector]), key=lambda x: x.energy_mwh).source


PEERS = (
    Rule("R1", msg("Sectors among peers"),
         msg("The shares of the four key sectors, and homes against services, are compared with other signatories of the country"
             " and size. No sum shows that two rows have been swapped; this comparison does. One in ten signatories lies outside"
             " for reasons of its own."),
         msg("See whether rows have been swapped or an amount stands under another sector; accept the finding if it is true."),
         _unlike_peers),
)  # fmt: skip
