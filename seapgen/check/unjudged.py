"""Codes that no function of this room judges: what computing or loading finds, and what is left out."""

from __future__ import annotations

from seapgen.check.rule import Unjudged
from seapgen.model.message import msg

UNJUDGED = (
    Unjudged("E0", msg("Amounts can be converted"),
             msg("Found while computing: an amount has no unit, or one that cannot be turned into MWh or tonnes.")),
    Unjudged("E14", msg("One decimal mark"),
             msg("Found while loading: a number that could be read two ways, or that is none, is asked for and never guessed.")),
    Unjudged("F0", msg("There is a factor"),
             msg("Found while computing: a carrier or fuel has no factor. Nothing is borrowed from another factor set.")),
    Unjudged("S0", msg("Emissions of plants are known"),
             msg("Found while computing: the local factor is asked for, but a plant or purchase says nothing of its emissions.")),
    Unjudged("C3", msg("Totals of the publication"),
             msg("The publication of a whole programme is not made yet; its totals will be computed from the municipalities, so"
                 " that nothing typed can differ."), is_left_out=True),
)  # fmt: skip
