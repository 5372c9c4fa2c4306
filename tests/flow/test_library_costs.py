"""CA: an action that names a key of the library, against what such actions cost elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from seapgen.check.check import check_programme
from seapgen.compute import compute_results
from seapgen.intake.programme import load_programme
from seapgen.localise.language import load_language
from seapgen.model.finding import Finding
from tests.support.judged import reference
from tests.support.rules import TOWN, base, changed

HEAD = (
    "id,library,sector,title.en,responsible.en,start_year,end_year,status,cost_eur,private_cost_eur,financing,energy_saving_mwh,"
    "res_production_mwh,co2_reduction_t\n"
)
OTHER = "A02,,tertiary,Efficient shops,Chamber,2013,2019,ongoing,200000,,own,4000,0,1900\n"
COST, TONNES, SECTOR = 9, 14, 3  # columns
MARK = "printed in the source"


def row(library: str, sector: str, cost: str, saved: str, made: str, tonnes: str, private: str = "") -> str:
    """The table of actions with a first action of the library."""
    return f"{HEAD}A01,{library},{sector},,Office,2012,2020,ongoing,{cost},{private},own,{saved},{made},{tonnes}\n{OTHER}"


def hits(folder: Path, actions: str) -> list[str]:
    """What CA finds: severity and column."""
    found = [line.split() for line in changed(folder, {}, {"actions.csv": actions}) if line.startswith("CA ")]
    return [f"{severity} {place.rpartition(':')[2]}" for _, severity, place in found]


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        # rb_retrofit_programme: 1,113 to 2,555 EUR by MWh saved a year; 1,000 MWh are saved
        ("5110000", []), ("5110001", [f"info {COST}"]), ("25550000", [f"info {COST}"]), ("25550001", [f"warning {COST}"]),
        ("556500", []), ("556499", [f"info {COST}"]), ("111300", [f"info {COST}"]), ("111299", [f"warning {COST}"]), ("0", []),
    ],
)  # fmt: skip
def test_a_cost_is_remarked_on_where_it_lies_well_beyond_the_range(cost: str, expected: list[str], tmp_path: Path) -> None:
    """Beyond twice or half of it a remark, beyond ten times a warning; an action without cost says nothing."""
    assert expected == hits(tmp_path, row("rb_retrofit_programme", "residential", cost, "1000", "", "200"))


def test_the_private_cost_counts_too(tmp_path: Path) -> None:
    """Elsewhere it does as well."""
    assert [f"info {COST}"] == hits(tmp_path, row("rb_retrofit_programme", "residential", "5000000", "1000", "", "200", "200000"))


def test_a_plant_is_measured_by_what_it_produces(tmp_path: Path) -> None:
    """Photovoltaics on municipal roofs: 648 to 2,083 EUR by MWh produced a year."""
    assert [f"info {COST}"] == hits(tmp_path, row("le_pv_municipal", "local_electricity", "500000", "", "100", "48"))


def test_tonnes_are_measured_at_the_cell_of_tonnes(tmp_path: Path) -> None:
    """Better public transport: 867 EUR by MWh saved, 3,272 EUR by tonne avoided a year."""
    assert [f"info {TONNES}"] == hits(tmp_path, row("pt_service", "public_transport", "1000000", "1000", "", "150"))


def test_nothing_is_measured_by_a_doubtful_range(tmp_path: Path) -> None:
    """Heat pumps in services: 11,950 EUR by MWh saved is implausible."""
    assert [] == hits(tmp_path, row("tb_heat_pumps", "tertiary", "1000000", "1000", "", "200"))


@pytest.mark.parametrize(
    ("library", "sector", "expected"),
    [
        ("rb_retrofit_programme", "residential", []),
        ("rb_retrofit_programme", "tertiary", [f"info {SECTOR}"]),
        ("rb_retrofit_programme", "buildings_not_allocated", []),
        ("rb_retrofit_programme", "transport_not_allocated", [f"info {SECTOR}"]),
        ("pc_parking", "transport_not_allocated", []),
        ("ot_waste_sorting", "waste", []),
        ("ot_waste_sorting", "residential", [f"info {SECTOR}"]),
    ],
)
def test_the_sector_is_that_of_the_library(library: str, sector: str, expected: list[str], tmp_path: Path) -> None:
    """Or one under the same heading that says no more than the heading does."""
    assert expected == hits(tmp_path, row(library, sector, "", "", "", ""))


def told(folder: Path, actions: str) -> Finding:
    """The finding of CA."""
    copy = base(folder)
    (copy / TOWN / "actions.csv").write_text(actions, encoding="utf-8")
    loaded = load_programme(copy)
    assert loaded.programme is not None
    found = check_programme(loaded.programme, compute_results(loaded.programme, reference()), reference())
    return next(f for f in found if f.code == "CA")


@pytest.mark.parametrize(
    ("actions", "fact"),
    [
        (
            row("rb_deep_apartment", "residential", "1000000", "1000", "", "200"),
            "The action A01 costs €1,000/MWh saved a year. The library has €4,206–12,571/MWh (computed from numbers printed in the"
            " source; Climate City Contract of Kranj, 5.2; Climate City Contract of Ljubljana; Climate"
            " City Contract of Liepāja).",
        ),
        (
            row("pt_service", "public_transport", "1000000", "1000", "", "150"),
            "The action A01 costs €6,667/t avoided a year. The library has one plan with €3,272/t (printed in the source; Climate City"
            " Contract of Prato).",
        ),
        (
            row("rb_retrofit_programme", "tertiary", "", "", "", ""),
            "The action A01 stands in the sector “Tertiary buildings”; the library has “Renovation programme for the housing stock”"
            " in “Residential buildings”.",
        ),
    ],
    ids=["a range", "a single plan", "a sector"],
)
def test_a_remark_names_range_mark_and_source(actions: str, fact: str, tmp_path: Path) -> None:
    """A reader can weigh what the comparison is worth."""
    english = load_language("en")

    assert fact == english.say(told(tmp_path, actions).message).replace("\u00a0", " ")
