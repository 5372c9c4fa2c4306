"""Combined heat and power: how the emissions of a plant divide between electricity and heat."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.exact import exactly, quotient
from seapgen.model.message import msg
from seapgen.model.results import Formula

HEAT_EFFICIENCY, POWER_EFFICIENCY = Decimal("0.90"), Decimal("0.40")
GUIDEBOOK = (
    "Covenant of Mayors, SEAP guidebook, part II (JRC 2010), combined heat and power, with its typical efficiencies"
    " (heat 0.90, electricity 0.40); the printed page was not at hand"
)


def of_heat(heat: Decimal, power: Decimal, emitted: Decimal) -> Decimal:
    """Emissions of the heat, [heat/0.90 / (heat/0.90 + electricity/0.40)] × all, in t; with neither product, nothing."""
    fuel_of_heat, fuel_of_power = heat / HEAT_EFFICIENCY, power / POWER_EFFICIENCY
    whole = fuel_of_heat + fuel_of_power
    return quotient(fuel_of_heat * emitted, whole) if whole else Decimal(0)


def of_power(emitted: Decimal, heat_t: Decimal) -> Decimal:
    """Emissions of the electricity, what the heat leaves, in t."""
    return emitted - heat_t


CHP = (
    Formula(
        "chp_heat",
        msg("(heat ÷ 0.90) ÷ (heat ÷ 0.90 + electricity ÷ 0.40) × emissions of the plant"),
        exactly(of_heat),
        GUIDEBOOK,
    ),
    Formula("chp_electricity", msg("emissions of the plant − what its heat takes"), exactly(of_power), GUIDEBOOK),
)
