"""The marked text of a PDF page: what each piece of marked content says, by its number (MCID)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_OPERATORS = "q Q cm BDC BMC EMC BT Tf Tm Tj TJ"
_GAP = 0.12  # of the size of letters: what is further apart is two words
_BROKEN = re.compile(r"([-–/\u00ad\u200b]|\b(www\.|https?:)\S*)$")  # what may stand before a break inside a word or an address
_SPAN = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
Object = Any  # pikepdf's objects are typed by what they hold


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in a row on a base line, from `left` to `right`."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Font:
    """What the codes of a font say, and how wide they are in thousandths."""

    letters: Mapping[int, str]
    widths: Mapping[int, float]

    @classmethod
    def of(cls, font: Object) -> Font:
        """A font with codes of two bytes, as Typst writes them."""
        table = font.ToUnicode.read_bytes().decode("latin-1")
        if font.Subtype != "/Type0" or "beginbfrange" in table:
            raise ValueError("a font of another kind than Typst writes")
        pairs = (pair for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL) for pair in _SPAN.findall(block))
        letters = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
        return cls(letters, dict(_widths(list(font.DescendantFonts[0].W))))


def _widths(array: list[Object]) -> Iterator[tuple[int, float]]:
    """`first last width` or `first [width …]`."""
    at = 0
    while at < len(array):
        first, second = int(array[at]), array[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(second))
            at += 2
        else:
            yield from ((code, float(array[at + 2])) for code in range(first, int(second) + 1))
            at += 3


@dataclass(slots=True)
class PageText:
    """Reads the content of a page once; then `runs` holds the runs of each MCID in the order in which they are drawn."""

    fonts: Mapping[str, Font]
    runs: dict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))
    _matrix: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    _text: pikepdf.Matrix = field(default_factory=pikepdf.Matrix)
    _saved: list[pikepdf.Matrix] = field(default_factory=list)
    _marks: list[tuple[int | None, str | None]] = field(default_factory=list)  # MCID; text instead of the letters
    _font: str = ""
    _size: float = 0.0

    def read(self, page: pikepdf.Page) -> None:
        """Walk through the operators."""
        for operands, operator in pikepdf.parse_content_stream(page, _OPERATORS):
            self._step(str(operator), operands)

    def _step(self, operator: str, operands: Object) -> None:
        match operator:
            case "q":
                self._saved.append(self._matrix)
            case "Q":
                self._matrix = self._saved.pop()
            case "cm":
                self._matrix = pikepdf.Matrix(*map(float, operands)) @ self._matrix
            case "BDC" | "BMC":
                self._marks.append(_mark(operands))
            case "EMC":
                self._marks.pop()
            case "Tf":
                self._font, self._size = str(operands[0]), float(operands[1])
            case "Tm":
                self._text = pikepdf.Matrix(*map(float, operands))
            case "Tj":
                self._show([operands[0]])
            case "TJ":
                self._show(list(operands[0]))

    def _show(self, pieces: list[Object]) -> None:
        number = next((mcid for mcid, _ in reversed(self._marks) if mcid is not None), None)
        if number is None:
            return  # decoration, running heads, page numbers
        instead = next((text for _, text in reversed(self._marks) if text is not None), None)
        font, text, width = self.fonts[self._font], "", 0.0
        for piece in pieces:
            if isinstance(piece, pikepdf.String):
                codes = bytes(piece)
                for code in (codes[n] << 8 | codes[n + 1] for n in range(0, len(codes), 2)):
                    text += font.letters[code]
                    width += font.widths[code] * self._size / 1000
            else:
                width -= float(piece) * self._size / 1000
        self._put(number, text if instead is None else instead, width)

    def _put(self, number: int, text: str, width: float) -> None:
        place = self._text @ self._matrix
        scale = abs(place.a)
        self.runs[number].append(Run(text, place.e, place.e + width * scale, place.f, self._size * scale))


def _mark(operands: Object) -> tuple[int | None, str | None]:
    """The MCID of marked content, and the text that stands for its letters."""
    if len(operands) < 2 or not isinstance(operands[1], pikepdf.Dictionary) or operands[0] == "/Artifact":
        return None, None
    mcid, instead = operands[1].get("/MCID"), operands[1].get("/ActualText")
    return None if mcid is None else int(mcid), None if instead is None else str(instead)


def marked(pdf: pikepdf.Pdf) -> dict[tuple[int, int], list[Run]]:
    """The runs of all pages by the number of the page's object and the MCID."""
    fonts: dict[tuple[int, int], Font] = {}
    found: dict[tuple[int, int], list[Run]] = {}
    for page in pdf.pages:
        known = {}
        for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            known[str(name)] = fonts[font.objgen] if font.objgen in fonts else fonts.setdefault(font.objgen, Font.of(font))
        text = PageText(known)
        text.read(page)
        found |= {(page.obj.objgen[0], number): runs for number, runs in text.runs.items()}
    return found


def joined(runs: list[Run]) -> str:
    """Runs as one text: a space where a line ends or a gap is seen."""
    text = ""
    for n, run in enumerate(runs):
        text += (" " if n and _is_parted(runs[n - 1], run, text) else "") + run.text
    return text


def _is_parted(before: Run, run: Run, text: str) -> bool:
    """Whether two runs are two words. A word that is broken at a line end goes on behind it."""
    if abs(run.base - before.base) > 0.5 * before.size:
        return not _BROKEN.search(text)
    return not -1 < run.left - before.right < _GAP * run.size
