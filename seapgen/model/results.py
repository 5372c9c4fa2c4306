"""What was computed: figures with their derivation, and the inventories and plans behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.finding import Finding
from seapgen.model.message import Exact, Figure, Message, Value
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit, Notation, Quality, Sector

PROGRAMME, GROUP, MUNICIPALITY = "programme", "group/", "municipality/"  # scopes of figures
_SECTORS, _CARRIERS = tuple(Sector), tuple(Carrier)  # an enumeration is slow to go through


@dataclass(frozen=True, slots=True)
class Formula:
    """A registered formula: `function` takes the inputs in order and gives the value in `unit`.

    `wording` is how the annex prints it, `source` where it comes from.
    """

    name: str
    wording: Message
    function: Callable[..., Exact]
    source: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that stands in an input file or in reference data."""

    source: Source
    value: Exact
    unit: str = ""
    label: Value | None = None
    is_withheld: bool = False  # its value is not told: it has a zero there


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure came about: a registered formula over other figures (by path) and cells."""

    formula: str
    inputs: tuple[str | Cell, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure with its derivation."""

    figure: Figure
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class FactorUse:
    """The factor that an inventory used for a carrier and fuel, and where it comes from."""

    carrier: Carrier
    fuel: str
    t_per_mwh: Decimal
    kind: str  # own, set, national, local, stated
    citation: Value | None  # printed in the annex
    source: Source
    default_fuel: str = ""  # which of several fuels the set takes where the return names none


@dataclass(frozen=True, slots=True)
class Leaf:
    """One amount of final energy with its emissions; totals are sums of leaves. A thin return has no carrier."""

    sector: Sector
    item: str
    carrier: Carrier | None
    fuel: str
    energy_mwh: Decimal
    emissions_t: Decimal
    factor: FactorUse | None
    quality: Quality | None
    reported_t: Decimal | None
    source: Source
    direct: bool | None = None  # thin returns: fuel burnt on the spot, or supplied by networks
    is_confidential: bool = False  # counted in sums, never shown


@dataclass(frozen=True, slots=True)
class NonEnergyLeaf:
    """Emissions that do not come from energy, with their own unit."""

    sector: Sector
    item: str
    emissions_t: Decimal
    unit: EmissionUnit
    source: Source
    is_confidential: bool = False  # counted in sums, never shown


@dataclass(frozen=True, slots=True)
class NotedCell:
    """A cell with a notation key, in place of a quantity or (confidential) beside it."""

    sector: Sector
    carrier: Carrier | None
    key: Notation
    source: Source


@dataclass(frozen=True, slots=True)
class InventoryResult:
    """One computed inventory. `unit` is that of energy-related emissions."""

    year: int
    kind: str
    unit: EmissionUnit
    approach: Approach
    factor_set: str
    leaves: tuple[Leaf, ...]
    non_energy: tuple[NonEnergyLeaf, ...]
    notation: tuple[NotedCell, ...]
    factors: tuple[FactorUse, ...]
    has_carriers: bool
    population: int | None

    def energy_mwh(self, sector: Sector | None = None, carrier: Carrier | None = None) -> Decimal:
        """Sum of final energy over the leaves of a sector, a carrier, both, or all."""
        return sum((x.energy_mwh for x in self._where(sector, carrier)), Decimal(0))

    def emissions_t(self, sector: Sector | None = None, carrier: Carrier | None = None) -> Decimal:
        """Sum of energy-related emissions over the leaves of a sector, a carrier, both, or all."""
        return sum((x.emissions_t for x in self._where(sector, carrier)), Decimal(0))

    def sectors(self) -> tuple[Sector, ...]:
        """Sectors with leaves, in the order of the template."""
        there = {x.sector for x in self.leaves}
        return tuple(s for s in _SECTORS if s in there)

    def carriers(self) -> tuple[Carrier, ...]:
        """Carriers with leaves, in the order of the template."""
        there = {x.carrier for x in self.leaves}
        return tuple(c for c in _CARRIERS if c in there)

    def _where(self, sector: Sector | None, carrier: Carrier | None) -> Iterator[Leaf]:
        return (x for x in self.leaves if sector in (None, x.sector) and carrier in (None, x.carrier))


@dataclass(frozen=True, slots=True)
class Withheld:
    """Figures that are printed nowhere, by path, and rows of the input whose amounts they would tell: file and line."""

    paths: frozenset[str] = frozenset()
    rows: frozenset[tuple[str, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.paths)

    def has(self, source: Source) -> bool:
        """Whether a place stands in one of the rows."""
        return (source.file, source.line) in self.rows


@dataclass(frozen=True, slots=True)
class ScopeResults:
    """All figures of a municipality, a group or the programme, by path of the contract, without scope.

    `figures` are numbers; `facts` are dates and periods that documents print, stated and never computed with. What is withheld
    has its value here: whoever shows results to somebody shows `model.withheld.shown`.
    """

    id: str
    figures: Mapping[str, Derived]
    facts: Mapping[str, Derived] = field(default_factory=dict)
    withheld: Withheld = Withheld()

    def figure(self, path: str) -> Figure:
        """The figure or fact of a path; KeyError where it could not be computed."""
        return self.derived(path).figure

    def derived(self, path: str) -> Derived:
        """The figure or fact of a path with its derivation; KeyError where it could not be computed."""
        return self.facts[path] if path in self.facts else self.figures[path]

    def get(self, path: str) -> Figure | None:
        """The figure or fact of a path, or None where there is none."""
        found = self.facts.get(path) or self.figures.get(path)
        return found.figure if found else None


@dataclass(frozen=True, slots=True)
class MunicipalityResults(ScopeResults):
    """All results of one municipality, or of a joint plan."""

    inventories: tuple[InventoryResult, ...] = ()

    def inventory(self, year: int) -> InventoryResult | None:
        """The inventory of a year."""
        return next((i for i in self.inventories if i.year == year), None)


@dataclass(frozen=True, slots=True)
class Part:
    """Inventories that may be added: the same approach and unit. `base_years` by the id of the municipality or joint plan."""

    approach: Approach
    unit: EmissionUnit
    base_years: Mapping[str, int]

    @property
    def key(self) -> str:
        """How paths name it: `ipcc-t_co2`."""
        return f"{self.approach}-{self.unit}"


@dataclass(frozen=True, slots=True)
class SumResults(ScopeResults):
    """Sums over the municipalities of a group or of the programme.

    `covered` are the ids of municipalities behind a municipality or joint plan that a sum adds; `counted` those behind a count.
    """

    parts: tuple[Part, ...] = ()
    covered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def municipalities(self, path: str) -> tuple[str, ...]:
        """The municipalities that a figure counts or adds, in the order of the programme."""
        return self.counted[path] if path in self.counted else tuple(x for id_ in self.added(path) for x in self.covered[id_])

    def added(self, path: str) -> tuple[str, ...]:
        """The municipalities and joint plans whose figures a figure is made of, in the order of the programme."""
        found = frozenset(self._sources(path))
        return tuple(id_ for id_ in self.covered if id_ in found)

    def _sources(self, path: str) -> Iterator[str]:
        for each in self.derived(path).derivation.inputs:
            if isinstance(each, str):
                scope, colon, _ = each.rpartition(":")
                if colon:
                    yield scope.removeprefix(MUNICIPALITY)
                else:
                    yield from self._sources(each)


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was computed, by id, with the formulas and what stood in the way.

    `facts` are those of the programme itself: its date of issue.
    """

    municipalities: Mapping[str, MunicipalityResults]
    formulas: Mapping[str, Formula]
    findings: tuple[Finding, ...] = ()
    facts: Mapping[str, Derived] = field(default_factory=dict)
    groups: Mapping[str, SumResults] = field(default_factory=dict)
    programme: SumResults | None = None

    def scope(self, name: str) -> ScopeResults | None:
        """The results of `municipality/<id>` (or the id alone), `group/<id>` or `programme`; None where there are none."""
        if found := self.municipalities.get(name.removeprefix(MUNICIPALITY)):
            return found
        if name == PROGRAMME:
            return self.programme or ScopeResults(PROGRAMME, {}, self.facts)
        return self.groups.get(name.removeprefix(GROUP)) if name.startswith(GROUP) else None
