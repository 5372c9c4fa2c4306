"""The contract's own programmes, read whole."""

from __future__ import annotations

import shutil
import time
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen.intake.programme import load_programme
from seapgen.model.finding import Severity, Stage
from seapgen.model.programme import Programme
from seapgen.model.vocabulary import FinancingSource, Sector
from tests.unit.intake.programmes import PROGRAMMES, found, load, minimal


@pytest.fixture(scope="module")
def specimen() -> Programme:
    """The programme that uses every part of the contract."""
    programme = load_programme(PROGRAMMES / "specimen").programme
    assert programme is not None
    return programme


def test_the_smallest_programme_has_no_findings() -> None:
    """The least that is legal is legal."""
    assert load_programme(PROGRAMMES / "minimal").findings == ()


def test_the_specimen_lacks_nothing_but_two_translations() -> None:
    """Every part of the contract is read without an error."""
    findings = load_programme(PROGRAMMES / "specimen").findings
    assert [(f.severity, f.stage) for f in findings] == [(Severity.WARNING, Stage.TRANSLATION)] * 2


def test_every_file_of_the_specimen_is_read(specimen: Programme) -> None:
    """The manifest names all input."""
    root = PROGRAMMES / "specimen"
    assert specimen.files == tuple(sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()))


def test_a_quantity_knows_the_cell_it_stands_in(specimen: Programme) -> None:
    """Line of the file, number of the field."""
    row = specimen.municipalities[0].consumption[6]
    assert (row.quantity, str(row.at("quantity"))) == (Decimal(9350), "municipalities/montelago/consumption.csv:8:6")


def test_a_setting_knows_where_it_stands(specimen: Programme) -> None:
    """Nested keys too."""
    assert str(specimen.municipalities[0].head.targets[0].at("base_year")) == "municipalities/montelago/municipality.yaml:18:55"


def test_empty_cells_are_no_zeros(specimen: Programme) -> None:
    """A notation key stands alone."""
    row = next(r for r in specimen.municipalities[0].consumption if r.sector is Sector.INDUSTRY_NON_ETS)
    assert (row.quantity, row.notation) == (None, "NE")


def test_several_values_in_a_field_are_a_list(specimen: Programme) -> None:
    """`own;eu_erdf` are two sources."""
    assert specimen.municipalities[0].actions[0].financing == (FinancingSource.OWN, FinancingSource.EU_ERDF)


def test_texts_of_a_table_are_told_apart_by_language(specimen: Programme) -> None:
    """`title.en` and `title.it` are one title."""
    assert specimen.municipalities[0].actions[1].title == {
        "en": "Energy desk for households",
        "it": "Sportello energia per le famiglie",
    }


def test_prose_keeps_its_markdown(specimen: Programme) -> None:
    """A figure inside a sentence is left to compose."""
    vision = specimen.municipalities[0].texts["strategy.vision"]["it"]
    assert vision.endswith("[20 000 t](figure:inventory.2010.emissions_energy_t).")


def test_a_folder_without_programme_is_a_finding(tmp_path: Path) -> None:
    """Nothing there, nothing raised."""
    assert found(load_programme(tmp_path / "none")) == ["L5 .", "L1 programme.yaml"]


def test_a_broken_programme_file_does_not_hide_broken_returns(tmp_path: Path) -> None:
    """All problems in one run."""
    files: dict[str, str | bytes] = {"programme.yaml": "schema: 2\n", "municipalities/town/consumption.csv": "a,b\n"}
    assert {"L33 programme.yaml:1:9", "L41 municipalities/town/consumption.csv:1"} <= set(load(tmp_path, files))


def test_the_same_folder_gives_the_same_findings_in_the_same_order(tmp_path: Path) -> None:
    """The order of the disk does not matter."""
    files: dict[str, str | bytes] = {f"municipalities/m{n}/municipality.yaml": "id: x\n" for n in range(9)}
    findings = load(tmp_path, files)
    assert findings == sorted(findings, key=lambda f: f.split(" ")[1]) and len(findings) > 9


def test_a_crlf_file_with_a_byte_order_mark_reads_like_a_plain_one(tmp_path: Path) -> None:
    """As Excel saves it."""
    folder = minimal(tmp_path)
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    plain, windows = load_programme(PROGRAMMES / "minimal"), load_programme(folder)
    assert (windows.findings, windows.programme) == ((), plain.programme)


def test_forty_four_municipalities_are_read_within_two_seconds(tmp_path: Path) -> None:
    """A whole City_SEC programme while a person waits."""
    folder = tmp_path / "programme"
    shutil.copytree(PROGRAMMES / "specimen", folder)
    for number in range(43):
        copy = folder / f"municipalities/m{number}"
        shutil.copytree(folder / "municipalities/montelago", copy)
        head = copy / "municipality.yaml"
        head.write_text(head.read_text(encoding="utf-8").replace("id: montelago", f"id: m{number}"), encoding="utf-8")
    start = time.process_time()
    loaded = load_programme(folder)
    assert loaded.programme is not None and len(loaded.programme.municipalities) == 45
    assert time.process_time() - start < 2
