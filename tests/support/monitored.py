"""Situations of towns that have made their inventory again: a rise, falls, other factors, other sectors, money spent."""

from __future__ import annotations

from collections.abc import Mapping

from tests.support.situations import ALL, HEAD, INVENTORY, ROWS, TARGET, Situation

NEW = "com2023-ipcc-co2"  # its electricity factors are those of each year


def inventories(*years: tuple[int, str]) -> str:
    """Heads of a baseline and of monitoring inventories, each with its factor set."""
    entries = (f"{{year: {y}, kind: {'monitoring' if n else 'baseline'}, factor_set: {f}}}" for n, (y, f) in enumerate(years))
    return f"inventories: [{', '.join(entries)}]\n"


def rows(year: int, **amounts: int) -> str:
    """A whole inventory of a later year, in MWh; what is not given is as in the first one."""
    mwh = {"schools": 900, "lamps": 300, "gas": 30000, "power": 6000, "shops": 4000, "cars": 20000, **amounts}
    return (
        f"{year},municipal_buildings,natural_gas,{mwh['schools']},MWh\n{year},public_lighting,electricity,{mwh['lamps']},MWh\n"
        f"{year},residential,natural_gas,{mwh['gas']},MWh\n{year},residential,electricity,{mwh['power']},MWh\n"
        f"{year},tertiary,electricity,{mwh['shops']},MWh\n{year},private_commercial_transport,diesel,{mwh['cars']},MWh\n"
    )


FALL = ALL + rows(2014, schools=700, lamps=180, gas=26500, power=5600, shops=3900, cars=19000)
SERIES = ALL + rows(2014, gas=27000, cars=19500) + rows(2018, gas=28500, power=6400, shops=4300, cars=19800)
TURNED = ALL + rows(2016, power=6900, shops=4400)
OTHER_SECTORS = ALL + ROWS["homes"].replace("2010", "2014") + "2014,agriculture,diesel,300,MWh\n"
OTHER_WAY = (
    "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2},"
    " {year: 2014, kind: monitoring, factor_set: com2010-lca-co2e}]\n"
)
OTHER_SETS = (
    "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2},"
    f" {{year: 2014, kind: monitoring, factor_set: {NEW}, electricity: {{factor_t_per_mwh: 0.31, source: supplier}}}}]\n"
)
DIRTIER = (
    f"inventories: [{{year: 2010, kind: baseline, factor_set: {NEW}}},"
    f" {{year: 2014, kind: monitoring, factor_set: {NEW}, electricity: {{factor_t_per_mwh: 0.52, source: supplier}}}}]\n"
)
MONEY = (
    "id,sector,title.en,title.it,responsible.en,responsible.it,start_year,end_year,status,cost_eur,spent_eur,co2_reduction_t\n"
    "A01,residential,Energy desk,Sportello energia,Office,Ufficio,2012,2018,ongoing,100000,42000,1500\n"
    "A02,public_lighting,LED lamps,Lampade a LED,Office,Ufficio,2012,2013,completed,310000,298500,110\n"
    "A03,tertiary,Cooling of shops,Climatizzazione dei negozi,Office,Ufficio,2013,2015,cancelled,60000,4000,200\n"
)
THIN = (
    "inventories: [{year: 2010, kind: baseline, detail: sector_totals, approach: ipcc, unit: t_co2},"
    " {year: 2014, kind: monitoring, detail: sector_totals, approach: ipcc, unit: t_co2}]\n"
)
THIN_ROWS = (
    "inventory_year,sector,type,energy_mwh,emissions_t\n"
    "2010,residential,direct,30000,6060\n2010,tertiary,indirect,4000,1932\n2010,transport_not_allocated,direct,20000,5340\n"
    "2014,residential,direct,27000,5454\n2014,tertiary,indirect,3600,1530\n2014,transport_not_allocated,direct,19100,5050\n"
)
MONITORED: Mapping[str, Situation] = {
    "fall-since-the-baseline": Situation(inventories((2010, NEW), (2014, NEW)) + TARGET, {"consumption.csv": FALL, "actions.csv": MONEY}),
    "three-inventories": Situation(inventories((2010, NEW), (2014, NEW), (2018, NEW)) + TARGET, {"consumption.csv": SERIES}),
    "other-factor-sets": Situation(OTHER_SETS + TARGET, {"consumption.csv": FALL}),
    "turned-by-the-grid": Situation(inventories((2010, NEW), (2016, NEW)), {"consumption.csv": TURNED}),
    "turned-by-dirtier-electricity": Situation(DIRTIER, {"consumption.csv": ALL + rows(2014, gas=29000)}),
    "other-sectors-later": Situation(inventories((2010, NEW), (2014, NEW)), {"consumption.csv": OTHER_SECTORS}),
    "other-way-of-counting": Situation(OTHER_WAY, {"consumption.csv": FALL}),
    "nothing-changed": Situation(inventories((2010, "com2010-ipcc-co2"), (2014, "com2010-ipcc-co2")), {"consumption.csv": ALL + rows(2014)}),
    "thin-twice": Situation(THIN + TARGET, {"sector_totals.csv": THIN_ROWS}),
    "money-spent": Situation(INVENTORY + TARGET, {"consumption.csv": HEAD + ROWS["homes"] + ROWS["services"] + ROWS["cars"], "actions.csv": MONEY}),
}  # fmt: skip
