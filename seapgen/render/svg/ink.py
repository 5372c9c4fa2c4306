"""Two inks for one painter: paper (colours of the theme) and screen (classes that the stylesheet colours).

Shapes are painted by role: `primary mid soft saving warning paper s1 … s8`, on maps `sea`, `land` (with an edge) and `coast`
(without). Strokes are `axis target`, on maps `border`, and, for lines of data, `s1 … s8` whole or dashed.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal, Protocol, TypeAlias

from seapgen.model.theme import Theme
from seapgen.render.svg.lettering import MEASURED

Role: TypeAlias = str
Tint: TypeAlias = Literal["ink", "muted", "warning"]


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text is written. `inside` is the role of the shape it stands on; a `halo` keeps it readable on lines."""

    bold: bool = False
    small: bool = False
    tint: Tint = "ink"
    inside: Role = ""
    halo: bool = False


class Ink(Protocol):
    """What the painter asks of a medium: text sizes in drawing units and attributes."""

    @property
    def size(self) -> float:
        """Size of normal text."""
        ...

    @property
    def small(self) -> float:
        """Size of small text."""
        ...

    @property
    def digits(self) -> int:
        """Decimals of lengths."""
        ...

    def fill(self, role: Role) -> str:
        """Attributes of a filled shape."""
        ...

    def ring(self, role: Role) -> str:
        """Attributes of a dot with a ring in the colour of the ground."""
        ...

    def stroke(self, role: Role, *, dashed: bool) -> str:
        """Attributes of a line."""
        ...

    def text(self, pen: Pen) -> str:
        """Attributes of a text."""
        ...

    def head(self, width: float, height: float) -> str:
        """The opening tag of the drawing, with what names it."""
        ...


_TOKENS = {
    "mid": "primary-mid", "soft": "primary-soft", "axis": "muted", "target": "warning", "muted": "muted", "ink": "ink",
    "sea": "tint-strong", "border": "muted",
}  # fmt: skip
_WHITE = frozenset({"paper", "land", "coast"})


@dataclass(frozen=True, slots=True)
class PaperInk:
    """Colours and font of the theme; one unit is one point on paper."""

    theme: Theme
    size: float = 8.5
    small: float = 7.6
    digits: int = 2

    def fill(self, role: Role) -> str:
        """Attributes of a filled shape."""
        edge = f' stroke="{self._colour("border")}" stroke-width="0.5" stroke-linejoin="round"' if role == "land" else ""
        return f'fill="{self._colour(role)}"{edge}'

    def ring(self, role: Role) -> str:
        """Attributes of a dot with a ring in the colour of the ground."""
        return f'fill="{self._colour(role)}" stroke="#FFFFFF" stroke-width="1"'

    def stroke(self, role: Role, *, dashed: bool) -> str:
        """Attributes of a line."""
        width = {"axis": 0.7, "target": 1.1, "border": 0.5}.get(role, 1.6 if dashed else 2.4)
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        return f'fill="none" stroke="{self._colour(role)}" stroke-width="{width}" stroke-linejoin="round"{dash}'

    def text(self, pen: Pen) -> str:
        """Attributes of a text."""
        colour = self._on(pen.inside) if pen.inside else self._colour(pen.tint)
        weight = ' font-weight="600"' if pen.bold else ""
        halo = ' stroke="#FFFFFF" stroke-width="2.4" stroke-linejoin="round" paint-order="stroke"' if pen.halo else ""
        return f'font-size="{self.small if pen.small else self.size}" fill="{colour}"{weight}{halo}'

    def head(self, width: float, height: float) -> str:
        """The opening tag of the drawing."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}pt" height="{height:.1f}pt"'
            f' viewBox="0 0 {width:.0f} {height:.1f}" font-family="{MEASURED}">'
        )

    def _colour(self, role: Role) -> str:
        if role in _WHITE:
            return "#FFFFFF"
        if role[0] == "s" and role[1:].isdecimal():
            return self.theme.series(int(role[1:]))
        return self.theme.colours[_TOKENS.get(role, role)]

    def _on(self, role: Role) -> str:
        """White or ink, whichever is stronger on a fill."""
        fill, ink = self._colour(role), self.theme.colours["ink"]
        return "#FFFFFF" if contrast("#FFFFFF", fill) >= contrast(ink, fill) else ink


@dataclass(frozen=True, slots=True)
class ScreenInk:
    """Class names only, so that one drawing serves light, dark, print and forced colours; one unit is one CSS pixel.

    The stylesheet needs: fills `.f-ROLE`, dots `.f-ROLE.ring`, lines `.l-axis .l-target .l-border .l-s1 … .l-s8` with `.dashed`;
    texts without class (13 px), `.b` bold, `.k` small (12 px), `.m` muted and small, `.warn`, `.halo`, and `.os1 … .os8`, small
    text on a series. `title` and `alt` name the drawing; one without title is hidden from assistive tools.
    """

    name: str = ""  # class of the drawing: wide, narrow
    id: str = ""  # unique on the page, where there is a title
    title: str = ""
    alt: str = ""
    size: float = 13.0
    small: float = 12.0
    digits: int = 1  # nobody sees less than a tenth of a pixel, and a page has thousands of lengths

    def fill(self, role: Role) -> str:
        """Attributes of a filled shape."""
        return f'class="f-{role}"'

    def ring(self, role: Role) -> str:
        """Attributes of a dot with a ring in the colour of the ground."""
        return f'class="f-{role} ring"'

    def stroke(self, role: Role, *, dashed: bool) -> str:
        """Attributes of a line."""
        return f'class="l-{role}{" dashed" if dashed else ""}"'

    def text(self, pen: Pen) -> str:
        """Attributes of a text."""
        small = "" if pen.inside or pen.tint == "muted" or not pen.small else "k"
        tint = {"ink": "", "muted": "m", "warning": "warn"}[pen.tint]
        names = (f"o{pen.inside}" if pen.inside else "", small, tint, "b" if pen.bold else "", "halo" if pen.halo else "")
        classes = " ".join(name for name in names if name)
        return f'class="{classes}"' if classes else ""

    def head(self, width: float, height: float) -> str:
        """The opening tag of the drawing."""
        size = f'viewBox="0 0 {width:.0f} {height:.1f}" width="{width:.0f}" height="{height:.1f}"'
        name = f' class="{escape(self.name)}"' if self.name else ""
        if not self.title:
            return f'<svg{name} {size} aria-hidden="true" focusable="false">'
        ident = escape(self.id)
        return (
            f'<svg{name} {size} role="img" aria-labelledby="{ident}-t {ident}-d">'
            f'<title id="{ident}-t">{escape(self.title)}</title><desc id="{ident}-d">{escape(self.alt)}</desc>'
        )


def contrast(one: str, other: str) -> float:
    """Contrast of two colours `#RRGGBB`, from 1 to 21 (WCAG 2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2)."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
