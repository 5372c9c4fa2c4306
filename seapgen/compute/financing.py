"""The budget of the plan by source of money."""

from __future__ import annotations

from seapgen.compute.ledger import Ledger
from seapgen.model.municipality import FinancingShare, Municipality
from seapgen.model.results import Cell
from seapgen.model.units import Unit
from seapgen.model.vocabulary import FinancingSource


def write_financing(book: Ledger, municipality: Municipality) -> None:
    """Write budget, share and amount of every source, and what is secured of it."""
    head = municipality.head
    if head.budget is not None:
        book.state("plan.budget_eur", Unit.EUR, head.budget.total_eur, head.budget.at("total_eur"))
    for kind in FinancingSource:
        shares = [_share(f) for f in head.financing if f.source is kind]
        _write(book, str(kind), shares)
    if head.financing:
        _write(book, "", [_share(f) for f in head.financing], "total")
        secured = [_share(f) for f in head.financing if f.secured]
        open_ = [_share(f) for f in head.financing if not f.secured]
        _write(book, "", secured, "secured")
        _write(book, "", open_, "not_secured")


def _share(one: FinancingShare) -> Cell:
    return Cell(one.at("share_pct"), one.share_pct, "%")


def _write(book: Ledger, kind: str, shares: list[Cell], name: str = "") -> None:
    """A share of the budget and, where the budget is known, its amount."""
    key = kind or name
    if kind and not shares:
        return
    book.put(f"plan.financing_pct.{key}", Unit.PERCENT, "sum", *shares)
    book.put(f"plan.financing_eur.{key}", Unit.EUR, "budget_share", "plan.budget_eur", f"plan.financing_pct.{key}")
