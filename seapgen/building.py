"""An order answered: at once where nothing has changed since it was answered before, else by making what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from seapgen.execute.office import office_for
from seapgen.model.order import Built, Order
from seapgen.standing import unchanged

Tell = Callable[[str, int, int, str], None]  # a verb, how much is done, of how much, what is in hand


def build(folder: Path, out: Path, order: Order, tell: Tell = lambda verb, done, of, what: None) -> Built:
    """Everything that an order asks for and that is missing or out of date. Raises what `pipeline.build` does."""
    office = office_for(order)  # whoever lacks it is told before anything is done
    if (built := unchanged(folder, out, order, office)) is not None:
        return built
    from seapgen.pipeline import build as build_products  # heavy: all that loads, computes and composes

    return build_products(folder, out, order, tell)
