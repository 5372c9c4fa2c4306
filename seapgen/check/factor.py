"""Rules F1 to F7, F9 and F10: do emissions fit their energy?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import carrier_name, energy, factor, tonnes, tonnes_per_head, year
from seapgen.check.case import Case
from seapgen.check.national import highest_national, national_reference
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import msg
from seapgen.model.results import FactorUse, InventoryResult
from seapgen.model.vocabulary import FOSSIL_CARRIERS, Approach, Carrier, InventoryKind

ZERO = Decimal(0)


def _fossil_without_emissions(case: Case) -> Iterator[Remark]:
    """Leaves for which there is no factor at all are F0's, which the computation reports.

    Without carriers, what is burnt on the spot may be wood, so it is a warning; and little fuel emits no whole tonne.
    """
    fact = msg("Fossil energy is used here, but no emissions come of it.")
    for inventory in case.inventories:
        for leaf in (x for x in inventory.leaves if x.emissions_t == 0 and x.energy_mwh > 0):
            if leaf.factor and leaf.carrier in FOSSIL_CARRIERS:
                yield Remark(leaf.source, fact, energy(leaf.energy_mwh))
            elif leaf.carrier is None and leaf.direct is True and leaf.energy_mwh >= case.limits["min_direct_mwh"]:
                thin = msg("Fuel is burnt here, but no emissions come of it.")
                way_out = msg("Give the emissions, or note that only renewable fuels are burnt.")
                yield Remark(leaf.source, thin, energy(leaf.energy_mwh), proposal=way_out, degree="without_carrier")


def _emissions_without_energy(case: Case) -> Iterator[Remark]:
    for inventory in case.inventories:
        for leaf in inventory.leaves:
            reported = leaf.reported_t or leaf.emissions_t
            if leaf.energy_mwh == 0 and reported > 0:
                yield Remark(
                    leaf.source,
                    msg("Emissions without any energy."),
                    tonnes(reported, inventory.unit),
                )


def _national_electricity(case: Case) -> Iterator[Remark]:
    for inventory, use in _uses(case, "electricity"):
        reference = national_reference(case, inventory)
        if use.kind == "local" or reference is None:
            continue
        highest = highest_national(case, inventory)
        too_far = abs(use.t_per_mwh - reference) > case.limits["max_deviation_ratio"] * reference
        if too_far or use.t_per_mwh > highest:
            yield Remark(
                use.source,
                msg(
                    "The electricity factor of {year} is {value}; the national reference is {reference}.",
                    year=year(inventory.year), value=factor(use.t_per_mwh, inventory.unit),
                    reference=factor(reference, inventory.unit),
                ),
                factor(use.t_per_mwh, inventory.unit), factor(highest if use.t_per_mwh > highest else reference, inventory.unit),
            )  # fmt: skip


def _local_electricity(case: Case) -> Iterator[Remark]:
    for inventory, use in _uses(case, "electricity"):
        limit = case.limits["max_ratio"] * highest_national(case, inventory)
        if use.kind == "local" and limit and not 0 <= use.t_per_mwh <= limit:
            yield Remark(
                use.source,
                msg(
                    "The local electricity factor of {year} comes to {value}.",
                    year=year(inventory.year), value=factor(use.t_per_mwh, inventory.unit),
                ),
                factor(use.t_per_mwh, inventory.unit), factor(limit, inventory.unit),
            )  # fmt: skip


def _other_factor(case: Case) -> Iterator[Remark]:
    for inventory, use in _uses(case, "other"):
        limit = case.limits["max_ratio"] * _highest_known(case, use.carrier)
        if use.t_per_mwh < 0 or (limit and use.t_per_mwh > limit):
            yield Remark(
                use.source,
                msg(
                    "The factor of {carrier} is {value}, out of all known bounds.",
                    carrier=carrier_name(use.carrier), value=factor(use.t_per_mwh, inventory.unit),
                ),
                factor(use.t_per_mwh, inventory.unit), factor(limit, inventory.unit),
            )  # fmt: skip


def _low_fossil_factor(case: Case) -> Iterator[Remark]:
    least = case.limits["min_t_per_mwh"]
    for inventory, use in _uses(case, "other"):
        if use.carrier in FOSSIL_CARRIERS and 0 < use.t_per_mwh < least:
            yield Remark(
                use.source,
                msg(
                    "The factor of {carrier} is {value}; no fossil fuel emits so little.",
                    carrier=carrier_name(use.carrier), value=factor(use.t_per_mwh, inventory.unit),
                ),
                factor(use.t_per_mwh, inventory.unit), factor(least, inventory.unit),
            )  # fmt: skip


def _heat_without_factor(case: Case) -> Iterator[Remark]:
    for head in case.municipality.head.inventories:
        rows = [
            r for r in case.municipality.consumption
            if r.inventory_year == head.year and r.carrier is Carrier.HEAT_COLD and r.quantity
        ]  # fmt: skip
        own = any(f.inventory_year == head.year and f.carrier is Carrier.HEAT_COLD for f in case.municipality.factors)
        if not rows or own or head.heat is not None:
            continue
        computed = case.results.inventory(head.year)
        name = "heat_lca_t_per_mwh" if computed and computed.approach is Approach.LCA else "heat_ipcc_t_per_mwh"
        default = case.limits[name]
        yield Remark(
            head.here,
            msg("The inventory of {year} uses heat from networks, but names no factor for it.", year=year(head.year)),
            proposal=msg("Ask the supplier; the evaluators' default is {default} t/MWh. Name it under 'heat', with its source.",
                         default=str(default)),
        )  # fmt: skip


def _one_approach(case: Case) -> Iterator[Remark]:
    bases = [i for i in case.inventories if i.kind == InventoryKind.BASELINE]
    for inventory in case.inventories:
        head = case.head(inventory.year)
        if head and bases and (inventory.approach, inventory.unit) != (bases[0].approach, bases[0].unit):
            yield Remark(
                head.at("factor_set"),
                msg(
                    "The inventories of {base} and {year} count emissions in different ways.",
                    base=year(bases[0].year), year=year(inventory.year),
                ),
            )  # fmt: skip


def _tonnes_per_head(case: Case) -> Iterator[Remark]:
    least, most = case.limits["min_t_per_head"], case.limits["max_t_per_head"]
    for inventory in case.inventories:
        value = case.per_head(inventory.emissions_t(), inventory.year)
        head = case.head(inventory.year)
        if head and value is not None and inventory.leaves and not least <= value <= most:
            shown = tonnes_per_head(value, inventory.unit)
            yield Remark(
                head.here,
                msg("In {year}, emissions come to {value} per inhabitant.", year=year(inventory.year), value=shown),
                shown,
                tonnes_per_head(least if value < least else most, inventory.unit),
            )


def _uses(case: Case, which: str) -> Iterator[tuple[InventoryResult, FactorUse]]:
    """Factors in use: those of electricity, or all others."""
    for inventory in case.inventories:
        for use in inventory.factors:
            if (use.carrier is Carrier.ELECTRICITY) == (which == "electricity"):
                yield inventory, use


def _highest_known(case: Case, carrier: Carrier) -> Decimal:
    """The highest factor of a carrier in any set; zero where none is known."""
    known = [r.t_per_mwh for s in case.reference.factor_sets.values() for r in s.rows if r.carrier is carrier]
    if carrier is Carrier.HEAT_COLD:
        known.append(case.limits["heat_max_t_per_mwh"])
    return max(known, default=ZERO)


FACTORS = (
    Rule("F1", msg("Fossil energy has emissions"),
         msg("Burning fossil fuels always emits. Electricity and biomass may have none."),
         msg("Give the factor of the fuel, or its emissions."), _fossil_without_emissions),
    Rule("F2", msg("No emissions without energy"),
         msg("Emissions of energy come from energy; waste and other sources stand in emissions.csv."),
         msg("Add the energy; emissions of other origin belong into emissions.csv."), _emissions_without_energy),
    Rule("F3", msg("National electricity factor"),
         msg("A given electricity factor is compared with the JRC's reference of the country and year."),
         msg("Give the factor in tonnes per MWh and name its source, or use 'electricity: national'."), _national_electricity),
    Rule("F4", msg("Local electricity factor"),
         msg("The local factor follows from consumption, local production and green purchases; it is neither negative nor far"
             " above any national factor."),
         msg("See the local production and its emissions in production.csv."), _local_electricity),
    Rule("F5", msg("Other factors are known"),
         msg("A factor far above every known one of its carrier is given in another unit, or belongs to another carrier."),
         msg("Give the factor in tonnes per MWh of final energy."), _other_factor),
    Rule("F6", msg("Fossil factors are not too low"),
         msg("Natural gas, the cleanest fossil fuel, emits 0.2 tonnes per MWh."),
         msg("Give the factor in tonnes per MWh of final energy."), _low_fossil_factor),
    Rule("F7", msg("Factor of heat from networks"),
         msg("Heat from networks has no common factor: the supplier knows it. The evaluators' defaults are 0.569 (IPCC) and 0.672"
             " (LCA) tonnes per MWh."),
         msg("Ask the supplier, and name the factor under 'heat', with its source."), _heat_without_factor),
    Rule("F9", msg("One approach"),
         msg("Baseline and monitoring count emissions by the same approach, in the same unit."),
         msg("Use the same approach and unit in both, or the trend means nothing."), _one_approach),
    Rule("F10", msg("Emissions per inhabitant"),
         msg("Nearly all signatories lie between the two limits."),
         msg("See whether units, factors and the population are right."), _tonnes_per_head),
)  # fmt: skip
