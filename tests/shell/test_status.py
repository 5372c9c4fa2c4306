"""`seapgen status` as people and programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode
from tests.support.check_report import SPECIMEN
from tests.support.command import seapgen
from tests.support.places import TESTS
from tests.support.status import relay
from tests.support.web_page import tree


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality in every state."""
    return relay(tmp_path_factory.mktemp("status"))


def test_programs_get_the_contract(programme: Path) -> None:
    """The keys and values that the contract names."""
    run = seapgen("status", str(programme), "--json")
    told = json.loads(run.stdout)
    towns = {each["id"]: each for each in told["municipalities"]}

    assert run.returncode == ExitCode.OK
    assert (told["as_of"], told["expected_documents"], told["made_documents"]) == ("2013-03-18", 12, 0)
    assert {key: towns["tardy"][key] for key in ("agency", "group", "late", "untranslated")} == {
        "agency": "hill-agency", "group": "", "late": ["returned", "approved"], "untranslated": {"it": 0, "en": 1},
    }  # fmt: skip
    stages = {key: towns["tardy"]["stages"][key] for key in ("returned", "checked", "drafted", "approved")}
    assert stages == {"returned": "2012-07-15", "checked": "ok", "drafted": [], "approved": "2013-01-20"}
    assert towns["wrong"]["stages"]["checked"] == "errors:2"


def test_people_get_a_table_by_agency(programme: Path) -> None:
    """The worst first, with the counts at the end."""
    run = seapgen("status", str(programme))
    lines = run.stdout.splitlines()
    at = {name: next(n for n, line in enumerate(lines) if name in line) for name in ("Hill-Agency", "Silent", "Punctual")}

    assert lines[0].replace("\N{NO-BREAK SPACE}", " ") == "As of 18 March 2013"
    assert at["Hill-Agency"] < at["Silent"] < at["Punctual"]
    assert "Returned: overdue for 261 days" in lines[at["Silent"]]
    assert "0 of 12 documents made" in lines


def test_another_day_gives_another_status(programme: Path) -> None:
    """Nobody is late before the first deadline."""
    run = seapgen("status", str(programme), "--as-of", "2012-06-30", "--json")

    assert [each["late"] for each in json.loads(run.stdout)["municipalities"]] == [[]] * 8


def test_a_day_that_is_none_is_refused(programme: Path) -> None:
    """Exit code 2, and how a date is written."""
    run = seapgen("status", str(programme), "--as-of", "30.6.2012")

    assert run.returncode == ExitCode.USAGE
    assert "2012-06-30" in run.stderr


def test_the_clock_and_the_place_do_not_matter(programme: Path) -> None:
    """Same bytes in another time zone, another folder, with another hash seed."""
    here = seapgen("status", str(programme), "--json").stdout
    there = seapgen("status", str(programme), "--json", cwd=programme, TZ="Pacific/Kiritimati", PYTHONHASHSEED="7").stdout

    assert here == there


def test_the_page_is_written_and_the_table_printed(tmp_path: Path) -> None:
    """In the language that was asked for; the folder is made."""
    file = tmp_path / "new" / "status.html"
    run = seapgen("--ui-lang", "it", "status", str(SPECIMEN), "--html", str(file))

    assert run.returncode == ExitCode.OK
    assert "Montelago" in run.stdout
    assert tree(file.read_bytes()).get("lang") == "it-IT"


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """Exit code 7; no traceback."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    run = seapgen("status", str(SPECIMEN), "--html", str(tmp_path / "file" / "status.html"))

    assert run.returncode == ExitCode.OUTPUT_NOT_WRITABLE
    assert "Traceback" not in run.stderr


def test_a_programme_that_cannot_be_read_has_no_status() -> None:
    """Exit code 3 with the finding."""
    run = seapgen("status", str(TESTS / "faults" / "malformed-programme"))

    assert run.returncode == ExitCode.INVALID_INPUT
    assert "programme.yaml" in run.stderr
