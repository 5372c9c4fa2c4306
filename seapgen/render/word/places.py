"""Where text stands: the styles, indents and measure of the page, of a callout, of a card."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.render.word.wordml import GUTTER, KEEP, MEASURE, WIDE


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


PAGE = Place("BodyText", "ListBullet", "ListNumber", GUTTER, MEASURE)
SHEET = Place("BodyText", "ListBullet", "ListNumber", GUTTER, WIDE)  # a page on its side
CALLOUT = Place("Callout", "CalloutList", "CalloutNumber", GUTTER + 240, MEASURE - GUTTER - 480, is_box=True)
CARD = Place("CardText", "CardText", "CardText", 0, MEASURE - 240, keep=KEEP)
