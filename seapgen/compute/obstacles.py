"""What keeps a figure from being computed, with the way out. All are errors of the inventory stage."""

from __future__ import annotations

from seapgen.compute.account import Account
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import Message, Term, Verbatim, msg
from seapgen.model.source import Source
from seapgen.model.vocabulary import Carrier

NO_FACTOR = "F0"
NO_CONVERSION = "E0"
NO_PLANT_EMISSIONS = "S0"


def _error(
    account: Account, code: str, source: Source, message: Message, proposal: Message, value: Verbatim | None = None
) -> Finding:
    return Finding(code, Stage.INVENTORY, Severity.ERROR, source, message, account.municipality.id, value, None, proposal)


def unknown_set(account: Account) -> Finding:
    """The inventory names no factor set, or one that is not there."""
    source = account.municipality.head.at("inventories")
    known = Verbatim(", ".join(sorted(account.reference.factor_sets)))
    if not account.head.factor_set:
        message = msg("The inventory of {year} names no factor set.", year=str(account.year))
    else:
        message = msg(
            "The factor set {set} of the inventory of {year} is not known.", set=account.head.factor_set, year=str(account.year)
        )
    return _error(account, NO_FACTOR, source, message, msg("Name one of these factor sets: {sets}.", sets=known))


def life_cycle_in_co2(account: Account) -> Finding:
    """Life cycle emissions counted in CO2 alone: there is no national electricity factor of that kind for any country."""
    message = msg(
        "The inventory of {year} counts life cycle emissions in CO₂ alone; no national electricity factor counts so.",
        year=str(account.year),
    )  # fmt: skip
    return _error(account, NO_FACTOR, account.head.at("factor_set"), message, msg("Name a factor set in CO₂ equivalents."))


def missing_factor(account: Account, carrier: Carrier, fuel: str, source: Source) -> Finding:
    """No factor is to be had for a carrier, or for a fuel of it, in this inventory."""
    name = Term(f"carrier.{carrier}")
    kind = Verbatim(fuel)
    if fuel:
        message = msg("There is no emission factor for {carrier}, fuel {fuel}.", carrier=name, fuel=kind)
    else:
        message = msg("There is no emission factor for {carrier}.", carrier=name)
    return _error(account, NO_FACTOR, source, message, _way_out(account, carrier))


def _way_out(account: Account, carrier: Carrier) -> Message:
    fuels = sorted(r.fuel for r in account.factor_set.rows if r.carrier is carrier and r.fuel) if account.factor_set else []
    year = str(account.year)
    if fuels:
        return msg(
            "Name the fuel ({fuels}) or give the factor in factors.csv for {year}; nothing is borrowed from another factor set.",
            fuels=", ".join(fuels),
            year=year,
        )
    return msg("Give the factor in factors.csv for {year}; nothing is borrowed from another factor set.", year=year)


def no_conversion(account: Account, carrier: Carrier, unit: str, source: Source) -> Finding:
    """A quantity has a unit that cannot be turned into MWh for its carrier."""
    if not unit:
        message = msg("The quantity of {carrier} has no unit.", carrier=Term(f"carrier.{carrier}"))
    else:
        message = msg("{unit} of {carrier} cannot be converted into MWh.", unit=unit, carrier=Term(f"carrier.{carrier}"))
    known = sorted({r.unit for r in account.reference.units if r.carrier in (carrier, None)})
    proposal = msg("Give the quantity in one of: {units}.", units=", ".join(known))
    return _error(account, NO_CONVERSION, source, message, proposal, Verbatim(unit))


def half_a_total(account: Account, source: Source) -> Finding:
    """A sector total gives energy or emissions, not both."""
    message = msg("The sector total gives only one of energy and emissions.")
    return _error(account, NO_CONVERSION, source, message, msg("Give both; an empty cell is not zero."))


def unknown_emission_unit(account: Account, unit: str, source: Source) -> Finding:
    """Emissions that do not come from energy have a unit that is not known."""
    message = msg("The unit of these emissions is not known.")
    return _error(account, NO_CONVERSION, source, message, msg("Give t_co2 or t_co2e."), Verbatim(unit))


def plant_emissions(account: Account, source: Source) -> Finding:
    """A plant or purchase says nothing of its emissions, so the local factor cannot be computed."""
    message = msg("The emissions of this local production or purchase are not given, so the local factor cannot be computed.")
    return _error(account, NO_PLANT_EMISSIONS, source, message, msg("Give emissions_t; it is 0 for sun, wind and water."))
