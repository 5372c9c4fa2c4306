"""Titles on a field of colour: their size, so that the last line stays on the field and the lead where it was."""

from __future__ import annotations

from seapgen.render.svg.lettering import width_of

_ONE_LINE = 372  # points that a title of one line may take at full size
_TO_LEAD = 138.4  # points from the top of the text to the lead
_NUMERAL, _LINE = 76.9, 1.282  # height of the line with the numeral; of a line in its size


def fit_title(title: str, *, is_numbered: bool) -> tuple[str, str]:
    """Direct spacing and run properties for a title of more than one line; nothing for a shorter one."""
    if width_of(title, 27, bold=True) <= _ONE_LINE:
        return "", ""
    most = 22.0 if is_numbered else 27.0
    size = max(14.0, min(most, most * 2 * 345 / width_of(title, most, bold=True)))
    before = 0.0 if is_numbered else 26.0
    height = before + (_NUMERAL if is_numbered else _LINE * size) + _LINE * size
    after = max(24.0, _TO_LEAD - height)
    spacing = f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="216" w:lineRule="auto"/>'
    return spacing, f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size < 27 else ""
