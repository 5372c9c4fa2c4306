"""Rule F8: what somebody printed against what the rows give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from seapgen.check.amount import carrier_name, energy, tonnes
from seapgen.check.case import Case
from seapgen.check.printed import printed_sum, printed_sums
from seapgen.check.rule import Remark, Rule
from seapgen.check.suspect import Kind, Suspicion, gap, suspicions
from seapgen.model.inventory import Consumption, ReportedTotal
from seapgen.model.message import Message, Several, Verbatim, msg
from seapgen.model.results import InventoryResult

HUNDRED, THOUSAND = Decimal(100), Decimal(1000)


def _reported(case: Case) -> Iterator[Remark]:
    yield from _leaves(case)
    for row in case.municipality.totals:
        inventory = case.results.inventory(row.inventory_year)
        if inventory is not None:
            yield from _sum(case, row, inventory)
    for inventory in case.inventories:
        yield from _suspects(case, inventory)


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
    sums = printed_sum(row, inventory)
    if sums is None:
        yield Remark(
            row.at("key"),
            msg("'{key}' names no row of the inventory, so this sum is not compared.", key=row.key),
            degree="unknown_row",
        )
        return
    degree = "sum_with_a_note" if row.note else "sum"
    way_out = msg("Correct the rows or the sum; the rows are used.")
    pairs = (("energy_mwh", row.energy_mwh, sums.energy_mwh, energy), ("emissions_t", row.emissions_t, sums.emissions_t, tonnes))
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


def _suspects(case: Case, inventory: InventoryResult) -> Iterator[Remark]:
    """Rows that explain sums that do not fit; a row whose own tonnes do not fit is named already."""
    gaps = tuple(gap(each, case.limits) for each in printed_sums(case.municipality.totals, inventory))
    rows = {r.leaf: r for r in case.municipality.consumption}
    for each in suspicions(inventory, gaps, _factors(case, inventory)) if any(g.is_open for g in gaps) else ():
        leaf = inventory.leaves[each.leaf]
        row = rows.get((inventory.year, leaf.sector, leaf.item, leaf.carrier, leaf.fuel)) if leaf.carrier else None
        named = leaf.reported_t is not None and not _agree(case, leaf.reported_t, leaf.emissions_t)
        if row is not None and not named:
            yield from _suspected(each, row, inventory)


def _factors(case: Case, inventory: InventoryResult) -> Mapping[Kind, Decimal]:
    """Factors of the carriers that a row may have stood under: those of the return, and those in use."""
    own = {(f.carrier, f.fuel): f.factor_t_per_mwh for f in case.municipality.factors if f.inventory_year == inventory.year}
    return {**own, **{(use.carrier, use.fuel): use.t_per_mwh for use in inventory.factors}}


def _suspected(each: Suspicion, row: Consumption, inventory: InventoryResult) -> Iterator[Remark]:
    """What may have happened to a row, at its quantity or its carrier; at both rows of a swap."""
    keys = Several(tuple(Verbatim(s.row.key or s.row.level) for s in each.sums))
    degree = "suspect" if each.is_exact else "hint"
    if each.mwh is not None:
        fact = msg("The sums printed for {keys} would fit {energy} here.", keys=keys, energy=energy(each.mwh))
        yield Remark(row.at("quantity"), fact, proposal=msg("Correct the amount or its unit."), degree=degree)
    elif each.carrier is not None:
        carrier, fuel = carrier_name(each.carrier[0]), each.carrier[1]
        fact = msg("The sums printed for {keys} would fit if this were {carrier}.", keys=keys, carrier=carrier)
        if fuel:
            fact = msg(
                "The sums printed for {keys} would fit if this were {carrier}, fuel {fuel}.",
                keys=keys,
                carrier=carrier,
                fuel=fuel,
            )
        yield Remark(row.at("carrier"), fact, proposal=msg("See whether the carrier is right."), degree=degree)
    elif each.other is not None:
        places = [row.at("quantity"), inventory.leaves[each.other].source]
        for place, other in (places, reversed(places)):
            line = str(other.line)
            fact = msg("The sums printed for {keys} would fit if this and line {line} were exchanged.", keys=keys, line=line)
            yield Remark(place, fact, proposal=msg("See whether the rows have been swapped."), degree=degree)


def _agree(case: Case, reported: Decimal, computed: Decimal) -> bool:
    return abs(reported - computed) <= _allowed(case, computed)


def _allowed(case: Case, computed: Decimal) -> Decimal:
    """1 t (or MWh) or half a percent, whichever is more."""
    return max(case.limits["tolerance_t"], case.limits["tolerance_pct"] * abs(computed) / HUNDRED)


REPORTED = (
    Rule("F8", msg("Sums are sums"),
         msg("Tonnes are energy times factor in every row, and sums are the sums of their rows. What was printed elsewhere is"
             " compared, never used: a row that differs is an error, a sum only a warning. Where one row, or two of them, would"
             " explain the sums that differ, it is named."),
         msg("Correct the amount, the factor or the reported tonnes."), _reported),
)  # fmt: skip
