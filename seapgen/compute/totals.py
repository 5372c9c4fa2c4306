"""Sums and shares of one inventory, always from its leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
SECTORS, CARRIERS, GROUPS = tuple(Sector), tuple(Carrier), tuple(SectorGroup)


def write_totals(account: Account, leaves: tuple[Leaf, ...], non_energy: tuple[NonEnergyLeaf, ...]) -> None:
    """Every figure of the inventory family: amounts, all emissions, shares, implied factors, per head."""
    keys: list[str] = []
    if leaves:
        parts = _parts(leaves)
        keys = _amounts(account, leaves, parts, ENERGY, Unit.MWH)
        _amounts(account, leaves, parts, EMISSIONS, account.unit)
        keys += _first_two(account, leaves)
    _write_all_emissions(account, keys, non_energy)
    _write_shares(account, keys)
    _write_quality(account, leaves)
    _write_per_head(account)


def _amounts(
    account: Account, leaves: tuple[Leaf, ...], parts: Mapping[str, Sequence[int]], family: str, unit: Unit
) -> list[str]:
    """Sums of a family over its leaves; gives the keys behind the family's name that have at least one leaf."""
    book, of_leaf = account.book, ENERGY if family == ENERGY else "emissions_t"
    paths = [account.path("leaf", number, of_leaf) for number in range(1, len(leaves) + 1)]
    keys = [key for key, there in parts.items() if book.total(account.path(family, key), unit, [paths[n] for n in there])]
    sectors = [s for s in SECTORS if str(s) in parts]
    book.total(account.path(family), unit, [account.path(family, s) for s in sectors])
    for group in GROUPS:
        members = [account.path(family, s) for s in sectors if group_of(s) is group]
        if book.total(account.path(family, "group", group), unit, members):
            keys.append(f"group.{group}")
    own = [account.path(family, s) for s in sectors if s in MUNICIPAL_SECTORS]
    if book.total(account.path(family, "municipal"), unit, own):
        keys.append("municipal")
    if book.total(account.path(family, "renewable"), unit, _renewable(account, leaves, family)):
        keys.append("renewable")
    return keys


def _parts(leaves: tuple[Leaf, ...]) -> Mapping[str, Sequence[int]]:
    """Leaves by number from 0, under the keys of the contract: sectors, sector and carrier, carriers, direct and indirect."""
    found: dict[tuple[int, int, int, str], list[int]] = {}
    for number, leaf in enumerate(leaves):
        for key in _keys(leaf):
            found.setdefault(key, []).append(number)
    return {key[3]: found[key] for key in sorted(found)}


def _keys(leaf: Leaf) -> Iterator[tuple[int, int, int, str]]:
    """The keys that a leaf counts under, each with its place in the template's order."""
    sector = SECTORS.index(leaf.sector)
    yield 0, sector, 0, str(leaf.sector)
    if leaf.carrier is not None:
        carrier = CARRIERS.index(leaf.carrier)
        yield 1, sector, carrier, f"{leaf.sector}.{leaf.carrier}"
        yield 2, carrier, 0, f"carrier.{leaf.carrier}"
    if leaf.direct is not None:
        yield (3, 0, 0, "direct") if leaf.direct else (4, 0, 0, "indirect")


def _renewable(account: Account, leaves: tuple[Leaf, ...], family: str) -> list[str]:
    there = [c for c in RENEWABLE_CARRIERS if any(x.carrier is c for x in leaves)]
    return [account.path(family, "carrier", c) for c in there]


def _first_two(account: Account, leaves: tuple[Leaf, ...]) -> list[str]:
    """The two sectors that emit most, together; on a tie the template's order decides."""
    emitted = {s: account.book.get(account.path(EMISSIONS, s)) for s in SECTORS if any(x.sector is s for x in leaves)}
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
    """Shares of energy and of energy-related emissions, and the implied factor, for every key and for the whole."""
    divide, unit = account.book.divide, account.factor_unit
    used, emitted, share_used, share_emitted, implied = (
        account.path(family) for family in (ENERGY, EMISSIONS, "energy_share_pct", "emissions_share_pct", "implied_factor")
    )
    for key in keys:
        divide(f"{share_used}.{key}", Unit.PERCENT, "share", f"{used}.{key}", used)
        divide(f"{share_emitted}.{key}", Unit.PERCENT, "share", f"{emitted}.{key}", emitted)
        divide(f"{implied}.{key}", unit, "implied_factor", f"{emitted}.{key}", f"{used}.{key}")
    divide(implied, unit, "implied_factor", emitted, used)


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
