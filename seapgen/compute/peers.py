"""A municipality among its peers: what it is compared with, the median of the peers, and its place among them.

`peers.<year>.<measure>` is the municipality's own value; `.median` and `.n.<country|union>.<size|all>` are those of the peers.
`.percentile` says how many per cent of the peers have no more, by a straight line between the percentiles of the table; it is
absent beyond the first and the last. Only what is comparable is written: see `model.peers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.model.comparable import key_energy
from seapgen.model.message import Verbatim
from seapgen.model.municipality import Municipality
from seapgen.model.peers import ALL_SIZES, KEY_SECTORS, SECTORS, UNION, Distribution, Knot, Peers
from seapgen.model.results import Cell, InventoryResult
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Approach


@dataclass(frozen=True, slots=True)
class _Desk:
    """One inventory being compared."""

    book: Ledger
    inventory: InventoryResult
    country: str

    def path(self, *parts: str) -> str:
        """A figure of the comparison."""
        return ".".join(("peers", str(self.inventory.year), *parts))

    def own(self, *parts: str) -> str:
        """A figure of the inventory."""
        return ".".join(("inventory", str(self.inventory.year), *parts))


def write_peers(book: Ledger, municipality: Municipality, inventories: Iterable[InventoryResult], peers: Peers) -> None:
    """Write every comparison that can be made."""
    for inventory in inventories:
        desk = _Desk(book, inventory, municipality.head.country)
        group, cited = peers.of(desk.country, inventory.population), Verbatim(peers.citation)
        for metric in _own_values(desk):
            _compare(desk, metric, group.of(metric), cited)


def _own_values(desk: _Desk) -> Iterator[str]:
    """Write the municipality's own values, and name the measures they are."""
    yield from _whole(desk)
    if key_energy(desk.inventory) is not None:
        yield from _key_sectors(desk)


def _whole(desk: _Desk) -> Iterator[str]:
    """Figures of the whole inventory that are there already."""
    pairs = [("energy_mwh_per_capita", "energy_mwh_per_capita")]
    if desk.inventory.approach is Approach.IPCC:  # the peers' tonnes are by that approach
        pairs.append(("emissions_t_per_capita", "emissions_energy_t_per_capita"))
    for metric, own in pairs:
        unit = desk.book.unit(desk.own(own))
        if unit is not None and desk.book.put(desk.path(metric), unit, "same", desk.own(own)):
            yield metric


def _key_sectors(desk: _Desk) -> Iterator[str]:
    """The four key sectors together, the share of each, and homes against services."""
    book, whole = desk.book, desk.path("energy_mwh", "key_sectors")
    for sector in KEY_SECTORS:
        there = [path for s in SECTORS[sector] if book.has(path := desk.own("energy_mwh", s))]
        book.total(desk.path("energy_mwh", sector), Unit.MWH, there)
    book.total(whole, Unit.MWH, [desk.path("energy_mwh", s) for s in KEY_SECTORS])
    per_head = desk.path("energy_mwh_per_capita", "key_sectors")
    if book.divide(per_head, Unit.MWH_PER_HEAD, "per_head", whole, desk.own("population")):
        yield "energy_mwh_per_capita.key_sectors"
    for sector in KEY_SECTORS:
        book.divide(desk.path("energy_share_pct", sector), Unit.PERCENT, "share", desk.path("energy_mwh", sector), whole)
        yield f"energy_share_pct.{sector}"
    homes, services = (desk.path("energy_mwh", s) for s in ("residential", "tertiary"))
    book.divide(desk.path("residential_tertiary_ratio"), Unit.RATIO, "ratio", homes, services)
    yield "residential_tertiary_ratio"


def _compare(desk: _Desk, metric: str, peers: Distribution | None, cited: Verbatim) -> None:
    """Median, number and place, where there are enough peers."""
    unit = desk.book.unit(desk.path(metric))
    if peers is None or unit is None:
        return
    median = peers.knot(50)
    shown = Unit.T_MIXED_PER_HEAD if metric.startswith("emissions") else unit  # signatories report CO2 and CO2 equivalents
    desk.book.state(desk.path(metric, "median"), shown, median.value, median.source, cited)
    desk.book.state(desk.path(metric, "n", *_who(peers)), Unit.COUNT, peers.n, peers.at("n"), cited)
    around = peers.around(desk.book.value(desk.path(metric)))
    if around is not None:
        cells = [cell for knot in around for cell in _cells(knot, shown, cited)]
        desk.book.put(desk.path(metric, "percentile"), Unit.PERCENT, "peer_percentile", desk.path(metric), *cells)


def _who(peers: Distribution) -> tuple[str, str]:
    """Who the peers are, as the number's path says it."""
    return "union" if peers.country == UNION else "country", "all" if peers.size == ALL_SIZES else "size"


def _cells(knot: Knot, unit: Unit, cited: Verbatim) -> tuple[Cell, Cell]:
    return Cell(knot.source, Decimal(knot.percent), "%"), Cell(knot.source, knot.value, unit, cited)
