"""The sheet that charts are drawn on: it collects shapes and texts; y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Literal, TypeAlias

from seapgen.model.inline import FigureInline, Inline, plain
from seapgen.render.svg.ink import Ink, Pen, Role
from seapgen.render.svg.lettering import broken, width_of

Anchor: TypeAlias = Literal["start", "middle", "end"]
_PLAIN = Pen()
_KEY = Pen(small=True, tint="muted")


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure as the painter needs it: its length, its letters, and who it is (attributes with the exact value)."""

    value: float
    number: str  # without unit
    text: str  # with unit
    identity: str

    @classmethod
    def of(cls, value: Inline | None) -> Mark:
        """The mark of a chart value; an absent one, or one that is no number, has length 0 and no identity."""
        if value is None:
            return cls(0.0, "", "", "")
        text = plain(value)
        if isinstance(value, FigureInline) and isinstance(value.value, Decimal):
            identity = f' data-figure="{escape(value.id)}" data-value="{value.value:f}"'
            return cls(float(value.value), value.number or text, text, identity)
        return cls(0.0, text, text, "")


class Canvas:
    """Shapes and texts of one drawing. `unit` is one point of the paper layout, larger on the screen."""

    def __init__(self, ink: Ink, width: float) -> None:
        self.ink, self.width = ink, width
        self.unit = ink.size / 8.5
        self.leading = ink.size * 1.13
        self._parts: list[str] = []

    def size(self, pen: Pen) -> float:
        """Size of a pen's letters."""
        return self.ink.small if pen.small or pen.inside or pen.tint == "muted" else self.ink.size

    def measure(self, text: str, pen: Pen = _PLAIN) -> float:
        """Width of a text as a pen writes it."""
        return width_of(text, self.size(pen), bold=pen.bold)

    def lines(self, text: str, width: float, pen: Pen = _PLAIN) -> tuple[str, ...]:
        """A text broken to a width."""
        return broken(text, width, self.size(pen), bold=pen.bold)

    def rect(self, x: float, y: float, width: float, height: float, role: Role, identity: str = "") -> None:
        """A filled rectangle; one without extent is kept for its exact value, but not seen."""
        size = f'width="{self._short(max(width, 0))}" height="{self._short(max(height, 0))}"'
        self._parts.append(f'<rect {self.ink.fill(role)} x="{self._short(x)}" y="{self._short(y)}" {size}{identity}/>')

    def line(self, points: Sequence[tuple[float, float]], role: Role, identity: str = "", *, dashed: bool = False) -> None:
        """A line through points."""
        steps = "L".join(f"{self._short(x)} {self._short(y)}" for x, y in points)
        self._parts.append(f'<path {self.ink.stroke(role, dashed=dashed)} d="M{steps}"{identity}/>')

    def area(self, rings: Sequence[Sequence[tuple[float, float]]], role: Role) -> None:
        """Filled outlines, all in one shape."""
        steps = "".join("M" + "L".join(f"{self._short(x)} {self._short(y)}" for x, y in ring) + "Z" for ring in rings)
        if steps:
            self._parts.append(f'<path {self.ink.fill(role)} d="{steps}"/>')

    def dot(self, x: float, y: float, role: Role, identity: str, radius: float = 0.0) -> None:
        """A data point, or another point with a radius of its own."""
        place = f'cx="{self._short(x)}" cy="{self._short(y)}" r="{self._short(radius or 3 * self.unit)}"'
        self._parts.append(f"<circle {self.ink.ring(role)} {place}{identity}/>")

    def text(self, x: float, y: float, text: str, pen: Pen = _PLAIN, anchor: Anchor = "start", identity: str = "") -> None:
        """A text on its base line."""
        if text:
            side = "" if anchor == "start" else f' text-anchor="{anchor}"'
            attributes = " ".join(filter(None, (f'x="{self._short(x)}" y="{self._short(y)}"{side}', self.ink.text(pen))))
            self._parts.append(f"<text {attributes}{identity}>{escape(text, quote=False)}</text>")

    def key(self, entries: Sequence[tuple[str, Role, Literal["box", "line", "dash"]]]) -> float:
        """A key of samples and names from left to right in as many lines as needed; the height it takes."""
        x, y, u = 0.0, self.size(_KEY), self.unit
        for name, role, sample in entries:
            head = (12 if sample == "box" else 21) * u
            lines = self.lines(name, self.width - head, _KEY)
            taken = head + max(self.measure(line, _KEY) for line in lines)
            if x and x + taken > self.width:
                x, y = 0.0, y + 13 * u
            self._sample(x, y - self.size(_KEY) * 0.35, role, sample)
            for n, line in enumerate(lines):
                self.text(x + head, y + n * 11 * u, line, _KEY)
            y += (len(lines) - 1) * 11 * u
            x += taken + 14 * u
        return y + 11 * u

    def _sample(self, x: float, middle: float, role: Role, sample: str) -> None:
        if sample == "box":
            self.rect(x, middle - 4 * self.unit, 8 * self.unit, 8 * self.unit, role)
        else:
            self.line(((x, middle), (x + 17 * self.unit, middle)), role, dashed=sample == "dash")

    def svg(self, height: float) -> str:
        """The finished drawing."""
        return f"{self.ink.head(self.width, height)}{''.join(self._parts)}</svg>"

    def _short(self, length: float) -> str:
        """A length without zeros at its end."""
        return f"{length:.{self.ink.digits}f}".rstrip("0").rstrip(".")
