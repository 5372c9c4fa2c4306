"""The theme's colours as Word names them: in text and cells by value, in drawings by the slot of the Word theme.

The house's stationery holds the tokens of the house. A colour of it that is still the house's becomes the theme's when a
document is made; one that an agency has changed in Word stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from seapgen.model.theme import Theme
from seapgen.render.word.wordml import attribute

HOUSE: Mapping[str, str] = {
    "ink": "1B2A32", "primary": "0B4F5C", "primary-mid": "2F7482", "primary-line": "1F6471", "primary-soft": "9CC3C8",
    "accent": "E9B44C", "accent-tint": "FCF5E6", "saving": "237567", "warning": "B4502F",
    "muted": "55646C", "line": "CBD4D8", "tint": "EDF3F4", "tint-strong": "D5E5E7",
    "series-1": "0F7B80", "series-2": "E3A72F", "series-3": "7DB7DE", "series-4": "B4502F",
    "series-5": "2B3A67", "series-6": "B286BA", "series-7": "C9D36B", "series-8": "8C979D",
}  # fmt: skip
WHITE = "FFFFFF"
FONT, FALLBACK = "Source Sans 3", "Calibri"
SLOTS = {"ink": "dk1", "primary": "dk2", "tint": "lt2", **{f"series-{n}": f"accent{n}" for n in range(1, 7)}}
_DRAWN = {"dk1": "tx1", "dk2": "tx2", "lt2": "bg2"}  # what drawings call the slots of the theme
_COLOUR = re.compile(r'(?<=")[0-9A-Fa-f]{6}(?=")')  # LibreOffice writes some in small letters


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by token as `RRGGBB`, the text font and its substitute; hashable, so that stationery is dyed once."""

    colours: tuple[tuple[str, str], ...]
    font: str
    fallback: str = FALLBACK

    @classmethod
    def of(cls, theme: Theme) -> Palette:
        """The palette of a theme; a token that it lacks is the house's."""
        given = {name: value.lstrip("#").upper() for name, value in theme.colours.items()}
        font = theme.fonts[0] if theme.fonts else FONT
        return cls(tuple(sorted({**HOUSE, **given}.items())), font, theme.fallback_font or FALLBACK)

    def __getitem__(self, token: str) -> str:
        return next(value for name, value in self.colours if name == token)

    def dye(self, xml: str) -> str:
        """A part of the stationery in the theme's colours and font."""
        # two tokens of the house share a value (warning, series-4): the role, not the series, wins for plain colours
        changed = {HOUSE[name]: value for name, value in reversed(self.colours) if name in HOUSE and HOUSE[name] != value}
        if changed:
            xml = _COLOUR.sub(lambda found: changed.get(found[0].upper(), found[0]), xml)
        for ours, theirs in ((FONT, self.font), (FALLBACK, self.fallback)):
            if ours != theirs:
                name = attribute(theirs)
                # nobody says that another font has a light face, so its regular one stands for it
                xml = xml.replace(f'"{ours}"', f'"{name}"').replace(f'"{ours} Light"', f'"{name}"')
        return xml


HOUSE_PALETTE = Palette(tuple(sorted(HOUSE.items())), FONT)


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour of a drawing: a token, which follows the Word theme where that holds it, or white."""

    token: str
    value: str

    def xml(self) -> str:
        """The colour element of DrawingML."""
        if self.token == "white":
            return '<a:schemeClr val="bg1"/>'
        slot = SLOTS.get(self.token)
        return f'<a:schemeClr val="{_DRAWN.get(slot, slot)}"/>' if slot else f'<a:srgbClr val="{self.value}"/>'

    def on(self) -> str:
        """The token of text on this colour: white or ink, whichever reads better (WCAG 2 relative luminance)."""
        light = _luminance(self.value) + 0.05
        return "white" if 1.05 / light >= light / (_luminance(HOUSE["ink"]) + 0.05) else "ink"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `RRGGBB`, from 1 to 21 (WCAG 2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: str) -> float:
    red, green, blue = (_linear(int(value[n : n + 2], 16) / 255) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92) if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)


class Inks:
    """The inks of a palette by token; `series` counts from 1 and starts again after 8."""

    def __init__(self, palette: Palette) -> None:
        self._inks = {name: Ink(name, value) for name, value in palette.colours} | {"white": Ink("white", WHITE)}

    def __getitem__(self, token: str) -> Ink:
        return self._inks[token]

    def series(self, tone: int) -> Ink:
        """The colour of a series."""
        return self._inks[f"series-{(tone - 1) % 8 + 1}"]
