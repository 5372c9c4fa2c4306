"""A small programme with a municipality in every state, for the status."""

from __future__ import annotations

from pathlib import Path

from seapgen.model.status import ProgrammeStatus, TownStatus

AGENCIES = ("harbour-agency", "hill-agency")
_PROGRAMME = """\
schema: 1
id: relay
title: {en: The Relay, it: La staffetta}
languages: [en, it, sv]
issue_date: 2013-03-18
deadlines: {returned: 2012-06-30, checked: 2012-07-31, approved: 2012-12-31}
groups:
  - id: coast
    name: {en: Coast, it: Costa, sv: Kusten}
    country: SE
    languages: [sv]
    agency: harbour-agency
    joint_plans: [{id: sound, members: [norra, sodra], option: 1}]
"""
_INVENTORY = """\
inventories: [{year: 2010, kind: baseline, factor_set: com2023-ipcc-co2, electricity: national}]
targets: [{reduction_pct: 20, target_year: 2020, base_year: 2010, basis: absolute, scope: energy}]
forms: {it: {official: X, subject: X, of: X, in: X, council: Consiglio, head: X, adopted_by: X}}
"""
_ROWS = """\
inventory_year,sector,carrier,quantity,unit
2010,residential,natural_gas,19000,MWh
2010,tertiary,electricity,12000,MWh
2010,private_commercial_transport,diesel,22000,MWh
"""
_ACTIONS = """\
id,sector,area,instrument,title.en,title.it,start_year,end_year,status,cost_eur,energy_saving_mwh,co2_reduction_t,basis
A01,public_lighting,A21,B24,Lamps,Lampade,2012,2014,ongoing,310000,260,130,baseline
A02,residential,A18,B11,Homes,Case,2012,2014,ongoing,310000,260,130,baseline
"""
_TOWNS = {  # id -> what its head says beside name, country, language and population; whether it has data
    "punctual": ("agency: hill-agency\ncovenant: {returned_on: 2012-06-12, approved_on: 2012-11-28, decision: 1/2012}\n", True),
    "tardy": ("agency: hill-agency\ncovenant: {returned_on: 2012-07-15, approved_on: 2013-01-20, decision: 2/2013}\n", True),
    "silent": ("agency: hill-agency\n", False),
    "wrong": ("agency: hill-agency\ncovenant: {returned_on: 2012-06-12}\n", True),
    "undated": ("", True),
    "norra": ("group: coast\n", False),
    "sodra": ("group: coast\nagency: hill-agency\n", False),
    "sound": ("group: coast\ncovenant: {returned_on: 2012-07-02}\n", True),
}


def relay(folder: Path, *, is_garbled: bool = True) -> Path:
    """Seven municipalities, the joint plan of two of them, and a folder that cannot be read (it stops every document).

    Italian is the language of those outside the group, Swedish (without catalogue) that of the group.
    """
    root = folder / "relay"
    garbled = {"municipalities/garbled/municipality.yaml": "id: garbled\nname: [\n"} if is_garbled else {}
    for path, text in {"programme.yaml": _PROGRAMME, **_agencies(), **_towns(), **garbled}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def _agencies() -> dict[str, str]:
    return {
        f"agencies/{id_}/agency.yaml": f"id: {id_}\nname: {{en: {id_.title()}, it: Agenzia {id_}}}\nroles: [rda]\ncountry: IT\n"
        f"languages: [it]\ncontact: {{email: a@b.example}}\n"
        for id_ in AGENCIES
    }


def _towns() -> dict[str, str]:
    files: dict[str, str] = {}
    for id_, (head, has_data) in _TOWNS.items():
        language, country = ("sv", "SE") if "group" in head else ("it", "IT")
        common = f"id: {id_}\nname: {{{language}: {id_.title()}}}\ncountry: {country}\nlanguages: [{language}]\n"
        common += "population: {2010: 8000}\n"
        files[f"municipalities/{id_}/municipality.yaml"] = common + head + (_INVENTORY if has_data else "")
        if has_data:
            rows = _ROWS.replace("19000", "many") if id_ == "wrong" else _ROWS
            files |= {f"municipalities/{id_}/consumption.csv": rows, f"municipalities/{id_}/actions.csv": _ACTIONS}
    files["municipalities/tardy/prose.it.md"] = "# strategy.vision\n\nIl sole.\n"
    return files


def town(about: ProgrammeStatus, id_: str) -> TownStatus:
    """One municipality of a status."""
    return next(each for each in about.towns if each.id == id_)
