"""Hand-made nouns to judge: a small town that no rule complains about, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache

from seapgen import resources
from seapgen.check.check import check_programme
from seapgen.check.rules import rule
from seapgen.intake.reference import load_reference
from seapgen.model.factors import FactorRow, FactorSet, Reference
from seapgen.model.finding import Finding
from seapgen.model.inventory import Consumption, NonEnergyEmission, OwnFactor, ReportedTotal, SectorTotal
from seapgen.model.municipality import InventoryHead, Municipality, MunicipalityHead, Target
from seapgen.model.programme import Programme, ProgrammeHead
from seapgen.model.results import FactorUse, InventoryResult, Leaf, MunicipalityResults, NotedCell, Results
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit, InventoryKind, Notation, Sector

D = Decimal
CONSUMPTION = "municipalities/town/consumption.csv"
GOOD_CELLS: tuple[tuple[Sector, Carrier, str], ...] = (
    (Sector.MUNICIPAL_BUILDINGS, Carrier.ELECTRICITY, "1000"),
    (Sector.MUNICIPAL_BUILDINGS, Carrier.NATURAL_GAS, "2000"),
    (Sector.TERTIARY, Carrier.ELECTRICITY, "9000"),
    (Sector.TERTIARY, Carrier.NATURAL_GAS, "8000"),
    (Sector.RESIDENTIAL, Carrier.ELECTRICITY, "12000"),
    (Sector.RESIDENTIAL, Carrier.NATURAL_GAS, "40000"),
    (Sector.PRIVATE_COMMERCIAL_TRANSPORT, Carrier.ELECTRICITY, "20"),
    (Sector.PRIVATE_COMMERCIAL_TRANSPORT, Carrier.DIESEL, "30000"),
)
FACTOR = {Carrier.ELECTRICITY: D("0.4"), Carrier.NATURAL_GAS: D("0.202"), Carrier.DIESEL: D("0.267")}


@cache
def shipped() -> Reference:
    """The reference data as shipped."""
    return load_reference(resources.data())


def reference() -> Reference:
    """A few factors to compare with."""
    rows = tuple(FactorRow(c, "", f, is_default=True) for c, f in FACTOR.items())
    sets = {"set": FactorSet("set", Approach.IPCC, EmissionUnit.T_CO2, 2010, "made up", rows)}
    national = {("ipcc_co2", "IT", 2010): D("0.406"), ("ipcc_co2", "IT", 1990): D("0.573")}
    return replace(
        shipped(), factor_sets=sets, national_electricity=national, electricity_sources={"ipcc_co2": "made up"}, units=()
    )


def leaf(sector: Sector, carrier: Carrier | None, mwh: str, **over: object) -> Leaf:
    """A leaf with the usual factor; its place is line 2 of the table."""
    use = used_factor(carrier) if carrier else None
    factor = use.t_per_mwh if use else D("0.2")
    values: dict[str, object] = {
        "sector": sector, "item": "", "carrier": carrier, "fuel": "", "energy_mwh": D(mwh), "emissions_t": D(mwh) * factor,
        "factor": use, "quality": None, "reported_t": None, "source": Source(CONSUMPTION, 2, 6),
    }  # fmt: skip
    return Leaf(**{**values, **over})  # type: ignore[arg-type]


def used_factor(carrier: Carrier, t_per_mwh: str | None = None, kind: str = "set") -> FactorUse:
    """A factor as an inventory uses it."""
    value = D(t_per_mwh) if t_per_mwh else FACTOR.get(carrier, D("0.3"))
    return FactorUse(carrier, "", value, kind, None, Source("factors.csv", 2, 4))


@dataclass
class Town:
    """A return in the making. Everything is as it should be until a test says otherwise."""

    population: dict[int, int] = field(default_factory=lambda: {2010: 8000, 2014: 8100})
    heads: Sequence[InventoryHead] = (InventoryHead(year=2010, kind=InventoryKind.BASELINE, factor_set="set"),)
    leaves: Mapping[int, Sequence[Leaf]] = field(default_factory=dict)
    uses: Sequence[FactorUse] = ()
    notation: Sequence[NotedCell] = ()
    consumption: Sequence[Consumption] = ()
    sector_totals: Sequence[SectorTotal] = ()
    emissions: Sequence[NonEnergyEmission] = ()
    factors: Sequence[OwnFactor] = ()
    totals: Sequence[ReportedTotal] = ()
    targets: Sequence[Target] = ()
    has_carriers: bool = True
    unit: Mapping[int, EmissionUnit] = field(default_factory=dict)

    def spoilt(self, sector: Sector, carrier: Carrier | None, mwh: str, **over: object) -> Town:
        """The same with one more leaf."""
        self.leaves = {2010: (*good_leaves(), leaf(sector, carrier, mwh, **over))}
        return self

    def municipality(self) -> Municipality:
        """What was handed in."""
        head = MunicipalityHead(
            id="town", name={"en": "Town"}, country="IT", languages=("en",), population=self.population,
            inventories=tuple(self.heads), targets=tuple(self.targets),
        )  # fmt: skip
        return Municipality(
            head, "municipalities/town", consumption=tuple(self.consumption), sector_totals=tuple(self.sector_totals),
            emissions=tuple(self.emissions), factors=tuple(self.factors), totals=tuple(self.totals),
        )  # fmt: skip

    def results(self) -> Results:
        """What was computed."""
        inventories = tuple(self._inventory(h) for h in self.heads if h.year in self.leaves or not self.leaves)
        return Results({"town": MunicipalityResults("town", {}, inventories=inventories)}, {})

    def _inventory(self, head: InventoryHead) -> InventoryResult:
        leaves = tuple(self.leaves.get(head.year, () if self.leaves else good_leaves()))
        uses = tuple(self.uses) or tuple(used_factor(c) for c in FACTOR)
        return InventoryResult(
            head.year, head.kind, self.unit.get(head.year, EmissionUnit.T_CO2), Approach.IPCC, "set", leaves, (),
            tuple(self.notation), uses, self.has_carriers, self.population.get(head.year),
        )  # fmt: skip


def good_leaves() -> tuple[Leaf, ...]:
    """An inventory that no rule complains about."""
    return tuple(leaf(*cell) for cell in GOOD_CELLS)


def programme(town: Town) -> Programme:
    """A programme of that one town, issued in 2015."""
    head = ProgrammeHead(schema=1, id="p", title={"en": "P"}, languages=("en",), issue_date=date(2015, 1, 1))
    return Programme(head, (town.municipality(),))


def judged(town: Town) -> tuple[Finding, ...]:
    """All findings of a town."""
    return check_programme(programme(town), town.results(), reference())


def hits(town: Town, code: str) -> list[Finding]:
    """The findings of one rule; the rule must exist."""
    assert rule(code) is not None
    return [f for f in judged(town) if f.code == code]


def noted(sector: Sector, carrier: Carrier) -> NotedCell:
    """A cell with a notation key."""
    return NotedCell(sector, carrier, Notation.NO, Source(CONSUMPTION, 3, 8))
