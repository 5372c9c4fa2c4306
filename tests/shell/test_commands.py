"""The command line as people and programs use it, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen import __version__
from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.places import EXAMPLES, ROOT, TESTS

TURIN = str(EXAMPLES / "turin")
SPECIMEN = str(TESTS / "programmes" / "specimen")
HEAVY = ("pandas", "babel", "jinja2", "docx", "docxtpl", "typst", "lxml", "ruamel", "PIL")  # Typer itself brings pydantic along


def number(text: str) -> Decimal:
    """Numbers of JSON as they are written."""
    return Decimal(text)


def answer(*arguments: str) -> dict[str, object]:
    """What a command says to a program."""
    run = seapgen(*arguments, "--json")
    assert run.returncode == ExitCode.OK, run.stderr
    found = json.loads(run.stdout, parse_float=number, parse_int=number)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "--help"], ["template", "check", "--help"]])
def test_help_loads_no_heavy_library(arguments: list[str]) -> None:
    """Help is there at once: none of the libraries that read, print or sort is imported."""
    code = f"import sys\ntry:\n from seapgen.cli.main import main; main()\nexcept SystemExit: pass\nprint([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr.strip().endswith("[]")


def test_the_version_is_that_of_the_package() -> None:
    """`--version` prints it and nothing else."""
    assert seapgen("--version").stdout.strip() == f"seapgen {__version__}"


def test_the_inventory_of_turin_is_the_citys() -> None:
    """Energy and emissions to the last digit; programs get numbers unrounded."""
    found = answer("inventory", TURIN, "turin")
    assert [found[k] for k in ("energy_mwh", "emissions_energy_t", "emissions_t")] == [
        10479355,
        Decimal("2271349.646"),
        Decimal("2396906.646"),
    ]
    assert set(found) >= {
        "municipality",
        "inventory_year",
        "unit",
        "approach",
        "factor_set",
        "sectors",
        "carriers",
        "cells",
        "leaves",
        "non_energy",
        "notation",
    }


def test_every_leaf_names_its_cell() -> None:
    """A program can find the cell of each amount."""
    leaves = answer("inventory", TURIN, "turin")["leaves"]
    assert isinstance(leaves, list)
    assert len(leaves) == 51
    assert all(leaf["sources"][0].count(":") == 2 and "consumption.csv" in leaf["sources"][0] for leaf in leaves)


def test_a_figure_is_explained_down_to_cells() -> None:
    """The value, its unit, the formula and what went into it, as the contract names them."""
    found = answer("explain", TURIN, "municipality/turin:inventory.2019.emissions_energy_t")
    assert found["value"] == Decimal("2271349.646")
    assert set(found) >= {"figure", "value", "unit", "printed", "formula", "inputs"}
    assert "consumption.csv" in json.dumps(found, default=str)


def test_figures_are_listed_with_their_ids() -> None:
    """Every id of the list can be explained; here the first and the last."""
    run = seapgen("figures", TURIN, "municipality/turin")
    ids = [line.split()[0] for line in run.stdout.splitlines() if line]
    assert len(ids) > 500
    for each in (ids[0], ids[-1]):
        scoped = each if ":" in each else f"municipality/turin:{each}"
        assert seapgen("explain", TURIN, scoped).returncode == ExitCode.OK


def test_check_counts_what_it_found() -> None:
    """Turin has no error; the counts are those of the list."""
    found = answer("check", TURIN)
    findings, counts = found["findings"], found["counts"]
    assert isinstance(findings, list)
    assert isinstance(counts, dict)
    assert counts["error"] == 0
    assert sum(counts.values()) == len(findings)


def test_a_schema_is_valid_json() -> None:
    """Editors read it."""
    assert json.loads(seapgen("schema", "municipality.yaml").stdout)["properties"]["population"]


def test_templates_of_the_house_are_in_order() -> None:
    """`template check` finds nothing in what ships."""
    assert seapgen("template", "check").returncode == ExitCode.OK


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build"], ExitCode.USAGE),
        (["build", TURIN, "--format", "rtf"], ExitCode.USAGE),
        (["build", "no-such-folder"], ExitCode.USAGE),
        (["inventory", TURIN, "nowhere"], ExitCode.USAGE),
        (["explain", TURIN, "municipality/turin:no.such.figure"], ExitCode.USAGE),
        (["check", SPECIMEN, "--strict"], ExitCode.WARNINGS),
    ],
)
def test_exit_codes_are_public(arguments: list[str], code: ExitCode) -> None:
    """What the README's table says."""
    run = seapgen(*arguments)
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr


def test_messages_speak_the_users_language() -> None:
    """The same finding in Italian: another sentence, the same place."""
    english, italian = seapgen("check", SPECIMEN), seapgen("--ui-lang", "it", "check", SPECIMEN)
    assert english.stdout != italian.stdout
    assert "municipality.yaml:16:12" in english.stdout + english.stderr
    assert "municipality.yaml:16:12" in italian.stdout + italian.stderr


def test_an_output_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """Exit 7, the path, no traceback."""
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    run = seapgen("build", str(TESTS / "programmes" / "minimal"), "--out", str(blocked / "build"), "--format", "html")
    assert (run.returncode, "Traceback" in run.stderr) == (ExitCode.OUTPUT_NOT_WRITABLE, False)
