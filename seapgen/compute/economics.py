"""Formulas of cost: per tonne, payback, abatement."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.exact import exactly, quotient
from seapgen.model.message import msg
from seapgen.model.results import Formula

BENCHMARK = "Covenant of Mayors, reporting template 2023, sheet Benchmark of Excellence (payback, annual cost)"


def by(amount: Decimal, divisor: Decimal) -> Decimal:
    """The first by the second: cost per yearly tonne, years until paid back."""
    return quotient(amount, divisor)


def annuity(cost: Decimal, rate_pct: Decimal, years: Decimal) -> Decimal:
    """The equal yearly payment that repays a cost over its life at a discount rate: c·r / (1 − (1 + r)^−n); c/n at no rate."""
    if not rate_pct:
        return quotient(cost, years)
    rate = rate_pct / 100
    return quotient(cost * rate, 1 - (1 + rate) ** -years)


def abatement(yearly_cost: Decimal, yearly_saving: Decimal, tonnes: Decimal) -> Decimal:
    """EUR for each tonne avoided, net of the money saved: (annualised cost − saving) / yearly tonnes."""
    return quotient(yearly_cost - yearly_saving, tonnes)


def weighted_mean(*pairs: Decimal) -> Decimal:
    """Mean of prices weighted by amounts; inputs alternate: amount, price, amount, price …"""
    amounts, prices = pairs[::2], pairs[1::2]
    paid = sum((amount * price for amount, price in zip(amounts, prices, strict=True)), Decimal(0))
    return quotient(paid, sum(amounts, Decimal(0)))


def saved_money(saving_mwh: Decimal, price: Decimal, made_mwh: Decimal, electricity_price: Decimal) -> Decimal:
    """What saved energy and own electricity are worth in a year, in EUR."""
    return saving_mwh * price + made_mwh * electricity_price


ECONOMICS = (
    Formula("cost_per_tonne", msg("cost ÷ tonnes avoided each year"), exactly(by), BENCHMARK),
    Formula("payback", msg("cost ÷ money saved each year"), exactly(by), BENCHMARK),
    Formula(
        "annuity",
        msg("cost × rate ÷ (1 − (1 + rate)^−lifetime): the equal yearly payment over the lifetime"),
        exactly(annuity),
        BENCHMARK,
    ),
    Formula(
        "abatement",
        msg("(annualised cost − money saved each year) ÷ tonnes avoided each year"),
        exactly(abatement),
        BENCHMARK,
    ),
    Formula(
        "mean_price",
        msg("mean of the programme's energy prices, weighted by the energy that the sector uses of each carrier"),
        exactly(weighted_mean),
        "",
    ),
    Formula(
        "saved_money",
        msg("energy saved × mean price + electricity produced × price of electricity"),
        exactly(saved_money),
        "",
    ),
)
