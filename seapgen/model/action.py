"""An action of the plan, as handed in."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from seapgen.model.noun import ActionId, ByLanguage, Noun, Number, Year
from seapgen.model.vocabulary import ActionSector, EstimateBasis, FinancingSource, Sector, Status


class Action(Noun):
    """`actions.csv`: one row. Costs are whole-life investment, effects are yearly once the action is complete."""

    id: ActionId
    library: str = ""
    sector: Sector | ActionSector
    area: str = ""
    instrument: str = ""
    origin: str = ""
    title: ByLanguage = Field(default_factory=dict)
    responsible: ByLanguage = Field(default_factory=dict)
    indicator: ByLanguage = Field(default_factory=dict)
    start_year: Year | None = None
    end_year: Year | None = None
    status: Status | None = None
    cost_eur: Number | None = None
    private_cost_eur: Number | None = None
    spent_eur: Number | None = Field(default=None, ge=0)  # of `cost_eur`, so far
    annual_saving_eur: Number | None = None
    lifetime_years: Number | None = None
    financing: tuple[FinancingSource, ...] = ()
    secured: Literal["yes", "no"] | None = None
    energy_saving_mwh: Number | None = None
    res_production_mwh: Number | None = None
    co2_reduction_t: Number | None = None
    basis: EstimateBasis | None = None
    key_action: Literal["yes", "no"] | None = None
    parent: str = ""
    joint: str = ""
