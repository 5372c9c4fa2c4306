"""Twelve data situations as small programmes: what a plan has to say well, each with as few rows as it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PROGRAMME = """schema: 1
id: situations
title: {en: Situations, it: Situazioni}
languages: [en, it]
issue_date: 2013-03-18
economics: {discount_rate_pct: 4}
"""
PLACE = """id: valfiore
name: {en: Valfiore, it: Valfiore}
forms:
  it: {official: Comune di Valfiore, subject: il Comune di Valfiore, of: del Comune di Valfiore, in: nel Comune di Valfiore, council: Consiglio comunale di Valfiore, head: Sindaca, adopted_by: deliberazione del Consiglio comunale}
country: IT
languages: [it]
population: {2010: 5000, 2014: 5100, 2018: 5150, 2020: 5200}
"""
INVENTORY = "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2}]\n"
TARGET = "targets: [{reduction_pct: 20, target_year: 2020, base_year: 2010, basis: absolute, scope: energy}]\n"
HEAD = "inventory_year,sector,carrier,quantity,unit\n"
ROWS = {
    "municipal": "2010,municipal_buildings,natural_gas,900,MWh\n2010,public_lighting,electricity,300,MWh\n",
    "homes": "2010,residential,natural_gas,30000,MWh\n2010,residential,electricity,6000,MWh\n",
    "services": "2010,tertiary,electricity,4000,MWh\n",
    "cars": "2010,private_commercial_transport,diesel,20000,MWh\n",
}  # fmt: skip
ALL = HEAD + "".join(ROWS.values())
ACTION_HEAD = (
    "id,sector,title.en,title.it,responsible.en,responsible.it,start_year,end_year,status,cost_eur,annual_saving_eur,lifetime_years,"
    "financing,secured,energy_saving_mwh,co2_reduction_t\n"
)


def action(id_: str, cost: str = "100000", tonnes: str = "1500", secured: str = "yes") -> str:
    """One row of a plan."""
    return f"{id_},residential,Energy desk {id_},Sportello energia {id_},Office,Ufficio,2012,2018,ongoing,{cost},9000,15,own,{secured},6000,{tonnes}\n"


@dataclass(frozen=True, slots=True)
class Situation:
    """A programme: what stands in municipality.yaml after the place, and its tables."""

    head: str = INVENTORY + TARGET
    files: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the programme and give its folder."""
        place = folder / "municipalities" / "valfiore"
        place.mkdir(parents=True)
        (folder / "programme.yaml").write_text(PROGRAMME, encoding="utf-8")
        (place / "municipality.yaml").write_text(PLACE + self.head, encoding="utf-8")
        for name, text in self.files.items():
            (place / name).write_text(text, encoding="utf-8")
        return folder


THIN = "inventories: [{year: 2010, kind: baseline, detail: sector_totals, approach: ipcc, unit: t_co2}]\n" + TARGET
PER_HEAD = INVENTORY + TARGET.replace("absolute", "per_capita")
BOTH = (
    "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2}, {year: 2014, kind: monitoring, factor_set: com2010-ipcc-co2}]\n"
    + TARGET
)
RISE = (
    ALL
    + ROWS["municipal"].replace("2010", "2014")
    + "2014,residential,natural_gas,45000,MWh\n2014,tertiary,electricity,6000,MWh\n2014,private_commercial_transport,diesel,26000,MWh\n"
)
TIE = HEAD + ROWS["municipal"] + "2010,residential,natural_gas,26500,MWh\n" + ROWS["services"] + ROWS["cars"]
SITUATIONS: Mapping[str, Situation] = {
    "tie-between-sectors": Situation(files={"consumption.csv": TIE}),
    "one-sector-only": Situation(files={"consumption.csv": HEAD + "2010,residential,natural_gas,30000,MWh\n"}),
    "no-transport": Situation(files={"consumption.csv": HEAD + ROWS["municipal"] + ROWS["homes"] + ROWS["services"]}),
    "gap": Situation(files={"consumption.csv": ALL, "actions.csv": ACTION_HEAD + action("A01") + action("A02", secured="no")}),
    "surplus": Situation(files={"consumption.csv": ALL, "actions.csv": ACTION_HEAD + action("A01", tonnes="2500") + action("A02", tonnes="1800")}),
    "rise-since-the-baseline": Situation(BOTH, {"consumption.csv": RISE}),
    "thin-return": Situation(THIN, {"sector_totals.csv": "inventory_year,sector,type,energy_mwh,emissions_t\n2010,residential,direct,30000,6060\n2010,tertiary,indirect,4000,1932\n2010,transport_not_allocated,direct,20000,5340\n"}),
    "per-capita-target": Situation(PER_HEAD, {"consumption.csv": ALL}),
    "single-action": Situation(files={"consumption.csv": ALL, "actions.csv": ACTION_HEAD + action("A01")}),
    "no-costs": Situation(files={"consumption.csv": ALL, "actions.csv": ACTION_HEAD + action("A01", cost="") + action("A02", cost="")}),
    "zero-municipal-share": Situation(files={"consumption.csv": HEAD + ROWS["homes"] + ROWS["services"] + ROWS["cars"]}),
    "sinks": Situation(files={"consumption.csv": ALL, "emissions.csv": "inventory_year,sector,item,emissions_t,unit\n2010,waste,,800,t_co2e\n2010,afolu,,-450,t_co2e\n"}),
}  # fmt: skip
