"""A municipality's return: `municipality.yaml` with the tables and the prose beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from seapgen.model.action import Action
from seapgen.model.inventory import (
    Consumption,
    NonEnergyEmission,
    OwnFactor,
    Production,
    Purchase,
    ReportedTotal,
    SectorTotal,
)
from seapgen.model.noun import ByLanguage, CountryCode, Id, LanguageCode, Noun, Number, Year
from seapgen.model.source import Source
from seapgen.model.vocabulary import (
    Approach,
    EmissionUnit,
    FinancingSource,
    InventoryKind,
    Provenance,
    Scope,
    Sector,
    TargetBasis,
)


class Location(Noun):
    """A point, WGS84."""

    lat: Number = Field(ge=-90, le=90)
    lon: Number = Field(ge=-180, le=180)


class Forms(Noun):
    """The official name as one language needs it; printed as it stands."""

    official: str
    subject: str
    of: str
    in_: str = Field(alias="in")
    council: str
    head: str
    adopted_by: str


class Covenant(Noun):
    """The way through the Covenant of Mayors."""

    signed_on: date | None = None
    returned_on: date | None = None
    approved_on: date | None = None
    decision: str | None = None


class OwnValue(Noun):
    """An electricity or heat factor that the municipality gives itself."""

    factor_t_per_mwh: Number = Field(ge=0)
    source: str


class InventoryHead(Noun):
    """One inventory of a municipality: its year, factors and way of counting."""

    year: Year
    kind: InventoryKind
    factor_set: str | None = None
    detail: Literal["carriers", "sector_totals"] = "carriers"
    approach: Approach | None = None  # named by the factor set, else here
    unit: EmissionUnit | None = None
    electricity: Literal["national", "local"] | OwnValue | None = None
    heat: Literal["national", "local"] | OwnValue | None = None


class Target(Noun):
    """What the council promises."""

    reduction_pct: Number = Field(gt=0, le=100)
    target_year: Year
    base_year: Year
    basis: TargetBasis = TargetBasis.ABSOLUTE
    scope: Scope | None = None


ActionHeading: TypeAlias = Literal[  # headings of the template's sheet of actions
    "buildings", "transport", "local_electricity", "local_heat", "land_use", "procurement", "stakeholders", "other"
]


class SectorTarget(Noun):
    """What a sector shall have brought by the target year, as the template's sheet of actions asks beside the single actions."""

    sector: ActionHeading
    energy_saving_mwh: Number | None = Field(default=None, ge=0)
    res_production_mwh: Number | None = Field(default=None, ge=0)
    co2_reduction_t: Number | None = Field(default=None, ge=0)


class Staff(Noun):
    """People at work on the plan, full-time equivalents."""

    fte_preparation: Number | None = Field(default=None, ge=0)
    fte_implementation: Number | None = Field(default=None, ge=0)


class Participation(Noun):
    """Events and answers, counted."""

    events: int | None = Field(default=None, ge=0)
    people: int | None = Field(default=None, ge=0)
    answers: int | None = Field(default=None, ge=0)


class Budget(Noun):
    """Money for the plan and its years."""

    total_eur: Number = Field(ge=0)
    period: tuple[Year, Year]


class FinancingShare(Noun):
    """A source's share of the budget."""

    source: FinancingSource
    share_pct: Number = Field(ge=0, le=100)
    secured: bool = False


class ProvenanceNote(Noun):
    """Whether place, inventory, actions and prose are real."""

    place: Literal["real", "fictional"] | None = None
    inventory: Provenance | None = None
    actions: Provenance | None = None
    prose: Provenance | None = None


class CitedSource(Noun):
    """A source that rows and factors name by its key."""

    text: ByLanguage
    url: str | None = None


class CsvHint(Noun):
    """How to read numbers that could be read two ways."""

    decimal: Literal[",", "."]


class MunicipalityHead(Noun):
    """`municipality.yaml`."""

    id: Id
    name: ByLanguage
    forms: Mapping[LanguageCode, Forms] = Field(default_factory=dict)
    country: CountryCode
    nuts: str | None = None
    lau: str | None = None
    location: Location | None = None
    population: Mapping[Year, int] = Field(default_factory=dict)
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    agency: Id | None = None
    group: Id | None = None
    covenant: Covenant | None = None
    inventories: tuple[InventoryHead, ...] = ()
    targets: tuple[Target, ...] = ()
    sector_targets: tuple[SectorTarget, ...] = ()
    excluded: Mapping[Sector, ByLanguage] = Field(default_factory=dict)
    staff: Staff | None = None
    participation: Participation | None = None
    budget: Budget | None = None
    financing: tuple[FinancingShare, ...] = ()
    items: Mapping[str, ByLanguage] = Field(default_factory=dict)
    provenance: ProvenanceNote | None = None
    sources: Mapping[str, CitedSource] = Field(default_factory=dict)
    csv: CsvHint | None = None


@dataclass(frozen=True, slots=True)
class Municipality:
    """A return, read and placed."""

    head: MunicipalityHead
    folder: str  # relative to the programme, `municipalities/<id>`
    consumption: tuple[Consumption, ...] = ()
    sector_totals: tuple[SectorTotal, ...] = ()
    emissions: tuple[NonEnergyEmission, ...] = ()
    production: tuple[Production, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    factors: tuple[OwnFactor, ...] = ()
    totals: tuple[ReportedTotal, ...] = ()
    actions: tuple[Action, ...] = ()
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # section id -> language -> Markdown
    text_places: Mapping[tuple[str, str], Source] = field(default_factory=dict)  # section id, language -> its first line

    @property
    def id(self) -> str:
        """Its id."""
        return self.head.id

    def baseline(self) -> InventoryHead | None:
        """The inventory that the plan starts from: the baseline, else the earliest one."""
        order = sorted(self.head.inventories, key=lambda i: (i.kind is not InventoryKind.BASELINE, i.year))
        return order[0] if order else None

    def path(self, name: str) -> str:
        """A file of this return, relative to the programme folder."""
        return f"{self.folder}/{name}"
