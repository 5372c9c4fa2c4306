"""The registry of formulas: every figure names one of them, and `explain` evaluates it again.

A formula takes its inputs in the order that its docstring gives. Units: energy MWh, emissions t, money EUR, shares per cent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from seapgen.compute.chp import CHP
from seapgen.compute.decomposition import DECOMPOSITION
from seapgen.compute.economics import ECONOMICS
from seapgen.compute.exact import exactly, quotient
from seapgen.compute.percentile import PEERS
from seapgen.compute.supply import SUPPLY
from seapgen.model.message import Message, msg
from seapgen.model.results import Formula

COVENANT = "Covenant of Mayors, SEAP guidebook, part II (JRC 2010)"
TARGETS = "Covenant of Mayors, reporting guidelines on targets (absolute and per capita)"
REPORTS = ("action_report_due", "inventory_due")
FAQ = "Covenant of Mayors, FAQ 39 (years of the reports after the plan)"
REPORTING = "Covenant of Mayors, monitoring template 2023, report 6 (constant and updated electricity factor)"


def stated(value: Decimal) -> Decimal:
    """A value that stands in the input or in reference data."""
    return value


def period(first: Decimal, last: Decimal) -> tuple[Decimal, Decimal]:
    """From one year to another."""
    return first, last


def action_report_due(approved: Decimal) -> Decimal:
    """The year of the first report on actions."""
    return approved + 2


def inventory_due(approved: Decimal) -> Decimal:
    """The year of the first report with a new inventory."""
    return approved + 4


def total(*parts: Decimal) -> Decimal:
    """The sum of all parts; of no parts, zero."""
    return sum(parts, Decimal(0))


def difference(whole: Decimal, part: Decimal) -> Decimal:
    """What is left of the first when the second is taken away."""
    return whole - part


def product(amount: Decimal, factor: Decimal) -> Decimal:
    """An amount times a factor: tonnes from MWh, MWh from litres."""
    return amount * factor


def share(part: Decimal, whole: Decimal) -> Decimal:
    """The part as per cent of the whole."""
    return quotient(part * 100, whole)


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """The first by the second: per inhabitant, per MWh, per tonne."""
    return quotient(part, whole)


def percentage(whole: Decimal, per_cent: Decimal) -> Decimal:
    """So many per cent of the whole."""
    return whole * per_cent / 100


def negative(amount: Decimal) -> Decimal:
    """An amount avoided, as the change it makes."""
    return -amount


def largest_difference(*pairs: Decimal) -> Decimal:
    """Largest absolute difference of pairs; inputs alternate: computed, printed, computed, printed …"""
    return max((abs(a - b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)), default=Decimal(0))


def allowed_per_head(base: Decimal, per_cent: Decimal, people_then: Decimal, people_later: Decimal) -> Decimal:
    """What a target per inhabitant allows in all: the lowered base per head times the later population."""
    return quotient(base * (100 - per_cent) / 100 * people_later, people_then)


def excess(later: Decimal, earlier: Decimal) -> Decimal:
    """By how much the later amount lies above the earlier one; negative where it fell."""
    return later - earlier


def at_constant_factor(later: Decimal, electricity: Decimal, electricity_mwh: Decimal, factor: Decimal) -> Decimal:
    """Later emissions without those of electricity, and electricity at the earlier factor."""
    return later - electricity + electricity_mwh * factor


def _formula(name: str, wording: Message, function: Callable[..., Decimal], source: str) -> Formula:
    return Formula(name, wording, exactly(function), source)


ACCOUNT = (
    _formula("stated", msg("value as stated"), stated, ""),
    Formula("period", msg("from the first year to the last"), period, ""),
    _formula("action_report_due", msg("year of the council’s approval + 2"), action_report_due, FAQ),
    _formula("inventory_due", msg("year of the council’s approval + 4"), inventory_due, FAQ),
    _formula("same", msg("the same value under another name"), stated, ""),
    _formula("sum", msg("sum of the parts"), total, ""),
    _formula("difference", msg("first value minus second value"), difference, ""),
    _formula("converted", msg("quantity × MWh per unit"), product, COVENANT),
    _formula("product", msg("final energy × emission factor"), product, COVENANT),
    _formula("share", msg("part ÷ whole × 100"), share, ""),
    _formula("per_head", msg("amount ÷ inhabitants"), ratio, ""),
    _formula("ratio", msg("first value ÷ second value"), ratio, ""),
    _formula("implied_factor", msg("emissions ÷ final energy"), ratio, ""),
    _formula("count", msg("number of actions that are not cancelled, parts of an action not counted"), total, ""),
    _formula("number", msg("how many there are"), total, ""),
    _formula("negative", msg("the same amount, as a decrease"), negative, ""),
    _formula("largest_difference", msg("largest difference between computed and printed tonnes"), largest_difference, ""),
    _formula("target_reduction", msg("base emissions × promised percentage ÷ 100"), percentage, TARGETS),
    _formula(
        "target_per_capita",
        msg("base emissions × (100 − promised percentage) ÷ 100 ÷ inhabitants in the base year × inhabitants in the target year"),
        allowed_per_head,
        TARGETS,
    ),
    _formula("gap", msg("promised reduction − reduction of all actions; negative where the plan does more"), difference, TARGETS),
    _formula("surplus", msg("reduction of all actions − promised reduction"), difference, TARGETS),
    _formula("budget_share", msg("budget × share ÷ 100"), percentage, ""),
    _formula("change", msg("later value − earlier value"), excess, REPORTING),
    _formula(
        "at_constant_factor",
        msg("emissions without electricity + electricity × factor of the earlier inventory"),
        at_constant_factor,
        REPORTING,
    ),
)

FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {f.name: f for f in (*ACCOUNT, *SUPPLY, *CHP, *ECONOMICS, *PEERS, *DECOMPOSITION)}
)

# Formulas without a division: of numbers they always make a number.
SURE = frozenset({"stated", "same", "sum", "difference", "product", "converted", "negative", "number", "count", "change"})
