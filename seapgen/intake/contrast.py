"""Contrast of two colours, as the Web Content Accessibility Guidelines 2.2 define it (relative luminance, sRGB)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

MIN_CONTRAST = Decimal("4.5")  # WCAG 2.2, success criterion 1.4.3
WHITE = "white"
PAIRS = (  # letters and what they stand on, as Word and PDF print them; a test reads them from the templates and styles
    (WHITE, "primary"), (WHITE, "saving"), ("primary-soft", "primary"),
    ("ink", WHITE), ("ink", "tint"), ("ink", "tint-strong"), ("ink", "accent-tint"), ("ink", "accent"),
    ("muted", WHITE), ("muted", "tint"), ("muted", "accent-tint"),
    ("primary", WHITE), ("primary", "tint"), ("primary", "tint-strong"), ("primary", "accent-tint"),
    ("warning", WHITE),
)  # fmt: skip
LABELLED = tuple(f"series-{n}" for n in range(1, 9))  # fields of charts: their labels are white or ink, whichever is stronger
_WEIGHTS = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))


def contrast(one: str, other: str) -> Decimal:
    """The contrast ratio of two colours `#RRGGBB`, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + Decimal("0.05")) / (dark + Decimal("0.05"))


def weak_pairs(colours: Mapping[str, str]) -> Iterator[tuple[str, str, Decimal]]:
    """Letters and grounds of a theme that cannot be told apart well enough, with their contrast."""
    all_colours = {**colours, WHITE: "#FFFFFF"}
    for letters, ground in PAIRS:
        value = contrast(all_colours[letters], all_colours[ground])
        if value < MIN_CONTRAST:
            yield letters, ground, value
    for field in LABELLED:
        value = max(contrast(all_colours[letters], colours[field]) for letters in (WHITE, "ink"))
        if value < MIN_CONTRAST:
            yield "ink", field, value


def _luminance(colour: str) -> Decimal:
    channels = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return sum((weight * _linear(Decimal(c) / 255) for weight, c in zip(_WEIGHTS, channels, strict=True)), Decimal(0))


def _linear(channel: Decimal) -> Decimal:
    if channel <= Decimal("0.04045"):
        return channel / Decimal("12.92")
    return ((channel + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")
