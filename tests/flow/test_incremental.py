"""Only what changed: after any edits the output is that of a clean build, and no job has run whose tree is the same."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from seapgen import composing, standing
from seapgen.building import build
from seapgen.intake import archive as archives
from seapgen.model.order import Order
from seapgen.publish.returns import NAME as RETURNS
from seapgen.recall import KEPT
from tests.support.outputs import sums
from tests.support.places import TESTS

ORDER = Order(languages=("en",), formats=("html",), keep_going=True, draft=True)
HILLS, COAST = {"elmfir", "gar"}, {"avabor", "cale"}  # the plans of the two groups
SEED, EDITS = 3, 12


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """Two groups, each with a joint plan."""
    return Path(shutil.copytree(TESTS / "programmes" / "two-groups", tmp_path / "programme"))


def keys(out: Path) -> dict[str, str]:
    """The keys of jobs, by path."""
    outputs = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    return {path: entry["job"] for path, entry in outputs.items()}


def replaced(path: Path, old: str, new: str) -> None:
    """Another text in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def spy(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The scopes that are composed from now on."""
    composed: set[str] = set()
    inner = composing._composed

    def listening(about, documents, *others):  # noqa: ANN001, ANN002, ANN202 - whatever it is called with
        composed.add(documents[0].scope)
        return inner(about, documents, *others)

    monkeypatch.setattr(composing, "_composed", listening)
    return composed


CELLS = {
    "a cell of a town": ("cale/sector_totals.csv", "50000,10000", "50001,10000"),
    "a cell of a joint plan": ("elmfir/sector_totals.csv", "29000,5800", "29500,5900"),
    "an action": ("cale/actions.csv", "LED street lighting", "LED lamps"),
    "a member of a joint plan": ("ava/municipality.yaml", "country: HR", "country: HR   # as before"),
}


@pytest.mark.slow
@pytest.mark.parametrize("cell", CELLS)
def test_exactly_the_jobs_whose_tree_changed_run(programme: Path, tmp_path: Path, cell: str) -> None:
    """They are those whose key is another one in a clean build of the changed programme."""
    build(programme, tmp_path / "out", ORDER)
    before = keys(tmp_path / "out")
    file, old, new = CELLS[cell]
    replaced(programme / "municipalities" / file, old, new)
    built = build(programme, tmp_path / "out", ORDER)
    build(programme, tmp_path / "clean", ORDER)
    changed = {path for path, key in keys(tmp_path / "clean").items() if before.get(path) != key}

    assert changed == {path for path, _ in built.written}
    assert sums(tmp_path / "clean") == sums(tmp_path / "out")


def test_another_group_is_not_composed_again(programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its plans cannot show the cell, and the reason is told."""
    build(programme, tmp_path / "out", ORDER)
    composed = spy(monkeypatch)
    replaced(programme / "municipalities/elmfir/sector_totals.csv", "29000,5800", "29500,5900")
    built = build(programme, tmp_path / "out", ORDER)

    assert composed == HILLS
    assert {path.split("/")[1] for path, reason in built.because if reason == KEPT} == COAST


@pytest.mark.parametrize("file", ["programme.yaml", "prose.en.md", "agencies/shore-agency/agency.yaml"])
def test_what_all_share_makes_all_be_composed_again(
    programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    """A file that is no return may matter to every plan."""
    build(programme, tmp_path / "out", ORDER)
    composed = spy(monkeypatch)
    (programme / file).write_text((programme / file).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    build(programme, tmp_path / "out", ORDER)

    assert composed == HILLS | COAST


def test_a_file_that_went_is_made_again_though_nothing_changed(programme: Path, tmp_path: Path) -> None:
    """What is remembered holds only while the files are right."""
    build(programme, tmp_path / "out", ORDER)
    whole = sums(tmp_path / "out")
    gone = "seap/gar/en/seap-gar-en.html"
    (tmp_path / "out" / gone).unlink()
    built = build(programme, tmp_path / "out", ORDER)

    assert [gone] == [path for path, _ in built.written]
    assert whole == sums(tmp_path / "out")


def edits(folder: Path, out: Path, chance: random.Random) -> dict[str, Callable[[], object]]:
    """What may happen between two builds."""
    towns = folder / "municipalities"
    table = towns / chance.choice(("cale", "elmfir", "gar")) / "sector_totals.csv"
    made = sorted(out.rglob("*.html"))
    fewer = "    aims: [{id: solar, text: {en: Solar collectors on every school"
    return {
        "cell": lambda: more(table, chance),
        "target": lambda: (
            replaced(folder / "programme.yaml", "reduction_pct: 25", "reduction_pct: 26")
            if "reduction_pct: 25" in (folder / "programme.yaml").read_text(encoding="utf-8")
            else replaced(folder / "programme.yaml", "reduction_pct: 26", "reduction_pct: 25")
        ),
        "aim": lambda: (
            replaced(folder / "programme.yaml", fewer, fewer.replace("every school", "every school and hall"))
            if fewer in (folder / "programme.yaml").read_text(encoding="utf-8")
            else None
        ),
        "town away": lambda: shutil.rmtree(towns / "gar", ignore_errors=True),
        "town back": lambda: shutil.copytree(
            TESTS / "programmes/two-groups/municipalities/gar", towns / "gar", dirs_exist_ok=True
        ),
        "broken": lambda: (towns / "cale/sector_totals.csv").write_text(
            "inventory_year,sector\n2010,nothing\n", encoding="utf-8"
        ),
        "mended": lambda: shutil.copy(TESTS / "programmes/two-groups/municipalities/cale/sector_totals.csv", towns / "cale"),
        "output away": lambda: chance.choice(made).unlink() if made else None,
        "output edited": lambda: chance.choice(made).write_text("mine", encoding="utf-8") if made else None,
        "state away": lambda: (out / ".seapgen-state.json").unlink(missing_ok=True),
        "returns away": lambda: (out / RETURNS).unlink(missing_ok=True),
        "returns edited": lambda: rewritten(out / RETURNS),
        "nothing": lambda: None,
    }


def rewritten(path: Path) -> None:
    """Other figures in a file, if it is there."""
    if path.is_file():
        path.write_bytes(path.read_bytes().replace(b"10000", b"10001"))


def more(table: Path, chance: random.Random) -> None:
    """Another amount of energy in a row of a table, if it is there."""
    if not table.is_file():
        return
    lines = table.read_text(encoding="utf-8").splitlines()
    row = lines[-1].split(",")
    row[3] = str(chance.randint(10_000, 40_000))
    table.write_text("\n".join([*lines[:-1], ",".join(row)]) + "\n", encoding="utf-8")


@pytest.mark.slow
def test_any_edits_end_in_the_files_of_a_clean_build(programme: Path, tmp_path: Path) -> None:
    """Cells, heads, towns that go and return, broken tables, files removed and edited by hand, one after the other."""
    chance, out = random.Random(SEED), tmp_path / "out"
    for number in range(EDITS):
        possible = edits(programme, out, chance)
        happened = chance.sample(sorted(possible), 2)
        for name in happened:
            possible[name]()
        built = build(programme, out, ORDER)
        clean = tmp_path / f"clean-{number}"
        build(programme, clean, ORDER)
        kept = {f.source.file for f in built.findings if f.code == "R24"}  # of an earlier build, and said to be
        left = {name: sum_ for name, sum_ in sums(out).items() if name not in {*kept, "manifest.json"}}
        assert left == {name: sum_ for name, sum_ in sums(clean).items() if name != "manifest.json"}, happened
        if not kept:
            assert sums(out) == sums(clean), happened


def test_returns_that_did_not_change_are_not_read_again(programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are kept in a hidden file of the output folder."""
    build(programme, tmp_path / "out", ORDER)
    read: list[str] = []
    inner = archives.read_return
    monkeypatch.setattr(archives, "read_return", lambda desk, folder, known: (read.append(folder), inner(desk, folder, known))[1])
    replaced(programme / "municipalities/elmfir/sector_totals.csv", "29000,5800", "29500,5900")
    build(programme, tmp_path / "out", ORDER)

    assert read == ["municipalities/elmfir"]


@pytest.mark.parametrize("whole", [True, False])
def test_kept_returns_that_somebody_edited_are_not_used(programme: Path, tmp_path: Path, *, whole: bool) -> None:
    """Neither with other figures, nor cut short."""
    build(programme, tmp_path / "out", ORDER)
    made = (tmp_path / "out" / RETURNS).read_bytes()
    (tmp_path / "out" / RETURNS).write_bytes(made.replace(b"50000", b"50001") if whole else made[:-40])
    assert made != (tmp_path / "out" / RETURNS).read_bytes()
    replaced(programme / "municipalities/elmfir/sector_totals.csv", "29000,5800", "29500,5900")
    build(programme, tmp_path / "out", ORDER)
    build(programme, tmp_path / "clean", ORDER)

    assert sums(tmp_path / "clean") == sums(tmp_path / "out")


def test_kept_returns_of_another_program_are_not_used(programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It might read them otherwise."""
    build(programme, tmp_path / "out", ORDER)
    monkeypatch.setattr(standing, "_libraries", lambda: ("pydantic 99",))
    read: list[str] = []
    inner = archives.read_return
    monkeypatch.setattr(archives, "read_return", lambda desk, folder, known: (read.append(folder), inner(desk, folder, known))[1])
    build(programme, tmp_path / "out", ORDER)

    assert len(read) == len(list((programme / "municipalities").iterdir()))
