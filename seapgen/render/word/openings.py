"""Titles on a field of colour: their size, so that the last line stays on the field and the lead where it was."""

from __future__ import annotations

from seapgen.render.svg.lettering import width_of
from seapgen.render.word.wordml import BOLDER, sized

_ONE_LINE = 372  # points that a title of one line may take at full size
_ONE_TURNED_LINE = 620  # the same on a page that lies on its side
_LEAST = 18  # points of a title that is made smaller to stay on one line
_TO_LEAD = 138.4  # points from the top of the text to the lead
_LINE = 1.282  # height of a line in its size
_TIGHT, _TIGHT_NUMERAL = 1.187, 71.2  # the same where lines stand closer; height of the line with the numeral


def fit_title(title: str, *, is_numbered: bool) -> tuple[str, str]:
    """Direct spacing and run properties of a long title; nothing for one that fits."""
    width = width_of(title, 27, bold=True) * BOLDER
    if width <= _ONE_LINE:
        return "", ""
    if width * _LEAST <= _ONE_LINE * 27:  # a little too long: smaller, but on one line
        size = int(54 * _ONE_LINE / width) / 2
        before, after = (10.0, 51.5) if is_numbered else (45.5 + _LINE * (27 - size), 58.3)
        return _spacing(before, after), sized(size)
    most = 22.0 if is_numbered else 27.0
    size = max(14.0, min(most, 27 * 2 * 345 / width))
    before = 0.0 if is_numbered else 26.0
    height = before + (_TIGHT_NUMERAL if is_numbered else _TIGHT * size) + _TIGHT * size
    after = max(24.0, _TO_LEAD - height)
    return _spacing(before, after, 200), sized(size) if size < 27 else ""


def turned_title(title: str) -> tuple[str, str]:
    """The same for a title at the head of a page that lies on its side: the lead follows at once."""
    width = width_of(title, 27, bold=True) * BOLDER
    size = int(54 * _ONE_TURNED_LINE / max(width, _ONE_TURNED_LINE)) / 2
    return _spacing(0, 18), sized(max(size, _LEAST)) if size < 27 else ""


def _spacing(before: float, after: float, line: int = 216) -> str:
    """Spacing; `line` in 240ths of the font's own."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{line}" w:lineRule="auto"/>'
