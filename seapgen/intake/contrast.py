"""Contrast of two colours, as the Web Content Accessibility Guidelines 2.2 define it (relative luminance, sRGB)."""

from __future__ import annotations

from decimal import Decimal

MIN_CONTRAST = Decimal("4.5")  # WCAG 2.2, success criterion 1.4.3
_WEIGHTS = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))


def contrast(one: str, other: str) -> Decimal:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + Decimal("0.05")) / (dark + Decimal("0.05"))


def _luminance(colour: str) -> Decimal:
    channels = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return sum((weight * _linear(Decimal(c) / 255) for weight, c in zip(_WEIGHTS, channels, strict=True)), Decimal(0))


def _linear(channel: Decimal) -> Decimal:
    if channel <= Decimal("0.04045"):
        return channel / Decimal("12.92")
    return ((channel + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
