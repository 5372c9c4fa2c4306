"""Where text stands: the styles, indents and measure of the page, of a callout, of a card."""

from __future__ import annotations

from dataclasses import dataclass, replace

from seapgen.render.word.wordml import GUTTER, KEEP, MEASURE, WIDE, indent


@dataclass(frozen=True, slots=True)
class Place:
    """Styles of prose and lists, the left edge of text, and what is wide enough for tables and figures (twips)."""

    text: str
    bullet: str
    number: str
    left: int
    measure: int
    keep: str = ""
    is_box: bool = False  # a box of paragraph borders, which joins only paragraphs of one indent
    depth: int = 0  # of lists
    right: int = 0  # what prose leaves free of the measure
    may_break: bool = False  # also a short table may break over pages


PAGE = Place("BodyText", "ListBullet", "ListNumber", GUTTER, MEASURE)
SHEET = Place("BodyText", "ListBullet", "ListNumber", GUTTER, WIDE)  # a page on its side
OPENING_SHEET = replace(SHEET, right=WIDE - MEASURE - 700, may_break=True)  # one with a title
NARROW = indent(GUTTER, right=OPENING_SHEET.right)  # lines across a page on its side would be too long to read
CALLOUT = Place("Callout", "CalloutList", "CalloutNumber", GUTTER + 240, MEASURE - GUTTER - 480, is_box=True)
CARD = Place("CardText", "CardText", "CardText", 0, MEASURE - 240, keep=KEEP)
