"""A confidential amount and what would tell it stand in no file and no answer of the program.

Turin's industry keeps its electricity confidential. The digits that must not be found are those of the amounts withheld, in MWh
and in tonnes, however a language groups them.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.compute.results import compute_results
from seapgen.intake.programme import load_programme
from seapgen.intake.reference import load_reference
from seapgen.model.order import Order
from seapgen.model.withheld import exact
from seapgen.pipeline import build
from seapgen.study import study
from tests.support.command import seapgen
from tests.support.finished_text import finished_text
from tests.support.outputs import visible
from tests.support.turin import TURIN

ROW = "2019,industry_non_ets,,electricity,,237310,MWh,,,"
LEAST = 1000  # smaller numbers are found by chance
GROUPING = re.compile(r"(?<=\d)[  .,'’ ](?=\d{3})")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Turin with a confidential row; an assumption that its author wrote down names the sum of the sector, so it goes."""
    folder = tmp_path_factory.mktemp("confidential") / "programme"
    shutil.copytree(TURIN, folder)
    place = folder / "municipalities" / "turin"
    table = (place / "consumption.csv").read_text(encoding="utf-8")
    assert ROW in table
    (place / "consumption.csv").write_text(table.replace(ROW, ROW.replace("MWh,,,", "MWh,C,,")), encoding="utf-8")
    for prose in place.glob("prose.*.md"):
        text = prose.read_text(encoding="utf-8")
        prose.write_text(re.sub(r"1\W?581\W?721", "…", text), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def secrets(town: Path) -> frozenset[str]:
    """The digits of every amount that is withheld."""
    loaded = load_programme(town)
    assert loaded.programme is not None
    results = compute_results(loaded.programme, load_reference(resources.data(), ())).municipalities["turin"]
    values = [results.figure(path).value for path in results.withheld.paths]
    shown = {round_(f.figure.value) for path, f in results.figures.items() if path not in results.withheld.paths}
    found = {round_(value) for value in values if isinstance(value, Decimal) and abs(value) >= LEAST}
    assert {"237310", "58141"} <= found
    return frozenset(found - shown)


def round_(value: object) -> str:
    """The digits of a value as tables print it."""
    return str(abs(value).quantize(Decimal(1), ROUND_HALF_UP)) if isinstance(value, Decimal) else ""


def digits(text: str) -> frozenset[str]:
    """Every number of a text, without its separators."""
    joined = GROUPING.sub("", text)
    return frozenset(re.findall(r"\d+", joined)) | frozenset(re.findall(r"\d+", text))


@pytest.fixture(scope="module")
def built(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its plan in both languages and all formats."""
    out = tmp_path_factory.mktemp("built")
    build(town, out, Order(draft=True))
    return out


def everything(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every part of a file as text; packages in packages are opened, and a page of a PDF is read."""
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for part in package.namelist():
                yield from everything(f"{name}/{part}", package.read(part))
    elif name.endswith(".pdf"):
        yield name, finished_text("pdf", content)
    else:
        yield name, content.decode("utf-8", "replace")


def test_no_finished_file_has_the_digits(built: Path, secrets: frozenset[str]) -> None:
    """Word with all parts and the workbooks of its charts, PDF, web page and manifest."""
    parts = [part for path in visible(built).values() for part in everything(path.name, path.read_bytes())]
    assert any(".xlsx/" in name for name, _ in parts)
    assert {name: found for name, text in parts if (found := digits(text) & secrets)} == {}


def test_the_files_print_a_c(built: Path) -> None:
    """The reader sees that there is something."""
    text = finished_text("html", next(built.rglob("*en.html")).read_bytes())
    assert "industry outside the ETS are confidential (C)" in text


@pytest.mark.parametrize(
    "command",
    [
        ("inventory", "turin", "--json"), ("inventory", "turin"), ("figures", "--json"), ("figures",),
        ("explain", "municipality/turin:inventory.2019.energy_mwh", "--json"),
        ("explain", "municipality/turin:inventory.2019.emissions_energy_t.industry_non_ets.electricity"), ("check", "--json"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_answer_has_the_digits(command: tuple[str, ...], town: Path, secrets: frozenset[str]) -> None:
    """What the command line prints of the inventory, its figures and their making."""
    name, *rest = command
    run = seapgen(name, str(town), *rest)
    assert run.stdout
    assert digits(run.stdout + run.stderr) & secrets == set()


def test_the_check_report_has_no_digits(town: Path, secrets: frozenset[str], tmp_path: Path) -> None:
    """Findings, rows around them and places among peers."""
    seapgen("check", str(town), "--html", str(tmp_path / "report.html"))
    assert digits((tmp_path / "report.html").read_text(encoding="utf-8")) & secrets == set()


def test_an_inventory_as_json_says_what_is_withheld(town: Path) -> None:
    """A value that is not told is null and marked."""
    answer = json.loads(seapgen("inventory", str(town), "turin", "--json").stdout)
    cell = next(c for c in answer["cells"] if (c["sector"], c["carrier"]) == ("industry_non_ets", "electricity"))
    assert (cell["energy_mwh"], cell["emissions_t"], cell["withheld"]) == (None, None, True)


def test_totals_are_those_of_the_open_inventory(town: Path) -> None:
    """The total counts what is confidential."""
    secret, open_ = (study(folder).results.municipalities["turin"] for folder in (town, TURIN))
    path = "inventory.2019.energy_mwh"
    assert secret.figure(path) == open_.figure(path)


def test_no_number_of_the_tree_is_withheld(town: Path, built: Path) -> None:
    """No renderer can leak what no tree has: figures of a page carry their ids, and none is of the list."""
    results = study(town).results.municipalities["turin"]
    page = next(built.rglob("*en.html")).read_text(encoding="utf-8")
    ids = set(re.findall(r'data-figure="([^"]+)"', page))
    assert ids
    assert ids & exact(results).withheld.paths == set()
