"""Figures of each action.

`cost_eur` is what the return gives as cost (public money), `private_cost_eur` what others pay beside it, `total_cost_eur`
both. `cost_per_tonne_eur` divides `cost_eur`, as the contract says; payback and abatement count the total cost, because
the money saved does not say whose it is. The cost of abatement needs a lifetime and the programme's discount rate.
"""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.model.action import Action
from seapgen.model.municipality import Municipality
from seapgen.model.programme import Economics
from seapgen.model.results import Cell
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Carrier, Sector


def write_actions(
    book: Ledger, municipality: Municipality, economics: Economics | None, base_year: int | None, unit: Unit
) -> None:
    """Write the figures of every action, cancelled ones too; `unit` is that of the inventory the plan starts from."""
    for action in municipality.actions:
        _write_stated(book, action, unit)
        path = f"action.{action.id}"
        parts = [p for p in (f"{path}.cost_eur", f"{path}.private_cost_eur") if book.has(p)]
        book.total(f"{path}.total_cost_eur", Unit.EUR, parts)
        book.divide(f"{path}.cost_per_tonne_eur", Unit.EUR_PER_T, "cost_per_tonne", f"{path}.cost_eur", f"{path}.co2_reduction_t")
        whole = f"{path}.total_cost_eur"
        book.divide(f"{path}.total_cost_per_tonne_eur", Unit.EUR_PER_T, "cost_per_tonne", whole, f"{path}.co2_reduction_t")
        book.divide(f"{path}.payback_years", Unit.YEARS, "payback", whole, f"{path}.annual_saving_eur")
        if economics is not None:
            _write_abatement(book, action, economics, base_year)


def _write_stated(book: Ledger, action: Action, unit: Unit) -> None:
    """What the row of the action says; an empty cell gives no figure."""
    stated = (
        ("cost_eur", Unit.EUR, action.cost_eur),
        ("private_cost_eur", Unit.EUR, action.private_cost_eur),
        ("spent_eur", Unit.EUR, action.spent_eur),
        ("annual_saving_eur", Unit.EUR, action.annual_saving_eur),
        ("lifetime_years", Unit.YEARS, action.lifetime_years),
        ("energy_saving_mwh", Unit.MWH, action.energy_saving_mwh),
        ("res_production_mwh", Unit.MWH, action.res_production_mwh),
        ("co2_reduction_t", unit, action.co2_reduction_t),
        ("start_year", Unit.YEAR, action.start_year),
        ("end_year", Unit.YEAR, action.end_year),
    )
    for name, kind, value in stated:
        book.state(f"action.{action.id}.{name}", kind, value, action.at(name))


def _write_abatement(book: Ledger, action: Action, economics: Economics, base_year: int | None) -> None:
    """(Annualised total cost − money saved) / tonnes; the money as stated, else energy at the programme's prices."""
    path = f"action.{action.id}"
    rate = Cell(economics.at("discount_rate_pct"), economics.discount_rate_pct, "%")
    if book.get(f"{path}.lifetime_years"):
        book.put(f"{path}.yearly_cost_eur", Unit.EUR, "annuity", f"{path}.total_cost_eur", rate, f"{path}.lifetime_years")
    if not book.put(f"{path}.yearly_saving_eur", Unit.EUR, "same", f"{path}.annual_saving_eur"):
        _write_saved_money(book, action, economics, base_year)
    if book.get(f"{path}.co2_reduction_t"):
        inputs = (f"{path}.yearly_cost_eur", f"{path}.yearly_saving_eur", f"{path}.co2_reduction_t")
        book.put(f"{path}.abatement_eur_per_t", Unit.EUR_PER_T, "abatement", *inputs)


def _write_saved_money(book: Ledger, action: Action, economics: Economics, base_year: int | None) -> None:
    """Saved energy at the mean price of what the sector uses, own electricity at the price of electricity."""
    path, prices = f"action.{action.id}", economics.energy_price_eur_per_mwh
    power = prices.get(str(Carrier.ELECTRICITY))
    if power is None or not _write_mean_price(book, action, economics, base_year):
        return
    inputs = (f"{path}.energy_saving_mwh", f"{path}.mean_price_eur_per_mwh", f"{path}.res_production_mwh")
    book.put(f"{path}.yearly_saving_eur", Unit.EUR, "saved_money", *inputs, _price(economics, Carrier.ELECTRICITY, power))


def _price(economics: Economics, carrier: Carrier, price: Decimal) -> Cell:
    return Cell(economics.at(f"energy_price_eur_per_mwh.{carrier}"), price, "EUR/MWh")


def _write_mean_price(book: Ledger, action: Action, economics: Economics, base_year: int | None) -> bool:
    """The mean of the prices that are given, weighted by what the action's sector used in the inventory year."""
    if not isinstance(action.sector, Sector) or base_year is None:
        return False
    inputs: list[str | Cell] = []
    for carrier in Carrier:
        amount = f"inventory.{base_year}.energy_mwh.{action.sector}.{carrier}"
        price = economics.energy_price_eur_per_mwh.get(str(carrier))
        if price is not None and book.get(amount):
            inputs += [amount, _price(economics, carrier, price)]
    path = f"action.{action.id}.mean_price_eur_per_mwh"
    return bool(inputs) and book.put(path, Unit.EUR_PER_MWH, "mean_price", *inputs)
