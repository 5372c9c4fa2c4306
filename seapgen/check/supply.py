"""Rules S1 to S8: local electricity and heat, certified electricity, and the local factor that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from seapgen.check.amount import energy, factor, megawatts, tonnes, year
from seapgen.check.case import Case
from seapgen.check.rule import Remark, Rule
from seapgen.model.inventory import Production, Purchase
from seapgen.model.message import msg
from seapgen.model.results import FactorUse, InventoryResult
from seapgen.model.twin import twin
from seapgen.model.vocabulary import FOSSIL_CARRIERS, MUNICIPAL_SECTORS, Carrier

ZERO, HUNDRED = Decimal(0), Decimal(100)
RENEWABLE = ("wind", "hydro", "photovoltaic", "solar", "geothermal", "marine", "biogas", "biomass")  # as technologies are called


def _little_production(case: Case) -> Iterator[Remark]:
    least = case.limits["min_mwh"]
    for plant in case.municipality.production:
        if plant.produced_mwh is not None and ZERO < plant.produced_mwh <= least:
            fact = msg("So little production drops out of the Covenant's statistics.")
            yield Remark(plant.at("produced_mwh"), fact, energy(plant.produced_mwh), energy(least))


def _fossil_without_emissions(case: Case) -> Iterator[Remark]:
    for plant in case.municipality.production:
        if plant.input_carrier in FOSSIL_CARRIERS and plant.input_mwh and plant.emissions_t == 0:
            fact = msg("The plant burns {energy} of fossil fuel, but no emissions come of it.", energy=energy(plant.input_mwh))
            yield Remark(plant.at("emissions_t"), fact, tonnes(ZERO))


def _implied_factor(case: Case) -> Iterator[Remark]:
    least, most = case.limits["min_fossil_t_per_mwh"], case.limits["max_t_per_mwh"]
    for plant in case.municipality.production:
        inventory = case.results.inventory(plant.inventory_year)
        if not inventory or not plant.produced_mwh or plant.emissions_t is None:
            continue
        both = twin(case.municipality.production, plant)  # then the row has the emissions of both products
        made = (both.heat.produced_mwh or ZERO) + (both.power.produced_mwh or ZERO) if both else plant.produced_mwh
        implied = plant.emissions_t / made
        is_low = plant.input_carrier in FOSSIL_CARRIERS and ZERO < implied < least
        if is_low or implied >= most:
            value = factor(implied, inventory.unit)
            fact = msg("Emissions for each MWh produced come to {value}.", value=value)
            yield Remark(plant.at("emissions_t"), fact, value, factor(least if is_low else most, inventory.unit))


def _heat_on_both_sides(case: Case) -> Iterator[Remark]:
    for inventory in (i for i in case.inventories if i.has_carriers):
        used = [x for x in inventory.leaves if x.carrier is Carrier.HEAT_COLD and x.energy_mwh > 0]
        made = [p for p in _plants(case, inventory, "heat") if p.produced_mwh]
        if made and not used and not _is_confidential(inventory):
            yield Remark(
                made[0].at("produced_mwh"),
                msg("Heat is supplied in {year}, but none is used in consumption.csv.", year=year(inventory.year)),
                energy(sum((p.produced_mwh or ZERO for p in made), ZERO)),
            )
        elif used and not made:
            yield Remark(
                used[0].source,
                msg("Heat from networks is used in {year}, but production.csv does not say who supplies it.",
                    year=year(inventory.year)),
                energy(sum((x.energy_mwh for x in used), ZERO)),
                proposal=msg("Add the plants that supply it to production.csv, with their fuels."),
                degree="use_without_supply",
            )  # fmt: skip


def _is_confidential(inventory: InventoryResult) -> bool:
    """Whether a notation key stands for heat that is used."""
    return any(cell.carrier is Carrier.HEAT_COLD and cell.key in ("C", "IE") for cell in inventory.notation)


def _renewable_electricity(case: Case) -> Iterator[Remark]:
    for inventory in (i for i in case.inventories if i.has_carriers):
        used = inventory.energy_mwh(carrier=Carrier.ELECTRICITY)
        plants = [p for p in _plants(case, inventory, "electricity") if _is_renewable(p) and p.produced_mwh]
        made = sum((p.produced_mwh or ZERO for p in plants), ZERO)
        limit = case.limits["max_ratio"] * used
        if plants and made > limit:
            largest = max(plants, key=lambda p: p.produced_mwh or ZERO)
            fact = msg(
                "In {year}, {made} of renewable electricity are made where {used} are used.",
                year=year(inventory.year), made=energy(made), used=energy(used),
            )  # fmt: skip
            yield Remark(largest.at("produced_mwh"), fact, energy(made), energy(limit))


def _is_renewable(plant: Production) -> bool:
    return plant.flow == "local" and any(word in plant.technology.lower() for word in RENEWABLE)


def _green_purchases(case: Case) -> Iterator[Remark]:
    ratio = case.limits["max_ratio"]
    for inventory in (i for i in case.inventories if i.has_carriers):
        rows = [p for p in case.municipality.purchases if p.inventory_year == inventory.year]
        own = [p for p in rows if p.buyer == "local_authority"]
        used = inventory.energy_mwh(carrier=Carrier.ELECTRICITY)
        municipal = sum((inventory.energy_mwh(s, Carrier.ELECTRICITY) for s in MUNICIPAL_SECTORS), ZERO)
        if rows and _bought(rows) > ratio * used:
            yield _too_much_green(inventory, rows, ratio * used)
        elif own and _bought(own) > ratio * municipal:
            yield _too_much_green(inventory, own, ratio * municipal, "more_than_municipal")


def _bought(rows: Iterable[Purchase]) -> Decimal:
    return sum((p.purchased_mwh for p in rows), ZERO)


def _too_much_green(inventory: InventoryResult, rows: list[Purchase], limit: Decimal, degree: str = "") -> Remark:
    bought = energy(_bought(rows))
    largest = max(rows, key=lambda p: p.purchased_mwh)
    if degree:
        fact = msg("In {year} the local authority bought {bought} of green electricity, more than it used.",
                   year=year(inventory.year), bought=bought)  # fmt: skip
    else:
        fact = msg("In {year}, {bought} of green electricity were bought, more than all electricity used.",
                   year=year(inventory.year), bought=bought)  # fmt: skip
    return Remark(largest.at("purchased_mwh"), fact, bought, energy(limit), degree=degree)


def _local_factor(case: Case) -> Iterator[Remark]:
    """A factor that the municipality gives itself, against the one that tables A and C give; an error where it says `local`."""
    for inventory in (i for i in case.inventories if i.has_carriers):
        use = next((u for u in inventory.factors if u.carrier is Carrier.ELECTRICITY and not u.fuel), None)
        derived = case.results.figures.get(f"factor.{inventory.year}.electricity_local")
        computed = derived.figure.value if derived else None
        if use is None or derived is None or not isinstance(computed, Decimal):
            continue
        head = case.head(inventory.year)
        is_used = head is not None and head.electricity == "local"
        if use.kind in ("own", "stated") and abs(use.t_per_mwh - computed) > case.limits["tolerance_pct"] * computed / HUNDRED:
            yield _not_recomputed(inventory, use, computed, "" if is_used else "not_used")
        elif use.kind == "local" and derived.derivation.formula == "efe_exporter":
            fact = msg("In {year} more electricity is made and bought than used, so the factor is that of an exporter.",
                       year=year(inventory.year))  # fmt: skip
            way_out = msg("See whether plants above 20 MW or of emissions trading stand in production.csv.")
            yield Remark(use.source, fact, factor(computed, inventory.unit), proposal=way_out, degree="exporter")


def _not_recomputed(inventory: InventoryResult, use: FactorUse, computed: Decimal, degree: str) -> Remark:
    stated, limit = factor(use.t_per_mwh, inventory.unit), factor(computed, inventory.unit)
    fact = msg("The electricity factor of {year} is given as {stated}; consumption, production and purchases give {computed}.",
               year=year(inventory.year), stated=stated, computed=limit)  # fmt: skip
    return Remark(use.source, fact, stated, limit, degree=degree)


def _large_plants(case: Case) -> Iterator[Remark]:
    most = case.limits["max_mw"]
    for plant in (p for p in case.municipality.production if p.product == "electricity"):
        if plant.capacity_mw is not None and plant.capacity_mw > most:
            fact = msg("The plant is too large for local production; it is left out of the local factor.")
            yield Remark(plant.at("capacity_mw"), fact, megawatts(plant.capacity_mw), megawatts(most))
        elif plant.ets == "yes":
            yield Remark(plant.at("ets"), msg("The plant takes part in emissions trading; it is left out of the local factor."))


def _plants(case: Case, inventory: InventoryResult, product: str) -> list[Production]:
    """Plants of a product in the year of an inventory."""
    return [p for p in case.municipality.production if (p.inventory_year, p.product) == (inventory.year, product)]


SUPPLY = (
    Rule("S1", msg("Very little local production"),
         msg("Production below the limit is dropped by the evaluators; often the unit is wrong."),
         msg("See whether the unit is MWh."), _little_production),
    Rule("S2", msg("Fossil plants have emissions"),
         msg("A plant that burns fossil fuel emits."),
         msg("Give its emissions, or leave the cell empty: then fuel times factor is computed."), _fossil_without_emissions),
    Rule("S3", msg("Emissions of local production"),
         msg("Emissions for each MWh produced lie outside all known factors only where tonnes or MWh have another unit."),
         msg("See whether production is in MWh and emissions are in tonnes."), _implied_factor),
    Rule("S4", msg("Heat is made and used"),
         msg("Heat that is supplied is used by somebody in the municipality, or it is exported and does not belong here."),
         msg("Add the heat that is used to consumption.csv, or take the plants out."), _heat_on_both_sides),
    Rule("S5", msg("Renewable electricity and use"),
         msg("Renewable production far beyond all use is a slip of the unit, or a plant that does not count as local."),
         msg("See whether production is in MWh, and whether the plant counts as local."), _renewable_electricity),
    Rule("S6", msg("Green electricity and use"),
         msg("Nobody buys more certified electricity than is used. Purchases of the local authority are compared with what its"
             " buildings, street lights and vehicles use."),
         msg("See whether the purchase is in MWh, and who bought it."), _green_purchases),
    Rule("S7", msg("Local factor can be computed again"),
         msg("The local electricity factor follows from consumption, production and purchases. A value typed instead is an error"
             " where the inventory says it uses the local factor, else a warning."),
         msg("Delete the typed value and say 'electricity: local', or complete production.csv and purchases.csv."),
         _local_factor),
    Rule("S8", msg("Large plants are not local"),
         msg("Plants above 20 MW and those of emissions trading are part of the national factor; they are left out of the"
             " local one."),
         msg("Keep it as information, or delete the row."), _large_plants),
)  # fmt: skip
