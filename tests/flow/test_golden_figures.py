"""Every figure and fact of a few programmes with its derivation: value, unit, formula, inputs, cells. Nothing changes unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from seapgen.compute.results import compute_results
from seapgen.intake.programme import load_programme
from seapgen.localise.language import load_language
from seapgen.model.results import Cell, Derived
from tests.flow.test_rules import laid_over
from tests.support.judged import reference
from tests.support.monitored import MONITORED
from tests.support.places import TESTS
from tests.support.rules import RULES, edited
from tests.support.situations import ALL, Situation

GOLDEN = TESTS / "golden" / "figures"
PROGRAMMES = {
    "minimal": TESTS / "programmes" / "minimal", "specimen": TESTS / "programmes" / "specimen", "rules": TESTS / "rules" / "base",
}  # fmt: skip
SUPPLY = tuple(f"S{n}/{case}" for n in range(9) for case in ("fails", "holds"))
SUPPLIED = ("factor.", "production.", "inventory.2010.local", "inventory.2010.heat", "inventory.2010.plant")
PLANTS = """inventory_year,product,flow,plant,technology,capacity_mw,ets,produced_mwh,input_carrier,input_mwh,emissions_t
2010,electricity,local,Works,chp,9,no,400,,,
2010,heat,local,Works,chp,9,no,1800,natural_gas,3000,
2010,heat,imported,River,boiler,,no,100,,,20
2010,heat,exported,River,boiler,,no,50,diesel,60,
2010,electricity,local,roofs,photovoltaic,0.3,no,200,,,0
2010,electricity,local,engine,gas engine,0.3,no,100,natural_gas,250,
2010,electricity,local,mill,engine,0.3,no,7,natural_gas,,
"""
HEAT = ("diesel,30000,MWh,,\n", "diesel,30000,MWh,,\n2010,residential,heat_cold,1900,MWh,,\n")
GREEN = """inventory_year,buyer,product,purchased_mwh,emissions_t
2010,local_authority,certified_green_electricity,300,
2010,local_authority,certified_green_electricity,200,4
2010,others,certified_green_electricity,90,1
"""
STATED = "electricity: {factor_t_per_mwh: 0.38, source: letter}, heat: {factor_t_per_mwh: 0.2, source: unknown}}"
SUPPLIES: Mapping[str, tuple[Mapping[str, tuple[str, str]], Mapping[str, str]]] = {
    "supply-local": (
        {"municipality.yaml": ("ipcc-co2}", "ipcc-co2, electricity: local, heat: local}"), "consumption.csv": HEAT},
        {
            "production.csv": PLANTS.replace("2010,electricity,local,mill,engine,0.3,no,7,natural_gas,,\n", ""),
            "purchases.csv": GREEN,
        },
    ),
    "supply-half-known": (
        {"municipality.yaml": ("ipcc-co2}", "ipcc-co2, electricity: local, heat: local}"), "consumption.csv": HEAT},
        {"production.csv": PLANTS, "purchases.csv": GREEN},
    ),
    "supply-life-cycle": (
        {"municipality.yaml": ("com2010-ipcc-co2}", "com2010-lca-co2e, electricity: local}"), "consumption.csv": HEAT},
        {"production.csv": PLANTS, "purchases.csv": GREEN},
    ),
    "supply-stated": (
        {
            "municipality.yaml": ("ipcc-co2}\n", f"ipcc-co2, {STATED}\nsources: {{letter: {{text: {{en: Letter}}}}}}\n"),
            "consumption.csv": HEAT,
        },
        {"production.csv": PLANTS, "purchases.csv": GREEN},
    ),
}
SITUATIONS = ("fall-since-the-baseline", "money-spent", "other-way-of-counting", "thin-twice", "nothing-changed", "thin-later")
THIN_LATER = Situation(
    "inventories: [{year: 2010, kind: baseline, factor_set: com2010-ipcc-co2},"
    " {year: 2014, kind: monitoring, detail: sector_totals, approach: ipcc, unit: t_co2}]\n",
    {
        "consumption.csv": ALL,
        "sector_totals.csv": "inventory_year,sector,type,energy_mwh,emissions_t\n"
        "2014,residential,direct,27000,5454\n2014,residential,indirect,6000,2700\n2014,tertiary,indirect,3600,1530\n",
    },
)


def derived(figures: Mapping[str, Derived]) -> Iterator[str]:
    """One line a figure: `path = value unit: formula(inputs)`."""
    for path, each in sorted(figures.items()):
        inputs = ", ".join(cell(i) if isinstance(i, Cell) else i for i in each.derivation.inputs)
        yield f"{path} = {each.figure.value} {each.figure.unit}: {each.derivation.formula}({inputs})"


def cell(found: Cell) -> str:
    """`consumption.csv:2:6 900 MWh`, without the folder."""
    file = found.source.file.rpartition("/")[2]
    label = f" ({load_language('en').show(found.label)})" if found.label is not None else ""
    return f"{file}:{found.source.cell} {found.value} {found.unit}".strip() + label


def figures(folder: Path, *parts: str) -> str:
    """All figures and facts of all municipalities, or those whose path begins with one of the parts."""
    programme = load_programme(folder).programme
    assert programme is not None
    lines = []
    for id_, results in compute_results(programme, reference()).municipalities.items():
        lines += [f"# {id_}", *derived(results.figures), *derived(results.facts)]
    return "\n".join(line for line in lines if not parts or line.startswith(parts)) + "\n"


@pytest.mark.parametrize("name", [*PROGRAMMES, *SITUATIONS])
def test_figures_are_made_as_before(name: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Who changes one looks at the difference before it is committed."""
    made = figures(PROGRAMMES[name] if name in PROGRAMMES else {**MONITORED, "thin-later": THIN_LATER}[name].write(tmp_path))
    agree(made, name, write=update_golden)


@pytest.mark.parametrize("case", SUPPLY)
def test_local_supply_is_made_as_before(case: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Plants, purchases, and the factors that follow from them."""
    made = figures(laid_over(RULES / case, tmp_path), *SUPPLIED)
    agree(made, case.replace("/", "-"), write=update_golden)


@pytest.mark.parametrize("name", SUPPLIES)
def test_supply_of_all_kinds_is_made_as_before(name: str, tmp_path: Path, *, update_golden: bool) -> None:
    """Plants that make both products, fuels by their factor, amounts that are not stated, stated and own factors."""
    edits, added = SUPPLIES[name]
    agree(figures(edited(tmp_path, edits, added), *SUPPLIED), name, write=update_golden)


def agree(text: str, name: str, *, write: bool) -> None:
    """The text is that of the golden file of a name, which may be written anew."""
    path = GOLDEN / f"{name}.txt"
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text
