"""Rules E4 to E8: final energy per inhabitant, which gives slips of the unit away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from seapgen.check.amount import energy, energy_per_head, sector_name, year
from seapgen.check.case import Case
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import Figure, Message, Term, msg
from seapgen.model.peers import SECTORS, Distribution
from seapgen.model.results import InventoryResult, Leaf
from seapgen.model.source import Source
from seapgen.model.vocabulary import BUILDING_SECTORS, TRANSPORT_SECTORS, Carrier, Sector

THOUSAND = Decimal(1000)
STATIONARY = tuple(s for s in BUILDING_SECTORS if s not in (Sector.INDUSTRY_NON_ETS, Sector.INDUSTRY_ETS))
SPANS: tuple[tuple[str, tuple[Sector, ...]], ...] = (  # sectors whose usual energy per inhabitant is known
    ("municipal_buildings", (Sector.MUNICIPAL_BUILDINGS, Sector.PUBLIC_LIGHTING)),
    ("tertiary", (Sector.TERTIARY,)),
    ("residential", (Sector.RESIDENTIAL,)),
    ("transport", TRANSPORT_SECTORS),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Energy of some leaves of one inventory, per inhabitant."""

    inventory: InventoryResult
    leaves: tuple[Leaf, ...]
    per_head: Decimal

    @property
    def mwh(self) -> Decimal:
        """The energy."""
        return sum((x.energy_mwh for x in self.leaves), Decimal(0))

    @property
    def source(self) -> Source:
        """Where its largest part stands."""
        return max(self.leaves, key=lambda x: x.energy_mwh).source

    @property
    def year(self) -> Figure:
        """The year of the inventory."""
        return year(self.inventory.year)


def _amount(case: Case, inventory: InventoryResult, leaves: Iterable[Leaf], people: int | None = None) -> Amount | None:
    """The amount by the inhabitants of the inventory year, or by `people`; None where there is nothing to divide."""
    used = tuple(leaves)
    divisor = people or case.municipality.head.population.get(inventory.year)
    mwh = sum((x.energy_mwh for x in used), Decimal(0))
    return Amount(inventory, used, mwh / divisor) if divisor and mwh > 0 else None


def _people(case: Case, inventory: InventoryResult) -> int | None:
    """The larger of the populations of the inventory year and of the year when the municipality joined the Covenant."""
    head = case.municipality.head
    joined = head.covenant.signed_on.year if head.covenant and head.covenant.signed_on else inventory.year
    known = [head.population[year] for year in (inventory.year, joined) if year in head.population]
    return max(known, default=None)


def _electricity(case: Case) -> Iterator[Remark]:
    for inventory in (i for i in case.inventories if i.has_carriers):
        used = (x for x in inventory.leaves if x.sector in STATIONARY and x.carrier is Carrier.ELECTRICITY)
        if amount := _amount(case, inventory, used, _people(case, inventory)):
            value = energy_per_head(amount.per_head)
            fact = msg("In {year}, electricity without industry comes to {value} per inhabitant.", year=amount.year, value=value)
            yield from _outside(case, amount, fact, "networks")


def _heat(case: Case) -> Iterator[Remark]:
    for inventory in (i for i in case.inventories if i.has_carriers):
        used = (x for x in inventory.leaves if x.sector in STATIONARY and x.carrier is not Carrier.ELECTRICITY)
        if amount := _amount(case, inventory, used, _people(case, inventory)):
            value = energy_per_head(amount.per_head)
            fact = msg("In {year}, heat and fuels in buildings come to {value} per inhabitant.", year=amount.year, value=value)
            yield from _outside(case, amount, fact, "fuels")


def _outside(case: Case, amount: Amount, fact: Message, supply: str) -> Iterator[Remark]:
    """A hit where an amount is suspicious, an outlier or next to nothing among the signatories of the country, or the Union.

    The dataset tells energy from networks (electricity, with heat from networks) from fuels burnt on the spot.
    """
    peers = case.reference.peers.of(case.municipality.head.country).of(f"energy_mwh_per_capita.buildings.{supply}")
    usual, most = (peers.knot(p).value if peers else None for p in (95, 99))
    value, least = energy_per_head(amount.per_head), case.limits["min_mwh_per_head"]
    suspicious = usual * case.limits["suspicious_ratio"] if usual else None
    outlier = most * case.limits["outlier_ratio"] if most else None
    if outlier and amount.per_head > outlier:
        yield Remark(amount.source, fact, value, energy_per_head(outlier), among=peers)
    elif suspicious and amount.per_head > suspicious:
        yield Remark(amount.source, fact, value, energy_per_head(suspicious), degree="suspicious", among=peers)
    elif amount.per_head <= least:
        yield Remark(amount.source, fact, value, energy_per_head(least), degree="tiny", among=peers)


def _without_carriers(case: Case) -> Iterator[Remark]:
    least, most = case.limits["min_mwh_per_head"], case.limits["max_mwh_per_head"]
    for inventory in (i for i in case.inventories if not i.has_carriers):
        amount = _amount(case, inventory, (x for x in inventory.leaves if x.sector in STATIONARY))
        if amount and not least <= amount.per_head <= most:
            value = energy_per_head(amount.per_head)
            fact = msg("In {year}, energy in buildings comes to {value} per inhabitant.", year=amount.year, value=value)
            yield Remark(amount.source, fact, value, energy_per_head(least if amount.per_head < least else most))


def _too_large(case: Case) -> Iterator[Remark]:
    for inventory in case.inventories:
        for name, sectors in SPANS:
            amount = _amount(case, inventory, (x for x in inventory.leaves if x.sector in sectors))
            if amount and _is_thousandfold(case, name, amount.per_head):
                certain = amount.per_head > case.limits["max_mwh_per_head"]
                fact = msg(
                    "In {year}, {sector} uses {value} per inhabitant: about a thousand times too much.",
                    year=amount.year, sector=_name(sectors), value=energy_per_head(amount.per_head),
                )  # fmt: skip
                yield Remark(
                    amount.source, fact, energy_per_head(amount.per_head), energy_per_head(case.limits[f"{name}_p99"]),
                    msg("If kWh have been typed as MWh, it is {energy}.", energy=energy(amount.mwh / THOUSAND)),
                    "" if certain else "likely", _peers(case, amount, sectors),
                )  # fmt: skip


def _is_thousandfold(case: Case, name: str, per_head: Decimal) -> bool:
    """True above the limit, or where only a thousandth of the amount is usual."""
    low, high = case.limits[f"{name}_p1"], case.limits[f"{name}_p99"]
    usual_then = low <= per_head / THOUSAND <= high
    return per_head > case.limits["max_mwh_per_head"] or (per_head > high * case.limits["outlier_ratio"] and usual_then)


def _too_small(case: Case) -> Iterator[Remark]:
    least = case.limits["min_mwh_per_head"]
    for inventory in case.inventories:
        whole = _amount(case, inventory, inventory.leaves)
        degree = "" if whole and whole.per_head < least else "one_sector"
        for _, sectors in SPANS:
            amount = _amount(case, inventory, (x for x in inventory.leaves if x.sector in sectors))
            if amount and amount.per_head < least:
                yield replace(_small_remark(amount, sectors, least, _peers(case, amount, sectors)), degree=degree)


def _small_remark(amount: Amount, sectors: tuple[Sector, ...], least: Decimal, peers: Distribution | None) -> Remark:
    value = energy_per_head(amount.per_head)
    people = amount.inventory.population or 0
    return Remark(
        amount.source,
        msg("In {year}, {sector} uses only {value} per inhabitant.", year=amount.year, sector=_name(sectors), value=value),
        value,
        energy_per_head(least),
        msg(
            "If GWh have been typed as MWh, it is {energy}; if it is a value for each inhabitant, {other}.",
            energy=energy(amount.mwh * THOUSAND), other=energy(amount.mwh * people),
        ),
        among=peers,
    )  # fmt: skip


def _name(sectors: tuple[Sector, ...]) -> Term:
    """The word of a sector; transport as a whole has its own."""
    return Term("sector_group.transport") if sectors == TRANSPORT_SECTORS else sector_name(sectors[0])


def _peers(case: Case, amount: Amount, sectors: tuple[Sector, ...]) -> Distribution | None:
    """How the sectors' energy per inhabitant is spread among signatories of the country and size."""
    group = case.reference.peers.of(case.municipality.head.country, amount.inventory.population)
    return next((group.of(f"energy_mwh_per_capita.{key}") for key, rows in SECTORS.items() if rows == sectors), None)


PER_HEAD = (
    Rule("E4", msg("Electricity per inhabitant"),
         msg("Electricity without industry is compared with what other signatories use; far away from it, a unit or the"
             " population is wrong."),
         msg("See whether the unit and the population are right."), _electricity),
    Rule("E5", msg("Heat and fuels per inhabitant"),
         msg("Heat and fuels in buildings are compared with what other signatories use; far away from it, a unit or the"
             " population is wrong."),
         msg("See whether the unit and the population are right."), _heat),
    Rule("E6", msg("Energy of buildings per inhabitant"),
         msg("Where carriers are not known, there is one wide span for all energy of buildings."),
         msg("See whether the unit and the population are right."), _without_carriers),
    Rule("E7", msg("A thousand times too large"),
         msg("An amount a thousand times too large was typed in kWh, where MWh are asked for. A sector is also named where only a"
             " thousandth of its amount would be usual."),
         msg("Divide the amount by 1000, or correct its unit."), _too_large),
    Rule("E8", msg("A thousand times too small"),
         msg("A very small amount was typed in GWh, where MWh are asked for, or is a value for each inhabitant. Where only one"
             " sector is small, it may also hold but a part, so it is a warning."),
         msg("Multiply the amount by 1000 or by the inhabitants, or correct its unit."), _too_small),
)  # fmt: skip
