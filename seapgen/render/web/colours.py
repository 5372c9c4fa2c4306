"""The theme as CSS variables: light tokens as they are, dark ones derived, every text readable on its ground.

Contrast is that of WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of relative luminances. An agency may choose any colour; a text colour
that would be too weak on its ground is moved in lightness, its hue stays.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from seapgen.model.theme import Theme

READABLE = 4.5  # WCAG 2.2, 1.4.3, level AA for text of normal size
WHITE, BLACK = "#ffffff", "#000000"
SERIES = range(1, 9)
_STEPS = 64
_DARK = {  # neutral grounds and letters of the dark look; they belong to no agency
    "paper": "#10191d", "ink": "#e4ebed", "muted": "#a3b3b9", "line": "#35454c", "tint": "#18252a", "tint-strong": "#213339",
    "accent-tint": "#26231a",
}  # fmt: skip
_LIGHTEST_GROUND = 1.4  # a tinted ground is at most that far from white, so that dark letters stay readable


def style(theme: Theme) -> str:
    """The rules that set the variables: for all media, and for dark screens."""
    light, dark = light_tokens(theme), dark_tokens(theme)
    paper = f"@page{{@bottom-right{{color:{light['muted']}}}}}\n"  # the margin of a sheet knows no variables
    return f"{paper}:root{{{_declared(light)}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{_declared(dark)}}}}}\n"


def light_tokens(theme: Theme) -> dict[str, str]:
    """Token name → `#rrggbb` on white paper."""
    given = {name: colour.lower() for name, colour in theme.colours.items()}
    grounds = {name: _pale(given[name]) for name in ("tint", "tint-strong", "accent-tint")}
    papers = (WHITE, *grounds.values())
    letters = {name: readable(given[name], papers) for name in ("ink", "muted", "primary")}
    letters |= {name: readable(given[name], (WHITE,)) for name in ("saving", "warning")}
    band = {
        "band": given["primary"], "band-line": given["primary-line"], "on-band": on(given["primary"]),
        "band-soft": readable(given["primary-soft"], (given["primary"],)),
    }  # fmt: skip
    fills = {"bar": given["primary"], "mid": given["primary-mid"], "soft": given["primary-soft"], "line": given["line"]}
    return {"paper": WHITE, **grounds, **letters, **band, **fills, **_accent(given), **_series(theme), **_marks(letters)}


def dark_tokens(theme: Theme) -> dict[str, str]:
    """Token name → `#rrggbb` on dark paper: hue and role stay, letters are lifted, bands darkened."""
    given = {name: colour.lower() for name, colour in theme.colours.items()}
    papers = tuple(_DARK[name] for name in ("paper", "tint", "tint-strong", "accent-tint"))
    letters = {
        "primary": readable(_toned(given["primary"], 0.52, 0.67), papers),
        "saving": readable(_toned(given["saving"], 0.7, 0.56), papers[:1]),
        "warning": readable(_toned(given["warning"], 1.3, 0.67), papers[:1]),
    }
    deep = _toned(given["primary"], 1.0, 0.155)
    band = {
        "band": deep, "band-line": _toned(given["primary-line"], 1.05, 0.2), "on-band": on(deep),
        "band-soft": readable(given["primary-soft"], (deep,)),
    }  # fmt: skip
    fills = {
        "bar": _toned(given["primary"], 0.45, 0.52),
        "mid": _toned(given["primary-mid"], 0.8, 0.4),
        "soft": _toned(given["primary-soft"], 0.9, 0.335),
    }
    return {**_DARK, **letters, **band, **fills, **_accent(given), **_series(theme, _DARK["paper"]), **_marks(letters)}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on(ground: str) -> str:
    """White, ink or black: what can be read on a ground. One of white and black always reaches 4.58."""
    if contrast(WHITE, ground) >= READABLE:
        return WHITE
    ink = _DARK["paper"]
    return ink if contrast(ink, ground) >= READABLE else BLACK


def readable(colour: str, grounds: Sequence[str]) -> str:
    """The colour, or the nearest lightness of it that reaches 4.5:1 on all grounds, which are all dark or all light."""
    goal = 0.0 if max(contrast(WHITE, ground) for ground in grounds) < READABLE else 1.0
    hue, start, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS + 1):
        lightness = start + (goal - start) * step / _STEPS
        found = colour if step == 0 else _hex(hue, lightness, saturation)
        if all(contrast(found, ground) >= READABLE for ground in grounds):
            return found
    return BLACK if goal == 0.0 else WHITE


def _accent(given: dict[str, str]) -> dict[str, str]:
    return {"accent": given["accent"], "on-accent": on(given["accent"])}


def _series(theme: Theme, paper: str = WHITE) -> dict[str, str]:
    """Series colours with the letters on them; on dark paper those that would sink are lifted."""
    found: dict[str, str] = {}
    for n in SERIES:
        colour = theme.series(n).lower()
        if paper != WHITE and contrast(colour, paper) < READABLE:
            colour = readable(_toned(colour, 0.75, 0.46), (paper,))
        found |= {f"s{n}": colour, f"os{n}": on(colour)}
    return found


def _marks(letters: dict[str, str]) -> dict[str, str]:
    """Letters on the ground of a finished state."""
    return {"on-saving": on(letters["saving"])}


def _pale(colour: str) -> str:
    """A ground that is light enough for dark letters."""
    hue, start, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(_STEPS):
        found = colour if step == 0 else _hex(hue, start + (1 - start) * step / _STEPS, saturation)
        if contrast(WHITE, found) <= _LIGHTEST_GROUND:
            return found
    return WHITE


def _toned(colour: str, saturation: float, lightness: float) -> str:
    """The hue of a colour at another lightness, its saturation multiplied."""
    hue, _, found = colorsys.rgb_to_hls(*_channels(colour))
    return _hex(hue, lightness, min(1.0, found * saturation))


def _declared(tokens: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in sorted(tokens.items()))


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _hex(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in colorsys.hls_to_rgb(hue, lightness, saturation))
