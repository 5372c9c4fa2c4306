"""Formulas of local electricity and heat (tables C and D of the template)."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.exact import exactly, quotient
from seapgen.model.message import msg
from seapgen.model.results import Formula

ANNEX = "Covenant of Mayors, technical annex to the SEAP template instructions: the emission factors"
GUIDEBOOK = "Covenant of Mayors, SEAP guidebook, part II (JRC 2010), heat"


def efe(used: Decimal, national: Decimal, made: Decimal, made_t: Decimal, bought: Decimal, bought_t: Decimal) -> Decimal:
    """Local electricity factor, [(TCE − LPE − GEP)·NEEFE + CO2LPE + CO2GEP] / TCE, in t/MWh.

    TCE electricity used, LPE made locally (no ETS plants, none above 20 MW), GEP certified green electricity that the
    local authority buys, NEEFE national factor.
    """
    return quotient((used - made - bought) * national + made_t + bought_t, used)


def efe_exporter(made: Decimal, made_t: Decimal, bought: Decimal, bought_t: Decimal) -> Decimal:
    """Local electricity factor where more is made and bought than used: (CO2LPE + CO2GEP) / (LPE + GEP), in t/MWh."""
    return quotient(made_t + bought_t, made + bought)


def efh(local_t: Decimal, imported_t: Decimal, exported_t: Decimal, used: Decimal) -> Decimal:
    """Local heat factor, (CO2LPH + CO2IH − CO2EH) / LHC, in t/MWh."""
    return quotient(local_t + imported_t - exported_t, used)


SUPPLY = (
    Formula(
        "efe",
        msg(
            "[(electricity used − made locally − green electricity bought) × national factor"
            " + emissions of local production + emissions of the green electricity] ÷ electricity used"
        ),
        exactly(efe),
        ANNEX,
    ),
    Formula(
        "efe_exporter",
        msg(
            "(emissions of local production + emissions of the green electricity)"
            " ÷ (electricity made locally + green electricity bought), as more is made and bought than used"
        ),
        exactly(efe_exporter),
        ANNEX,
    ),
    Formula(
        "efh",
        msg("(emissions of local heat + of imported heat − of exported heat) ÷ heat used"),
        exactly(efh),
        GUIDEBOOK,
    ),
)
