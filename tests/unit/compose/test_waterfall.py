"""The waterfall of a plan whose sectors differ much: Turin's."""

from __future__ import annotations

from functools import cache

from seapgen.model.chart import WaterfallChart, amount
from seapgen.model.document import FigureBlock
from seapgen.model.inline import plain, walk
from tests.support.places import EXAMPLES
from tests.support.plans import plan

NOTE = (
    "Further sectors, each less than one per cent of the emissions of {year}: "
    "Public transport −15,290 t CO₂; Municipal buildings −11,000 t CO₂; Public lighting −7,252 t CO₂."
)


@cache
def figure() -> FigureBlock:  # type: ignore[type-arg]
    """Its figure."""
    tree = plan(EXAMPLES / "turin", "turin", "en")
    return next(n for n in walk(tree.blocks) if isinstance(n, FigureBlock) and isinstance(n.content, WaterfallChart))


def test_small_sectors_are_the_last_step() -> None:
    """Before what remains, whatever they make together."""
    steps = figure().content.steps

    assert [plain(step.label) for step in steps][-2] == "Further sectors"
    assert [plain(step.value).split()[0] for step in steps][-2] == "−33,542"


def test_a_note_names_them_with_their_amounts() -> None:
    """Largest first; no number is lost."""
    year = plain(figure().content.steps[0].label)

    assert [plain(note).replace("\u00a0", " ") for note in figure().notes] == [NOTE.format(year=year)]


def test_the_alternative_text_ends_with_the_note() -> None:
    """Whoever hears the drawing learns what the step is made of."""
    assert plain(figure().alt).endswith(plain(figure().notes[0]))


def test_the_steps_lead_to_what_remains() -> None:
    """The first column and all changes are the last column: none is told twice or left out."""
    *steps, last = figure().content.steps

    assert sum(amount(step.value) for step in steps) == amount(last.value)
