"""How far a plan has come: actions by status, money spent, and what has been reached of the promise.

Cancelled actions have a status too, and may have cost money; as in the plan, no sum over all actions counts them. An amount that
a parent action gives stands for all its parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from seapgen.compute.ledger import Ledger
from seapgen.compute.plan import counted, living
from seapgen.compute.trend import UPDATED, series
from seapgen.model.action import Action
from seapgen.model.municipality import Municipality
from seapgen.model.results import Cell, InventoryResult
from seapgen.model.units import Unit
from seapgen.model.vocabulary import Scope, Status

ALL, NO_STATUS = "all", "none"  # keys beside those of the list of statuses
AMOUNTS = ("cost_eur", "spent_eur", "co2_reduction_t")


def write_progress(book: Ledger, municipality: Municipality, inventories: Sequence[InventoryResult], unit: Unit) -> None:
    """Write what monitoring reports beside the inventories; `unit` is that of the actions' tonnes."""
    _write_spent(book, living(municipality))
    actions = {a.id: a for a in municipality.actions}
    for status in (*Status, None):
        _write_status(book, actions, str(status or NO_STATUS), {a.id for a in actions.values() if a.status is status}, unit)
    _write_status(book, actions, ALL, set(living(municipality)), unit)
    order = series(inventories)
    for later in order[1:]:
        _write_reached(book, municipality, order[0], later)


def _write_spent(book: Ledger, actions: Mapping[str, Action]) -> None:
    """Money spent on the actions of the plan, and what it is of their cost."""
    parts = [f"action.{a.id}.spent_eur" for a in counted(actions, book, "spent_eur")]
    if book.total("plan.spent_eur", Unit.EUR, parts):
        book.divide("plan.spent_pct", Unit.PERCENT, "share", "plan.spent_eur", "plan.cost_eur")


def _write_status(book: Ledger, actions: Mapping[str, Action], key: str, members: set[str], unit: Unit) -> None:
    """How many actions have a status, parts of an action not counted, and the amounts of those that have it."""
    whole = [Cell(a.at("id"), Decimal(1)) for a in actions.values() if a.id in members and a.parent not in actions]
    book.total(f"monitoring.status.{key}.actions", Unit.COUNT, whole)
    for name in AMOUNTS:
        parts = [f"action.{a.id}.{name}" for a in counted(actions, book, name) if a.id in members]
        book.total(f"monitoring.status.{key}.{name}", unit if name == "co2_reduction_t" else Unit.EUR, parts)


def _write_reached(book: Ledger, municipality: Municipality, base: InventoryResult, later: InventoryResult) -> None:
    """The fall since the baseline as a share of what each target promises, where the target counts the same emissions."""
    at = f"trend.{base.year}-{later.year}"
    for target in municipality.head.targets:
        promised = f"target.{target.target_year}.reduction_t"
        counts_the_same = target.base_year == base.year and not (target.scope is Scope.ALL and base.non_energy)
        if counts_the_same and (book.get(promised) or 0) > 0:
            fall = f"{at}.fall.emissions_t.{UPDATED}"
            book.put(f"{at}.reached_pct.{target.target_year}", Unit.PERCENT, "share", fall, promised)
