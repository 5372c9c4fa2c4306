"""Sums and shares of one inventory, always from its leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.non_energy import unit_of
from seapgen.model.results import Leaf, NonEnergyLeaf
from seapgen.model.units import Unit, per_head
from seapgen.model.vocabulary import (
    MUNICIPAL_SECTORS,
    RENEWABLE_CARRIERS,
    Carrier,
    Quality,
    Sector,
    SectorGroup,
    group_of,
)

ENERGY, EMISSIONS, ALL_EMISSIONS = "energy_mwh", "emissions_energy_t", "emissions_t"


def write_totals(account: Account, leaves: tuple[Leaf, ...], non_energy: tuple[NonEnergyLeaf, ...]) -> None:
    """Every figure of the inventory family: amounts, all emissions, shares, implied factors, per head."""
    keys: list[str] = []
    if leaves:
        keys = _amounts(account, leaves, ENERGY, ENERGY, Unit.MWH)
        _amounts(account, leaves, EMISSIONS, "emissions_t", account.unit)
        keys += _first_two(account, leaves)
    _write_all_emissions(account, keys, non_energy)
    _write_shares(account, keys)
    _write_quality(account, leaves)
    _write_per_head(account)


def _amounts(account: Account, leaves: tuple[Leaf, ...], family: str, of_leaf: str, unit: Unit) -> list[str]:
    """Sums of a family over its leaves; gives the keys behind the family's name that have at least one leaf."""
    keys = [part.key for part in _parts(leaves) if _sum_leaves(account, leaves, family, of_leaf, unit, part)]
    sectors = [s for s in Sector if any(x.sector is s for x in leaves)]
    account.book.total(account.path(family), unit, [account.path(family, s) for s in sectors])
    for group in SectorGroup:
        members = [account.path(family, s) for s in sectors if group_of(s) is group]
        if account.book.total(account.path(family, "group", group), unit, members):
            keys.append(f"group.{group}")
    own = [account.path(family, s) for s in sectors if s in MUNICIPAL_SECTORS]
    if account.book.total(account.path(family, "municipal"), unit, own):
        keys.append("municipal")
    if account.book.total(account.path(family, "renewable"), unit, _renewable(account, leaves, family)):
        keys.append("renewable")
    return keys


@dataclass(frozen=True, slots=True)
class _Part:
    """Some leaves of the inventory under the key that the contract gives them."""

    key: str
    sector: Sector | None = None
    carrier: Carrier | None = None
    direct: bool | None = None

    def holds(self, leaf: Leaf) -> bool:
        """Whether a leaf belongs to the part."""
        return (
            self.sector in (None, leaf.sector)
            and self.carrier in (None, leaf.carrier)
            and (self.direct is None or self.direct is leaf.direct)
        )


def _parts(leaves: tuple[Leaf, ...]) -> Iterator[_Part]:
    """Sectors, sector and carrier, carriers, direct and indirect."""
    cells = {(x.sector, x.carrier) for x in leaves}
    yield from (_Part(str(s), s) for s in Sector)
    yield from (_Part(f"{s}.{c}", s, c) for s in Sector for c in Carrier if (s, c) in cells)
    yield from (_Part(f"carrier.{c}", carrier=c) for c in Carrier)
    yield _Part("direct", direct=True)
    yield _Part("indirect", direct=False)


def _sum_leaves(account: Account, leaves: tuple[Leaf, ...], family: str, of_leaf: str, unit: Unit, part: _Part) -> bool:
    paths = [account.path("leaf", number, of_leaf) for number, leaf in enumerate(leaves, 1) if part.holds(leaf)]
    return account.book.total(account.path(family, part.key), unit, paths)


def _renewable(account: Account, leaves: tuple[Leaf, ...], family: str) -> list[str]:
    there = [c for c in RENEWABLE_CARRIERS if any(x.carrier is c for x in leaves)]
    return [account.path(family, "carrier", c) for c in there]


def _first_two(account: Account, leaves: tuple[Leaf, ...]) -> list[str]:
    """The two sectors that emit most, together; on a tie the template's order decides."""
    emitted = {s: account.book.get(account.path(EMISSIONS, s)) for s in Sector if any(x.sector is s for x in leaves)}
    known = {s: v for s, v in emitted.items() if v is not None}
    first = sorted(known, key=lambda s: -known[s])[:2]
    for family, unit in ((ENERGY, Unit.MWH), (EMISSIONS, account.unit)):
        account.book.total(account.path(family, "first_two"), unit, [account.path(family, s) for s in first])
    return ["first_two"] if first else []


def _write_all_emissions(account: Account, keys: Iterable[str], non_energy: tuple[NonEnergyLeaf, ...]) -> None:
    """`emissions_t`: energy-related emissions under the same keys, and the total with all that does not come from energy."""
    for key in keys:
        account.book.put(account.path(ALL_EMISSIONS, key), account.unit, "same", account.path(EMISSIONS, key))
    other = account.path("emissions_non_energy_t")
    if account.book.has(other):
        group = account.path(ALL_EMISSIONS, "group", SectorGroup.NON_ENERGY)
        account.book.put(group, unit_of({x.unit for x in non_energy}), "same", other)
        unit = unit_of({account.emission_unit, *(x.unit for x in non_energy)})
        account.book.put(account.path(ALL_EMISSIONS), unit, "sum", account.path(EMISSIONS), other)
    elif not non_energy:
        account.book.put(account.path(ALL_EMISSIONS), account.unit, "same", account.path(EMISSIONS))


def _write_shares(account: Account, keys: Iterable[str]) -> None:
    """Shares of energy and of energy-related emissions, and the implied factor, for every key."""
    book = account.book
    for key in keys:
        book.divide(account.path("energy_share_pct", key), Unit.PERCENT, "share", account.path(ENERGY, key), account.path(ENERGY))
        emitted = account.path(EMISSIONS, key)
        book.divide(account.path("emissions_share_pct", key), Unit.PERCENT, "share", emitted, account.path(EMISSIONS))
        path = account.path("implied_factor", key)
        book.divide(path, account.factor_unit, "implied_factor", emitted, account.path(ENERGY, key))
    path = account.path("implied_factor")
    book.divide(path, account.factor_unit, "implied_factor", account.path(EMISSIONS), account.path(ENERGY))


def _write_quality(account: Account, leaves: tuple[Leaf, ...]) -> None:
    """How much of the energy was measured, estimated or taken from statistics; only where every leaf says so."""
    if not leaves or any(x.quality is None for x in leaves):
        return
    for quality in Quality:
        parts = [account.path("leaf", n, ENERGY) for n, x in enumerate(leaves, 1) if x.quality is quality]
        path = account.path(ENERGY, "quality", quality)
        account.book.put(path, Unit.MWH, "sum", *parts)
        account.book.divide(account.path("quality_pct", quality), Unit.PERCENT, "share", path, account.path(ENERGY))


def _write_per_head(account: Account) -> None:
    """Energy and emissions for each inhabitant of the inventory year."""
    head = account.municipality.head
    people = account.path("population")
    population = head.population.get(account.year)
    place = head.at(f"population.{account.year}")
    if not population or not account.book.state(people, Unit.PEOPLE, Decimal(population), place):
        return
    account.book.put(account.path("energy_mwh_per_capita"), Unit.MWH_PER_HEAD, "per_head", account.path(ENERGY), people)
    for family in (ALL_EMISSIONS, EMISSIONS):
        unit = account.book.unit(account.path(family))
        if unit is not None:
            account.book.put(account.path(f"{family}_per_capita"), per_head(unit), "per_head", account.path(family), people)
