"""Rows of the inventory's tables, as handed in."""

from __future__ import annotations

from typing import Literal

from seapgen.model.noun import Noun, Number, Year
from seapgen.model.vocabulary import Carrier, Notation, Quality, Sector


class Consumption(Noun):
    """`consumption.csv`: final energy of one leaf, or the notation key that says why there is none (table A).

    With the key C the quantity may be given all the same: it counts in sums and is never shown.
    """

    inventory_year: Year
    sector: Sector
    item: str = ""
    carrier: Carrier
    fuel: str = ""
    quantity: Number | None = None
    unit: str = ""
    notation: Notation | None = None
    quality: Quality | None = None
    source: str = ""  # key of `sources` in municipality.yaml
    reported_t: Number | None = None  # what somebody printed: compared, never used
    note: str = ""

    @property
    def leaf(self) -> tuple[int, Sector, str, Carrier, str]:
        """The key that may stand once."""
        return self.inventory_year, self.sector, self.item, self.carrier, self.fuel


class SectorTotal(Noun):
    """`sector_totals.csv`: a return without carriers."""

    inventory_year: Year
    sector: Sector
    type: Literal["direct", "indirect"]
    energy_mwh: Number | None = None
    emissions_t: Number | None = None
    note: str = ""


class NonEnergyEmission(Noun):
    """`emissions.csv`: emissions that do not come from the use of energy (table B, other)."""

    inventory_year: Year
    sector: Sector
    item: str = ""
    emissions_t: Number | None = None
    unit: str = ""
    notation: Notation | None = None
    source: str = ""  # key of `sources` in municipality.yaml
    note: str = ""


class Production(Noun):
    """`production.csv`: local electricity and heat (tables C, D); `flow` says where the energy was made or went."""

    inventory_year: Year
    product: Literal["electricity", "heat"]
    flow: Literal["local", "imported", "exported"] = "local"
    plant: str = ""
    technology: str = ""
    capacity_mw: Number | None = None
    ets: Literal["yes", "no"] | None = None
    produced_mwh: Number | None = None
    input_carrier: Carrier | None = None
    input_mwh: Number | None = None
    emissions_t: Number | None = None
    notation: Literal["C"] | None = None  # the plant's amounts are confidential
    note: str = ""


class Purchase(Noun):
    """`purchases.csv`: certified green electricity."""

    inventory_year: Year
    buyer: Literal["local_authority", "others"]
    product: Literal["certified_green_electricity"]
    purchased_mwh: Number
    emissions_t: Number | None = None
    note: str = ""


class OwnFactor(Noun):
    """`factors.csv`: a factor that replaces or adds to the factor set's."""

    inventory_year: Year
    carrier: Carrier
    fuel: str = ""
    factor_t_per_mwh: Number
    source: str = ""  # key of `sources` in municipality.yaml


class ReportedTotal(Noun):
    """`totals.csv`: sums that somebody printed: compared, never used."""

    inventory_year: Year
    level: Literal["sector", "carrier", "group", "total"]
    key: str
    energy_mwh: Number | None = None
    emissions_t: Number | None = None
    note: str = ""
