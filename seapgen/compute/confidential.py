"""Which figures must stay unprinted so that nobody can work out a confidential amount from those that are printed.

This is secondary cell suppression (A. Hundepool and others, Handbook on Statistical Disclosure Control, ESSnet 2010, chapter 4),
told backwards. Everything that is a sum of leaves, or a sum of leaves times factors, is one equation over the leaves' energy. The
figures are gone through from the most important to the least: totals, macro-sectors, sectors and carriers, other sums, cells of
sector and carrier, leaves; of equal ones emissions before energy, then the larger. One is printed unless, together with those
before it, it would tell a confidential amount. So it is the smallest cells of a row and column that stay unprinted with a
confidential one, and what is left out can be found from nothing that is printed: tables A and B are one system of equations.

Two things go beyond that. A zero is no cover, and neither is an amount below a tenth of the confidential one: a reader is taken
to know these. And a figure that is no such sum (a share, a factor, a cause of a change) is printed only if all it was made of is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.compute.guard import Guard
from seapgen.compute.ledger import Ledger
from seapgen.compute.linear import ONE, Combination, Linear
from seapgen.model.inventory import Production
from seapgen.model.municipality import Municipality
from seapgen.model.results import InventoryResult, Leaf, NonEnergyLeaf, Withheld
from seapgen.model.vocabulary import Sector

COVER = Decimal("0.1")  # of the confidential amount: a smaller one does not cover it
WHOLE, GROUP, MARGIN, OTHER, CELL, LEAF = range(6)  # how important a sum is
SUMS = ("emissions_t", "emissions_energy_t", "energy_mwh", "emissions_non_energy_t")
PLANT = ("produced_mwh", "input_mwh", "emissions_t")
REPORTED = "reported."  # sums that somebody printed before
_SECTORS = frozenset(Sector)


def withheld(book: Ledger, municipality: Municipality, inventories: Sequence[InventoryResult]) -> Withheld:
    """The figures that are not printed; nothing where nothing is confidential."""
    secret = [path for i in inventories for path in _confidential(i)]
    plants = municipality.production if any(p.notation for p in municipality.production) else ()
    secret += [cell for plant in plants if plant.notation for cell, _ in _amounts(plant)]
    if not secret:
        return Withheld()
    leaves = [path for i in inventories for path in _leaves(i) if book.has(path)]
    values = {path: abs(book.value(path)) for path in leaves} | {cell: value for p in plants for cell, value in _amounts(p)}
    linear = Linear(book, frozenset(leaves), frozenset((p.here.file, p.here.line) for p in plants))
    paths = _Desk(book, linear, [_guard(path, values) for path in secret]).paths()
    return Withheld(paths, frozenset(_rows(municipality, inventories, paths)))


def _leaves(inventory: InventoryResult) -> Iterator[str]:
    """Paths of all leaves' own amounts."""
    stem = f"inventory.{inventory.year}"
    yield from (f"{stem}.leaf.{n}.energy_mwh" for n in range(1, len(inventory.leaves) + 1))
    yield from (f"{stem}.non_energy.{n}.emissions_t" for n in range(1, len(inventory.non_energy) + 1))


def _confidential(inventory: InventoryResult) -> Iterator[str]:
    leaves: tuple[Leaf | NonEnergyLeaf, ...] = (*inventory.leaves, *inventory.non_energy)
    yield from (path for path, leaf in zip(_leaves(inventory), leaves, strict=True) if leaf.is_confidential)


def _amounts(plant: Production) -> Iterator[tuple[str, Decimal]]:
    """Amounts of a row of production, by the cell they stand in."""
    for name in PLANT:
        value: Decimal | None = getattr(plant, name)
        if value is not None:
            yield str(plant.at(name)), abs(value)


def _guard(amount: str, values: dict[str, Decimal]) -> Guard:
    """A guard whose reader knows zeros and small amounts already."""
    guard = Guard(amount)
    for path, value in values.items():
        if path != amount and (value == 0 or value < values[amount] * COVER):
            guard.see({path: ONE})
    return guard


@dataclass(slots=True)
class _Desk:
    """Figures on their way: judged once each."""

    book: Ledger
    linear: Linear
    guards: list[Guard]
    judged: dict[str, bool] = field(default_factory=dict)

    def paths(self) -> frozenset[str]:
        """All that is withheld."""
        everything = list(self.book.paths())
        ours = [path for path in everything if not path.startswith(REPORTED)]
        combined = {path: found for path in ours if (found := self.linear.of(path)) is not None}
        for path in sorted(combined, key=self._order):
            self.judged[path] = self._is_safe(combined[path])
        return frozenset(path for path in everything if not self._may_be_shown(path))

    def _order(self, path: str) -> tuple[int, int, Decimal, str]:
        parts = path.split(".")
        family = SUMS.index(parts[2]) if len(parts) > 2 and parts[2] in SUMS else len(SUMS)
        return rank(parts), family, -abs(self.book.value(path)), path

    def _is_safe(self, figure: Combination) -> bool:
        """Whether a figure tells nothing; then the reader has seen it."""
        if any(guard.tells(figure) for guard in self.guards):
            return False
        for guard in self.guards:
            guard.see(figure)
        return True

    def _may_be_shown(self, path: str) -> bool:
        if path not in self.judged:
            if path.startswith(REPORTED):  # as good as the sum itself
                self.judged[path] = not self.book.has(_computed(path)) or self._may_be_shown(_computed(path))
            else:
                inputs = self.book.derived(path).derivation.inputs
                self.judged[path] = all(self._may_be_shown(x) if isinstance(x, str) else not self.linear.has(x) for x in inputs)
        return self.judged[path]


def rank(parts: Sequence[str]) -> int:
    """How important the figure of a path is, 0 most."""
    family, key = (parts[2], parts[3:]) if parts[0] == "inventory" and len(parts) > 2 else ("", parts)
    if family in ("leaf", "non_energy"):
        return LEAF
    if family not in SUMS:
        return OTHER
    match key:
        case []:
            return WHOLE
        case ["group", _]:
            return GROUP
        case [sector] if sector in _SECTORS:
            return MARGIN
        case ["carrier", _]:
            return MARGIN
        case [sector, _] if sector in _SECTORS:
            return CELL
        case _:
            return OTHER


def _computed(reported: str) -> str:
    """The path of the sum that a printed one is compared with: `reported.2019.sector.waste.energy_mwh`."""
    _, year, level, *key, what = reported.split(".")
    behind = {"sector": [*key], "carrier": ["carrier", *key], "group": ["group", *key]}.get(level, [])
    return ".".join(("inventory", year, what, *behind))


def _rows(municipality: Municipality, inventories: Iterable[InventoryResult], paths: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Rows of leaves, plants and printed sums that are withheld."""
    for inventory in inventories:
        leaves: tuple[Leaf | NonEnergyLeaf, ...] = (*inventory.leaves, *inventory.non_energy)
        yield from ((x.source.file, x.source.line) for path, x in zip(_leaves(inventory), leaves, strict=True) if path in paths)
    for total in municipality.totals:
        stem = f"reported.{total.inventory_year}.{total.level}.{total.key}"
        if paths & {f"{stem}.energy_mwh", f"{stem}.emissions_t"}:
            yield total.here.file, total.here.line
    order = Counter[tuple[int, str]]()  # as the ledger counts plants: by year and product
    for plant in municipality.production:
        order[plant.inventory_year, plant.product] += 1
        stem = f"production.{plant.inventory_year}.{plant.product}.{order[plant.inventory_year, plant.product]}"
        if paths & {f"{stem}.{name}" for name in PLANT}:
            yield plant.here.file, plant.here.line
