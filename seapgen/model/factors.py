"""Emission factors and conversion values: reference data that a person may revise in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from seapgen.model.library import Library
from seapgen.model.peers import Peers
from seapgen.model.rules import RuleTable
from seapgen.model.source import Source
from seapgen.model.vocabulary import Approach, Carrier, EmissionUnit


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor of a set, t per MWh of final energy."""

    carrier: Carrier
    fuel: str
    t_per_mwh: Decimal
    is_default: bool
    mark: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class FactorSet:
    """Factors of one origin, approach and unit; nothing is ever borrowed from another set.

    `electricity` names the series of national electricity factors that goes with it (`NEEFE` approach key), if any.
    """

    id: str
    approach: Approach
    unit: EmissionUnit
    year: int
    source: str  # citation, printed in the annex
    rows: tuple[FactorRow, ...]
    electricity: str = ""

    def factor(self, carrier: Carrier, fuel: str = "") -> FactorRow | None:
        """The row of a fuel, or the carrier's default where no fuel is named."""
        rows = [r for r in self.rows if r.carrier is carrier]
        if fuel:
            return next((r for r in rows if r.fuel == fuel), None)
        return next((r for r in rows if r.is_default), None)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """How many MWh one unit of a carrier is; an empty carrier holds for all."""

    unit: str
    carrier: Carrier | None
    mwh_per_unit: Decimal
    source: str
    place: Source | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference data that a computation needs.

    `national_electricity` is (series, country, year) -> t/MWh; series are `ipcc_co2`, `ipcc_ghg`, `lca_ghg`,
    `guidebook2010_ipcc` and `guidebook2010_lca` (year 0: the guidebook names none).
    """

    factor_sets: Mapping[str, FactorSet]
    national_electricity: Mapping[tuple[str, str, int], Decimal]
    electricity_sources: Mapping[str, str]  # series -> citation
    units: tuple[UnitRow, ...]
    rules: RuleTable
    electricity_places: Mapping[tuple[str, str, int], Source] = field(default_factory=dict)  # of `national_electricity`
    peers: Peers = field(default_factory=Peers)
    library: Library = field(default_factory=Library)

    def mwh_per_unit(self, unit: str, carrier: Carrier) -> UnitRow | None:
        """The conversion of a unit for a carrier; the carrier's own row comes before the general one."""
        rows = [r for r in self.units if r.unit == unit and r.carrier in (carrier, None)]
        return min(rows, key=lambda r: r.carrier is None, default=None)
