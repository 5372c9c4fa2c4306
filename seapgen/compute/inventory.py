"""One inventory: energy, factors, emissions, sums."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.account import Account
from seapgen.compute.energy import Amount, amounts
from seapgen.compute.factors import factor_for, lacks_national, write_national
from seapgen.compute.local_supply import write_electricity_factor, write_heat_factor
from seapgen.compute.non_energy import non_energy_leaves
from seapgen.compute.obstacles import life_cycle_in_co2, unknown_set
from seapgen.compute.thin import thin_leaves
from seapgen.compute.totals import write_totals
from seapgen.model.results import FactorUse, InventoryResult, Leaf, NotedCell
from seapgen.model.vocabulary import Carrier, Sector

_ORDER = {s: i for i, s in enumerate(Sector)}


def compute_inventory(account: Account) -> InventoryResult:
    """Compute an inventory into the account's ledger and give its leaves."""
    thin = account.head.detail == "sector_totals"
    uses: dict[tuple[Carrier, str], FactorUse] = {}
    if thin:
        leaves = thin_leaves(account)
    else:
        leaves, uses = _detailed(account)
    non_energy = non_energy_leaves(account)
    write_totals(account, leaves, non_energy)
    people = account.municipality.head.population.get(account.year)
    return InventoryResult(
        account.year, str(account.head.kind), account.emission_unit, account.approach, account.head.factor_set or "",
        leaves, non_energy, _noted(account), tuple(uses.values()), not thin, people,
    )  # fmt: skip


def _detailed(account: Account) -> tuple[tuple[Leaf, ...], dict[tuple[Carrier, str], FactorUse]]:
    """Leaves of a return with carriers, and the factors they were computed with, in the order of the template."""
    found = amounts(account)
    write_national(account)
    write_electricity_factor(account, found)
    write_heat_factor(account, found)
    asked = {(a.row.carrier, a.row.fuel): a.row for a in sorted(found, key=_place, reverse=True)}
    uses: dict[tuple[Carrier, str], FactorUse] = {}
    for carrier, fuel in sorted(asked, key=lambda key: (list(Carrier).index(key[0]), key[1])):
        use = factor_for(account, carrier, fuel, asked[carrier, fuel].at("carrier"))
        if use is not None:
            uses[carrier, fuel] = use
    if lacks_national(account, Carrier.ELECTRICITY):
        account.note([life_cycle_in_co2(account)])
    if account.factor_set is None and (account.head.factor_set or len(uses) < len(asked)):
        account.note([unknown_set(account)])
    return tuple(_leaf(account, a, uses.get((a.row.carrier, a.row.fuel))) for a in found), uses


def _place(amount: Amount) -> tuple[str, int]:
    return amount.row.here.file, amount.row.here.line


def _leaf(account: Account, amount: Amount, use: FactorUse | None) -> Leaf:
    """Energy times factor; without a factor the leaf has no figure of emissions, and no sum over it is written."""
    row = amount.row
    energy, emissions = (account.path("leaf", amount.number, what) for what in ("energy_mwh", "emissions_t"))
    if use is not None:
        account.book.put(emissions, account.unit, "product", energy, account.factor_path(row.carrier, row.fuel))
    return Leaf(
        row.sector, row.item, row.carrier, row.fuel, account.book.value(energy), account.book.get(emissions) or Decimal(0),
        use, row.quality, row.reported_t, row.at("quantity"), is_confidential=row.notation is not None,
    )  # fmt: skip


def _noted(account: Account) -> tuple[NotedCell, ...]:
    """Cells with a notation key, in the order of the template."""
    rows = [
        NotedCell(r.sector, r.carrier, r.notation, r.at("notation"))
        for r in account.municipality.consumption
        if r.inventory_year == account.year and r.notation is not None
    ]
    rows += [
        NotedCell(r.sector, None, r.notation, r.at("notation"))
        for r in account.municipality.emissions
        if r.inventory_year == account.year and r.notation is not None
    ]
    return tuple(sorted(rows, key=lambda x: (_ORDER[x.sector], str(x.carrier or ""), str(x.key))))
