"""A drawing read back: its texts as boxes, its marks."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from seapgen.render.svg.lettering import width_of

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    """Where a text stands."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    def overlaps(self, other: Box) -> bool:
        """Whether two texts share ground; a hair does not count."""
        hair = 0.4
        beside = self.x1 - hair <= other.x0 or other.x1 - hair <= self.x0
        return not beside and self.y0 < other.y1 - hair and other.y0 < self.y1 - hair

    def is_inside(self, other: Box) -> bool:
        """Whether a text lies wholly on a bar."""
        return other.x0 - 0.1 <= self.x0 and self.x1 <= other.x1 + 0.1 and other.y0 <= self.y0 and self.y1 <= other.y1


def parsed(svg: str) -> ET.Element:
    """The drawing as a tree."""
    return ET.fromstring(svg)


def elements(svg: str, name: str) -> list[ET.Element]:
    """All elements of a name; a drawing for the screen has no namespace."""
    return [element for element in parsed(svg).iter() if element.tag.removeprefix(SVG) == name]


def size(svg: str) -> tuple[float, float]:
    """Width and height of the drawing."""
    _, _, width, height = parsed(svg).attrib["viewBox"].split()
    return float(width), float(height)


def boxes(svg: str) -> list[Box]:
    """Every text with its extent: 0.72 em above the base line, 0.2 em below."""
    found = []
    for element in elements(svg, "text"):
        letters, bold = _pen(element)
        width, x, y = width_of(element.text or "", letters, bold=bold), float(element.attrib["x"]), float(element.attrib["y"])
        x -= width * {"middle": 0.5, "end": 1.0}.get(element.attrib.get("text-anchor", ""), 0.0)
        found.append(Box(element.text or "", x, y - 0.72 * letters, x + width, y + 0.2 * letters))
    return found


def bars_of(svg: str) -> list[Box]:
    """Every bar, segment, column and sample of a key that has an extent."""
    found = []
    for rect in elements(svg, "rect"):
        x, y, width, height = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        if width and height:
            found.append(Box("", x, y, x + width, y + height))
    return found


def marks(svg: str) -> dict[str, str]:
    """Figure id -> exact value, of everything that is drawn."""
    found = {}
    for element in parsed(svg).iter():
        for prefix in ("data-", "data-width-"):
            if f"{prefix}figure" in element.attrib:
                found[element.attrib[f"{prefix}figure"]] = element.attrib[f"{prefix}value"]
    return found


def _pen(element: ET.Element) -> tuple[float, bool]:
    if "font-size" in element.attrib:
        return float(element.attrib["font-size"]), element.attrib.get("font-weight") == "600"
    classes = element.attrib.get("class", "").split()
    is_small = any(name in ("k", "m") or name.startswith("os") for name in classes)
    return 12.0 if is_small else 13.0, "b" in classes
