"""The fonts inside a page: of three weights, only the parts whose letters the page shows."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from seapgen import resources
from seapgen.model.artifact import Sibling
from seapgen.model.document import Localised
from seapgen.model.inline import CrossReference, FigureInline, Text, walk
from seapgen.model.outfit import Face

FAMILY = "Seapgen Text"
WEIGHTS = (300, 400, 600)
ALWAYS = "latin"  # digits, signs and the unaccented alphabet
_LICENCE = (
    f"/* {FAMILY} is a subset of Source Sans 3, © 2023 Adobe (http://www.adobe.com/), SIL Open Font License 1.1,"
    " renamed as the licence asks. */\n"
)


def faces(letters: frozenset[str]) -> str:
    """The `@font-face` rules of all parts that hold one of the letters."""
    parts = [part for part, ranges in _parts().items() if part == ALWAYS or _holds(ranges, letters)]
    return _LICENCE + "".join(_face(weight, part) for weight in WEIGHTS for part in parts)


def own_style(own: Sequence[Face], families: Sequence[str]) -> str:
    """The agency's font files and the rules that put them before the house's; nothing where it has none.

    Charts keep the house's font: their labels are placed by its widths.
    """
    if not own:
        return ""
    stack = ",".join(f'"{name}"' for name in (*families, FAMILY))
    return "".join(map(_own_face, own)) + f':root{{--font:{stack},sans-serif}}\n.chart svg{{font-family:"{FAMILY}",sans-serif}}\n'


def _own_face(face: Face) -> str:
    """One `@font-face` rule with the whole file. A face of 400 or less stands for lighter ones, a bold one for semibold."""
    data = base64.b64encode(Path(face.path).read_bytes()).decode("ascii")
    kind, form = ("otf", "opentype") if face.path.lower().endswith(".otf") else ("ttf", "truetype")
    slope = "italic" if face.is_italic else "normal"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{slope};font-display:swap;'
        f'src:url(data:font/{kind};base64,{data}) format("{form}")}}\n'
    )


def letters(document: Localised, siblings: Sequence[Sibling]) -> frozenset[str]:
    """All letters that lines of a document and links to its siblings can show."""
    return frozenset("".join(_texts(document, siblings)))


def _texts(document: Localised, siblings: Sequence[Sibling]) -> Iterable[str]:
    for node in walk(document):
        match node:
            case Text(text) | CrossReference(text=text):
                yield text
            case FigureInline():
                yield node.text + node.number + node.suffix
            case _:
                continue
    yield from (sibling.label for sibling in siblings)


@cache
def _face(weight: int, part: str) -> str:
    file = resources.folder("templates") / "web" / "fonts" / f"text-{weight}-{part}.woff2"
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    reach = ",".join(f"U+{first:X}-{last:X}" for first, last in _parts()[part])
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-display:swap;unicode-range:{reach};'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}\n'
    )


@cache
def _parts() -> dict[str, list[tuple[int, int]]]:
    """Ranges of letters by part, first to last, as the maker of the fonts wrote them."""
    path = resources.folder("templates") / "web" / "fonts" / "parts.json"
    table: dict[str, list[tuple[int, int]]] = json.loads(path.read_text(encoding="utf-8"))
    return table


def _holds(ranges: list[tuple[int, int]], letters: frozenset[str]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges for letter in letters)
