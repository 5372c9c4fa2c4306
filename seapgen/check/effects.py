"""Rules A5 to A8 and A10 to A12: what actions bring, against the inventory, each other and the sectors' targets."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from seapgen.check.amount import action_sector_name, energy, factor, group_name, heading_name, tonnes
from seapgen.check.case import Case
from seapgen.check.plan import ACTION_SECTORS, EFFECTS, Plan, amount, heading_of, plan_of
from seapgen.check.rule import Remark, Rule
from seapgen.model.message import msg
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Sector, SectorGroup, group_of

ZERO = Decimal(0)


def _savings(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    used = plan.base.energy_mwh() if plan.base else ZERO
    saved, limit = plan.total("energy_saving_mwh"), case.limits["max_ratio"] * used
    if used and saved > limit:
        fact = msg("The actions save {saved}; all energy used is {used}.", saved=energy(saved), used=energy(used))
        yield Remark(plan.largest("energy_saving_mwh"), fact, energy(saved), energy(limit))


def _tonnes_per_mwh(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    least, most = case.limits["min_t_per_mwh"], case.limits["max_t_per_mwh"]
    for sector in ACTION_SECTORS if plan.base and plan.actions else ():
        avoided = plan.total("co2_reduction_t", [sector])
        moved = plan.total("energy_saving_mwh", [sector]) + plan.total("res_production_mwh", [sector])
        if avoided > 0 and moved > 0 and plan.base and not least <= avoided / moved <= most:
            value = factor(avoided / moved, plan.base.unit)
            limit = factor(least if avoided / moved < least else most, plan.base.unit)
            fact = msg(
                "In {sector}, what is avoided for each MWh saved or made comes to {value}.",
                sector=action_sector_name(sector),
                value=value,
            )
            yield Remark(plan.largest("co2_reduction_t", [sector]), fact, value, limit)


def _more_than_emitted(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    for group in SectorGroup if plan.base and plan.actions else ():
        sectors = [s for s in Sector if group_of(s) is group]
        avoided, emitted = plan.total("co2_reduction_t", sectors), _emitted(plan.base, group) if plan.base else ZERO
        if plan.base and avoided > emitted:
            fact = msg(
                "In {group}, {avoided} are to be avoided where {emitted} are emitted.",
                group=group_name(group), avoided=tonnes(avoided, plan.base.unit), emitted=tonnes(emitted, plan.base.unit),
            )  # fmt: skip
            place = plan.largest("co2_reduction_t", sectors)
            yield Remark(place, fact, tonnes(avoided, plan.base.unit), tonnes(emitted, plan.base.unit))


def _emitted(base: InventoryResult, group: SectorGroup) -> Decimal:
    """Emissions of a macro-sector; sinks do not lessen those that do not come from energy."""
    of_energy = sum((base.emissions_t(s) for s in Sector if group_of(s) is group), ZERO)
    return of_energy + sum((max(x.emissions_t, ZERO) for x in base.non_energy if group_of(x.sector) is group), ZERO)


def _against_sector_targets(case: Case) -> Iterator[Remark]:
    plan = plan_of(case)
    for target in case.municipality.head.sector_targets:
        sectors = [s for s in ACTION_SECTORS if heading_of(s) == target.sector]
        for effect in EFFECTS:
            wanted = getattr(target, effect)
            brought = plan.total(effect, sectors)
            if wanted is not None and brought > case.limits["max_ratio"] * wanted:
                shown = tonnes if effect == "co2_reduction_t" else energy
                fact = msg(
                    "The actions under {heading} bring {brought}; the sector's target is {wanted}.",
                    heading=heading_name(target.sector), brought=shown(brought), wanted=shown(wanted),
                )  # fmt: skip
                yield Remark(target.at(effect), fact, shown(brought), shown(case.limits["max_ratio"] * wanted))


def _negative(case: Case) -> Iterator[Remark]:
    names = ("cost_eur", "private_cost_eur", "annual_saving_eur", *EFFECTS)
    for action in case.municipality.actions:
        for name in names:
            if amount(action, name) < 0:
                yield Remark(action.at(name), msg("An amount of the action {id} is below zero.", id=action.id))


def _little_reduction(case: Case) -> Iterator[Remark]:
    least = case.limits["min_t"]
    for action in case.municipality.actions:
        if ZERO < amount(action, "co2_reduction_t") <= least:
            fact = msg("So small a reduction drops out of the Covenant's statistics.")
            yield Remark(action.at("co2_reduction_t"), fact, tonnes(amount(action, "co2_reduction_t")), tonnes(least))


def _without_energy(case: Case) -> Iterator[Remark]:
    """Actions on energy; what is avoided elsewhere, in waste or by planting, needs none. Parts may leave it to the whole."""
    plan = plan_of(case)
    for action in plan.actions:
        is_of_energy = not isinstance(action.sector, Sector) or group_of(action.sector) is not SectorGroup.NON_ENERGY
        moved = amount(action, "energy_saving_mwh") + amount(action, "res_production_mwh") + _of_whole(plan, action.parent)
        if is_of_energy and amount(action, "co2_reduction_t") > 0 and not moved:
            fact = msg("The action {id} avoids emissions, but neither saves energy nor makes any.", id=action.id)
            yield Remark(action.at("energy_saving_mwh"), fact, tonnes(amount(action, "co2_reduction_t")))


def _of_whole(plan: Plan, parent: str) -> Decimal:
    return sum((amount(a, "energy_saving_mwh") + amount(a, "res_production_mwh") for a in plan.actions if a.id == parent), ZERO)


EFFECT_RULES = (
    Rule("A5", msg("Savings and use"),
         msg("Nobody saves more energy than is used; a little more is let pass, because use may grow."),
         msg("See whether savings are MWh a year and are counted once."), _savings),
    Rule("A6", msg("Tonnes and MWh of actions fit"),
         msg("What a sector's actions avoid, by what they save and make, is near a factor of energy. Far away from it, tonnes or"
             " MWh have another unit."),
         msg("See whether savings and production are MWh a year, and reductions tonnes a year."), _tonnes_per_mwh),
    Rule("A7", msg("Sectors avoid no more than they emit"),
         msg("Buildings, transport and the other sectors are compared each with what the inventory counts there."),
         msg("See whether reductions are tonnes a year, counted once and in the right sector."), _more_than_emitted),
    Rule("A8", msg("Actions and target of their sector"),
         msg("The template asks for targets of the sectors beside the single actions; the actions may exceed them a little."),
         msg("Correct the sector's target or the actions."), _against_sector_targets),
    Rule("A10", msg("No negative effects"),
         msg("Costs, savings and reductions are amounts; a growth is no action."),
         msg("Correct the sign, or leave the cell empty."), _negative),
    Rule("A11", msg("Very small reductions"),
         msg("Reductions below the limit are dropped by the evaluators; often the unit is wrong."),
         msg("See whether the reduction is in tonnes a year."), _little_reduction),
    Rule("A12", msg("Reductions have a cause"),
         msg("An action on energy avoids emissions because energy is saved or made."),
         msg("Give the energy saved or the renewable energy made."), _without_energy),
)  # fmt: skip
