"""The formula of a place among peers."""

from __future__ import annotations

from decimal import Decimal

from seapgen.compute.exact import exactly, quotient
from seapgen.model.message import msg
from seapgen.model.results import Formula


def percentile(value: Decimal, low_pct: Decimal, low: Decimal, high_pct: Decimal, high: Decimal) -> Decimal:
    """The percentage at a value that lies between two percentiles, by a straight line."""
    return low_pct + quotient((value - low) * (high_pct - low_pct), high - low)


PEERS = (
    Formula(
        "peer_percentile",
        msg("lower percentage + (value − lower percentile) ÷ (upper − lower percentile) × (upper − lower percentage)"),
        exactly(percentile),
        "",
    ),
)
