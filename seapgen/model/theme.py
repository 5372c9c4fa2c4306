"""How documents look: tokens that an agency may change in `theme.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

EVERY = ""  # instead of a language: in all of them


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#RRGGBB` by token name, font families with fallbacks, and the agency's logo if it has one.

    `organisation` is what the agency calls itself in documents, by language or for `EVERY` one; empty: as the programme does.

    Tokens: primary primary-soft primary-line primary-mid accent accent-tint ink muted line tint tint-strong saving
    warning series-1 … series-8.
    """

    colours: Mapping[str, str]
    fonts: tuple[str, ...]
    fallback_font: str
    logo_png: bytes | None = None
    organisation: Mapping[str, str] = field(default_factory=dict)

    def series(self, tone: int) -> str:
        """The colour of a series, tones count from 1 and start again after 8."""
        return self.colours[f"series-{(tone - 1) % 8 + 1}"]
