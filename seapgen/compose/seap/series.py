"""The inventories since the one that the plan starts from: which can be compared with it, and why others cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seapgen.compose.seap.subject import Subject
from seapgen.model.message import Figure
from seapgen.model.results import InventoryResult
from seapgen.model.vocabulary import Notation, Sector

Reason = Literal["way_of_counting", "sectors", "confidential"]


@dataclass(frozen=True, slots=True)
class Refused:
    """A later inventory that is not compared, and the sectors that only one of the two covers."""

    inventory: InventoryResult
    reason: Reason
    only_first: tuple[Sector, ...] = ()
    only_later: tuple[Sector, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The first inventory, the later ones that are compared with it, and those that are not; by year."""

    first: InventoryResult
    compared: tuple[InventoryResult, ...]
    refused: tuple[Refused, ...]

    @property
    def last(self) -> InventoryResult:
        """The latest inventory that is compared; the first where none is."""
        return (self.first, *self.compared)[-1]

    @property
    def has_carriers(self) -> bool:
        """Whether the first and the last inventory give energy carriers."""
        return self.first.has_carriers and self.last.has_carriers

    @property
    def at(self) -> str:
        """Where the figures of the change from the first to the last stand."""
        return f"trend.{self.first.year}-{self.last.year}"

    def path(self, later: InventoryResult, name: str) -> str:
        """A figure of the change from the first to a later inventory."""
        return f"trend.{self.first.year}-{later.year}.{name}"


def series(subject: Subject) -> Series:
    """The series of a municipality; alone with its first inventory where there is no later one."""
    first = subject.inventory
    later = sorted((i for i in subject.results.inventories if i.year > first.year), key=lambda i: i.year)
    refused = tuple(r for i in later if (r := _refused(subject, first, i)) is not None)
    out = [r.inventory for r in refused]
    return Series(first, tuple(i for i in later if i not in out), refused)


def _refused(subject: Subject, first: InventoryResult, later: InventoryResult) -> Refused | None:
    if (first.approach, first.unit) != (later.approach, later.unit):
        return Refused(later, "way_of_counting")
    only_first, only_later = _beyond(first, later), _beyond(later, first)
    if only_first or only_later:
        return Refused(later, "sectors", only_first, only_later)
    change = told(subject, f"trend.{first.year}-{later.year}.emissions_pct.updated_factor")
    return Refused(later, "confidential") if change is None else None


def told(subject: Subject, path: str) -> Figure | None:
    """A figure that is there and not withheld because it would tell a confidential amount."""
    found = subject.get(path)
    return None if found is None or found.is_withheld else found


def _beyond(one: InventoryResult, other: InventoryResult) -> tuple[Sector, ...]:
    """Sectors with energy in one inventory of which the other says nothing; "not occurring" says something."""
    said = {*other.sectors(), *(x.sector for x in other.notation if x.key is Notation.NO)}
    return tuple(s for s in one.sectors() if s not in said)


def covers_the_same(first: InventoryResult, later: InventoryResult) -> bool:
    """Whether both inventories say something of the same sectors, so that their energy can be compared."""
    return not _beyond(first, later) and not _beyond(later, first)
