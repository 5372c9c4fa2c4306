"""Rule F8: what somebody printed against what the rows give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import energy, tonnes
from seapgen.check.case import Case
from seapgen.check.rule import Remark, Rule
from seapgen.model.inventory import ReportedTotal
from seapgen.model.message import Message, msg
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Carrier, Sector, SectorGroup, group_of

HUNDRED, THOUSAND = Decimal(100), Decimal(1000)
Sums = tuple[Decimal, Decimal]  # energy in MWh, emissions in t


def _reported(case: Case) -> Iterator[Remark]:
    yield from _leaves(case)
    for row in case.municipality.totals:
        inventory = case.results.inventory(row.inventory_year)
        if inventory is not None:
            yield from _sum(case, row, inventory)


def _leaves(case: Case) -> Iterator[Remark]:
    """Leaves whose printed tonnes are not energy times factor."""
    rows = {r.leaf: r for r in case.municipality.consumption}
    for inventory in case.inventories:
        for leaf in inventory.leaves:
            reported = leaf.reported_t
            if reported is None or leaf.carrier is None or _agree(case, reported, leaf.emissions_t):
                continue
            row = rows.get((inventory.year, leaf.sector, leaf.item, leaf.carrier, leaf.fuel))
            yield Remark(
                row.at("reported_t") if row else leaf.source,
                msg(
                    "{reported} are reported; {energy} times the factor give {computed}.",
                    reported=tonnes(reported, inventory.unit), energy=energy(leaf.energy_mwh),
                    computed=tonnes(leaf.emissions_t, inventory.unit),
                ),
                tonnes(reported, inventory.unit), tonnes(_allowed(case, leaf.emissions_t), inventory.unit),
                _way_out(case, reported, leaf.emissions_t, leaf.energy_mwh),
            )  # fmt: skip


def _way_out(case: Case, reported: Decimal, computed: Decimal, mwh: Decimal) -> Message:
    """Names the slip of a unit where the two are a thousandfold apart."""
    for slip in (THOUSAND, 1 / THOUSAND):
        if computed and abs(reported / computed / slip - 1) * HUNDRED <= case.limits["unit_slip_pct"]:
            return msg("The tonnes fit {energy}: correct the amount or its unit.", energy=energy(mwh * slip))
    return msg("Correct the amount, the factor or the reported tonnes.")


def _sum(case: Case, row: ReportedTotal, inventory: InventoryResult) -> Iterator[Remark]:
    """A printed sum: it may hold other rows than ours, and is never used, so it is a warning; with a note, information."""
    sums = _sums(row, inventory)
    if sums is None:
        yield Remark(
            row.at("key"),
            msg("'{key}' names no row of the inventory, so this sum is not compared.", key=row.key),
            degree="unknown_row",
        )
        return
    degree = "sum_with_a_note" if row.note else "sum"
    way_out = msg("Correct the rows or the sum; the rows are used.")
    pairs = (("energy_mwh", row.energy_mwh, sums[0], energy), ("emissions_t", row.emissions_t, sums[1], tonnes))
    for name, printed, summed, amount in pairs:
        if printed is None or _agree(case, printed, summed):
            continue
        reported, computed = amount(printed), amount(summed)
        yield Remark(
            row.at(name),
            msg(
                "The sum printed for '{key}' is {reported}; its rows give {computed}.",
                key=row.key, reported=reported, computed=computed,
            ),
            reported, amount(_allowed(case, summed)), way_out, degree,
        )  # fmt: skip


def _sums(row: ReportedTotal, inventory: InventoryResult) -> Sums | None:
    """What the rows give for a printed sum; None for a key that is not in the Covenant's lists."""
    match row.level:
        case "sector" if row.key in set(Sector):
            return _over(inventory, (Sector(row.key),))
        case "group" if row.key in set(SectorGroup):
            return _over(inventory, tuple(s for s in Sector if group_of(s) == row.key))
        case "carrier" if row.key in set(Carrier) and inventory.has_carriers:
            return inventory.energy_mwh(carrier=Carrier(row.key)), inventory.emissions_t(carrier=Carrier(row.key))
        case "total" if row.key in ("", "energy"):
            return inventory.energy_mwh(), inventory.emissions_t()
        case "total" if row.key in ("all", "total"):
            return _over(inventory, tuple(Sector))
        case _:
            return None


def _over(inventory: InventoryResult, sectors: tuple[Sector, ...]) -> Sums:
    """Energy and all emissions of some sectors."""
    used = sum((inventory.energy_mwh(s) for s in sectors), Decimal(0))
    emitted = sum((inventory.emissions_t(s) for s in sectors), Decimal(0))
    other = sum((x.emissions_t for x in inventory.non_energy if x.sector in sectors), Decimal(0))
    return used, emitted + other


def _agree(case: Case, reported: Decimal, computed: Decimal) -> bool:
    return abs(reported - computed) <= _allowed(case, computed)


def _allowed(case: Case, computed: Decimal) -> Decimal:
    """1 t (or MWh) or half a percent, whichever is more."""
    return max(case.limits["tolerance_t"], case.limits["tolerance_pct"] * abs(computed) / HUNDRED)


REPORTED = (
    Rule("F8", msg("Sums are sums"),
         msg("Tonnes are energy times factor in every row, and sums are the sums of their rows. What was printed elsewhere is"
             " compared, never used: a row that differs is an error, a sum only a warning."),
         msg("Correct the amount, the factor or the reported tonnes."), _reported),
)  # fmt: skip
