"""Rules E1 to E3 and E9 to E12: final energy cell by cell and from year to year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import carrier_name, energy, percent, sector_name, year
from seapgen.check.case import Case
from seapgen.check.coverage import NOT_ALLOCATED
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import msg
from seapgen.model.results import Leaf
from seapgen.model.source import Source
from seapgen.model.vocabulary import TRANSPORT_SECTORS, Carrier, InventoryKind, Sector

HUNDRED = Decimal(100)


def _negative(case: Case) -> Iterator[Remark]:
    fact = msg("An amount of energy or emissions is below zero.")
    return_ = case.municipality
    used = [(r, "quantity", r.quantity) for r in return_.consumption]
    totals = [(r, n, v) for r in return_.sector_totals for n, v in (("energy_mwh", r.energy_mwh), ("emissions_t", r.emissions_t))]
    emitted = [(r, "emissions_t", r.emissions_t) for r in return_.emissions if r.sector is not Sector.AFOLU]
    for row, name, value in (*used, *totals, *emitted):
        if value is not None and value < 0:
            yield Remark(row.at(name), fact)


def _nothing(case: Case) -> Iterator[Remark]:
    for inventory in case.inventories:
        if inventory.energy_mwh() == 0:
            yield Remark(
                case.energy_file(inventory),
                msg("The inventory of {year} holds no energy at all.", year=year(inventory.year)),
                energy(Decimal(0)),
            )


def _tiny(case: Case) -> Iterator[Remark]:
    least = case.limits["min_mwh"]
    for inventory in case.inventories:
        cells: dict[tuple[Sector, Carrier | None], list[Leaf]] = {}
        for leaf in inventory.leaves:
            cells.setdefault((leaf.sector, leaf.carrier), []).append(leaf)
        for leaves in cells.values():
            total = sum((x.energy_mwh for x in leaves), Decimal(0))
            if 0 < total < least:
                yield Remark(
                    leaves[0].source,
                    msg("So little energy drops out of the Covenant's statistics."),
                    energy(total),
                    energy(least),
                )


class _InTransport:
    """Finds carriers in transport that cannot drive anything, or are not sold for it."""

    def __init__(self, *impossible: Carrier, unlikely: tuple[Carrier, ...] = ()) -> None:
        self._impossible, self._unlikely = impossible, unlikely

    def __call__(self, case: Case) -> Iterator[Remark]:
        """All such cells, at the carrier."""
        for leaf in (x for i in case.inventories for x in i.leaves if x.sector in TRANSPORT_SECTORS and x.energy_mwh > 0):
            if leaf.carrier is None or leaf.carrier not in (*self._impossible, *self._unlikely):
                continue
            carrier, sector = carrier_name(leaf.carrier), sector_name(leaf.sector)
            if leaf.carrier in self._impossible:
                fact, degree = msg("{carrier:Subject} cannot be used in {sector}.", carrier=carrier, sector=sector), ""
            else:
                fact, degree = msg("{carrier:Subject} is hardly used in {sector}.", carrier=carrier, sector=sector), "unlikely"
            yield Remark(_carrier_cell(case, leaf), fact, energy(leaf.energy_mwh), degree=degree)


def _carrier_cell(case: Case, leaf: Leaf) -> Source:
    """The cell of a leaf's carrier."""
    return next((r.at("carrier") for r in case.municipality.consumption if r.at("quantity") == leaf.source), leaf.source)


def _not_allocated(case: Case) -> Iterator[Remark]:
    for inventory in case.inventories:
        total = inventory.energy_mwh()
        sectors = (*NOT_ALLOCATED, Sector.TRANSPORT_NOT_ALLOCATED) if inventory.has_carriers else NOT_ALLOCATED
        loose = sum((inventory.energy_mwh(s) for s in sectors), Decimal(0))
        share = HUNDRED * loose / total if total else Decimal(0)
        if loose > case.limits["max_mwh"] or share > case.limits["max_share_pct"]:
            yield Remark(
                case.energy_file(inventory),
                msg(
                    "In the inventory of {year}, {energy} stand under no sector: {share} of all energy.",
                    year=year(inventory.year), energy=energy(loose), share=percent(share),
                ),
                percent(share), percent(case.limits["max_share_pct"]),
            )  # fmt: skip


def _change(case: Case) -> Iterator[Remark]:
    limit = case.limits["max_change_pct"]
    heads = {h.year: h for h in case.municipality.head.inventories}
    bases = [i for i in case.inventories if i.kind == InventoryKind.BASELINE]
    for later in (i for i in case.inventories if i.kind == InventoryKind.MONITORING):
        before = bases[0].energy_mwh() if bases else Decimal(0)
        if not before or later.year not in heads:
            continue
        change = HUNDRED * (later.energy_mwh() - before) / before
        if abs(change) > limit:
            yield Remark(
                heads[later.year].here,
                msg(
                    "From {base} to {year} final energy has changed by {change}.",
                    base=year(bases[0].year), year=year(later.year), change=percent(change),
                ),
                percent(change), percent(limit),
            )  # fmt: skip


ENERGY = (
    Rule("E1", msg("No negative amounts"),
         msg("Energy cannot be used below zero. Only land use can take up emissions."),
         msg("Correct the sign; only land use (afolu) may take up emissions."), _negative),
    Rule("E2", msg("Some energy"),
         msg("An inventory without energy is no inventory."),
         msg("Add the rows of that year, or take the inventory out of municipality.yaml."), _nothing),
    Rule("E3", msg("Very small amounts"),
         msg("Sector and carrier together below the limit are dropped by the evaluators; often the unit is wrong."),
         msg("See whether the unit is right."), _tiny),
    Rule("E9", msg("No coal in transport"),
         msg("Coal and lignite drive no vehicles any more: most likely a row or column has slipped."),
         msg("Move the amount to the sector or the carrier it belongs to."), _InTransport(Carrier.COAL, Carrier.LIGNITE)),
    Rule("E10", msg("No heat in transport"),
         msg("Heat from networks, solar heat and geothermal energy drive no vehicles. Heating oil is not sold for them."),
         msg("Move the amount to the sector or the carrier it belongs to."),
         _InTransport(Carrier.HEAT_COLD, Carrier.SOLAR_THERMAL, Carrier.GEOTHERMAL, unlikely=(Carrier.HEATING_OIL,))),
    Rule("E11", msg("Energy under no sector"),
         msg("Energy that belongs to no sector cannot be met by any action. Sector totals know transport as a whole."),
         msg("Divide that energy among the sectors, if it can be done."), _not_allocated),
    Rule("E12", msg("Change between inventories"),
         msg("A very large change mostly shows that two inventories count different things."),
         msg("See whether both inventories cover the same sectors, in the same units."), _change),
)  # fmt: skip
