"""Cases of the rules that weigh otherwise, or have another cause, than the one in `tests/rules`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.rules import changed

PLANTS = "inventory_year,product,flow,plant,technology,capacity_mw,ets,produced_mwh,input_carrier,input_mwh,emissions_t\n"
GREEN = "inventory_year,buyer,product,purchased_mwh,emissions_t\n"
FACTORS = "inventory_year,carrier,fuel,factor_t_per_mwh,source\n"
HEAD, PLAN, USE = "municipality.yaml", "actions.csv", "consumption.csv"
OWN_FACTOR = FACTORS + "2010,electricity,,0.38,letter\n"
CITED = ("financing:\n", "sources: {letter: {text: {en: Letter}}}\nfinancing:\n")
LOCAL = ("factor_set: com2010-ipcc-co2}", "factor_set: com2010-ipcc-co2, electricity: local}")
COVENANT = ", returned_on: 2012-12-12, approved_on: 2012-11-28, decision: 45/2012}"
BASE = "  - {year: 2010, kind: baseline, factor_set: com2010-ipcc-co2}"
EARLY = "  - {year: 2009, kind: monitoring, factor_set: com2010-ipcc-co2}"
WASTE = "A03,waste,Less landfill,Office,2013,2019,ongoing,2000,own,0,0,99,no"
LINE = "A02,tertiary,Efficient shops,Chamber of commerce,2013,2019,ongoing,200000,own,4000,0,1900,no"


@dataclass(frozen=True, slots=True)
class Case:
    """Edits and added files, and what they bring."""

    finding: str
    edits: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)


CASES = {
    "heat that nobody supplies": Case(
        "S4 info consumption.csv:10:4",
        {
            HEAD: (LOCAL[0], "factor_set: com2010-ipcc-co2, heat: {factor_t_per_mwh: 0.2, source: letter}}"),
            USE: ("diesel,30000,MWh,,\n", "diesel,30000,MWh,,\n2010,residential,heat_cold,500,MWh,,\n"),
        },
    ),
    "more green electricity than the municipality uses": Case(
        "S6 warning purchases.csv:2:4",
        added={"purchases.csv": GREEN + "2010,local_authority,certified_green_electricity,1060,0\n"},
    ),
    "a typed factor beside local production": Case(
        "S7 warning factors.csv:2:4",
        {HEAD: CITED},
        {"production.csv": PLANTS + "2010,electricity,local,roofs,photovoltaic,0.3,no,2000,,,0\n", "factors.csv": OWN_FACTOR},
    ),
    "an exporter of electricity": Case(
        "S7 info municipality.yaml:10:77",
        {HEAD: LOCAL},
        {"production.csv": PLANTS + "2010,electricity,local,river,hydro,9,no,60000,,,600\n"},
    ),
    "a plant of emissions trading": Case(
        "S8 warning production.csv:2:7",
        added={"production.csv": PLANTS + "2010,electricity,local,mill,hydro,9,yes,900,,,0\n"},
    ),
    "too many tonnes by production": Case(
        "S3 error production.csv:2:11",
        added={"production.csv": PLANTS + "2010,electricity,local,mill,chp,9,no,900,natural_gas,2000,1800\n"},
    ),
    "more green electricity than anybody uses": Case(
        "S6 error purchases.csv:2:4", added={"purchases.csv": GREEN + "2010,others,certified_green_electricity,23122,0\n"}
    ),
    "a target by 2030 in a plan of 2013": Case(
        "A1 error municipality.yaml:12:21", {HEAD: ("20, target_year: 2020", "19, target_year: 2030")}
    ),
    "a target by 2030 in a plan of 2015": Case(
        "A1 error municipality.yaml:12:21",
        {HEAD: ("20, target_year: 2020", "39, target_year: 2030"), "programme.yaml": ("2013-03-18", "2015-03-18")},
    ),
    "a target by 2030 below the advice": Case(
        "A1 info municipality.yaml:12:21",
        {HEAD: ("20, target_year: 2020", "54, target_year: 2030"), "programme.yaml": ("2013-03-18", "2020-03-18")},
    ),
    "no target": Case(
        "A1 error municipality.yaml:1:1", {HEAD: ("targets:\n  - {reduction_pct: 20, target_year: 2020, base_year: 2010}\n", "")}
    ),
    "a draft": Case("A16 warning municipality.yaml:8:11", {HEAD: (COVENANT, "}")}),
    "handed in without approval": Case("A16 error municipality.yaml:8:11", {HEAD: (COVENANT, ", returned_on: 2012-12-12}")}),
    "nobody is responsible": Case("A15 warning actions.csv:3:4", {PLAN: ("Chamber of commerce", "")}),
    "no cost": Case("A15 warning actions.csv:3:8", {PLAN: ("200000,own", ",own")}),
    "years the wrong way round": Case("A14 warning actions.csv:3:6", {PLAN: ("2013,2019", "2019,2013")}),
    "no first year": Case("A13 error actions.csv:3:5", {PLAN: ("2013,2019", ",2019")}),
    "more avoided than emitted in all": Case("A3 error actions.csv:2:12", {PLAN: ("30000,0,6060", "30000,0,27000")}),
    "tonnes without reason in one sector": Case("A6 error actions.csv:3:12", {PLAN: (",4000,0,1900", ",400000,0,1900")}),
    "savings against the target of their sector": Case(
        "A8 error municipality.yaml:14:44",
        {HEAD: ("financing:\n", "sector_targets:\n  - {sector: buildings, energy_saving_mwh: 28000}\nfinancing:\n")},
    ),
    "a sink does not lessen what waste emits": Case(
        "A7 error actions.csv:4:12",
        {
            HEAD: ("base_year: 2010}", "base_year: 2010, scope: energy}"),
            PLAN: (LINE, f"{LINE}\nA03,waste,Less landfill,Office,2013,2019,ongoing,2000,own,0,0,101,no"),
        },
        {"emissions.csv": "inventory_year,sector,emissions_t,unit\n2010,waste,100,t_co2e\n2010,afolu,-90,t_co2e\n"},
    ),
    "an inventory of the near future": Case(
        "I1 warning municipality.yaml:10:12",
        {
            HEAD: ("{year: 2010, kind: baseline", "{year: 2018, kind: baseline"),
            USE: ("2010,municipal_buildings,elec", "2018,municipal_buildings,elec"),
        },
    ),
    "an inventory of the far future": Case(
        "I1 error municipality.yaml:10:12",
        {
            HEAD: ("{year: 2010, kind: baseline", "{year: 2019, kind: baseline"),
            USE: ("2010,municipal_buildings,elec", "2019,municipal_buildings,elec"),
        },
    ),
    "nobody counted": Case("I2 warning municipality.yaml:6:13", {HEAD: ("{2010: 8000, 2020", "{2009: 8000, 2020")}),
    "inhabitants in thousands": Case("I2 warning municipality.yaml:6:13", {HEAD: ("{2010: 8000", "{2010: 8")}),
    "monitored before the baseline": Case("I4 error municipality.yaml:11:12", {HEAD: (BASE, f"{BASE}\n{EARLY}")}),
    "very much electricity": Case("E4 warning consumption.csv:6:4", {USE: ("electricity,12000", "electricity,100000")}),
    "next to no electricity": Case(
        "E4 warning consumption.csv:2:4",
        added={"consumption.csv": "inventory_year,sector,carrier,quantity,unit\n2010,municipal_buildings,electricity,60,MWh\n"},
    ),
    "very much heat": Case("E5 warning consumption.csv:7:4", {USE: ("natural_gas,40000", "natural_gas,600000")}),
    "next to no heat": Case(
        "E5 warning consumption.csv:2:4",
        added={"consumption.csv": "inventory_year,sector,carrier,quantity,unit\n2010,residential,natural_gas,79,MWh\n"},
    ),
    "fuel without emissions in a thin return": Case(
        "F1 warning sector_totals.csv:2:4",
        {HEAD: ("factor_set: com2010-ipcc-co2}", "detail: sector_totals, approach: ipcc, unit: t_co2}")},
        {"sector_totals.csv": "inventory_year,sector,type,energy_mwh,emissions_t\n2010,residential,direct,30000,0\n"},
    ),
    "no last year": Case("A13 error actions.csv:2:6", {PLAN: ("2012,2020,ongoing", "2012,,ongoing")}),
    "two actions without first year": Case(
        "A13 error actions.csv:4:5",
        {
            PLAN: (
                LINE,
                f"{LINE}\nA03,tertiary,Shade,Chamber,,2019,ongoing,1,own,40,0,9,no\nA04,tertiary,Light,Chamber,,2019,ongoing,1,own,40,0,9,no",
            )
        },
    ),
    "no key action in a plan to 2030": Case(
        "A13 error actions.csv",
        {HEAD: ("20, target_year: 2020", "55, target_year: 2030"), "programme.yaml": ("2013-03-18", "2021-03-18")},
    ),
    "one action told twice": Case(
        "A9 warning actions.csv:3:3",
        added={
            "actions.csv": "title.en,sector,id,responsible.en,start_year,end_year,status,cost_eur,financing,energy_saving_mwh,co2_reduction_t\n"
            "Warm homes,residential,A01,Desk,2012,2020,ongoing,300000,own,34000,7960\n"
            "warm  HOMES,residential,A02,Office,2012,2020,ongoing,400000,own,34000,7960\n"
        },
    ),
    "few tonnes by MWh in one sector": Case("A6 error actions.csv:3:12", {PLAN: (",4000,0,1900", ",4000,0,39")}),
    "few tonnes by MWh with what is made": Case("A6 error actions.csv:3:12", {PLAN: (",4000,0,1900", ",2000,2000,39")}),
    "tonnes without reason of a tiny action": Case(
        "A6 error actions.csv:4:12",
        {PLAN: (LINE, f"{LINE}\nA03,public_lighting,Lamps,Office,2013,2019,ongoing,2000,own,0.1,0,0.5,no")},
    ),
    "tonnes without reason beside production elsewhere": Case(
        "A6 error actions.csv:3:12",
        {
            PLAN: (
                LINE,
                f"{LINE.replace('4000', '900')}\nA03,local_electricity,Roofs,Office,2013,2019,ongoing,2000,own,0,300,120,no",
            )
        },
    ),
    "half a tonne avoided without cause": Case(
        "A12 warning actions.csv:4:10", {PLAN: (LINE, f"{LINE}\nA03,land_use,Trees,Office,2013,2019,ongoing,2000,own,,,0.5,no")}
    ),
    "tonnes against the target of their heading": Case(
        "A8 error municipality.yaml:14:50",
        {
            HEAD: ("financing:\n", "sector_targets:\n  - {sector: local_electricity, co2_reduction_t: 99}\nfinancing:\n"),
            PLAN: (LINE, f"{LINE}\nA03,local_electricity,Roofs,Office,2013,2019,ongoing,2000,own,0,300,120,no"),
        },
    ),
    "more avoided than waste emits": Case(
        "A7 error actions.csv:4:12",
        {HEAD: ("base_year: 2010}", "base_year: 2010, scope: energy}"), PLAN: (LINE, f"{LINE}\n{WASTE}")},
    ),
    "avoided without cause in land use": Case(
        "A12 warning actions.csv:4:10",
        {PLAN: (LINE, f"{LINE}\nA03,land_use,Trees,Office,2013,2019,ongoing,2000,own,,,9,no")},
    ),
    "wind that nobody can use": Case(
        "S5 error production.csv:3:8",
        added={
            "production.csv": PLANTS
            + "2010,electricity,local,ridge,wind,9,no,1000,,,0\n2010,electricity,local,hill,Wind,9,no,3302500,,,0\n"
            + "2010,electricity,local,mill,diesel engine,9,no,9000000,,,0\n2010,electricity,imported,sea,wind,9,no,9000000,,,0\n"
        },
    ),
    "green electricity bought twice": Case(
        "S6 warning purchases.csv:3:4",
        added={
            "purchases.csv": GREEN
            + "2010,local_authority,certified_green_electricity,400,0\n2010,local_authority,certified_green_electricity,700,0\n"
        },
    ),
    "a fuel without factor": Case(
        "F0 error consumption.csv:10:3",
        {USE: ("diesel,30000,MWh,,\n", "diesel,30000,MWh,,\n2010,residential,heat_cold,500,MWh,,\n")},
    ),
    "green electricity by its life cycle": Case(
        "S0 error purchases.csv:2:5",
        {HEAD: ("com2010-ipcc-co2}", "com2010-lca-co2e, electricity: local}")},
        {"purchases.csv": GREEN + "2010,local_authority,certified_green_electricity,300,\n"},
    ),
    "a plant with fuel of unknown amount": Case(
        "S0 error production.csv:2:11",
        {HEAD: LOCAL},
        {"production.csv": PLANTS + "2010,electricity,local,mill,engine,9,no,900,natural_gas,,\n"},
    ),
    "a plant whose fuel has no factor": Case(
        "F0 error production.csv:2:9",
        {HEAD: LOCAL},
        {"production.csv": PLANTS + "2010,electricity,local,mill,engine,9,no,900,heat_cold,90,\n"},
    ),
    "both products of a plant without fuel": Case(
        "S0 error production.csv:2:11",
        {HEAD: LOCAL},
        {
            "production.csv": PLANTS
            + "2010,electricity,local,mill,chp,9,no,900,,,\n2010,heat,local,mill,chp,9,no,900,natural_gas,,\n",
        },
    ),
    "half a sector total": Case(
        "E0 error sector_totals.csv:2:1",
        {HEAD: ("factor_set: com2010-ipcc-co2}", "detail: sector_totals, approach: ipcc, unit: t_co2}")},
        {"sector_totals.csv": "inventory_year,sector,type,energy_mwh,emissions_t\n2010,residential,direct,30000,\n"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_weighs_what_the_table_says(name: str, tmp_path: Path) -> None:
    """Code, severity and cell."""
    case = CASES[name]

    assert case.finding in changed(tmp_path, case.edits, case.added)


SILENT = {
    "a factor that can be computed again": (
        {HEAD: LOCAL},
        {"production.csv": PLANTS + "2010,electricity,local,roofs,photovoltaic,0.3,no,2000,,,0\n"},
    ),
    "an action that avoids emissions of waste": (
        {
            HEAD: ("base_year: 2010}", "base_year: 2010, scope: energy}"),
            PLAN: (LINE, f"{LINE}\nA03,waste,Less landfill,Office,2013,2019,ongoing,2000,own,0,0,99,no"),
        },
        {"emissions.csv": "inventory_year,sector,emissions_t,unit\n2010,waste,100,t_co2e\n"},
    ),
    "savings at the limit of their sector's target": (
        {
            HEAD: ("financing:\n", "sector_targets:\n  - {sector: buildings, energy_saving_mwh: 30000}\nfinancing:\n"),
            PLAN: ("30000,0,6060", "32000,0,6060"),
        },
        {},
    ),
    "tonnes by MWh at both limits": (
        {},
        {
            "actions.csv": "id,sector,title.en,responsible.en,start_year,end_year,status,cost_eur,financing,energy_saving_mwh,co2_reduction_t\n"
            "A01,residential,Homes,Desk,2012,2020,ongoing,300000,own,4000,40\n"
            "A02,tertiary,Shops,Desk,2012,2020,ongoing,300000,own,3960,7920\n"
        },
    ),
    "savings without any reduction": (
        {PLAN: (LINE, f"{LINE}\nA03,public_lighting,Lamps,Office,2013,2019,ongoing,2000,own,5,0,0,no")},
        {},
    ),
    "savings in the sector of no target": (
        {
            HEAD: (
                "financing:\n",
                "sector_targets:\n  - {sector: transport, energy_saving_mwh: 1, co2_reduction_t: 1}\nfinancing:\n",
            )
        },
        {},
    ),
    "the same title with other effects or in another sector": (
        {
            PLAN: (
                LINE,
                f"{LINE}\n{LINE.replace('A02', 'A03').replace('1900', '1800')}\n{LINE.replace('A02', 'A04').replace('tertiary', 'public_lighting')}",
            )
        },
        {},
    ),
    "other titles with the same effects": ({PLAN: (LINE, f"{LINE}\n{LINE.replace('A02', 'A03').replace('shops', 'bars')}")}, {}),
    "a private cost only": (
        {},
        {
            "actions.csv": "id,sector,title.en,responsible.en,start_year,end_year,status,private_cost_eur,energy_saving_mwh,co2_reduction_t\n"
            "A01,residential,Homes,Desk,2012,2020,ongoing,300000,30000,6060\n"
            "A02,tertiary,Shops,Desk,2012,2020,ongoing,300000,4000,1900\n"
        },
    ),
    "what is made explains a reduction": ({PLAN: (",4000,0,1900", ",0,4000,1900")}, {}),
    "an action that avoids nothing": (
        {PLAN: (LINE, f"{LINE}\nA03,stakeholders,Fair,Office,2013,2019,ongoing,2000,own,0,0,0,no")},
        {},
    ),
    "savings and production of parts and wholes": (
        {},
        {
            "actions.csv": "id,sector,title.en,responsible.en,start_year,end_year,status,cost_eur,financing,energy_saving_mwh,"
            "res_production_mwh,co2_reduction_t,parent\n"
            "A01,residential,Homes,Desk,2012,2020,ongoing,300000,own,2000,2000,,\n"
            "A02,residential,Roofs,Desk,2012,2020,ongoing,30000,own,,,5960,A01\n"
            "A03,tertiary,Shops,Desk,2012,2020,ongoing,30000,own,2000,2000,1000,\n"
            "A04,municipal_buildings,Schools,Desk,2012,2020,ongoing,30000,own,500,0,,\n"
            "A05,municipal_buildings,Roof,Desk,2012,2020,ongoing,30000,own,500,0,1000,A04\n"
        },
    ),
    "three key actions in a plan to 2030": (
        {
            HEAD: ("20, target_year: 2020", "55, target_year: 2030"),
            "programme.yaml": ("2013-03-18", "2024-03-18"),
        },
        {
            "actions.csv": "id,sector,title.en,responsible.en,start_year,end_year,status,cost_eur,financing,energy_saving_mwh,co2_reduction_t,key_action\n"
            "A01,residential,Homes,Desk,2024,2030,ongoing,300000,own,34000,9000,yes\n"
            "A02,tertiary,Shops,Desk,2024,2030,ongoing,300000,own,17000,6000,yes\n"
            "A03,private_commercial_transport,Buses,Desk,2024,2030,ongoing,300000,own,25000,6890,yes\n"
            "A04,tertiary,Lamps,Desk,2024,2030,ongoing,300000,own,2500,100,no\n"
        },
    ),
    "a cancelled action with open ends": ({PLAN: (LINE, f"{LINE}\nA03,residential,Idea,Office,,,cancelled,,,,,,no")}, {}),
    "a step before 2020": ({HEAD: ("targets:\n", "targets:\n  - {reduction_pct: 20, target_year: 2021, base_year: 2010}\n")}, {}),
}


@pytest.mark.parametrize("name", SILENT)
def test_a_case_that_is_in_order_is_silent(name: str, tmp_path: Path) -> None:
    """Nothing is found."""
    edits, added = SILENT[name]

    assert [] == changed(tmp_path, edits, added)


def test_the_part_of_an_action_leaves_cost_and_sources_to_the_whole(tmp_path: Path) -> None:
    """A15 and A12 look at the parent."""
    plan = (
        "id,sector,title.en,responsible.en,start_year,end_year,status,cost_eur,financing,energy_saving_mwh,co2_reduction_t,parent\n"
        "A01,residential,Insulation,Energy desk,2012,2020,ongoing,300000,own,34000,7960,\n"
        "A02,tertiary,Shops,Chamber,2013,2019,ongoing,,,,190,A01\n"
    )

    assert [] == changed(tmp_path, {}, {"actions.csv": plan})


def test_key_actions_are_asked_for_in_new_plans_only(tmp_path: Path) -> None:
    """A13: the template of 2023 asks plans to 2030 for three."""
    later = {HEAD: ("20, target_year: 2020", "55, target_year: 2030")}
    early, late = tmp_path / "early", tmp_path / "late"

    assert "A13 error actions.csv" not in changed(early, later, {})
    assert "A13 error actions.csv" in changed(late, {**later, "programme.yaml": ("2013-03-18", "2024-03-18")}, {})


@pytest.mark.parametrize(("pct", "found"), [("39", "A1 error"), ("40", "A1 info"), ("54", "A1 info"), ("55", "")])
def test_a_target_by_2030_is_asked_for_more_in_new_plans(pct: str, found: str, tmp_path: Path) -> None:
    """A1: 40 per cent is the least, 55 is advised."""
    edits = {HEAD: ("20, target_year: 2020", f"{pct}, target_year: 2030"), "programme.yaml": ("2013-03-18", "2020-03-18")}

    assert [found] * bool(found) == [line[: len(found)] for line in changed(tmp_path, edits, {}) if line.startswith("A1 ")]


@pytest.mark.parametrize(("saving", "found"), [("118424", False), ("118425", True)])
def test_savings_may_reach_six_fifths_of_all_energy(saving: str, found: bool, tmp_path: Path) -> None:
    """A5: with 4,000 MWh of the other action 1.2 × 102,020 MWh."""
    lines = changed(tmp_path, {PLAN: (",30000,0,6060", f",{saving},0,6060")}, {})

    assert found is any(line.startswith("A5 ") for line in lines)
